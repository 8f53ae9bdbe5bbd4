"""The six sets that come with the program."""

import csv
import io
import tomllib
from datetime import date
from itertools import pairwise

import pytest

from cchc_desktop import bundled
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Kind, Level, Template
from cchc_desktop.values.codes import IndicatorCode

ROWS = {"D21": 127, "X21": 107, "X25": 106, "T21": 132, "T25": 123, "S21": 0}
LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ("I", "II", "III", "IV", "V", "VI")
PHUONG_MAU = ("2025-q4", "2026-q1", "2026-q2", "2026-q3")


def sample_rows(name: str) -> list[dict[str, str]]:
    text = bundled.sample(name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), dialect="excel-tab"))


def printed(template: Template) -> list[tuple[str, str, str, str, bool]]:
    return [
        (str(appendix.number), row.stt, row.label, row.unit, row.italic)
        for appendix in template.appendices
        for row in appendix.indicators
    ]


def as_printed(rows: list[dict[str, str]]) -> list[tuple[str, str, str, str, bool]]:
    return [
        (row["phu_luc"], row["stt"], row["chi_tieu"], row["don_vi_tinh"], row["in_nghieng"] == "1")
        for row in rows
    ]


@pytest.mark.parametrize(("template_id", "rows"), ROWS.items())
def test_every_shipped_set_is_sound_and_has_its_rows(template_id: str, rows: int) -> None:
    assert len(shipped().get(template_id).indicators) == rows


def test_the_district_set_prints_what_the_signed_form_prints_letter_for_letter() -> None:
    assert printed(shipped().get("D21")) == as_printed(sample_rows("huong-tra-2023-q1.tsv"))


def test_the_district_set_keeps_both_rows_that_print_the_same_number() -> None:
    rows = shipped().get("D21").indicators
    assert [code for code, row in rows.items() if code.startswith("PL3.") and row.stt == "1.1."] == [
        "PL3.1.2",
        "PL3.1.3",
    ]


@pytest.mark.parametrize("template_id", ["X21", "X25", "T21", "T25"])
def test_reconstructed_sets_number_their_rows_in_order_below_their_parents(template_id: str) -> None:
    for appendix in shipped().get(template_id).appendices:
        last: dict[str, int] = {}
        numbers = {row.code: row.stt for row in appendix.indicators}
        for code, number in numbers.items():
            above, _, mine = number.rpartition(".")
            assert above == numbers.get(IndicatorCode(code.rpartition(".")[0]), "")
            assert int(mine) > last.get(above, 0)
            last[above] = int(mine)


@pytest.mark.parametrize("template_id", ["X21", "X25", "T21", "T25"])
def test_a_row_keeps_its_number_in_every_set_but_where_the_signed_form_repeats_one(template_id: str) -> None:
    signed = shipped().get("D21").indicators
    rows = shipped().get(template_id).indicators.values()
    shared = [row for row in rows if row.code in signed and row.code not in ("PL3.1.2", "PL3.1.3")]
    assert [row.stt for row in shared] == [signed[row.code].stt.rstrip(".") for row in shared]


def test_only_the_district_set_claims_to_be_read_rather_than_reconstructed() -> None:
    assert [each.id for each in shipped().editions if not each.reconstructed] == ["D21"]
    assert {each.status for each in shipped().editions} == {"tham khảo"}


@pytest.mark.parametrize("template_id", ["X25", "T25"])
def test_the_sets_from_july_2025_know_neither_districts_nor_numbered_levels_of_service(
    template_id: str,
) -> None:
    labels = [row.label for row in shipped().get(template_id).indicators.values()]
    assert not [label for label in labels if "mức độ" in label or "huyện" in label]


def test_codes_follow_the_wording_of_their_year() -> None:
    conference = IndicatorCode("PL8.2")
    assert len(shipped().get("T21").indicators[conference].codes) == 3
    assert len(shipped().get("T25").indicators[conference].codes) == 2


@pytest.mark.parametrize(
    ("template_id", "proposed"), [("D21", 2), ("X21", 2), ("X25", 2), ("T21", 0), ("T25", 0)]
)
def test_only_offices_below_the_province_start_without_competence_for_its_rows(
    template_id: str, proposed: int
) -> None:
    rows = shipped().get(template_id).indicators.values()
    assert sum(row.starts_as == "not-competent" for row in rows) == proposed


@pytest.mark.parametrize("template_id", ROWS)
def test_computed_rows_come_after_the_rows_they_are_worked_out_from(template_id: str) -> None:
    template = shipped().get(template_id)
    done = {code for code, row in template.indicators.items() if not row.kind.is_computed}
    for row in template.computing_order:
        assert done.issuperset(row.operands)
        done.add(row.code)
    assert len(done) == ROWS[template_id]


def test_the_total_of_online_procedures_is_known_before_the_ratio_on_it() -> None:
    order = [row.code for row in shipped().get("D21").computing_order]
    assert order.index(IndicatorCode("PL8.6.3.1")) < order.index(IndicatorCode("PL8.6.3"))


@pytest.mark.parametrize("template_id", ROWS)
def test_a_section_is_named_by_the_number_it_prints(template_id: str) -> None:
    outline = shipped().get(template_id).outline
    assert outline.numbering == ("upper-roman", "decimal", "letter")
    place: list[int] = []
    for section in outline.sections:
        place = [*place, 0, 0, 0][: section.level]
        place[section.level - 1] += 1
        forms = (ROMAN[place[0] - 1], *map(str, place[1:2]), *(LETTERS[last - 1] for last in place[2:3]))
        assert section.id == ".".join(forms)


@pytest.mark.parametrize("template_id", ROWS)
def test_prose_stands_under_every_heading_without_sections_of_its_own(template_id: str) -> None:
    sections = shipped().get(template_id).outline.sections
    for section, following in pairwise(sections):
        assert section.has_text == (following.level <= section.level)
    assert sections[-1].has_text


def test_the_district_sets_end_with_the_district_level() -> None:
    ends = {each.id: each.valid_to for each in shipped().editions}
    assert ends["D21"] == ends["X21"] == ends["T21"] == date(2025, 6, 30)
    assert ends["X25"] is ends["T25"] is ends["S21"] is None


def test_the_department_set_has_an_outline_and_no_appendix() -> None:
    template = shipped().get("S21")
    assert (template.level, template.appendices) == (Level.DEPARTMENT, ())


@pytest.mark.parametrize("quarter", PHUONG_MAU)
def test_the_sample_wards_rows_are_those_of_its_set(quarter: str) -> None:
    assert as_printed(sample_rows(f"phuong-mau-{quarter}.tsv")) == printed(shipped().get("X25"))


@pytest.mark.parametrize("quarter", PHUONG_MAU)
def test_the_sample_ward_answers_every_row_asked_of_it(quarter: str) -> None:
    template = shipped().get("X25")
    rows = zip(sample_rows(f"phuong-mau-{quarter}.tsv"), template.indicators.values(), strict=True)
    assert not [row.code for cell, row in rows if row.is_asked and not cell["so_lieu"]]


@pytest.mark.parametrize("quarter", PHUONG_MAU)
def test_the_sample_ward_leaves_its_ratios_to_the_program_in_the_last_quarter(quarter: str) -> None:
    rows = zip(
        sample_rows(f"phuong-mau-{quarter}.tsv"), shipped().get("X25").indicators.values(), strict=True
    )
    filled = {bool(cell["so_lieu"]) for cell, row in rows if row.kind is Kind.RATIO}
    assert filled == {quarter != "2026-q3"}


def test_sample_prose_is_marked_and_fills_every_section_of_its_outline() -> None:
    offices = tomllib.loads(bundled.sample("samples.toml").read_text(encoding="utf-8"))["office"]
    reports = [report for office in offices for report in office["report"] if "prose" in report]
    assert len(reports) == 2
    for report in reports:
        prose = tomllib.loads(bundled.sample(report["prose"]).read_text(encoding="utf-8"))
        sections = shipped().get(report["templates"]).outline.sections
        assert list(prose) == [section.id for section in sections if section.has_text]
        assert all(text.startswith("(Đoạn văn mẫu) ") for text in prose.values())


def test_sample_offices_say_that_they_are_samples_and_that_the_signer_is_invented() -> None:
    offices = tomllib.loads(bundled.sample("samples.toml").read_text(encoding="utf-8"))["office"]
    assert {office["mark"] for office in offices} == {"SỐ LIỆU MẪU"}
    assert all("mẫu" in office["signer"] for office in offices)

"""Figures from table files: every row is found and read, or listed for a person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.errors import FileRefused
from cchc_desktop.form.entry import Entry
from cchc_desktop.office.exported.producing import write_exchange_file
from cchc_desktop.office.figures.files import plan_from_file
from cchc_desktop.office.figures.filling import Filling, lines_of, plan_filling
from cchc_desktop.office.figures.tables import SourceRow
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Kind, Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from tests.unit.office.an_office import Q3, new_office, reopened, says

_SAMPLES = Path(__file__).parents[4] / "resources" / "samples"
_HUONG_TRA = _SAMPLES / "huong-tra-2023-q1.tsv"


@pytest.fixture
def district(tmp_path: Path) -> Iterator[OpenReport]:
    """Start a district's report for quarter I/2023."""
    with new_office(tmp_path / "huyện.cchc", Level.DISTRICT) as office:
        yield office.start(Period.read("2023-Q1"))


def row(report: OpenReport, code: str, figure: str, note: str = "", line: int = 2) -> SourceRow:
    """Return the table row of that indicator."""
    found = report.indicator(code)
    number = report.template.appendix_of(found.code).number
    return SourceRow(line, str(number), found.stt, found.label, figure, note)


def fill(report: OpenReport, *rows: SourceRow, thousands: str = "") -> Filling:
    """Read the rows into the report."""
    filling = plan_filling(report, rows, thousands)
    filling.apply(report)
    return filling


def test_every_row_of_the_published_report_is_found_and_only_two_figures_are_asked_about(
    district: OpenReport,
) -> None:
    filling = plan_from_file(district, _HUONG_TRA)
    assert [row.code for row in filling.unread] == ["PL7.1.1", "PL7.1.2"]
    assert len(filling.entries) + filling.same + filling.skipped == 127
    assert filling.same == 2  # the states that the set proposes, in the words of the report
    filling.apply(district)
    printed = {code: district.form.entry(code).said for code in district.template.indicators}
    assert printed[IndicatorCode("PL4.3.H")] == "95,9%"
    assert printed[IndicatorCode("PL3.1.2")] == "01"
    assert says(district, "PL3.1.3") == "9"  # the second of two rows numbered 1.1
    assert says(district, "PL7.1.1") == "blank"


def test_saying_what_groups_thousands_settles_the_two_and_unsettles_nothing(district: OpenReport) -> None:
    filling = plan_from_file(district, _HUONG_TRA, ",")
    assert not filling.unread
    filling.apply(district)
    assert says(district, "PL7.1.1") == "30162"
    assert says(district, "PL7.1").startswith("17.11")
    assert not [f for f in district.findings if f.cell.startswith(("PL7.1", "PL4.3"))]


def test_filling_again_changes_nothing(district: OpenReport, tmp_path: Path) -> None:
    plan_from_file(district, _HUONG_TRA).apply(district)
    on_disk = (tmp_path / "huyện.cchc").read_bytes()
    again = plan_from_file(district, _HUONG_TRA)
    assert (again.new, again.changed) == (0, 0)
    assert not again.entries
    assert not again.apply(district)
    assert (tmp_path / "huyện.cchc").read_bytes() == on_disk


def test_what_was_filled_is_in_the_file(district: OpenReport, tmp_path: Path) -> None:
    plan_from_file(district, _HUONG_TRA).apply(district)
    with Office.open(tmp_path / "huyện.cchc", read_only=True) as other:
        assert other.report(Period.read("2023-Q1")).form == district.form


def test_nothing_is_written_before_the_filling_is_applied(district: OpenReport, tmp_path: Path) -> None:
    before = (tmp_path / "huyện.cchc").read_bytes()
    plan_from_file(district, _HUONG_TRA)
    assert (tmp_path / "huyện.cchc").read_bytes() == before
    assert says(district, "PL2.1") == "blank"


def test_new_changed_same_and_skipped_rows_are_counted(report: OpenReport) -> None:
    report.enter("PL2.1", "6")
    report.enter("PL2.2.1", "33")
    filling = fill(
        report,
        row(report, "PL2.1", "6"),
        row(report, "PL2.2.1", "34"),
        row(report, "PL2.2.2", "14"),
        row(report, "PL2.3.1", ""),
        row(report, "PL2.3", ""),
    )
    assert (filling.new, filling.changed, filling.same, filling.skipped) == (1, 1, 1, 2)
    assert next(iter(lines_of(filling))) == "Mới 1, thay đổi 1, giữ nguyên 1, bỏ qua 2, cần xem 0."


def test_the_same_number_in_another_writing_changes_nothing(report: OpenReport) -> None:
    report.enter("PL2.1", "1.234")
    filling = fill(report, row(report, "PL2.1", "01234"))
    assert (filling.same, filling.entries) == (1, {})
    assert report.form.entry(IndicatorCode("PL2.1")).said == "1.234"


def test_an_exported_file_filled_back_changes_nothing(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    for code, text in (("PL2.1", "06"), ("PL2.2.1", "33"), ("PL2.2", "100%"), ("PL7.1.1", "30162,50")):
        report.enter(code, text, note="Ước")
    report.enter("PL7.2.4", "5", "Theo quyết định")
    report.put({IndicatorCode("PL7.1.2"): Entry(said="5,161")}, Source.IMPORTED)
    filling = plan_from_file(report, write_exchange_file(office, Q3, tmp_path).path)
    assert (filling.new, filling.changed, filling.entries) == (0, 0, {})


def test_a_file_takes_neither_notes_nor_answers_away(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    report.enter("PL2.1", "6")
    report.put({IndicatorCode("PL7.1.1"): Entry(said="30,162")}, Source.IMPORTED)
    file = write_exchange_file(office, Q3, tmp_path).path
    report.enter("PL2.1", "7", note="Ước")
    report.enter("PL7.1.1", "30162")
    filling = plan_from_file(report, file)
    assert [unread.code for unread in filling.unread] == ["PL7.1.1"]
    filling.apply(report)
    assert report.form.entry(IndicatorCode("PL2.1")).note == "Ước"
    assert (says(report, "PL2.1"), says(report, "PL7.1.1")) == ("6", "30162")


def test_a_blank_figure_changes_nothing(report: OpenReport) -> None:
    report.enter("PL2.1", "6", note="Ước")
    fill(report, row(report, "PL2.1", ""), row(report, "PL2.2", ""))
    assert says(report, "PL2.1") == "6"
    assert report.form.entry(IndicatorCode("PL2.1")).note == "Ước"
    assert report.form.entry(IndicatorCode("PL2.2")).said is None


def test_a_total_left_blank_is_remembered_as_left_blank(report: OpenReport) -> None:
    parts = [row(report, f"PL7.2.4.{part}", "1") for part in (1, 2, 3)]
    fill(report, *parts, row(report, "PL7.2.4", ""))
    assert [f.code for f in report.findings] == ["R4-PL7.2.4"]
    report.enter("PL7.2.4", "")
    assert not report.findings


def test_a_note_comes_with_its_row_and_an_empty_one_takes_none_away(report: OpenReport) -> None:
    report.enter("PL2.1", "6", note="Ước")
    fill(report, row(report, "PL2.1", "7"), row(report, "PL2.2.1", "", note="Chưa họp"))
    assert report.form.entry(IndicatorCode("PL2.1")).note == "Ước"
    assert report.form.entry(IndicatorCode("PL2.2.1")).note == "Chưa họp"


def test_an_override_outlasts_a_filling(report: OpenReport) -> None:
    report.enter("PL2.2", "50%", "Theo quyết định")
    fill(report, row(report, "PL2.2", "100%"))
    assert says(report, "PL2.2") == "50"


@pytest.mark.parametrize(
    ("code", "figure"), [("PL7.1.1", "30,162"), ("PL2.1", "sáu"), ("PL2.5", "7"), ("PL2.1", "-3")]
)
def test_an_unread_figure_leaves_the_cell_unanswered_with_its_words(
    report: OpenReport, code: str, figure: str
) -> None:
    filling = fill(report, row(report, code, figure, line=86))
    (unread,) = filling.unread
    assert (unread.place, unread.code, unread.text) == ("dòng 86", code, figure)
    assert figure in unread.reason
    assert says(report, code) == "blank"
    assert report.form.entry(IndicatorCode(code)).said == figure
    assert report.findings[0].severity.value == "block"


def test_an_unread_figure_does_not_push_an_answer_out(report: OpenReport) -> None:
    report.enter("PL2.1", "6")
    assert fill(report, row(report, "PL2.1", "sáu")).unread
    assert says(report, "PL2.1") == "6"


def test_a_figure_on_a_heading_is_for_a_person_to_look_at(report: OpenReport) -> None:
    filling = fill(report, row(report, "PL2.3", "5"))
    assert [unread.code for unread in filling.unread] == ["PL2.3"]
    assert not filling.entries


def test_a_row_that_is_there_twice_counts_once_and_is_told(report: OpenReport) -> None:
    filling = fill(report, row(report, "PL2.1", "6", line=2), row(report, "PL2.1", "7", line=9))
    (unread,) = filling.unread
    assert (unread.place, unread.code) == ("dòng 9", "PL2.1")
    assert says(report, "PL2.1") == "6"


@pytest.mark.parametrize(
    ("appendix", "stt", "label"),
    [("2", "1", "Số xe máy"), ("9", "1", "Số văn bản"), ("", "", ""), ("2", "1", "")],
)
def test_an_unknown_row_is_told_and_changes_nothing(
    report: OpenReport, appendix: str, stt: str, label: str
) -> None:
    before = report.form
    filling = fill(report, SourceRow(5, appendix, stt, label, "6"))
    (unread,) = filling.unread
    assert (unread.place, unread.code) == ("dòng 5", None)
    assert "dòng 5" in unread.reason.lower()
    assert report.form == before


def test_labels_are_recognised_by_their_letters_whatever_marks_and_numbers_say(report: OpenReport) -> None:
    found = report.indicator("PL2.1")
    for stt, label in (("1.", found.label.upper()), ("", found.label), ("77", f"  {found.label} :")):
        assert not fill(report, SourceRow(2, "Phụ lục 2", stt, label, "6")).unread


def test_every_row_of_every_set_finds_itself(tmp_path: Path) -> None:
    for name in ("D21", "X21", "X25", "T21", "T25"):
        with new_office(tmp_path / f"{name}.cchc") as office:
            report = office.start(Q3, templates=name)
            rows = [
                row(report, code, "kps")
                for code, indicator in report.template.indicators.items()
                if indicator.kind is not Kind.HEADING
            ]
            filling = plan_filling(report, rows)
            assert not filling.unread
            assert set(filling.entries) == {r.code for r in report.template.indicators.values()} - {
                r.code for r in report.template.indicators.values() if r.kind is Kind.HEADING
            }


@pytest.mark.parametrize("period", ["2025-q4", "2026-q1", "2026-q2", "2026-q3"])
def test_the_sample_wards_files_fill_without_a_question(period: str, report: OpenReport) -> None:
    filling = plan_from_file(report, _SAMPLES / f"phuong-mau-{period}.tsv")
    assert not filling.unread
    filling.apply(report)
    complete = report.form.completeness
    assert complete.answered == complete.required


@pytest.mark.parametrize("name", ["không có.tsv", "thư mục.csv"])
def test_a_file_that_cannot_be_read_is_refused_by_name(name: str, report: OpenReport, tmp_path: Path) -> None:
    (tmp_path / "thư mục.csv").mkdir()
    with pytest.raises(FileRefused, match=name.partition(".")[0]):
        plan_from_file(report, tmp_path / name)


def test_a_file_far_too_large_for_a_table_is_not_read(report: OpenReport, tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as stream:
        stream.truncate(3_000_000)
    with pytest.raises(FileRefused, match="2 MB"):
        plan_from_file(report, tmp_path / "a.csv")


def test_a_filling_is_one_step_of_the_journal(office: Office, office_file: Path, report: OpenReport) -> None:
    fill(report, row(report, "PL2.1", "6"), row(report, "PL2.2.1", "33"))
    office.close()
    with reopened(office_file) as again:
        assert says(again.report(Q3), "PL2.2.1") == "33"

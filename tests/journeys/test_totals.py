"""A superior's work by command line: who is to report, who has, what it adds up to, and on upward."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.journeys.calling import Called, Cchc

PERIOD, BEFORE_THE_MERGERS = "2026-Q3", "2025-Q1"
SUM, PART = "PL4.3.X.1", "PL2.1"
OFFICES = 6


@pytest.fixture
def province(cchc: Cchc, tmp_path: Path) -> Path:
    """Return a province's office file with six communes' reports received and a report of its own begun."""
    office = tmp_path / "tỉnh.cchc"
    begin(cchc, office, "province", PERIOD)
    take_in_samples(cchc, office, PERIOD)
    return office


def begin(cchc: Cchc, office: Path, level: str, period: str) -> None:
    """Make an office file with a report begun."""
    assert cchc("init", "--office", office, "--name", f"UBND {office.stem} Mẫu", "--level", level).status == 0
    assert cchc("new", "--office", office, "--period", period).status == 0


def take_in_samples(cchc: Cchc, office: Path, period: str) -> None:
    """Receive reports of sample communes, who are put on the list."""
    folder = office.parent / f"gửi {office.stem}"
    made = cchc("sample-offices", "--count", str(OFFICES), "--period", period, "--seed", "3", folder)
    assert made.status == 0
    assert cchc("receive", "--office", office, "--register", folder).status == 0


def rollup(cchc: Cchc, office: Path, *more: str, period: str = PERIOD) -> Called:
    return cchc("rollup", "--office", office, "--period", period, "--json", *more)


def dumped_sum(cchc: Cchc, office: Path, code: str) -> Decimal:
    """Return the sum of a row over the offices below, out of the dumped table."""
    folder = office.parent / "bảng"
    assert cchc("dump", "--office", office, "--format", "csv", folder).status == 0
    with (folder / "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["code"] == code and row["office"] != "dv0"]
    return sum((Decimal(row["value"]) for row in rows if row["value"]), Decimal())


def test_totals_are_what_the_dumped_table_adds_up_to(cchc: Cchc, province: Path) -> None:
    told = rollup(cchc, province)
    assert (told.status, told.json["offices"], told.json["received"]) == (0, OFFICES, OFFICES)
    for code in (SUM, PART):
        assert Decimal(str(told.json.at("cells", code, "children"))) == dumped_sum(cchc, province, code)
    assert told.json.at("cells", SUM, "value") == told.json.at("cells", SUM, "children")
    cell = told.json.at("cells", SUM)
    assert isinstance(cell, dict)
    assert list(cell) == ["state", "value", "children", "own", "answered", "missing"]


def test_own_parts_are_added_and_totals_taken_over_follow_the_review(cchc: Cchc, province: Path) -> None:
    assert rollup(cchc, province).json.at("cells", PART, "value") is None
    assert cchc("set", "--office", province, "--period", PERIOD, PART, "7").status == 0
    told = rollup(cchc, province, "--take")
    children = Decimal(str(told.json.at("cells", PART, "children")))
    assert (told.status, told.json.at("cells", PART, "own")) == (0, "7")

    def stands(code: str) -> Decimal:
        shown = cchc("show", "--office", province, "--period", PERIOD, "--json")
        return Decimal(str(shown.json.at("cells", code, "value")))

    assert stands(PART) == children + 7
    before, out = stands(SUM), province.parent / "trả lại"
    words = ("--from", "dv1", "--text", "Xem lại", "--out", out)
    assert cchc("return", "--office", province, "--period", PERIOD, *words).status == 0
    told = rollup(cchc, province)
    assert (told.json["received"], told.json["differences"]) == (OFFICES - 1, [])
    assert stands(SUM) == Decimal(str(told.json.at("cells", SUM, "value"))) < before


def test_only_accepted_reports_count_where_that_is_asked_for(cchc: Cchc, province: Path) -> None:
    assert rollup(cchc, province, "--accepted").json["received"] == 0
    assert cchc("accept", "--office", province, "--period", PERIOD, "--from", "dv1", "dv2").status == 0
    assert rollup(cchc, province, "--accepted").json["received"] == 2


def test_the_matrix_says_who_is_missing_and_how_to_remind_them(cchc: Cchc, province: Path) -> None:
    added = cchc("offices", "--office", province, "add", "name=UBND xã Chưa Gửi", "email=xa@mau.example")
    assert added.status == 0
    told = cchc("status", "--office", province, "--period", PERIOD, "--remind", "--json")
    counts = told.json.at("counts", PERIOD)
    assert isinstance(counts, dict)
    assert (counts["overdue"], counts["received"]) == (1, OFFICES)
    (reminder,) = told.json.rows("reminders")
    assert reminder["addresses"] == ["xa@mau.example"]
    assert "UBND xã Chưa Gửi" in str(reminder["body"])
    assert rollup(cchc, province).json.at("coverage", "missing") == ["UBND xã Chưa Gửi"]
    sheet = province.parent / "tình hình.xlsx"
    assert cchc("status", "--office", province, "--out", sheet).status == 0
    assert sheet.stat().st_size


def test_lateness_is_counted_from_the_day_the_request_named(cchc: Cchc, province: Path) -> None:
    out = province.parent / "yêu cầu"
    asked = ("request", "--office", province, "--period", PERIOD, "--level", "commune", "--out", out)
    assert cchc(*asked, "--due", "2030-01-15").status == 0
    (report, *_) = cchc("status", "--office", province, "--json").json.rows("offices")
    assert report.at("reports", 0, "deadline") == "2030-01-15"
    assert report.at("reports", 0, "late") == 0


def test_one_total_is_looked_into_office_by_office(cchc: Cchc, province: Path) -> None:
    told = rollup(cchc, province, "--by", SUM)
    offices = told.json.rows("offices")
    figures = [Decimal(str(each["value"])) for each in offices if each["value"] is not None]
    assert figures == sorted(figures, reverse=True)
    assert sum(figures) == dumped_sum(cchc, province, SUM)


def test_a_total_is_looked_into_before_the_superior_begins_its_own_report(cchc: Cchc, tmp_path: Path) -> None:
    office = tmp_path / "tỉnh.cchc"
    assert cchc("init", "--office", office, "--name", "UBND tỉnh Mẫu", "--level", "province").status == 0
    take_in_samples(cchc, office, PERIOD)
    looked = rollup(cchc, office, "--by", SUM)
    offices = looked.json["offices"]
    assert isinstance(offices, list)
    assert (looked.status, len(offices)) == (0, OFFICES)
    refused = rollup(cchc, office, "--by", "PL9.9")
    assert refused.status == 3
    assert "PL9.9" in refused.err


def test_codes_are_counted_and_typed_percentages_listed_for_a_reader_too(cchc: Cchc, province: Path) -> None:
    told = rollup(cchc, province).json
    lines = dict(
        line.split("\t", 1)
        for line in cchc("rollup", "--office", province, "--period", PERIOD).out.splitlines()
        if "\t" in line
    )
    codes = told.at("codes", "PL2.5")
    assert isinstance(codes, dict)
    assert all(f"{code}: {count} đơn vị" in lines["PL2.5"] for code, count in codes.items())
    assert "thấp nhất" in lines["PL8.3"]


def test_a_list_of_offices_goes_out_and_comes_in_again(cchc: Cchc, province: Path) -> None:
    sheet = province.parent / "đơn vị.xlsx"
    assert cchc("offices", "--office", province, "export", "--out", sheet).status == 0
    told = cchc("offices", "--office", province, "import", sheet, "--json")
    assert (told.status, told.json["same"], told.json["new"]) == (0, OFFICES, 0)
    assert len(cchc("offices", "--office", province, "--json").json.rows("offices")) == OFFICES


def test_before_the_mergers_totals_went_from_communes_by_the_district_to_the_province(
    cchc: Cchc, tmp_path: Path
) -> None:
    district, province = tmp_path / "huyện.cchc", tmp_path / "tỉnh.cchc"
    begin(cchc, district, "district", BEFORE_THE_MERGERS)
    take_in_samples(cchc, district, BEFORE_THE_MERGERS)
    sent = rollup(cchc, district, "--take", period=BEFORE_THE_MERGERS).json.at("cells", SUM, "value")
    exported = cchc("export", "--office", district, "--period", BEFORE_THE_MERGERS, "--out", tmp_path / "lên")
    assert exported.status == 0
    begin(cchc, province, "province", BEFORE_THE_MERGERS)
    assert cchc("receive", "--office", province, "--register", tmp_path / "lên").status == 0
    told = rollup(cchc, province, period=BEFORE_THE_MERGERS)
    assert (told.json["received"], told.json.at("cells", SUM, "children")) == (1, sent)

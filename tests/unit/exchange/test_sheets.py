"""The child process that reads what somebody saved again."""

import io
import multiprocessing
import threading
import time
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.exchange import gate, reading_child, sheets, unpack
from cchc_desktop.exchange.reading_child import ReadCell, read_rows
from cchc_desktop.exchange.refusal import ExchangeRefused
from tests.unit.exchange.a_file import a_file, members_of, saved_again, with_member

GOOD = a_file()
SHEET = "xl/worksheets/sheet2.xml"


def with_sheet(rows: bytes) -> bytes:
    """Return the report with other rows in Phụ lục 2."""
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%b</sheetData></worksheet>'
    return with_member(GOOD, SHEET, sheet % rows)


def test_the_child_reads_what_is_read_here() -> None:
    assert sheets.rows_of(GOOD) == tuple(read_rows(GOOD))
    assert not multiprocessing.active_children()


def test_the_child_can_be_started_from_any_thread() -> None:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(sheets.rows_of(GOOD)))
    thread.start()
    thread.join()
    assert found == [tuple(read_rows(GOOD))]


def test_a_file_saved_again_is_compared_through_the_child() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["D4"] = 7

    found = unpack.inspect(saved_again(GOOD, change), {})
    assert [difference.cell for difference in found.differences] == ["PL2.1"]


@pytest.mark.parametrize(
    "rows",
    [
        b"<row r='x'/>",
        b"<row r='1'><c r='A1' t='s'><v>9</v></c></row>",
        b"<row r='1'><c r='A1'>",
        b"<row r='1'><c r='A1'><v>nine</v></c></row>",
    ],
)
def test_a_broken_sheet_ends_the_child_and_is_refused_here(
    rows: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ExchangeRefused, match="hỏng hoặc quá nặng"):
        sheets.rows_of(with_sheet(rows))
    assert capfd.readouterr() == ("", "")


CROWD = b"<row r='1'>" + b"<c r='A1' t='inlineStr'><is><t>x</t></is></c>" * 300_000 + b"</row>"


@pytest.mark.parametrize(("limit", "least"), [("MOST_MEMORY", 128 * 1024 * 1024), ("MOST_SECONDS", 1)])
def test_the_child_ends_where_it_goes_beyond_its_limits(
    limit: str, least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, limit, least)
    with pytest.raises(ExchangeRefused, match="hỏng hoặc quá nặng"):
        sheets.rows_of(with_sheet(CROWD))


def test_such_a_crowd_of_cells_seldom_comes_so_far() -> None:
    with pytest.raises(ExchangeRefused, match="nén quá"):
        unpack.inspect(with_sheet(CROWD), {})


def test_a_sheet_that_claims_the_whole_grid_costs_nothing() -> None:
    corners = b"<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>"
    started = time.monotonic()
    rows = [row for row in read_rows(with_sheet(corners)) if row.sheet == "Phụ lục 2"]
    assert time.monotonic() - started < 2
    assert [(row.number, len(row.cells)) for row in rows] == [(1, reading_child.MOST_COLUMNS)]


def test_a_child_that_does_not_answer_in_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "TIME_LIMIT", 0.0)
    with pytest.raises(ExchangeRefused, match="trong thời hạn"):
        sheets.rows_of(GOOD)
    assert not multiprocessing.active_children()


def test_each_kind_of_cell_is_told_apart() -> None:
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    sheet.append(["chữ", 30.162, "=A1", True, 0.5])
    sheet["E1"].number_format = "0.0%"
    book.create_sheet("Ẩn").append(["giấu"])
    book["Ẩn"].sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    (row,) = read_rows(file.getvalue())
    assert row.cells[:6] == (
        ReadCell("text", "chữ"),
        ReadCell("number", "30.162"),
        ReadCell("formula", "=A1"),
        ReadCell("other", "True"),
        ReadCell("percent", "0.5"),
        None,
    )


def test_what_passes_the_gate_is_what_the_child_sees() -> None:
    with ZipFile(io.BytesIO(GOOD)) as package:
        assert (
            {name: package.read(name) for name in package.namelist()} == gate.passed(GOOD) == members_of(GOOD)
        )

"""Lists as workbooks."""

import io
from datetime import date, datetime, time
from decimal import Decimal

from openpyxl import load_workbook

from cchc_desktop.documents.list_sheet import ListColumn, ListSheet, list_workbook

LIST = ListSheet(
    "Sổ khảo sát",
    "UBND phường Mẫu",
    date(2026, 9, 15),
    (
        ListColumn("Mã", 8),
        ListColumn("Ngày", 13),
        ListColumn("Số phiếu", 10),
        ListColumn("Năm", 8, is_year=True),
    ),
    (
        ("=HYPERLINK(1)", date(2026, 2, 9), Decimal(1234), Decimal(2026)),
        ("+84 905", "", "", ""),
        ("dòng\x07một", "", "", ""),
    ),
)


def test_days_and_numbers_are_kept_as_such_and_a_text_is_never_a_formula() -> None:
    book = load_workbook(io.BytesIO(list_workbook(LIST)))
    sheet = book["Sổ khảo sát"]
    head, first, second, third = sheet.iter_rows()
    assert [cell.value for cell in head] == ["Mã", "Ngày", "Số phiếu", "Năm"]
    assert [cell.value for cell in first] == [
        "=HYPERLINK(1)",
        datetime.combine(date(2026, 2, 9), time()),
        1234,
        2026,
    ]
    assert [cell.data_type for cell in first] == ["s", "d", "n", "n"]
    assert [cell.number_format for cell in first[1:]] == ["dd/mm/yyyy", "#,##0", "0"]
    assert [cell.value for cell in second] == ["+84 905", None, None, None]
    assert third[0].value == "dòngmột"


def test_the_heading_stays_in_sight_and_can_be_filtered() -> None:
    sheet = load_workbook(io.BytesIO(list_workbook(LIST))).active
    assert sheet
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:D4")
    assert sheet.column_dimensions["B"].width == 13


def test_the_same_list_gives_the_same_bytes() -> None:
    assert list_workbook(LIST) == list_workbook(LIST)

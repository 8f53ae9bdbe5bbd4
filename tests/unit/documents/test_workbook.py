"""The workbook: what a person sees in it and may type into it, and that its bytes stay the same."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.sheets import FormSheet, FormSheetRow, ProseSection, WorkbookContent
from cchc_desktop.documents.workbook import COLUMN_TITLES, workbook

CODES = (Decimal(0), Decimal(1))
ROWS = (
    FormSheetRow("PL2.1", "1.", "Số văn bản", "Văn bản", Decimal(1234), "2026", rule="whole"),
    FormSheetRow("PL2.2", "2", "Tỷ lệ", "%", Decimal("42.42"), kind="computed"),
    FormSheetRow("PL2.3", "3", "Kiểm tra", kind="heading"),
    FormSheetRow("PL2.3.1", "3.1", "Đã kiểm tra", "Cơ quan", "Không phát sinh", rule="whole"),
    FormSheetRow("PL2.3.2", "3.2", "Đã xử lý", "Vấn đề", None, rule="whole"),
    FormSheetRow("PL2.4", "4", "Có khảo sát", "Có = 1", Decimal(0), rule=CODES),
    FormSheetRow("PL2.5", "5", "Kinh phí", "Triệu đồng", Decimal("1304.125"), rule="money"),
)
CONTENT = WorkbookContent(
    title="Báo cáo",
    author="UBND phường Mẫu",
    made=date(2026, 9, 14),
    cover=(("Đơn vị", "UBND phường Mẫu"),),
    forms=(FormSheet("Phụ lục 2", ("CÔNG TÁC CHỈ ĐẠO",), ROWS),),
    prose=(ProseSection("I.1", "Về kế hoạch", "Đoạn một.\nĐoạn hai."),),
    state_words=("Không phát sinh", "Báo cáo sau"),
)
FIRST_ROW = 4


def sheet_of(content: WorkbookContent = CONTENT, title: str = "Phụ lục 2") -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(content)))[title]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_the_same_content_gives_the_same_bytes() -> None:
    assert workbook(CONTENT) == workbook(CONTENT)


def test_a_date_of_the_content_and_no_other_stands_in_the_file() -> None:
    with ZipFile(io.BytesIO(workbook(CONTENT))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = package.read("docProps/core.xml")
    assert properties.count(b"2026-09-14T00:00:00Z") == 2


def test_the_sheets_are_cover_forms_and_prose() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(CONTENT)))
    assert book.sheetnames == ["Thông tin", "Phụ lục 2", "Lời văn"]
    assert [cell.value for cell in book["Thông tin"][1]] == ["Đơn vị", "UBND phường Mẫu"]
    assert [row[0].value for row in book["Lời văn"]] == ["Về kế hoạch", "Đoạn một.", "Đoạn hai."]
    assert {row[1].value for row in book["Lời văn"]} == {"I.1"}


def test_a_form_stands_as_on_paper_with_its_keys_in_a_hidden_column() -> None:
    rows = list(sheet_of().values)
    assert [rows[0][0], rows[1][0], rows[2]] == ["Phụ lục 2", "CÔNG TÁC CHỈ ĐẠO", (*COLUMN_TITLES, None)]
    assert rows[3] == ("1.", "Số văn bản", "Văn bản", 1234, "2026", "PL2.1")
    assert rows[6] == ("3.1", "Đã kiểm tra", "Cơ quan", "Không phát sinh", None, "PL2.3.1")
    assert sheet_of().column_dimensions["F"].hidden


def test_the_figure_is_the_last_numeric_cell_of_its_row() -> None:
    for row, expected in zip(sheet_of().iter_rows(min_row=FIRST_ROW), ROWS, strict=True):
        numbers = [cell.value for cell in row if cell.data_type == "n" and cell.value is not None]
        assert numbers == ([float(expected.value)] if isinstance(expected.value, Decimal) else [])


def test_only_answer_cells_are_open_and_no_password_locks_the_rest() -> None:
    sheet = sheet_of()
    assert sheet.protection.sheet
    assert not sheet.protection.password
    opened = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert opened == {f"D{FIRST_ROW + n}" for n, row in enumerate(ROWS) if row.kind == "entry"}


def test_each_answer_cell_says_what_it_takes() -> None:
    rules = {str(rule.sqref): str(rule.formula1) for rule in sheet_of().data_validations.dataValidation}
    assert set(rules) == {"D4", "D7:D8", "D9", "D10"}
    assert rules["D7:D8"].startswith("OR(IF(ISNUMBER(D7),AND(D7>=0,INT(D7)=D7),FALSE)")
    assert rules["D9"] == 'OR(D9=0,D9=1,D9="Không phát sinh",D9="Báo cáo sau")'
    assert "INT" not in rules["D10"]


def test_what_excel_says_of_a_wrong_figure_fits_its_box() -> None:
    for rule in sheet_of().data_validations.dataValidation:
        assert len(str(rule.errorTitle)) <= 32
        assert len(str(rule.error)) <= 225
        assert len(str(rule.formula1)) <= 255


def test_a_form_prints_on_a4_across_the_page_with_its_heading_on_each() -> None:
    sheet = sheet_of()
    assert sheet.page_setup.paperSize == int(Worksheet.PAPERSIZE_A4)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value} == {"Times New Roman"}


def test_a_long_label_gets_the_height_it_needs() -> None:
    long = replace(ROWS[0], label="Số văn bản chỉ đạo đã ban hành " * 6)
    sheet = sheet_of(replace(CONTENT, forms=(FormSheet("Phụ lục 2", (), (long, ROWS[1])),)))
    assert (sheet.row_dimensions[3].height or 0) >= 4 * 16
    assert sheet.row_dimensions[4].height is None


def test_a_paragraph_too_long_for_a_row_goes_on_in_the_next() -> None:
    text = " ".join(f"từ{n}" for n in range(2_000))
    sheet = sheet_of(replace(CONTENT, prose=(ProseSection("I.1", "Mục", text),)), "Lời văn")
    pieces = [str(row[0].value) for row in sheet.iter_rows(min_row=2)]
    assert len(pieces) > 1
    assert " ".join(pieces) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+84 123", "-5", "@SUM(A1)", "\tthụt", "\rvề đầu", "#REF!", "12", "a\x00b\x1f\ufffe"]
)
def test_text_is_text_whatever_sign_it_begins_with(text: str) -> None:
    row = replace(ROWS[0], stt=text, label=text, unit=text, note=text)
    cells = sheet_of(replace(CONTENT, forms=(FormSheet("Phụ lục 2", (), (row,)),)))[3]
    assert [cell.data_type for cell in cells] == ["s", "s", "s", "n", "s", "s"]
    assert cells[1].value == text.replace("\r", "\n").replace("\x00b\x1f\ufffe", "b")


@given(st.text(max_size=60), st.decimals(0, 10**12, places=2))
def test_wild_labels_and_figures_come_back(label: str, figure: Decimal) -> None:
    row = replace(ROWS[0], label=label, value=figure)
    cells = sheet_of(replace(CONTENT, forms=(FormSheet("Phụ lục 2", (), (row,)),)))[3]
    assert cells[1].data_type in "sn"
    assert Decimal(str(cells[3].value)) == figure

"""A list as a workbook of one sheet: a heading that stays, and one row an entry."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from cchc_desktop.documents.timeless import TimelessPackage
from cchc_desktop.values.text import composed, printable

ListValue: TypeAlias = str | Decimal | date
_DATE_FORMAT = "dd/mm/yyyy"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """The heading of one column, and its width in characters."""

    label: str
    width: int
    is_year: bool = False
    """Whether its numbers are years, whose digits are not grouped."""


@dataclass(frozen=True, slots=True)
class ListSheet:
    """Everything the workbook shows, and nothing else. A text is text, whatever sign it begins with."""

    title: str
    author: str
    made: date
    columns: tuple[ListColumn, ...]
    rows: Sequence[Sequence[ListValue]]
    """An empty text for an empty cell."""


def list_workbook(content: ListSheet) -> bytes:
    """Return the bytes of the .xlsx file; the same content gives the same bytes."""
    book = Workbook(write_only=True)
    book.properties = DocumentProperties(creator=_text(content.author), title=_text(content.title))
    book.properties.created = book.properties.modified = datetime.combine(content.made, time())
    sheet: Worksheet = book.create_sheet(_text(content.title))
    sheet.freeze_panes = "A2"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:1"
    last = get_column_letter(len(content.columns))
    sheet.auto_filter.ref = f"A1:{last}{len(content.rows) + 1}"
    for place, column in enumerate(content.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.append([_cell(sheet, column.label, is_bold=True) for column in content.columns])
    for row in content.rows:
        sheet.append(
            [
                _cell(sheet, value, is_year=column.is_year) if value != "" else None
                for column, value in zip(content.columns, row, strict=True)
            ]
        )
    file = io.BytesIO()
    with TimelessPackage(file, "w") as package:
        ExcelWriter(book, package).save()
    return file.getvalue()


def _cell(sheet: Worksheet, value: ListValue, *, is_bold: bool = False, is_year: bool = False) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.value = _text(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"  # a text that looks like a formula stays a text
    cell.font = Font(name="Times New Roman", size=12, bold=is_bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, date):
        cell.number_format = _DATE_FORMAT
    elif isinstance(value, Decimal):
        cell.number_format = "0" if is_year else "#,##0"
    return cell


def _text(text: str) -> str:
    return printable(composed(text))

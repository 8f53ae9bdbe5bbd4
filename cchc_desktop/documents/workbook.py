"""The workbook of a report: printed forms that anybody can open, written from plain data.

Rows are streamed through openpyxl's write-only mode with one styled cell for each kind of place, which is
several times faster than styling every cell anew. The same content gives the same bytes.
"""

import io
import textwrap
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from string import ascii_uppercase

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, Protection, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from cchc_desktop.documents.sheets import FormSheet, FormSheetRow, ProseSection, WorkbookContent
from cchc_desktop.documents.timeless import TimelessPackage
from cchc_desktop.documents.validation import validations
from cchc_desktop.values.text import composed, printable

COVER_TITLE = "Thông tin"
PROSE_TITLE = "Lời văn"
COLUMN_TITLES = ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú")
_COVER_WIDTHS = (30, 70)
_FORM_WIDTHS = (7, 47, 14, 15, 20)
_PROSE_WIDTHS = (85,)
_KEY_COLUMN = "F"
_PROSE_KEY_COLUMN = "B"
_LINE_HEIGHT = 16
_HIGHEST_ROW = 409
_NARROW_LETTERS = 1.1
"""Times New Roman at 12 points fits so many letters in the width of one digit of the default font."""
_LONGEST_PARAGRAPH = 1_800
"""A longer paragraph goes on in the next row, so that no row needs more than its greatest height."""
_MOST_DECIMALS = 6
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


@dataclass(frozen=True, slots=True)
class _Place:
    """A kind of place on a sheet: how what is written there looks."""

    horizontal: str = "left"
    bold: bool = False
    italic: bool = False
    box: bool = False
    wrap: bool = True
    unlocked: bool = False
    number_format: str = "General"


class _Sheet:
    """A sheet being streamed, with its styled cells."""

    def __init__(
        self, book: Workbook, styles: dict[_Place, Cell], title: str, widths: tuple[float, ...]
    ) -> None:
        self._styles = styles
        self.sheet: Worksheet = book.create_sheet(title)  # a streamed sheet offers what is used of it here
        self._cells: dict[tuple[int, _Place], Cell] = {}
        self._row = 0
        self._widths = widths
        for letter, width in zip(ascii_uppercase, widths, strict=False):
            self.sheet.column_dimensions[letter].width = width

    def write(self, *row: tuple[_Place, Decimal | str | None]) -> None:
        """Append a row as high as its longest text; every text is text, whatever sign it begins with."""
        self._row += 1
        lines = max(map(_lines, row, self._widths), default=1)
        if lines > 1:
            self.sheet.row_dimensions[self._row].height = min(lines * _LINE_HEIGHT, _HIGHEST_ROW)
        self.sheet.append([self._filled(column, place, value) for column, (place, value) in enumerate(row)])

    def _filled(self, column: int, place: _Place, value: Decimal | str | None) -> Cell:
        cell = self._cells.get((column, place))
        if cell is None:
            cell = self._cells[column, place] = self._styled(place)
        content = _text(value) or None if isinstance(value, str) else value
        cell.value = content
        if isinstance(content, str):
            cell.data_type = "s"
        return cell

    def _styled(self, place: _Place) -> Cell:
        """Return a cell that looks like the place; the workbook works each look out once."""
        if place not in self._styles:
            self._styles[place] = _styled(self.sheet, place)
        cell = copy(self._styles[place])
        cell.parent = self.sheet
        return cell


_HEAD = _Place("centerContinuous", bold=True, wrap=False)
_COLUMN_HEAD = _Place("center", bold=True, box=True)
_LABEL = _Place()
_BOLD = _Place(bold=True)
_HIDDEN = _Place(wrap=False)
_TO_FILL_IN = _Place(box=True, unlocked=True)


def workbook(content: WorkbookContent) -> bytes:
    """Return the bytes of the .xlsx file that shows the content."""
    book = Workbook(write_only=True)
    book.properties = DocumentProperties(creator=_text(content.author), title=_text(content.title))
    book.properties.created = book.properties.modified = datetime.combine(content.made, time())
    book.calculation = None
    styles: dict[_Place, Cell] = {}
    _write_cover(_Sheet(book, styles, COVER_TITLE, _COVER_WIDTHS), content)
    for form in content.forms:
        _write_form(_Sheet(book, styles, form.title, _FORM_WIDTHS), form, content.state_words)
    _write_prose(_Sheet(book, styles, PROSE_TITLE, _PROSE_WIDTHS), content.prose)
    file = io.BytesIO()
    with TimelessPackage(file, "w") as package:
        ExcelWriter(book, package).save()
    return file.getvalue()


def _write_cover(out: _Sheet, content: WorkbookContent) -> None:
    _lay_out(out.sheet)
    for label, value in content.cover:
        out.write((_BOLD, label), (_TO_FILL_IN if label in content.to_fill_in else _LABEL, value))


def _write_form(out: _Sheet, form: FormSheet, words: tuple[str, ...]) -> None:
    header_row = len(form.name_lines) + 2
    _lay_out(out.sheet, hidden=_KEY_COLUMN, header_row=header_row)
    for validation in validations(form.rows, "D", header_row + 1, words):
        out.sheet.data_validations.append(validation)
    for line in (form.title, *form.name_lines):
        out.write((_HEAD, line), *((_HEAD, None),) * (len(COLUMN_TITLES) - 1))
    out.write(*((_COLUMN_HEAD, title) for title in COLUMN_TITLES))
    for row in form.rows:
        out.write(*_form_row(row))


def _form_row(row: FormSheetRow) -> Iterator[tuple[_Place, Decimal | str | None]]:
    bold, italic = row.kind == "heading", row.italic
    centred = _Place("center", bold, italic, box=True)
    text = _Place("left", bold, italic, box=True)
    side = "right" if isinstance(row.value, Decimal) else "center"
    shown = _number_format(row.value) if isinstance(row.value, Decimal) else "General"
    figure = _Place(side, bold, italic, box=True, unlocked=row.kind == "entry", number_format=shown)
    yield from ((centred, row.stt), (text, row.label), (centred, row.unit))
    yield from ((figure, row.value), (text, row.note), (_HIDDEN, row.key))


def _write_prose(out: _Sheet, prose: tuple[ProseSection, ...]) -> None:
    _lay_out(out.sheet, hidden=_PROSE_KEY_COLUMN)
    for section in prose:
        out.write((_BOLD, section.heading), (_HIDDEN, section.id))
        for paragraph in composed(section.text).split("\n"):
            for piece in textwrap.wrap(paragraph, _LONGEST_PARAGRAPH):
                out.write((_LABEL, piece), (_HIDDEN, section.id))


def _lay_out(sheet: Worksheet, *, hidden: str = "", header_row: int = 0) -> None:
    """Set up the page before its first row is streamed: A4, as wide as the paper, locked without password."""
    if hidden:
        sheet.column_dimensions[hidden].hidden = True
    if header_row:
        sheet.freeze_panes = f"A{header_row + 1}"
        sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    if (footer := sheet.oddFooter) is not None:  # an empty footer is falsy
        footer.center.text = "&P/&N"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _styled(sheet: Worksheet, place: _Place) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.font = Font(name="Times New Roman", size=12, bold=place.bold, italic=place.italic)
    cell.alignment = Alignment(place.horizontal, "top", wrap_text=place.wrap)
    cell.protection = Protection(locked=not place.unlocked)
    cell.number_format = place.number_format
    if place.box:
        cell.border = _BOX
    return cell


def _number_format(number: Decimal) -> str:
    exponent = number.normalize().as_tuple().exponent
    decimals = min(-exponent, _MOST_DECIMALS) if isinstance(exponent, int) and exponent < 0 else 0
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _lines(written: tuple[_Place, Decimal | str | None], width: float) -> int:
    """Return how many lines the text takes in a column so many characters wide, rather too many."""
    place, value = written
    if not place.wrap or not isinstance(value, str):
        return 1
    return sum(1 + int(len(line) / (width * _NARROW_LETTERS)) for line in value.split("\n"))


def _text(text: str) -> str:
    return printable(composed(text))

"""The head of the first page: offices, national title, number, day, title, subject, addressees.

Boxes 1 to 5a and 9a of Decree 30/2020, Appendix I.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.documents.word.lines import dashed, name_lines
from cchc_desktop.documents.word.markup import add_paragraph
from cchc_desktop.documents.word.metrics import width
from cchc_desktop.documents.word.page import add_centred, add_rule, add_short_rule, indent
from cchc_desktop.documents.word.paper import TEXT_WIDTH
from cchc_desktop.documents.word.tables import add_cell, add_row, add_table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import Letterhead, Report

COLUMNS = (3829, 5670)  # official sample 1.4
CELL_MARGIN = 57

NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BLANK = " " * 6


def add_head(body: _Element, report: Report) -> None:
    """Append everything that stands above the first sentence."""
    _add_letterhead(body, report.letterhead)
    add_paragraph(body, "Title", report.kind)
    longest = add_centred(body, "Subtitle", report.subject, bold=True)
    if report.window_line:
        add_paragraph(body, "WindowLine", report.window_line)
    add_short_rule(body, longest, TEXT_WIDTH)
    _add_addressees(body, report.addressees)


def _add_letterhead(body: _Element, letterhead: Letterhead) -> None:
    hanging = (TEXT_WIDTH - sum(COLUMNS)) // 2  # the official table is wider than the text
    table = add_table(body, COLUMNS, style="LayoutTable", indent=hanging)
    left, right = COLUMNS
    row = add_row(table)
    _add_office(add_cell(row, left), letterhead)
    _add_national_title(add_cell(row, right))
    row = add_row(table)
    add_paragraph(add_cell(row, left), "DocumentNumber", number_line(letterhead))
    add_paragraph(add_cell(row, right), "PlaceAndDate", place_line(letterhead))


def _add_office(cell: _Element, letterhead: Letterhead) -> None:
    room = COLUMNS[0] - 2 * CELL_MARGIN
    if letterhead.superior:
        lines = name_lines(letterhead.superior, 13, room, bold=False)
        add_paragraph(cell, "SuperiorOffice", "\n".join(lines))
    lines = name_lines(letterhead.office, 13, room, bold=True)
    add_paragraph(cell, "IssuingOffice", "\n".join(lines))
    longest = max(width(line, 13, bold=True) for line in lines)
    add_short_rule(cell, min(longest, room), room)


def _add_national_title(cell: _Element) -> None:
    add_paragraph(cell, "NationalTitle", NATIONAL_TITLE)
    add_paragraph(cell, "Motto", MOTTO)
    add_rule(cell, width(MOTTO, 14, bold=True), COLUMNS[1] - 2 * CELL_MARGIN)


def number_line(letterhead: Letterhead) -> str:
    """Number and symbol; a number below 10 has a leading zero, a missing one leaves room for it."""
    return f"Số: {letterhead.number.zfill(2) if letterhead.number else BLANK}/{letterhead.symbol}"


def place_line(letterhead: Letterhead) -> str:
    """Place and day, with zeros before days below 10 and months below 3; without a day, room for it."""
    if (day := letterhead.issued) is None:
        return f"{letterhead.place}, ngày{BLANK}tháng{BLANK}năm {letterhead.year}"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{letterhead.place}, ngày {day.day:02} tháng {month} năm {day.year}"


def _add_addressees(body: _Element, addressees: tuple[str, ...]) -> None:
    """One addressee on the line of "Kính gửi", several below it with dashes under the colon."""
    items = dashed(addressees)
    if len(items) == 1:
        add_paragraph(body, "Addressee", f"Kính gửi: {items[0].removeprefix('- ')}")
    if len(items) < 2:
        return
    colon = width("Kính gửi", 14)
    start = max(0, (TEXT_WIDTH - colon - max(width(item, 14) for item in items)) // 2)
    indent(add_paragraph(body, "AddresseeList", "Kính gửi:"), start)
    for item in items:
        indent(add_paragraph(body, "AddresseeList", item), start + colon, 0)

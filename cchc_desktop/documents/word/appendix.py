"""The forms: each on a page of its own, with two header rows that stand again on every page."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from math import ceil
from typing import TYPE_CHECKING

from cchc_desktop.documents.word.markup import add, add_face, add_paragraph, fill, new_root, properties, w
from cchc_desktop.documents.word.metrics import width
from cchc_desktop.documents.word.page import add_centred, add_short_rule
from cchc_desktop.documents.word.paper import TEXT_WIDTH
from cchc_desktop.documents.word.tables import add_cell, add_row, add_table

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc_desktop.documents.content import Annex, AppendixRow, AppendixTable

COLUMNS = (720, 3860, 1700, 1380, 1127)  # STT, label, unit, figure, note: the text's width together
CELL_MARGIN, PADDING, LINE = 57, 30, 276  # beside, above and below a text; a line of 12 points
_STYLES = ("TableFigure", "TableText", "TableFigure", "TableFigure", "TableText")
_NUMBER = re.compile(r"(\d) ")  # 6 tháng: a number stays with its word
_CODE = re.compile(r"(= *\d+;?)\s+(?=\S)")
BLANK = "……"  # an answer the office still owes; a heading row has none


def add_appendix(body: _Element, appendix: AppendixTable) -> None:
    """Append one form with its titles."""
    add_titles(body, appendix)
    table = add_table(body, COLUMNS, style="TableGrid")
    _add_header_rows(table, appendix)
    for row in appendix.rows:
        table.append(_filled(row))
    if appendix.below:
        add_paragraph(body, "BodyText", appendix.below)


def add_titles(body: _Element, appendix: AppendixTable | Annex) -> None:
    """Append number, name and "(Kèm theo …)" of an appendix (Decree 30/2020, Appendix I, III.1)."""
    add_paragraph(body, "AppendixNumber", appendix.title)
    for line in appendix.name_lines:
        add_paragraph(body, "AppendixName", line)
    if appendix.attached:
        longest = add_centred(body, "AppendixOf", appendix.attached)
        add_short_rule(body, longest, TEXT_WIDTH)


def _add_header_rows(table: _Element, appendix: AppendixTable) -> None:
    """Two rows: "Kết quả thống kê" spans unit and figure, the other columns span both rows."""
    number, label, unit, figure, note = COLUMNS
    height = _header_height(appendix) // 2
    row = add_row(table, header=True, height=height)
    add_paragraph(add_cell(row, number, merge="restart"), "TableHead", "STT")
    heading = add_paragraph(add_cell(row, label, merge="restart"), "TableHead", appendix.column)
    if appendix.column_hint:
        _add_hint(heading, "\n" + _NUMBER.sub("\\1\u00a0", appendix.column_hint))
    add_paragraph(add_cell(row, unit + figure, span=2), "TableHead", "Kết quả thống kê")
    add_paragraph(add_cell(row, note, merge="restart"), "TableHead", "Ghi chú")
    row = add_row(table, header=True, height=height)
    add_paragraph(add_cell(row, number, merge="continue"), "TableHead")
    add_paragraph(add_cell(row, label, merge="continue"), "TableHead")
    add_paragraph(add_cell(row, unit), "TableHead", "Đơn vị tính")
    add_paragraph(add_cell(row, figure), "TableHead", "Số liệu")
    add_paragraph(add_cell(row, note, merge="continue"), "TableHead")


def _header_height(appendix: AppendixTable) -> int:
    """The height that the heading of the second column needs, in twips."""
    room = COLUMNS[1] - 2 * CELL_MARGIN
    texts = (width(appendix.column, 12, bold=True), width(appendix.column_hint, 12))
    lines = sum(ceil(text / room) for text in texts)
    return max(2, lines) * LINE + 4 * PADDING


def _add_hint(paragraph: _Element, text: str) -> None:
    run = add(paragraph, "r")
    face = add(run, "rPr")
    add(face, "b", val=0)
    add(face, "i")
    fill(run, text)


def _filled(row: AppendixRow) -> _Element:
    figure = row.figure or ("" if row.kind == "heading" else BLANK)
    element = deepcopy(_empty_row(heading=row.kind == "heading", italic=row.italic))
    cells = element.iterchildren(w("tc"))
    for cell, text in zip(cells, (row.stt, row.label, _unit(row), figure, row.note), strict=True):
        fill(cell[-1][-1], text)
    if row.hint:
        _add_hint(element[2][-1], f" {row.hint}")
    return element


def _unit(row: AppendixRow) -> str:
    """The unit; of a list of codes ("Có = 1; Không = 0") each on a line of its own."""
    return _CODE.sub(r"\1\n", row.unit)


@cache
def _empty_row(*, heading: bool, italic: bool) -> _Element:
    """A row to copy: setting one up afresh for every indicator takes three times as long.

    The heading of a group is bold and stays on the page of the row below it.
    """
    row = add_row(new_root("tbl"))
    for column, style in zip(COLUMNS, _STYLES, strict=True):
        paragraph = add_paragraph(add_cell(row, column), style)
        if heading:
            add(properties(paragraph), "keepNext")
        add_face(paragraph, bold=heading, italic=italic)
    return row

"""The appendices: titles, and a table with two header rows (Decree 30/2020, Appendix I, III.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc_desktop.office.printed.preview import BLANK_FIGURE, CELL_MARGIN, FORM_COLUMNS, Run
from ui.preview.blocks import Cell, Grid, Passage, Piece, Row, Section, passage
from ui.preview.frame import centred

if TYPE_CHECKING:
    from cchc_desktop.office.printed.preview import Annex, AppendixRow, AppendixTable

_STYLES = ("TableFigure", "TableText", "TableFigure", "TableFigure", "TableText")
_NUMBER = re.compile(r"(\d) ")  # 6 tháng: a number stays with its word
_CODE = re.compile(r"(= *\d+;?)\s+(?=\S)")  # of a list of codes, each has a line


def form(appendix: AppendixTable) -> Section:
    """Return one appendix as a section of its own."""
    rows = (*_header_rows(appendix), *(_row(row) for row in appendix.rows))
    below = [passage("BodyText", appendix.below)] if appendix.below else []
    table = Grid(FORM_COLUMNS, rows, side=CELL_MARGIN, lines=True)
    return Section(appendix.title, (*titles(appendix), table, *below))


def titles(appendix: AppendixTable | Annex) -> tuple[Passage, ...]:
    """Return number, name and "(Kèm theo …)" of an appendix."""
    above = [passage("AppendixNumber", appendix.title)]
    above += [passage("AppendixName", line) for line in appendix.name_lines]
    if appendix.attached:
        above += centred("AppendixOf", appendix.attached)
    return tuple(above)


def _header_rows(appendix: AppendixTable) -> tuple[Row, Row]:
    """Two rows: "Kết quả thống kê" spans unit and figure, the other columns span both rows."""
    label = passage("TableHead", appendix.column)
    if appendix.column_hint:
        hint = Piece("\n" + _NUMBER.sub("\\1\u00a0", appendix.column_hint), italic=True)
        label = Passage(label.style, (*label.pieces, hint))
    upper = (
        Cell(0, (passage("TableHead", "STT"),), rows=2),
        Cell(1, (label,), rows=2),
        Cell(2, (passage("TableHead", "Kết quả thống kê"),), columns=2),
        Cell(4, (passage("TableHead", "Ghi chú"),), rows=2),
    )
    lower = (Cell(2, (passage("TableHead", "Đơn vị tính"),)), Cell(3, (passage("TableHead", "Số liệu"),)))
    return Row(upper, header=True), Row(lower, header=True)


def _row(row: AppendixRow) -> Row:
    is_heading = row.kind == "heading"
    figure = row.figure or ("" if is_heading else BLANK_FIGURE)
    texts = (row.stt, row.label, _CODE.sub("\\1\n", row.unit), figure, row.note)
    hints = ("", f" {row.hint}" if row.hint else "", "", "", "")
    cells = tuple(
        Cell(column, (passage(style, Run(text, bold=is_heading, italic=row.italic), Run(hint, italic=True)),))
        for column, (style, text, hint) in enumerate(zip(_STYLES, texts, hints, strict=True))
    )
    return Row(cells, keep_next=is_heading)

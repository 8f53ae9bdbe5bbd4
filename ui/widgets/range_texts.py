"""What copying, pasting and filling down mean for cells of a form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

from cchc_desktop.values.text import normal
from ui.models.columns import HEADINGS, Column
from ui.refused import Refused
from ui.widgets import steps
from ui.widgets.ranges import read_range

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cchc_desktop.values.codes import IndicatorCode
    from ui.models.form_model import FormModel

Texts = dict[tuple[int, int], str]
"""Text by row and column of the table."""


@dataclass(slots=True)
class Wishes:
    """Texts sorted by what they are for."""

    figures: dict[IndicatorCode, str] = field(default_factory=dict)
    notes: dict[IndicatorCode, str] = field(default_factory=dict)
    misplaced: list[Refused] = field(default_factory=list)
    """Texts that fell on cells nobody types into."""


def copied(chosen: Sequence[QModelIndex]) -> list[list[str]]:
    """Return the chosen cells as they are shown; a gap in the choice is an empty cell."""
    taken = {(each.row(), each.column()): str(each.data() or "") for each in chosen}
    rows, columns = (sorted({cell[axis] for cell in taken}) for axis in (0, 1))
    return [[taken.get((row, column), "") for column in columns] for row in rows]


def pasted(text: str, chosen: Sequence[QModelIndex], columns: Sequence[int]) -> Texts:
    """Return the text's cells laid out from the choice's upper left; a single one fills the whole choice.

    `columns` are those that are seen; what goes beyond the last of them falls outside the table.
    """
    lines = read_range(text)
    if len(lines) == 1 and len(lines[0]) == 1:
        return {(each.row(), each.column()): lines[0][0] for each in chosen}
    top, left = min(each.row() for each in chosen), min(each.column() for each in chosen)
    beside = [column for column in columns if column >= left]
    return {
        (top + down, beside[right] if right < len(beside) else columns[-1] + right): words
        for down, line in enumerate(lines)
        for right, words in enumerate(line)
    }


def filled_down(form: FormModel, chosen: Iterable[QModelIndex]) -> Texts:
    """Return the uppermost chosen cell of each column for those below; a single one takes the cell above."""
    columns: dict[int, list[int]] = {}
    for each in chosen:
        if takes_text(form, each):
            columns.setdefault(each.column(), []).append(each.row())
    texts: Texts = {}
    for column, places in columns.items():
        first, *rest = sorted(places)
        source = first if rest else steps.above(form, first)
        if source is not None:
            words = str(form.index(source, column).data(Qt.ItemDataRole.EditRole) or "")
            texts.update({(place, column): words for place in rest or [first]})
    return texts


def sorted_out(form: FormModel, texts: Mapping[tuple[int, int], str]) -> Wishes:
    """Return which text is for which figure or note."""
    wishes = Wishes()
    for (place, column), text in texts.items():
        cell = form.index(place, column)
        if not takes_text(form, cell):
            if text.strip():
                wishes.misplaced.append(_misplaced(form, place, column, text))
        elif column == Column.FIGURE:
            wishes.figures[form.row_at(cell).code] = text
        else:
            wishes.notes[form.row_at(cell).code] = text
    return wishes


def _misplaced(form: FormModel, place: int, column: int, text: str) -> Refused:
    told = f"“{normal(text)}” rơi vào chỗ không nhập được"
    if place >= form.rowCount() or column >= form.columnCount():
        return Refused(text, None, f"{told}: ngoài bảng {form.appendix.title}.")
    row = form.row_at(form.index(place, column))
    where = f"cột {HEADINGS[Column(column)]}, dòng {row.stt or row.label}"
    return Refused(text, row.code, f"{told}: {where} {form.appendix.title}.")


def takes_text(form: FormModel, cell: QModelIndex) -> bool:
    """Whether a person types into the cell."""
    return bool(form.flags(cell) & Qt.ItemFlag.ItemIsEditable)

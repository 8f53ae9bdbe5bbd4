"""What is to say about the current cell of a register, under its table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from cchc_desktop.registers.wording import remark_words
from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.moment import short_moment
from ui import look
from ui.registers.register_model import weight_of
from ui.widgets.linked_text import lines, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtCore import QModelIndex

    from cchc_desktop.office.journal.telling import Told
    from cchc_desktop.registers.remarks import Remark
    from ui.registers.register_model import RegisterModel

_STEPS = 12
"""Of a line's history the latest are shown."""
_QUIET = "Không có gì lạ ở ô này."


class EntryStrip(QTextBrowser):
    """The cell's place and help, what is odd with its remedy, and texts that were not taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Về ô đang chọn trong sổ")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(look.GRID)

    def show_cell(self, model: RegisterModel, index: QModelIndex, history: Sequence[Told] = ()) -> None:
        """Tell about a cell, and what was changed in its line."""
        self.setHtml("".join((*_told(model, index), *_changes(history))))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_messages(self, messages: Iterable[str]) -> None:
        """Tell why something could not be done, or what was done."""
        self.setHtml("".join(paragraph(message) for message in messages))


def _told(model: RegisterModel, index: QModelIndex) -> Iterator[str]:
    column = model.column_at(index.column())
    entry = model.entry_at(index.row())
    place = f"Dòng {entry.id}" if entry.id else "Dòng mới"
    yield paragraph(f"{place} · {column.label}" if column else place, bold=True)
    if model.closed:
        yield paragraph(model.closed)
    if draft := model.draft_at(index):
        yield _weighed(Severity.BLOCK, "Chưa lưu", "", draft.reason, "")
    remarks = model.remarks_at(index)
    for remark in remarks:
        words = remark_words(remark, model.register, entry)
        yield _weighed(weight_of(remark), _title(remark), remark.code, words.message, words.remedy)
    if column and column.help:
        yield paragraph(column.help)
    elif column and not remarks and not draft:
        yield paragraph(_QUIET)


def _changes(history: Sequence[Told]) -> Iterator[str]:
    if not history:
        return
    yield paragraph("Đã thay đổi", bold=True)
    for told in reversed(history[-_STEPS:]):
        before, after = (" · ".join(text.splitlines()) or "trống" for text in (told.before, told.after))
        when = short_moment(told.at)
        yield paragraph(f"{when}, {told.who or 'chưa ghi tên'} ({told.source}): {before} → {after}")


def _title(remark: Remark) -> str:
    return weight_of(remark).label


def _weighed(severity: Severity, title: str, code: str, message: str, remedy: str) -> str:
    colour = look.colour_of(severity).name()
    told = [f'<b style="color:{colour}">{escape(title)}</b> <small>{escape(code)}</small>', escape(message)]
    return lines(*told, *([f"<i>{escape(remedy)}</i>"] if remedy else []))

"""The row of tools above the text, each with its name, its key in the tooltip."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from cchc_desktop.narrative.blocks import LineKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.prose.editor import ProseEditor

_ROWS, _COLUMNS = 3, 3


class TextTools(QToolBar):
    """What does not fit the width waits behind the arrow at the end."""

    def __init__(self, editor: ProseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setAccessibleName("Công cụ soạn lời văn")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._on_text: list[QAction] = []
        self._add(
            "Chèn số liệu {",
            "Chọn chỉ tiêu để chèn số đi theo bảng số liệu (Ctrl+K hoặc gõ {)",
            editor.begin_figure,
        )
        self.note = self._add("Chú thích", "Chú thích cuối trang (Ctrl+Alt+F)", lambda: None)
        self.addSeparator()
        self._add("Đậm", "Chữ đậm (Ctrl+B)", editor.toggle_bold)
        self._add("Nghiêng", "Chữ nghiêng (Ctrl+I)", editor.toggle_italic)
        self._add("Gạch đầu dòng", "Gạch đầu dòng (Ctrl+L)", lambda: editor.toggle_kind(LineKind.ITEM))
        self._add("Tiêu đề nhỏ", "Tiêu đề nhỏ, không đánh số (Ctrl+T)", self._toggle_heading)
        self._add("Bảng", "Bảng nhỏ 3 × 3; Tab ở ô cuối thêm dòng", partial(insert_small_table, editor))
        for more in self.findChildren(QToolButton, "qt_toolbar_ext_button"):
            more.setAccessibleName("Công cụ khác")

    def enable(self, *, may_write: bool) -> None:
        """Let the tools be used, or not."""
        for action in self._on_text:
            action.setEnabled(may_write)

    def _add(self, words: str, tip: str, job: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setToolTip(tip)

        def work() -> None:
            self._editor.settle()  # the tool is for the text as it is seen, the word being composed included
            job()
            self._editor.setFocus()

        action.triggered.connect(work)
        self.addAction(action)
        self._on_text.append(action)
        return action

    def _toggle_heading(self) -> None:
        self._editor.toggle_kind(LineKind.HEADING)


def insert_small_table(editor: ProseEditor) -> None:
    """Put an empty table in at the caret, which goes to its first cell; none goes into another."""
    from cchc_desktop.narrative.blocks import Grid, Written
    from ui.prose.texts import insert_table, table_at

    cursor = editor.textCursor()
    if table_at(cursor):
        return
    empty: tuple[tuple[Written, ...], ...] = ((),) * _COLUMNS
    cursor.beginEditBlock()
    insert_table(cursor, Grid(empty, (empty,) * (_ROWS - 1)), {})
    cursor.endEditBlock()
    cursor.setPosition(cursor.position() - 1)
    if table := table_at(cursor):
        editor.setTextCursor(table.cellAt(0, 0).firstCursorPosition())


def shortcut(parent: QWidget, keys: str, job: Callable[[], object]) -> QAction:
    """Give a page a key that works wherever the focus is within it."""
    action = QAction(parent)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda *_checked: job())
    parent.addAction(action)
    return action

"""The menu: every job of the window by its name, with its key beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.widgets.state_menu import StateMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow
    from ui.widgets.entry_table import EntryTable

Std = QKeySequence.StandardKey


class Menus:
    """Fills the window's menu bar; what needs an open report is grey while there is none."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._needing_report: list[QAction] = []
        self._bar = window.menuBar()
        self._file()
        self._edit()
        self._go()
        self._help()

    def weigh(self, *, has_report: bool, has_office: bool) -> None:
        """Show what can be done now."""
        for action in self._needing_report:
            action.setEnabled(has_report)
        self.new_report.setEnabled(has_office)

    def _file(self) -> None:
        menu, window = self._menu("&Tệp"), self._window
        self._add(menu, "&Mở tệp cơ quan…", window.opening.ask_open, Std.Open)
        self._add(menu, "&Tạo tệp cơ quan mới…", window.opening.ask_create)
        self._add(menu, "Mở &cơ quan mẫu", window.opening.open_sample)
        menu.addSeparator()
        self.new_report = self._add(menu, "&Báo cáo mới…", window.opening.ask_new_report, Std.New)
        self._report(menu, "Tạo báo cáo &Word…", window.make_word)
        self._report(menu, "Tạo tệp trao đổ&i…", window.make_exchange)
        menu.addSeparator()
        self._report(menu, "&Lưu", window.save, Std.Save)
        self._add(menu, "Đó&ng cửa sổ", window.close, QKeySequence("Ctrl+Q"))

    def _edit(self) -> None:
        menu, undo = self._menu("&Sửa"), self._window.desk.undo
        for action, words, keys in (
            (undo.createUndoAction(menu, "Hoàn tác"), "&Hoàn tác", "Ctrl+Z"),
            (undo.createRedoAction(menu, "Làm lại"), "&Làm lại", "Ctrl+Y"),
        ):
            action.setText(words)
            action.setShortcut(QKeySequence(keys))
            menu.addAction(action)
        menu.addSeparator()
        self._on_table(menu, "Cắ&t", "cut", Std.Cut)
        self._on_table(menu, "&Sao chép", "copy", Std.Copy)
        self._on_table(menu, "&Dán", "paste", Std.Paste)
        self._on_table(menu, "Điền &xuống", "fill_down", QKeySequence("Ctrl+D"))
        self._on_table(menu, "Xó&a", "clear_cells", Std.Delete)
        menu.addSeparator()
        states = StateMenu(menu)
        states.chosen.connect(self._window.figures.set_state)
        self._needing_report.append(menu.addMenu(states))

    def _go(self) -> None:
        menu, window = self._menu("Đ&i tới"), self._window
        for place, name in enumerate(window.page_names):
            self._report(menu, name, partial(window.show_page, place), QKeySequence(f"Ctrl+{place + 1}"))
        menu.addSeparator()
        self._report(menu, "Phát hiện &kế tiếp", partial(window.go_to_finding, True), QKeySequence("F8"))
        self._report(menu, "Phát hiện &trước", partial(window.go_to_finding, False), QKeySequence("Shift+F8"))

    def _help(self) -> None:
        menu = self._menu("Trợ &giúp")
        self._report(menu, "&Ý nghĩa của dòng", self._window.figures.show_meaning, QKeySequence("F1"))

    def _menu(self, words: str) -> QMenu:
        menu = QMenu(words, self._bar)
        self._bar.addMenu(menu)
        return menu

    def _add(
        self, menu: QMenu, words: str, job: Callable[[], object], keys: QKeySequence | Std | None = None
    ) -> QAction:
        action = QAction(words, menu)
        if keys is not None:
            action.setShortcuts(QKeySequence.keyBindings(keys) if isinstance(keys, Std) else [keys])
        action.triggered.connect(lambda *_checked: job())
        menu.addAction(action)
        return action

    def _report(
        self, menu: QMenu, words: str, job: Callable[[], object], keys: QKeySequence | Std | None = None
    ) -> None:
        self._needing_report.append(self._add(menu, words, job, keys))

    def _on_table(self, menu: QMenu, words: str, name: str, keys: QKeySequence | Std) -> None:
        def on_table() -> None:
            table: EntryTable | None = self._window.figures.table
            if table and table.isVisible():
                getattr(table, name)()

        self._report(menu, words, on_table, keys)

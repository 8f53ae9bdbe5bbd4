"""The menu: every job of the window by its name, with its key beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.opening import SAMPLES
from ui.steps import StepAction
from ui.widgets.bar_menu import BarMenu
from ui.widgets.column_menu import ColumnMenu
from ui.widgets.state_menu import StateMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow
    from ui.widgets.cell_table import CellTable

Std = QKeySequence.StandardKey


class Menus:
    """Fills the window's menu bar; what needs an open office or report is grey while there is none."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._needing_report: list[QAction] = []
        self._needing_office: list[QAction] = []
        self._writing: list[QAction] = []
        self._bar = window.menuBar()
        self._file()
        self._edit()
        self._go()
        self._report_menu()
        self._help()

    def weigh(self, *, has_report: bool, has_office: bool, may_write: bool, is_final: bool) -> None:
        """Show what can be done now."""
        for action in self._needing_office:
            action.setEnabled(has_office)
        for action in self._needing_report:
            action.setEnabled(has_report)
        for action in self._writing:
            action.setEnabled(action.isEnabled() and may_write)
        self._lock.setText("Mở &chốt số liệu…" if is_final else "&Chốt số liệu…")

    def _file(self) -> None:
        menu, window = self._menu("&Tệp"), self._window
        self._add(menu, "&Mở tệp cơ quan…", window.opening.ask_open, Std.Open)
        self._recent = QMenu("Mở &gần đây", menu)
        self._recent.aboutToShow.connect(self._fill_recent)
        menu.addMenu(self._recent)
        self._add(menu, "&Tạo tệp cơ quan mới…", window.opening.ask_create)
        samples = QMenu("Mở &cơ quan mẫu", menu)
        for name, words in SAMPLES.items():
            self._add(samples, words, partial(window.opening.open_sample, name))
        menu.addMenu(samples)
        menu.addSeparator()
        details = self._add(menu, "Thông tin cơ &quan…", window.matters.ask_details)
        backups = self._add(menu, "&Sao lưu và khôi phục…", window.matters.ask_backups)
        journal = self._add(menu, "Nhật &ký thay đổi…", window.matters.ask_journal)
        self._needing_office += [details, backups, journal]
        if window.desk.carrying.stick:
            self._needing_office.append(self._add(menu, "Chép ra thẻ &nhớ", window.stick.carry_out))
        over = self._add(menu, "&Bàn giao tệp cơ quan…", window.mailroom_matters.ask_hand_over)
        support = self._add(menu, "Bản để &hỗ trợ…", window.mailroom_matters.ask_support_copy)
        self._needing_office += [over, support]
        self._writing += [details, backups, over, support]
        self._add(menu, "Th&iết lập…", window.matters.ask_settings, QKeySequence("Ctrl+,"))
        menu.addSeparator()
        self._report(menu, "&Lưu", window.save, Std.Save)
        self._add(menu, "Đó&ng cửa sổ", window.close, QKeySequence("Ctrl+Q"))

    def _edit(self) -> None:
        menu, undo = self._menu("&Sửa"), self._window.desk.undo
        for action, keys in (
            (StepAction("&Hoàn tác", undo, is_back=True, parent=menu), "Ctrl+Z"),
            (StepAction("&Làm lại", undo, is_back=False, parent=menu), "Ctrl+Y"),
        ):
            action.setShortcut(QKeySequence(keys))
            menu.addAction(action)
        menu.addSeparator()
        self._on_table(menu, "Cắ&t", "cut", Std.Cut)
        self._on_table(menu, "&Sao chép", "copy", Std.Copy)
        self._on_table(menu, "&Dán", "paste", Std.Paste)
        self._on_table(menu, "Điền &xuống", "fill_down", QKeySequence("Ctrl+D"))
        self._on_table(menu, "Xó&a", "clear_cells", QKeySequence("Del"))  # X11 calls Ctrl+D so, too
        menu.addSeparator()
        states = StateMenu(menu)
        states.chosen.connect(self._window.figures.set_state)
        chosen = menu.addMenu(states)
        self._needing_report.append(chosen)
        why = self._report(menu, "&Giải trình…", self._window.figures.justify_here, QKeySequence("Ctrl+G"))
        self._writing += [chosen, why]

    def _go(self) -> None:
        menu, window = self._menu("Đ&i tới"), self._window
        for place, page in enumerate(window.pages.in_order):
            key = QKeySequence(f"Ctrl+{place + 1}")
            action = self._add(menu, page.title, partial(window.go_to, page), key)
            (self._needing_report if page.needs_report else self._needing_office).append(action)
        menu.addSeparator()
        after, before = (partial(window.going.to_finding, forward=forward) for forward in (True, False))
        self._report(menu, "Phát hiện &kế tiếp", after, QKeySequence("F8"))
        self._report(menu, "Phát hiện &trước", before, QKeySequence("Shift+F8"))
        self._report(menu, "Tìm &dòng…", window.going.search, Std.Find)
        menu.addSeparator()
        self._report(menu, "Mọi điều về &ô", window.going.toggle_panel, QKeySequence("F9"))
        menu.addMenu(ColumnMenu(window.figures.columns, menu))

    def _report_menu(self) -> None:
        menu, window = self._menu("&Báo cáo"), self._window
        new = self._add(menu, "&Báo cáo mới…", window.matters.ask_new_report, Std.New)
        past = self._add(menu, "Đọc báo cáo &kỳ trước…", window.matters.past.ask)
        self._needing_office += [new, past]
        menu.addSeparator()
        self._lock = self._report(menu, "&Chốt số liệu…", window.matters.ask_lock)
        self._writing += [new, past, self._lock]
        menu.addSeparator()
        self._add(menu, "&Xem xét báo cáo Word…", window.documents.ask_audit)
        self._report(menu, "&So với báo cáo trong tệp…", window.documents.ask_compare)
        figures = self._report(menu, "&Lấy số liệu từ báo cáo Word, Excel…", window.documents.ask_figures)
        self._writing.append(figures)
        self._add(menu, "Lập bộ biểu mẫu từ &tệp của cấp trên…", window.documents.ask_draft)
        menu.addSeparator()
        receive = self._add(menu, "&Nhận tệp…", window.going.ask_received)
        request = self._add(menu, "Lập &yêu cầu báo cáo…", window.mailroom_matters.ask_request)
        self._needing_office += [receive, request]
        colleague = self._report(menu, "&Hỏi đồng nghiệp…", window.mailroom_matters.ask_colleague)
        self._writing += [receive, request, colleague]
        menu.addSeparator()
        self._report(menu, "Tạo báo cáo &Word…", window.make_word)
        self._report(menu, "Tạo tệp trao đổ&i…", window.make_exchange)
        self._report(menu, "In báo cá&o…", window.print_report, Std.Print)

    def _help(self) -> None:
        menu, window = self._menu("Trợ &giúp"), self._window
        self._add(menu, "&Giải thích chỗ này", window.help.explain_here, QKeySequence("F1"))
        self._add(menu, "&Hướng dẫn", window.help.show_guide, QKeySequence("Ctrl+F1"))
        self._add(menu, "&Bàn phím", window.help.show_keys)
        menu.addSeparator()
        self._add(menu, "Giới &thiệu", window.help.show_about)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path, name in self._window.opening.recent:
            words = f"{name} – {path.parent}".replace("&", "&&")
            self._add(self._recent, words, partial(self._window.opening.open, path))
        if self._recent.isEmpty():
            self._recent.addAction("Chưa mở tệp nào").setEnabled(False)

    def _menu(self, words: str) -> QMenu:
        menu = BarMenu(words, self._bar)
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
    ) -> QAction:
        action = self._add(menu, words, job, keys)
        self._needing_report.append(action)
        return action

    def _on_table(self, menu: QMenu, words: str, name: str, keys: QKeySequence | Std) -> None:
        def on_table() -> None:
            tables: tuple[CellTable | None, ...] = (self._window.figures.table, self._window.registers.table)
            for table in tables:
                if table and table.isVisible():
                    getattr(table, name)()

        self._report(menu, words, on_table, keys)

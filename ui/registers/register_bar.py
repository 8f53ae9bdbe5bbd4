"""Above a register: what is listed of it, and where lists come from and go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from cchc_desktop.registers.tasks import TASKS
from ui.look import GRID
from ui.registers.register_table import DELETE_KEY
from ui.widgets.search_bar import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cchc_desktop.registers.schema import Register
    from cchc_desktop.values.period import Window

_OF_PERIOD = 1


class RegisterBar(QWidget):
    """Search as one types, one choice of time, and the jobs of lists."""

    narrowed = Signal()
    """Another text is searched for, or another time is chosen."""
    left = Signal()
    """Enter or Esc in the search line: back to the table, Esc with everything listed again."""
    read_asked = Signal()
    write_asked = Signal()
    remove_asked = Signal()
    stopped = Signal()
    """The slow work is to end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setPlaceholderText("Tìm trong sổ, gõ có dấu hoặc không dấu")
        self.search.setAccessibleName("Tìm trong sổ")
        self.search.setToolTip("Tìm trong sổ (Ctrl+F)")
        self.time = QComboBox()
        self.time.setAccessibleName("Thời gian")
        self.time.addItems(["Tất cả", "Trong kỳ này"])
        self.remove = QPushButton("Xóa dòng")
        self.remove.setToolTip(f"Xóa các dòng đang chọn ({DELETE_KEY.toString()})")
        self.read = QPushButton("Nhập danh sách…")
        self.read.setToolTip("Đọc dòng từ tệp .xlsx hoặc .csv; xem trước rồi mới ghi")
        self.write = QPushButton("Xuất danh sách…")
        self.write.setToolTip("Ghi các dòng đang hiện ra tệp .xlsx hoặc .csv")
        self.stop = QPushButton("Dừng")
        self.stop.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.search, 1)
        for part in (self.time, self.remove, self.read, self.write, self.stop):
            layout.addWidget(part)
        self.search.told.connect(self.narrowed)
        self.time.currentIndexChanged.connect(self.narrowed)
        self.remove.clicked.connect(self.remove_asked)
        self.read.clicked.connect(self.read_asked)
        self.write.clicked.connect(self.write_asked)
        self.stop.clicked.connect(self.stopped)

    @property
    def is_of_period(self) -> bool:
        """Whether only what belongs to the open report is to be listed."""
        return self.time.isEnabled() and self.time.currentIndex() == _OF_PERIOD

    def weigh(self, register: Register, window: Window | None, *, may_write: bool) -> None:
        """Show what can be done with the register now."""
        has_days = bool(register.dated_by) or register is TASKS
        self.time.setEnabled(has_days and window is not None)
        self.time.setToolTip(f"Dòng thuộc kỳ báo cáo đang mở: {window}" if window and has_days else "")
        for button in (self.remove, self.read):
            button.setEnabled(may_write)

    def show_work(self, is_working: bool) -> None:
        """Show that a list is being read or written, and the way to end that."""
        self.stop.setVisible(is_working)
        for button in (self.read, self.write):
            button.setVisible(not is_working)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.search.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

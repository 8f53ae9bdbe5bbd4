"""What an empty list of findings means, and the one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.rules.completeness import unanswered
from ui.look import GRID

if TYPE_CHECKING:
    from cchc_desktop.office.report import OpenReport

_FILTERED = "Không có phát hiện nào khớp bộ lọc. Chọn “Tất cả” và xóa chữ lọc để xem đủ."
_NOT_YET = "Chưa có phát hiện nào. Mỗi khi một ô được nhập, điều sai hoặc lạ được liệt kê ở đây."
_READY = "Mọi dòng đã trả lời và không có phát hiện nào. Có thể chốt số liệu."
_FINAL = "Mọi dòng đã trả lời và không có phát hiện nào. Số liệu đã chốt."


class NoFindings(QWidget):
    """All is well, nothing is in yet, or the filter hides what there is."""

    followed = Signal(str)
    """Code of the first row that waits for its answer."""
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.button = QPushButton()
        self._waiting = ""
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID)
        layout.addStretch()
        layout.addWidget(self.words)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.button.clicked.connect(self._do)

    def show_report(self, report: OpenReport | None, *, is_filtered: bool, may_write: bool) -> None:
        """Say it of a report."""
        waiting = next(unanswered(report.form), None) if report else None
        is_final = bool(report and report.head.stage.holds_figures)
        self._waiting = waiting.cell if waiting else ""
        self.button.setVisible(may_write and not is_filtered and not is_final)
        self.button.setText("Nhập số liệu" if waiting else "Chốt số liệu…")
        if is_filtered:
            self.words.setText(_FILTERED)
        elif waiting or report is None:
            self.words.setText(_NOT_YET)
        else:
            self.words.setText(_FINAL if is_final else _READY)

    def _do(self) -> None:
        if self._waiting:
            self.followed.emit(self._waiting)
        else:
            self.lock_asked.emit()

"""The preview with its controls: which page, how large, and onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.errors import CchcError
from ui.look import GRID
from ui.preview.page_view import PageView
from ui.preview.zoom import LARGEST, SMALLEST, STEP, Fit
from ui.widgets.flow import Flow

if TYPE_CHECKING:
    from cchc_desktop.office.printed.preview import Report


class PreviewPane(QWidget):
    """Shows what the Word report will look like, and prints it."""

    refused = Signal(object)
    """`CchcError`: nothing could be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView()
        self.position = QLabel()
        self.position.setMinimumWidth(self.fontMetrics().horizontalAdvance("Trang 100/100"))
        self.smaller = _tool("−", "Thu nhỏ (Ctrl+−)")
        self.larger = _tool("+", "Phóng to (Ctrl++)")
        self.sizes = QComboBox()
        self.sizes.setAccessibleName("Cỡ trang")
        self.sizes.setToolTip("Cỡ trang; Ctrl+0 về 100 %")
        for fit in Fit:
            self.sizes.addItem(fit.value, fit)
        for percent in range(SMALLEST, LARGEST + 1, STEP):
            self.sizes.addItem(f"{percent} %", percent)
        self.print_button = QPushButton("In…")
        self.print_button.setToolTip("In báo cáo ra giấy hoặc tệp PDF")
        self._arrange()
        self.smaller.clicked.connect(lambda: self.view.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.view.zoom_by(1))
        self.sizes.activated.connect(lambda: self.view.set_zoom(self.sizes.currentData()))
        self.print_button.clicked.connect(self.print_report)
        self.view.page_changed.connect(self._tell_page)
        self.view.zoom_changed.connect(self._tell_zoom)
        self._tell_page(0, 0)

    def set_report(self, report: Report | None) -> None:
        """Show a report, or none."""
        self.view.set_report(report)

    def print_report(self) -> None:
        """Ask where to print and print the pages."""
        from ui.preview.printing import ask_and_print  # Qt's printing takes a while to load

        try:
            ask_and_print(self.view.pages, self)
        except CchcError as refusal:
            self.refused.emit(refusal)

    def _arrange(self) -> None:
        remark = QLabel("Word có thể ngắt trang khác đôi chút.")
        remark.setWordWrap(True)
        bar = QHBoxLayout()
        bar.setSpacing(GRID)
        bar.addLayout(Flow(self.position, self.smaller, self.sizes, self.larger), 1)
        bar.addWidget(self.print_button, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(remark)

    def _tell_page(self, page: int, count: int) -> None:
        self.position.setText(f"Trang {page}/{count}" if count else "Chưa có trang nào")
        self.print_button.setEnabled(count > 0)

    def _tell_zoom(self, zoom: Fit | int) -> None:
        self.sizes.setCurrentIndex(self.sizes.findData(zoom))


def _tool(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(name)
    button.setAccessibleName(name.partition(" (")[0])
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button

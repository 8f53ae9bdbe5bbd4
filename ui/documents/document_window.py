"""A window on one document, beside the window of the office: both can be worked in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStyle, QTextBrowser, QVBoxLayout, QWidget

from ui.dialogs.question import Question
from ui.look import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QPushButton

    from cchc_desktop.errors import CchcError

_SHARE = 0.84
"""Of the screen's width and height."""
_USUAL, _MOST = QSize(1000, 640), 0.96
"""What a list of several columns takes to be read; on a small screen nearly all of that."""


class DocumentWindow(Question):
    """A head, a list, what is to be said of the current line, and jobs; Esc or “Đóng” closes it.

    It has no parent: a window with one stands before it always and would hide what it leads to.
    """

    topic = "xem-xet"

    told_lines = 7
    """How much can be said of a line without scrolling."""

    def __init__(self, title: str, head: str, explanation: str) -> None:
        super().__init__(title, head, explanation)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setWindowFlags(Qt.WindowType.Window)
        self.setGeometry(_place_on(QGuiApplication.primaryScreen().availableGeometry(), self.style()))
        self.told = QTextBrowser()
        self.told.setOpenLinks(False)
        self.told.setAccessibleName("Về dòng đang chọn")
        self.told.setTabChangesFocus(True)
        self.told.document().setDocumentMargin(GRID)
        self.told.setFixedHeight(self.fontMetrics().lineSpacing() * self.told_lines + 2 * GRID)

        self._is_leaving = False
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()

    def showEvent(self, event: QShowEvent) -> None:
        QDialog.showEvent(self, event)  # no question: the list has the height that its words do not need

    @property
    def lost_by_closing(self) -> str:
        """What a person did here that closing would lose, as the end of a sentence; empty: nothing."""
        return ""

    def leave(self) -> None:
        """Close without asking."""
        self._is_leaving = True
        self.close()

    def reject(self) -> None:
        """Close, unless that would lose something: then a person decides."""
        if self._is_leaving or not self.lost_by_closing:
            super().reject()
            return
        question = Question("Đóng cửa sổ", f"Đóng lại thì mất {self.lost_by_closing}.", "", self)
        question.add_button("Ở lại")
        question.add_button("Đóng, bỏ những chỗ ấy", self.leave)
        question.open()

    def tell(self, words: str) -> None:
        """Say what became of a job."""
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))

    def tell_refused(self, refusal: CchcError) -> None:
        """Say why a job could not be done."""
        self.tell(refusal.message)

    def add_row(self, *parts: QWidget, wide: QWidget) -> None:
        """Put fields beside each other; one of them has the room that is left."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for part in parts:
            layout.addWidget(part)
        layout.setStretchFactor(wide, 1)
        self.add_field(row)

    def add_list(self, table: QWidget, empty: str) -> QLabel:
        """Put the list in the middle, with all the room there is, and below it what is told of its line.

        Return the words that stand in its place while it is empty.
        """
        words = QLabel(empty)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(table, 1)
        layout.addWidget(words, 1)
        self.add_field(middle)
        self._layout.setStretchFactor(middle, 1)
        self.add_field(self.told)
        self.add_field(self.outcome)
        return words

    def add_job(self, words: str, job: Callable[[], None], tip: str = "") -> QPushButton:
        """Add a button that leaves the window open."""
        button = self.add_button(words, job)
        button.clicked.disconnect(self.close)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        return button


def _place_on(screen: QRect, style: QStyle) -> QRect:
    """Where a window stands on a screen, below its own title bar: placed by itself that was out of sight."""
    inner = screen.adjusted(0, style.pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight), 0, 0)
    size = (inner.size() * _SHARE).expandedTo(_USUAL).boundedTo(inner.size() * _MOST)
    place = QRect(inner.topLeft(), size)
    place.moveCenter(inner.center())
    return place

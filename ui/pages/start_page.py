"""What to do when nothing is open: the few ways to begin."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.look import GRID
from ui.opening import SAMPLES
from ui.title import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.document_matters import DocumentMatters
    from ui.opening import Opening

_SENTENCE = "Số liệu của cơ quan nằm trong một tệp trên máy này; không gửi đi đâu."
_FIRST = "Lần đầu dùng: tạo tệp cho cơ quan mình, hoặc mở một cơ quan mẫu để xem thử."
_TITLE_SCALE = 1.5


class Way(NamedTuple):
    """A button and what it does."""

    words: str
    take: Callable[[], None]


class StartPage(QWidget):
    """A title, a sentence, and a button for each way to begin; the first, the usual one, has the focus."""

    def __init__(
        self, title: str, sentence: str, ways: tuple[Way, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.setSpacing(GRID)
        head = QLabel(title)
        font = head.font()
        font.setPointSizeF(font.pointSizeF() * _TITLE_SCALE)
        head.setFont(font)
        layout.addWidget(head, alignment=Qt.AlignmentFlag.AlignHCenter)
        words = QLabel(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(GRID)
        self.buttons = [QPushButton(way.words) for way in ways]
        widest = max((button.sizeHint().width() for button in self.buttons), default=0) + 4 * GRID
        for button, way in zip(self.buttons, ways, strict=True):
            button.setMinimumWidth(widest)
            button.clicked.connect(way.take)
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        if self.buttons:
            self.buttons[0].setDefault(True)  # drawn as the usual first step, focus or not
            self.setFocusProxy(self.buttons[0])


def start_page(opening: Opening, documents: DocumentMatters) -> StartPage:
    """Return the page with every way an office file comes onto the desk, and what can be done without one."""
    samples = (
        Way(f"Mở mẫu {words.replace('&', '')}", partial(opening.open_sample, name))
        for name, words in SAMPLES.items()
    )
    ways = (Way("Mở tệp cơ quan…", opening.ask_open), Way("Tạo tệp cơ quan mới…", opening.ask_create))
    has_been_here = bool(opening.recent)
    return StartPage(
        PRODUCT,
        _SENTENCE if has_been_here else f"{_FIRST}\n{_SENTENCE}",
        (
            *(ways if has_been_here else reversed(ways)),
            *samples,
            Way("Xem xét báo cáo Word…", documents.ask_audit),
        ),
    )

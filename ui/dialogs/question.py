"""A question with verbs for buttons."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStyle, QVBoxLayout, QWidget

from ui.look import GRID
from ui.widgets.plain_words import plain_label

_WIDTH_IN_DIGITS = 64


class Question(QDialog):
    """What happened, what to decide, and a button for each decision; Esc decides nothing.

    It opens beside the work: whoever opens it goes on, and the decision comes as a call. F1 opens the help at
    what it asks about.
    """

    topic = ""
    """The page of the help that tells of what is asked; "": the page of the place that it was asked from."""

    def __init__(self, title: str, question: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._layout.setSpacing(GRID)
        if question:
            head = plain_label(question)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            self._layout.addWidget(head)
        if explanation:
            self._layout.addWidget(plain_label(explanation))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        self._buttons.addStretch()
        self._layout.addLayout(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            return
        size = self.size()
        if self._layout.hasHeightForWidth():
            # Qt reckons the height of words for a narrower window, and spreads what is over between them
            size.setHeight(self._layout.totalHeightForWidth(self.width()))
        title_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        self.resize(size.boundedTo(self.screen().availableSize() - QSize(0, title_bar)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.show_help()
        else:
            super().keyPressEvent(event)

    def show_help(self) -> None:
        """Open the help where it tells of what is asked; nothing else can be used while it asks."""
        from ui.dialogs.handbook import Handbook

        place: QWidget | None = self
        while place and not (topic := getattr(place, "topic", "")):
            place = place.parentWidget()
        Handbook(topic, self).show()

    def add_field(self, field: QWidget) -> None:
        """Put a field between the words and the buttons; Enter in it takes the decision, no button in it."""
        for button in field.findChildren(QPushButton):
            button.setAutoDefault(False)
        self._layout.insertWidget(self._layout.count() - 1, field)
        self.setMinimumWidth(max(self.minimumWidth(), field.minimumWidth() + 4 * GRID))

    def add_button(self, words: str, decide: Callable[[], None] | None = None) -> QPushButton:
        """Add a button; without a call it only closes the question."""
        button = QPushButton(words)
        button.setAutoDefault(True)
        if decide:
            button.clicked.connect(decide)
        button.clicked.connect(self.close)
        self._buttons.addWidget(button)
        return button

"""The stations of a report, in the left column."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import line_icon
from ui.look import GRID

_WIDTH_IN_DIGITS = 26
_ICON_SIDE = 18
"""Pixels before scaling."""
_NARROW_WINDOW_IN_DIGITS = 120
"""A window narrower than that shows the icons alone: a cheap notebook at 200 %."""


class Stations(QFrame):
    """One button a page with its key in the tooltip and a small number that says how far it is.

    In a narrow window names and numbers give their room to the pages; the tooltips say both.
    """

    chosen = Signal(int)
    """Place of the page."""

    def __init__(self, pages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Each page is given by its name and its icon's."""
        super().__init__(parent)
        self.setAccessibleName("Các trang")
        self._group = QButtonGroup(self)
        self._names = [name for name, _icon in pages]
        self._words: list[QLabel] = []
        self._numbers: list[QLabel] = []
        self._icons: list[tuple[QLabel, str]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID // 2)
        for place, (name, icon) in enumerate(pages):
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoExclusive(True)  # heard as one of several, not as a box to tick
            button.setFlat(True)
            button.setAutoDefault(True)  # Enter presses it, as it does in dialogs
            button.setAccessibleName(name)
            button.clicked.connect(partial(self.chosen.emit, place))
            self._group.addButton(button, place)
            self._label(button, name, icon)
            self._tell(place)
            layout.addWidget(button)
        layout.addStretch()
        self._draw_icons()
        self._window_width = self.fontMetrics().averageCharWidth() * _NARROW_WINDOW_IN_DIGITS
        self.fit(self._window_width)

    def fit(self, window_width: int) -> None:
        """Show the names beside the icons where the window is wide enough for them."""
        self._window_width = window_width
        digit = self.fontMetrics().averageCharWidth()
        is_wide = window_width >= digit * _NARROW_WINDOW_IN_DIGITS
        for label in (*self._words, *self._numbers):
            label.setVisible(is_wide)
        self.setFixedWidth(digit * _WIDTH_IN_DIGITS if is_wide else _ICON_SIDE + 4 * GRID)
        for button in self._group.buttons():
            button.setMinimumHeight(self.fontMetrics().height() + 2 * GRID)

    def select(self, place: int) -> None:
        """Show which page is the present one; Tab stops at it, arrows lead on to the others."""
        present = self._group.button(place)
        present.setChecked(True)
        for button in self._group.buttons():
            policy = Qt.FocusPolicy.StrongFocus if button is present else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def enable(self, place: int, *, can_open: bool) -> None:
        """Let the page be chosen, or not."""
        self._group.button(place).setEnabled(can_open)

    def set_number(self, place: int, text: str, spoken: str) -> None:
        """Show a station's number; `spoken` says it to a screen reader."""
        self._numbers[place].setText(text)
        self._group.button(place).setAccessibleDescription(spoken)
        self._tell(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
        elif event.type() == QEvent.Type.FontChange and self._group.buttons():
            self.fit(self._window_width)

    def _tell(self, place: int) -> None:
        number = self._numbers[place].text()
        name = f"{self._names[place]}: {number}" if number else self._names[place]
        self._group.button(place).setToolTip(f"{name} (Ctrl+{place + 1})")

    def _draw_icons(self) -> None:
        for label, name in self._icons:
            label.setPixmap(line_icon(name).pixmap(label.size(), label.devicePixelRatio()))

    def _label(self, button: QPushButton, name: str, icon: str) -> None:
        """An icon and a name at the left, a number at the right, which no button of Qt has by itself."""
        number, drawing = QLabel(), QLabel()
        drawing.setFixedSize(_ICON_SIDE, _ICON_SIDE)
        self._icons.append((drawing, icon))
        inside = QHBoxLayout(button)
        inside.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        words = QLabel(name)
        inside.addWidget(drawing)
        inside.addSpacing(GRID // 2)
        inside.addWidget(words)
        inside.addStretch()
        inside.addWidget(number)
        for label in (drawing, words, number):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.append(words)
        self._numbers.append(number)

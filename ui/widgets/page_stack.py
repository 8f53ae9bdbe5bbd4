"""The pages of the stations, one of them shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QStackedWidget

from ui.pages.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.remembered import Remembered

AnyPage = TypeVar("AnyPage", bound=Page)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PageStack(QStackedWidget):
    """Pages in the order of their stations; other widgets stand in their place while none can be shown.

    Enter presses the button that has the focus, as it does in dialogs: elsewhere Qt leaves that to Space.
    """

    def __init__(self) -> None:
        super().__init__()
        self.in_order: list[Page] = []
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """What the page that is shown needs; the others can be larger."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    def add(self, page: AnyPage) -> AnyPage:
        """Give the page the next station."""
        self.in_order.append(page)
        self.addWidget(page)
        return page

    @property
    def shown(self) -> Page | None:
        """The page that is shown."""
        widget = self.currentWidget()
        return widget if isinstance(widget, Page) else None

    @property
    def place(self) -> int:
        """The place of the page that is shown; the first while none is."""
        return self.in_order.index(self.shown) if self.shown else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        if event.key() in _ENTER and isinstance(button, QAbstractButton) and button.hasFocus():
            button.click()
        else:
            super().keyPressEvent(event)

    def commit(self) -> bool:
        """Hand over what every page's open editor holds; say whether all was taken."""
        taken = [page.commit() for page in self.in_order]
        return all(taken)

    def recall(self, remembered: Remembered) -> None:
        """Arrange every page as it was left the last time."""
        for page in self.in_order:
            page.recall(remembered)

    def remember(self, remembered: Remembered) -> None:
        """Keep how every page is arranged."""
        for page in self.in_order:
            page.remember(remembered)

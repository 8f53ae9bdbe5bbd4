"""Where a page is larger than a small screen, large letters or both leave room for, it scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageFrame(QScrollArea):
    """Gives its content all the room there is, and never less than it needs."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidget(_Room(content))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)


class _Room(QWidget):
    """Stands between: Qt would give a content whose words wrap the height it wishes, not the one it needs."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.resize(event.size())

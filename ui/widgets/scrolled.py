"""Fields that scroll where the screen is too low for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_BESIDES = 300
"""What a dialog has besides its fields: title bar, words, buttons, and the system's own bar."""


def scrolled(fields: QWidget) -> QScrollArea:
    """Return the fields in an area as high as they are, as long as the screen has room for that."""
    area = QScrollArea()
    area.setWidget(fields)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else it, not the first field, takes what is typed first
    area.setFrameShape(QFrame.Shape.NoFrame)
    room = QGuiApplication.primaryScreen().availableGeometry().height() - _BESIDES
    wished = fields.sizeHint()
    area.setMinimumHeight(min(wished.height(), room))
    area.setMinimumWidth(wished.width() + area.verticalScrollBar().sizeHint().width())
    return area

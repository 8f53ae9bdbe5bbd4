"""Files dropped on the window, as a file manager does it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.mailroom.intake_tab import IntakeTab
from ui.main_window import MainWindow


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drop the files on the window; say whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
    window.dragEnterEvent(entering)
    if entering.isAccepted():
        window.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none))
    return entering.isAccepted()


def received(qtbot: QtBot, window: MainWindow, *paths: Path) -> IntakeTab:
    """Drop the files and wait until each has its line."""
    assert drop(window, *paths)
    tab = window.exchange.mailroom.intake
    qtbot.waitUntil(lambda: " tệp: " in tab.head.told.text(), timeout=20000)
    return tab


def verdicts(tab: IntakeTab) -> Sequence[str]:
    """Return what the lines say became of each file."""
    return [line.verdict.label for line in tab.table.lines.lines]


def press(dialog: QWidget, words: str) -> None:
    """Click the button of that name."""
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == words)
    assert button.isEnabled()
    button.click()

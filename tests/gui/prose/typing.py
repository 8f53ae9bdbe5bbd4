"""Keys and words for the tests of the prose."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cchc_desktop.office.office import Office
from cchc_desktop.values.period import Period
from ui.prose.editor import ProseEditor

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def on_disk(path: Path, section: str) -> str:
    """What another process would read."""
    with Office.look(path) as office:
        return office.report(Period.read("2026-Q3")).prose.get(section, "")


def send(target: QWidget, text: str) -> None:
    """Type letters of any alphabet; QTest knows ASCII only."""
    for letter in text:
        if letter == "\n":
            QTest.keyClick(target, Key.Key_Return)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def compose(target: QWidget, preedit: str, commit: str = "") -> None:
    """A step of an input method."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(target, event)


def go_to_end(editor: ProseEditor) -> None:
    QTest.keyClick(editor, Key.Key_End, CONTROL)

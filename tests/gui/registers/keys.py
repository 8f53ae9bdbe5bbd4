"""Keys sent to the table that is shown, or to its open editor."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cchc_desktop.registers.entry import RegisterEntry, Value
from ui.desk import Desk
from ui.registers.register_model import FIRST
from ui.registers.register_table import RegisterTable
from ui.registers.workplace import RegisterWorkplace

Key = Qt.Key


def table_of(page: RegisterWorkplace) -> RegisterTable:
    """The table that is shown."""
    assert page.table
    return page.table


def cell(page: RegisterWorkplace, row: int, column: str) -> QModelIndex:
    """A cell of the table that is shown, by the column's stable name."""
    table = table_of(page)
    names = list(table.register.register.by_name)
    return table.register.index(row, names.index(column) + FIRST)


def go(page: RegisterWorkplace, row: int, column: str) -> None:
    """Make a cell the current one."""
    index = cell(page, row, column)
    table_of(page).go_to(index.row(), index.column())


def press(page: RegisterWorkplace, key: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Send the key to where the keyboard is."""
    table = table_of(page)
    QTest.keyClick(table.entry.editor or table, key, modifier or Qt.KeyboardModifier.NoModifier)


def begin(page: RegisterWorkplace, text: str) -> None:
    """Type letters of any alphabet over the current cell."""
    table = table_of(page)
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(table.entry.editor or table, event)


def write(page: RegisterWorkplace, text: str, leave: Key = Key.Key_Tab) -> None:
    """Type over the current cell and leave it."""
    begin(page, text)
    press(page, leave)


def entries(page: RegisterWorkplace) -> Mapping[str, Mapping[str, Value]]:
    """What the model shows, by id."""
    shown: tuple[RegisterEntry, ...] = table_of(page).register.entries
    return {entry.id: entry.values for entry in shown}


def documents(desk: Desk, page: RegisterWorkplace, *codes: str) -> None:
    """Documents as they were written down before the page is looked at."""
    assert desk.office
    for place, code in enumerate(codes, 1):
        given = {"direction": "Đi", "code": code, "issued": f"{place}/8/2026", "subject": f"Văn bản {place}"}
        desk.office.registers.add("documents", given)
    page.bar.narrowed.emit()

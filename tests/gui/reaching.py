"""What a page offers to the keyboard, and to a screen reader."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.models.columns import Column
from ui.widgets.cell_table import CellTable

Key = Qt.Key
Role = QAccessible.Role
_MOST_STEPS = 60
_NAMED = {
    Role.Button,
    Role.ButtonMenu,
    Role.Cell,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.ListItem,
    Role.MenuItem,
    Role.PageTab,
    Role.RadioButton,
    Role.Table,
    Role.Tree,
    Role.TreeItem,
}
"""What has to have a name: all that is worked with or read one by one."""
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def name_of(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name).strip()


def heard(control: QWidget) -> tuple[QAccessible.Role, str]:
    """Return what a screen reader is told of a control."""
    part = QAccessible.queryAccessibleInterface(control)
    return part.role(), name_of(part)


def parts(root: QWidget) -> Iterator[tuple[QAccessibleInterface, str]]:
    """Walk through all that a screen reader finds in a window, each with the names of what it stands in."""
    waiting = [(QAccessible.queryAccessibleInterface(root), "")]
    while waiting:
        part, path = waiting.pop()
        if not part.isValid() or part.state().invisible:
            continue
        yield part, path
        within = f"{path}/{name_of(part) or part.role().name}"
        children = (part.child(place) for place in range(part.childCount()))
        waiting.extend((child, within) for child in children)


def nameless(root: QWidget) -> list[str]:
    """Return all that has to have a name and has none."""
    named = ((part, path) for part, path in parts(root) if part.role() in _NAMED)
    return [f"{part.role().name} in {path}" for part, path in named if not name_of(part)]


def visited(*, forward: bool) -> list[QWidget]:
    """Walk from control to control with Tab, or with Shift+Tab, once around the window."""
    seen: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        control = QApplication.focusWidget()
        assert control
        if control in seen[:-1]:
            break
        if control not in seen:
            seen.append(control)
            if isinstance(control, CellTable):  # Tab goes through its cells first
                control.go_to(control.model().rowCount() - 1 if forward else 0, Column.FIGURE)
        QTest.keyClick(control, Key.Key_Tab, _NONE if forward else _SHIFT)
    return seen


def unreached(page: QWidget) -> set[str]:
    """Return what can be worked with on a page, and neither Tab nor Shift+Tab comes to."""
    usable = {
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
        if each.focusProxy() is None
    }
    return {str(each) for forward in (True, False) for each in usable - {*visited(forward=forward)}}

"""How the cells of a register are typed: choices are picked from a list."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cchc_desktop.registers.reading import write_value
from cchc_desktop.registers.schema import Column, ColumnType, Register
from ui.registers.choice_editor import ChoiceEditor
from ui.registers.register_model import FIRST
from ui.widgets.cell_delegate import CellDelegate, Index
from ui.widgets.entry_editor import EntryEditor


class RegisterDelegate(CellDelegate):
    """Numbers are typed at the right, dates with a hint of their writing."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._register = register

    def editor_for(self, parent: QWidget, index: Index) -> EntryEditor:
        column = self._register.columns[index.column() - FIRST]
        words = choice_words(column)
        editor = ChoiceEditor(words, parent) if words else EntryEditor(parent)
        if isinstance(editor, ChoiceEditor):
            QTimer.singleShot(0, editor, editor.offer)  # once it has its place
        if column.type is ColumnType.NUMBER:
            editor.align_right()
        elif column.type is ColumnType.DATE:
            editor.setPlaceholderText("ngày/tháng/năm")
        entry_id = index.sibling(index.row(), 0).data()
        editor.setAccessibleName(f"{column.label}, dòng {entry_id}")
        return editor


def choice_words(column: Column) -> tuple[str, ...]:
    """Return the words a person picks from in the column; none where she types freely."""
    if column.type is ColumnType.YES_NO:
        return write_value(column, True), write_value(column, False)
    return tuple(column.choices.values())

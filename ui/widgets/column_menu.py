"""The menu of columns: which are shown, and their own widths again."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ui.models.columns import EXPLAINED, HEADINGS, OPTIONAL, Column
from ui.widgets.column_choice import ColumnChoice


class ColumnMenu(QMenu):
    """A tick for every column that may be put away."""

    def __init__(self, choice: ColumnChoice, parent: QWidget | None = None) -> None:
        super().__init__("&Cột", parent)
        self.setToolTipsVisible(True)
        self._choice = choice
        for column in OPTIONAL:
            action = self.addAction(HEADINGS[column])
            action.setToolTip(EXPLAINED.get(column, ""))
            action.setCheckable(True)
            action.setData(column.value)
            action.toggled.connect(partial(self._show, column))
        self.addSeparator()
        self.addAction("Độ rộng tự động", choice.forget_widths)
        choice.changed.connect(self._tick)
        self._tick()

    def _show(self, column: Column, shown: bool) -> None:
        self._choice.show(column, shown=shown)

    def _tick(self) -> None:
        for action in self.actions():
            if action.isCheckable():
                action.setChecked(self._choice.is_shown(Column(action.data())))

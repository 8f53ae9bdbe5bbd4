"""Which columns a person wants to see, and how wide."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, Signal

from ui.models.columns import OPTIONAL, Column


class ColumnChoice(QObject):
    """One choice for all tables of the page; what nobody chose follows the window's width."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden: set[Column] = set()
        self._widths: dict[Column, int] = {}

    def is_shown(self, column: Column) -> bool:
        """Whether the column is to be seen."""
        return column not in self._hidden

    def show(self, column: Column, *, shown: bool) -> None:
        """Show the column, or put it away if it is one that may be."""
        if shown != self.is_shown(column) and column in OPTIONAL:
            self._hidden ^= {column}
            self.changed.emit()

    def width_of(self, column: Column) -> int | None:
        """Return the width a person gave the column, in pixels before scaling."""
        return self._widths.get(column)

    def widen(self, column: Column, width: int) -> None:
        """Remember the width a person drew the column to."""
        if self._widths.get(column) != width:
            self._widths[column] = width
            self.changed.emit()

    def forget_widths(self) -> None:
        """Let every column follow the window again."""
        self._widths.clear()
        self.changed.emit()

    @property
    def written(self) -> str:
        """The choice as the window's settings keep it: JSON."""
        return json.dumps(
            {
                "hidden": sorted(column.name for column in self._hidden),
                "widths": {column.name: width for column, width in self._widths.items()},
            }
        )

    def read(self, written: str) -> None:
        """Take a kept choice; what is not understood is as if nobody chose."""
        try:
            kept = json.loads(written)
            hidden = {Column[name] for name in kept["hidden"]}
            widths = {Column[name]: int(width) for name, width in kept["widths"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        self._hidden, self._widths = hidden & set(OPTIONAL), widths
        self.changed.emit()

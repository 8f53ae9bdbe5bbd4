"""One register in its tab: its table, or what belongs there while it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.look import GRID
from ui.registers.register_model import FIRST, RegisterModel
from ui.registers.register_table import RegisterTable

if TYPE_CHECKING:
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.registers.registers import Registers
    from cchc_desktop.registers.schema import Register
    from cchc_desktop.values.period import Window
    from ui.registers.drawn_widths import Widths

_WIDTH_IN_DIGITS = 70


class RegisterSheet(QStackedWidget):
    """Lists the register as it was asked for: searched, by window, by a column's order."""

    def __init__(self, register: Register, drawn: Widths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.model = RegisterModel(register)
        self.table = RegisterTable(self.model, drawn)
        self.begin = QPushButton("Ghi dòng đầu tiên")
        self._sorted_by, self._descending = register.sorted_by, False
        self._is_begun = False
        self.addWidget(self.table)
        self.addWidget(self._empty())
        self.begin.clicked.connect(self._begin)
        self.table.sorted.connect(self._sort)
        self._registers: Registers | None = None
        self._window: Window | None = None
        self._search = self._closed = ""

    def list_entries(self, registers: Registers, search: str, window: Window | None, closed: str) -> None:
        """List the entries in which the text stands and that belong to the window; None: all of them."""
        self._registers, self._closed = registers, closed
        self._search, self._window = search, window
        self._list()

    def refresh(self, registers: Registers, changes: Changes) -> None:
        """Show again what a change touched in this register."""
        ids = [entry_id for entry_id in changes.entries if entry_id.startswith(self.register.prefix)]
        own = sorted(ids, key=lambda entry_id: (len(entry_id), entry_id))  # as they were given
        if own:
            self.model.refresh(registers.standing(own), registers.remarks(self.register.name))
            self._turn()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written here yet, and the page says what belongs here."""
        return self.currentWidget() is not self.table

    @property
    def is_narrowed(self) -> bool:
        """Whether some entries may be hidden by the search or the window."""
        return bool(self._search or self._window)

    def go_to_remark(self, *, forward: bool) -> bool:
        """Make the next, or previous, cell at which something is odd the current one."""
        index = self.table.currentIndex()
        here, cells = (index.row(), index.column()), self.model.cells_with_remarks()
        ahead = [cell for cell in cells if (cell > here if forward else cell < here)]
        if ahead:
            self.table.go_to(*(ahead[0] if forward else ahead[-1]))
        return bool(ahead)

    def _list(self) -> None:
        if self._registers is None:
            return
        name, index = self.register.name, self.table.currentIndex()
        present = self.model.entry_at(index.row()).id if index.isValid() else ""
        column = max(index.column(), FIRST)
        entries = self._registers.entries(
            name,
            search=self._search,
            window=self._window,
            column=self._sorted_by,
            descending=self._descending,
        )
        self.model.show(entries, self._registers.remarks(name), self._closed)
        order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        place = list(self.register.by_name).index(self._sorted_by) + FIRST
        self.table.horizontalHeader().setSortIndicator(place, order)
        found = self.model.place_of(present) if present else None
        last = self.model.rowCount() - 1
        self.table.go_to(found if found is not None else 0 if self.is_narrowed else max(last, 0), column)
        self._turn()

    def _turn(self) -> None:
        is_empty = not self.model.entries and not self.is_narrowed and not self._is_begun
        self.setCurrentIndex(1 if is_empty else 0)
        self.begin.setVisible(not self.model.closed)
        self.setFocusProxy(self.begin if is_empty else self.table)

    def _begin(self) -> None:
        self._is_begun = True
        self._turn()
        self.table.go_to(self.model.rowCount() - 1, FIRST)
        self.table.setFocus()

    def _sort(self, place: int) -> None:
        column = self.model.column_at(place)
        if column is None:
            return
        self.table.leave_cell()
        self._descending = column.name == self._sorted_by and not self._descending
        self._sorted_by = column.name
        self._list()

    def _empty(self) -> QWidget:
        page = QWidget()
        words = QLabel(f"{self.register.label} chưa có dòng nào.\n\n{self.register.about}")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        width = self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS
        words.setFixedSize(width, words.heightForWidth(width))
        layout = QVBoxLayout(page)
        layout.setSpacing(2 * GRID)
        layout.addStretch(1)
        layout.addWidget(words, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return page

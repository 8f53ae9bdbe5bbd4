"""The list that opens after `{`: rows by number, words or key, with what they say now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from cchc_desktop.template.counts import COUNTS
from cchc_desktop.template.references import Manner
from cchc_desktop.values.text import plain_words
from ui.look import GRID

if TYPE_CHECKING:
    from cchc_desktop.office.report import OpenReport
    from ui.prose.live_figures import LiveFigures

Key = Qt.Key
_MOST = 60
_ROWS, _WIDTH_IN_DIGITS = 8, 74
_STEPS = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -_ROWS, Key.Key_PageDown: _ROWS}
_TAKING = (Key.Key_Return, Key.Key_Enter, Key.Key_Tab)
_KEYS = "Enter: số · Shift+Enter: kèm đơn vị · Ctrl+Enter: so với kỳ trước · Esc: thôi"
_REGISTERS = "Sổ theo dõi"
_CODE = Qt.ItemDataRole.UserRole


class FigureChoice(QFrame):
    """Stands beside the caret and never takes the focus: what is typed narrows it, keys are handed over."""

    chosen = Signal(str)
    """What is stored for the figure, braces included."""

    def __init__(self, figures: LiveFigures, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = parent
        parent.destroyed.connect(self.deleteLater)  # it stands in the window, to be wider than the text
        self._figures = figures
        self._known = _known_rows(figures.report)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = QStandardItemModel(0, 3, self)
        self.list = _list_view(self.model)
        self.list.clicked.connect(lambda index: self._take(index, Manner.BARE))
        keys, self.nothing = QLabel(_KEYS), QLabel("Không có dòng nào khớp chữ đã gõ.")
        for label in (keys, self.nothing):
            label.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        keys.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        layout.addWidget(keys)
        self.hide()

    def narrow(self, wanted: str) -> None:
        """Offer the rows that hold every word of the text; keys that begin with it come first."""
        words = plain_words(wanted).split()
        found = [each for each in self._known if all(word in each[1] for word in words)]
        start = wanted.strip().upper()
        found.sort(key=lambda each: not (start and str(each[0]).startswith(start)))
        self.model.setRowCount(0)
        for code, _, place, label in found[:_MOST]:
            value = QStandardItem(self._figures.shown(f"{{{code}}}").text)
            value.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            words_item = QStandardItem(label)
            words_item.setData(str(code), _CODE)
            words_item.setToolTip(f"{label} ({code})")
            self.model.appendRow([words_item, value, QStandardItem(place)])
        self.list.setCurrentIndex(self.model.index(0, 0))

    def stand_at(self, caret: QRect) -> None:
        """Show the list below the caret (on the screen), or above it where there is no room."""
        parent = self._editor.window()
        self.setParent(parent)
        caret = QRect(parent.mapFromGlobal(caret.topLeft()), caret.size())
        metrics = self.fontMetrics()
        wished = max(
            metrics.averageCharWidth() * _WIDTH_IN_DIGITS, metrics.horizontalAdvance(_KEYS) + 4 * GRID
        )
        rows = min(self.model.rowCount(), _ROWS)
        height = self.list.sizeHintForRow(0) * rows if rows else 0
        self.nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(height)
        self.setFixedWidth(min(wished, parent.width() - 2 * GRID))
        self.adjustSize()
        below = caret.bottomLeft() + QPoint(0, GRID // 2)
        top = below.y() if below.y() + self.height() <= parent.height() else caret.top() - self.height()
        left = max(GRID, min(below.x(), parent.width() - self.width() - GRID))
        self.move(left, max(0, top))
        self.show()
        self.raise_()

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key of the list; say whether it was one."""
        key = event.key()
        if key == Key.Key_Escape:
            self.hide()
        elif key in _STEPS and self.model.rowCount():
            row = self.list.currentIndex().row() + _STEPS[Key(key)]
            self.list.setCurrentIndex(self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0))
        elif key in _TAKING and self.list.currentIndex().isValid():
            self._take(self.list.currentIndex(), _manner(event))
        else:
            return False
        return True

    def _take(self, index: QModelIndex, manner: Manner) -> None:
        code = index.siblingAtColumn(0).data(_CODE)
        self.hide()
        self.chosen.emit(f"{{{code} {manner.value}".rstrip() + "}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.hide()


def _manner(event: QKeyEvent) -> Manner:
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return Manner.AS_CHANGE
    return Manner.WITH_UNIT if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else Manner.BARE


def _known_rows(report: OpenReport) -> list[tuple[str, str, str, str]]:
    """Every row with a figure, and what registers count: key, words to compare with, place, label."""
    known = []
    for row in report.template.indicators.values():
        if row.kind.role != "heading":
            place = report.template.appendix_of(row.code).title
            told = plain_words(f"{row.code} {row.stt} {row.label} {row.unit} {place}")
            known.append((str(row.code), told, place, f"{row.stt} {row.label}".strip()))
    for count in COUNTS.values():
        told = plain_words(f"{count.row.code} {count.row.label} {count.row.unit} {_REGISTERS}")
        known.append((str(count.row.code), told, _REGISTERS, count.row.label))
    return known


def _list_view(model: QStandardItemModel) -> QTreeView:
    view = QTreeView()
    view.setModel(model)
    view.setAccessibleName("Chọn chỉ tiêu để chèn số liệu")
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return view

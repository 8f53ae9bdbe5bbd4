"""How a cell is typed into and left, and how it looks, whatever the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import AIR
from ui.widgets.entry_editor import EntryEditor

if TYPE_CHECKING:
    from ui.widgets.composition import Composition

Index = QModelIndex | QPersistentModelIndex
_RING = 2
_VEIL = 56
_LEAVING = {
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
}


class CellDelegate(QStyledItemDelegate):
    """Makes the editor, hands its text over when the cell is left, says with which key it was left."""

    left = Signal(QKeyEvent)
    """The key that left the cell, after its text was handed over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor: EntryEditor | None = None
        """The open editor."""
        self.composed: Composition | None = None
        """What was composed in the cell that was left last."""
        self._held = False

    def editor_for(self, parent: QWidget, index: Index) -> EntryEditor:
        """Return a new line to type the cell in, with its accessible name."""
        raise NotImplementedError

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = self.editor_for(parent, index)
        return self.editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, EntryEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, EntryEditor):
            model.setData(index, editor.whole_text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LEAVING:
            if self.editor and self.editor.takes(event.key()):
                return True
            self._held = False
            self.leave()
            if not self._held:
                self.left.emit(event)
            return True
        return super().eventFilter(watched, event)

    def hold(self) -> None:
        """Let the key that is leaving a cell go nowhere: the text was not taken."""
        self._held = True

    def leave(self) -> None:
        """Hand over what the open editor holds, and close it."""
        if self.editor:
            editor = self.editor
            editor.settle()
            self.composed = editor.composition
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, self.EndEditHint.NoHint)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.backgroundBrush = QBrush()  # ground and selection are painted for the whole cell
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole, highlight = QRect(option.rect), option.palette.highlight().color()
        painter.fillRect(whole, option.palette.base())  # some styles have filled the selection already
        if ground := index.data(Qt.ItemDataRole.BackgroundRole):
            painter.fillRect(whole, ground)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, _veil(highlight))
        option.rect = whole.adjusted(AIR, 0, -AIR, 0)
        super().paint(painter, option, index)
        option.rect = whole
        self.paint_picture(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _draw_ring(painter, whole, highlight)

    def paint_picture(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what a cell shows besides its text; most show nothing."""


def _veil(colour: QColor) -> QColor:
    """A selected cell keeps its letters, its sign and its ground readable."""
    veil = QColor(colour)
    veil.setAlpha(_VEIL)
    return veil


def _draw_ring(painter: QPainter, cell: QRect, colour: QColor) -> None:
    """The current cell is seen on any ground, selected or not."""
    painter.save()
    painter.setPen(QPen(colour, _RING))
    inset = _RING // 2
    painter.drawRect(cell.adjusted(inset, inset, -inset, -inset))
    painter.restore()

"""How a cell is typed into and left, and how it looks."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import AIR, quiet
from ui.models.columns import HEADINGS, Column
from ui.models.form_model import TREND_ROLE
from ui.widgets.entry_editor import EntryEditor
from ui.widgets.sparkline import draw_sparkline

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


class EntryDelegate(QStyledItemDelegate):
    """Makes the editor, hands its text over when the cell is left, says with which key it was left."""

    left = Signal(QKeyEvent)
    """The key that left the cell, after its text was handed over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor: EntryEditor | None = None
        """The open editor."""
        self._held = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = EntryEditor(parent)
        column = Column(index.column())
        if column is Column.FIGURE:
            editor.align_right()
        editor.setAccessibleName(f"{HEADINGS[column]}: {index.sibling(index.row(), Column.LABEL).data()}")
        self.editor = editor
        return editor

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
        if numbers := index.data(TREND_ROLE):
            letters = option.palette.text().color()
            draw_sparkline(painter, QRectF(whole), numbers, quiet(option.palette), letters)
        option.rect = whole
        if option.state & QStyle.StateFlag.State_HasFocus:
            _draw_ring(painter, whole, highlight)


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

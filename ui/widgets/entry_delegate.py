"""The cells of a form: how figures and notes are typed, and the row through its periods."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.look import quiet
from ui.models.columns import HEADINGS, Column
from ui.models.form_model import TREND_ROLE
from ui.widgets.cell_delegate import CellDelegate, Index
from ui.widgets.entry_editor import EntryEditor
from ui.widgets.sparkline import draw_sparkline


class EntryDelegate(CellDelegate):
    """Figures are typed where they stand, at the right."""

    def editor_for(self, parent: QWidget, index: Index) -> EntryEditor:
        editor = EntryEditor(parent)
        column = Column(index.column())
        if column is Column.FIGURE:
            editor.align_right()
        editor.setAccessibleName(f"{HEADINGS[column]}: {index.sibling(index.row(), Column.LABEL).data()}")
        return editor

    def paint_picture(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if numbers := index.data(TREND_ROLE):
            letters = option.palette.text().color()
            draw_sparkline(painter, QRectF(option.rect), numbers, quiet(option.palette), letters)

"""The menu of the text: what stands under the pointer, tables, and the clipboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from cchc_desktop.template.references import Manner, NotAReference, read_reference
from ui.prose import inline, table_showing, texts
from ui.prose.text_tools import insert_small_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextTable

    from cchc_desktop.narrative.blocks import Shape
    from ui.prose.editor import ProseEditor

_MANNERS = {
    Manner.BARE: "Chỉ ghi số",
    Manner.WITH_UNIT: "Ghi số kèm đơn vị",
    Manner.AS_CHANGE: "So với kỳ trước",
}
_LAST_PERIOD = "@truoc"


def text_menu(editor: ProseEditor, place: int, edit_note: Callable[[int], None]) -> QMenu:
    """Return the menu; `place` is that of the figure or note it is about, -1 for none."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    kind = inline.object_at(editor.document(), place) if place >= 0 else 0
    if kind == inline.FIGURE:
        _add_figure(menu, editor, place)
    elif kind == inline.MARK:
        menu.addAction("Sửa chú thích…", partial(edit_note, place)).setEnabled(not editor.isReadOnly())
        menu.addSeparator()
    table = texts.table_at(editor.textCursor())
    if table and not editor.isReadOnly():
        _add_table(menu, editor, table)
    elif not editor.isReadOnly():
        menu.addAction("Chèn bảng", partial(insert_small_table, editor))
        menu.addSeparator()
    _add_clipboard(menu, editor)
    return menu


def in_manner(source: str, manner: Manner) -> str:
    """Return the figure's source written in another manner; empty where it cannot be."""
    reference = read_reference(source[1:-1])
    inner = source[1:-1].strip()
    inner = inner.rsplit(None, 1)[0] if reference.manner is not Manner.BARE else inner
    wanted = f"{inner} {manner.value}".rstrip()
    try:
        read_reference(wanted)
    except NotAReference:
        return ""
    return f"{{{wanted}}}"


def _choices(source: str) -> Iterator[tuple[str, str]]:
    """What a figure can be instead: words of the menu and the source."""
    try:
        reference = read_reference(source[1:-1])
    except NotAReference:
        return
    for manner, words in _MANNERS.items():
        if (other := in_manner(source, manner)) and manner is not reference.manner:
            yield words, other
    if len(reference.terms) == 1:
        code = reference.terms[0].code
        of_past = reference.terms[0].of_last_period
        yield ("Số kỳ này", f"{{{code}}}") if of_past else ("Số kỳ trước", f"{{{code} {_LAST_PERIOD}}}")


def _add_figure(menu: QMenu, editor: ProseEditor, place: int) -> None:
    source = editor.objects.source(place)
    go = menu.addAction("Tới ô (Ctrl+bấm)", partial(editor.follow, place))
    go.setEnabled(bool(editor.figures.codes(source)))
    for words, other in _choices(source):
        menu.addAction(words, partial(editor.replace_figure, place, other)).setEnabled(
            not editor.isReadOnly()
        )
    menu.addSeparator()


def _add_table(menu: QMenu, editor: ProseEditor, table: QTextTable) -> None:
    cell = table.cellAt(editor.textCursor())
    menu.addAction("Thêm dòng dưới", partial(table.insertRows, cell.row() + 1, 1))
    menu.addAction("Thêm cột bên phải", partial(table.insertColumns, cell.column() + 1, 1))
    remove_row = menu.addAction("Xóa dòng", partial(table.removeRows, cell.row(), 1))
    remove_row.setEnabled(table.rows() > 1)
    remove_column = menu.addAction("Xóa cột", partial(table.removeColumns, cell.column(), 1))
    remove_column.setEnabled(table.columns() > 1)
    menu.addAction("Xóa bảng", partial(table.removeRows, 0, table.rows()))
    ways = QMenu("Hiện bảng này dưới dạng", menu)
    present = table_showing.shown_as(table)
    for shape, words in table_showing.WORDS.items():
        way = ways.addAction(words, partial(_show_as, editor, table, shape))
        way.setCheckable(True)
        way.setChecked(shape is present)
    menu.addMenu(ways)
    menu.addSeparator()


def _show_as(editor: ProseEditor, table: QTextTable, shape: Shape | None) -> None:
    editor.setTextCursor(table_showing.show_as(table, shape))


def _add_clipboard(menu: QMenu, editor: ProseEditor) -> None:
    has_selection, may_write = editor.textCursor().hasSelection(), not editor.isReadOnly()
    for words, job, keys, possible in (
        ("Cắt", editor.cut, QKeySequence.StandardKey.Cut, has_selection and may_write),
        ("Sao chép", editor.copy, QKeySequence.StandardKey.Copy, has_selection),
        ("Dán", editor.paste, QKeySequence.StandardKey.Paste, may_write and editor.canPaste()),
    ):
        action = menu.addAction(words, job)
        action.setShortcut(keys)
        action.setEnabled(possible)

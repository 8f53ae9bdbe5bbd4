"""Every key of the window on one page, made of the menus themselves and of what tables do by themselves."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

_NAMES = {"Del": "Delete", "Ins": "Insert", "PgUp": "PageUp", "PgDown": "PageDown"}
IN_TABLES = (
    ("Gõ số hoặc chữ", "Ghi đè lên ô"),
    ("F2", "Sửa tiếp nội dung ô"),
    ("Esc", "Bỏ những gì vừa gõ, trả lại giá trị cũ"),
    ("Enter", "Xuống ô cần trả lời kế tiếp"),
    ("Shift+Enter", "Lên ô cần trả lời phía trên"),
    ("Tab, Shift+Tab", "Sang ô nhập được kế tiếp, ô trước"),
    ("Ctrl+mũi tên", "Tới mép bảng"),
    ("Home, End", "Về đầu dòng, cuối dòng"),
    ("Ctrl+PageUp, Ctrl+PageDown", "Sang phụ lục trước, phụ lục sau"),
    ("Alt+↓", "Mở danh sách trạng thái, lựa chọn của ô"),
    ("Ctrl+-", "Xóa dòng đang chọn của sổ theo dõi"),
    ("kps, ktq, bcs", "Gõ trạng thái: không phát sinh, không thuộc thẩm quyền, báo cáo sau"),
)
"""What tables do with keys: as in Excel, so that no menu has it."""

IN_PROSE = (
    ("Ctrl+K hoặc {", "Chọn chỉ tiêu để chèn số liệu; gõ tên, số thứ tự hoặc mã để tìm"),
    ("Enter, Shift+Enter, Ctrl+Enter", "Trong danh sách đó: chèn số; kèm đơn vị; so với kỳ trước"),
    ("Ctrl+bấm", "Từ số liệu trong lời văn tới ô của nó"),
    ("Ctrl+PageDown, Ctrl+PageUp", "Sang mục sau, mục trước"),
    ("Ctrl+Enter", "Báo mục đã xong, hoặc mở lại"),
    ("Alt+↑, Alt+↓", "Trong đề cương: đưa mục lên, xuống"),
    ("Ctrl+B, Ctrl+I", "Chữ đậm, chữ nghiêng"),
    ("Ctrl+L", "Gạch đầu dòng (hoặc gõ dấu - và dấu cách ở đầu dòng)"),
    ("Ctrl+T", "Tiêu đề nhỏ"),
    ("Ctrl+Alt+F", "Chú thích cuối trang"),
    ("Ctrl+F, Ctrl+H", "Tìm, tìm và thay trong mọi mục"),
    ("Tab ở ô cuối", "Thêm một dòng vào bảng nhỏ"),
)
"""What the page of prose does with keys."""


Keys = tuple[str, tuple[tuple[str, str], ...]]
"""A title, and each key with what it does."""
IN_PAGES: tuple[Keys, ...] = (("Trong bảng số liệu", IN_TABLES), ("Trong lời văn", IN_PROSE))


def keyboard_page(window: QMainWindow) -> str:
    """Return all keys as Markdown: a table for each menu that has any, then what tables do."""
    tables = (_table(title, rows) for title, rows in (*_of_menus(window), *IN_PAGES))
    return "\n\n".join(["# Bàn phím", *tables]) + "\n"


def keyboard_sheet(window: QMainWindow) -> str:
    """Return all keys as HTML that prints on one sheet of A4: menus at the left, pages at the right."""
    menus, pages = "".join(map(_block, _of_menus(window))), "".join(map(_block, IN_PAGES))
    return (
        '<h2>Bàn phím</h2><table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td width="40%">{menus}</td><td width="4%"></td><td>{pages}</td></tr></table>'
    )


def _of_menus(window: QMainWindow) -> Iterator[Keys]:
    for action in window.menuBar().actions():
        if keys := tuple(_keys_of(action)):
            yield _plain(action.text()), keys


def _block(keys: Keys) -> str:
    title, rows = keys
    lines = (f'<tr><td width="42%">{escape(key)}</td><td>{escape(words)}</td></tr>' for key, words in rows)
    return f'<h4>{escape(title)}</h4><table width="100%" cellpadding="2">{"".join(lines)}</table>'


def _keys_of(action: QAction) -> Iterator[tuple[str, str]]:
    menu = action.menu()
    if isinstance(menu, QMenu):
        for inner in menu.actions():
            yield from _keys_of(inner)
    elif not action.shortcut().isEmpty():
        key = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        yield "+".join(_NAMES.get(part, part) for part in key.split("+")), _plain(action.text())


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"## {title}", "", "| Phím | Việc |", "|---|---|"]
    return "\n".join([*lines, *(f"| {key} | {words} |" for key, words in rows)])


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip("…")

"""What is wrong in the section that is shown: the way to the passage and the row, the remedy, a reason."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cchc_desktop.office.findings.found import Found

_MOST = 2
_ROW, _PLACE, _REMEDY, _KEEP = "row", "place", "remedy", "keep"


class TextFindings(QLabel):
    """The first findings of a section in words; nothing where there is none."""

    followed = Signal(str)
    """Code of the row to show."""
    placed = Signal(object)
    """`Passage` to select."""
    mended = Signal(object)
    """`Found` whose remedy is wanted."""
    reasoned = Signal(object)
    """`Found` to be justified, or its justification changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Found, ...] = ()
        self.setAccessibleName("Phát hiện trong mục này")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.linkActivated.connect(self._follow)
        self.hide()

    def tell(self, found: Sequence[Found], kept: Mapping[str, str], *, may_write: bool) -> None:
        """Tell of these findings, those without a justification first."""
        self._found = tuple(sorted(found, key=lambda each: each.code in kept))
        lines = [
            _line(place, each, kept.get(each.code, ""), may_write=may_write)
            for place, each in enumerate(self._found[:_MOST])
        ]
        if len(found) > _MOST:
            lines.append(f"Còn {len(found) - _MOST} phát hiện nữa trong mục này; xem ở trang Kiểm tra.")
        self.setText("<br>".join(lines))
        self.setVisible(bool(found))

    def _follow(self, link: str) -> None:
        kind, _, place = link.partition(":")
        found = self._found[int(place)]
        if kind == _ROW:
            self.followed.emit(found.cell)
        elif kind == _PLACE:
            self.placed.emit(found.passage)
        else:
            (self.mended if kind == _REMEDY else self.reasoned).emit(found)


def _line(place: int, found: Found, reason: str, *, may_write: bool) -> str:
    words = found.words
    colour = look.colour_of(found.severity).name()
    told = f"Giải trình: {reason}" if reason else words.remedy
    ways = _links(found, reason, may_write=may_write)
    links = " · ".join(f'<a href="{kind}:{place}">{text}</a>' for kind, text in ways)
    return (
        f'<b style="color:{colour}">⚠ {escape(words.title)}.</b> {escape(words.message)} '
        f"<i>{escape(told)}</i> {links} <small>{escape(found.code)}</small>"
    )


def _links(found: Found, reason: str, *, may_write: bool) -> Iterator[tuple[str, str]]:
    yield _PLACE, "Tới chỗ đó"
    if found.cell:
        yield _ROW, "Tới ô"
    if may_write and found.remedied is not None:
        yield _REMEDY, "Sửa giúp"
    if may_write:
        yield _KEEP, "Sửa giải trình…" if reason else "Giải trình…"

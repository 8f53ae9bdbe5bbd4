"""Words about cells, with links that lead to other cells or ask for a decision."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from cchc_desktop.rules.wording import in_words
from ui import look
from ui.models.marks import weight_of
from ui.models.meaning import place_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.rules.finding import Finding
    from cchc_desktop.template.model import Indicator
    from cchc_desktop.values.codes import IndicatorCode

_ROW, _KEEP, _RESTORE = "row", "keep", "restore"


class LinkedText(QTextBrowser):
    """Text to read and to copy; Tab goes from link to link, Enter follows one."""

    followed = Signal(str)
    """Code of the row to show."""
    keep_asked = Signal(str)
    """Code of the finding to justify."""
    restore_asked = Signal(str)
    """Code of the row whose computed value is to print again."""
    typed = Signal(QKeyEvent)
    """A letter or digit that was typed here, where nothing can be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(look.GRID)
        self.anchorClicked.connect(self._follow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable():
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def _follow(self, link: QUrl) -> None:
        told = {_ROW: self.followed, _KEEP: self.keep_asked, _RESTORE: self.restore_asked}
        told[link.scheme()].emit(link.path())


def paragraph(text: str, *, bold: bool = False) -> str:
    """Return a paragraph of plain words."""
    return lines(f"<b>{escape(text)}</b>" if bold else escape(text))


def lines(*parts: str) -> str:
    """Return a paragraph of lines that are HTML already; empty ones are left out."""
    return f'<p style="margin:0 0 {look.GRID // 2}px 0">{"<br>".join(filter(None, parts))}</p>'


def row_link(code: IndicatorCode, words: str) -> str:
    """Return a link to a row."""
    return f'<a href="{_ROW}:{code}">{escape(words)}</a>'


def restore_link(code: IndicatorCode) -> str:
    """Return a link that lets a computed cell print what was computed."""
    return f'<a href="{_RESTORE}:{code}">Dùng lại số tính được</a>'


def row_heading(row: Indicator) -> str:
    """Return which row is told about."""
    unit = f" ({row.unit})" if row.unit else ""
    return paragraph(f"{row.stt} {row.label}{unit}".strip(), bold=True)


def finding_words(report: OpenReport, finding: Finding, row: Indicator, *, may_justify: bool) -> str:
    """Return a finding with its remedy or justification, its other cells and the way to justify it."""
    words = in_words(finding, report.form)
    colour = look.colour_of(weight_of(finding, report.kept)).name()
    kept = report.kept.get(finding.code)
    label = "Đã giải trình" if kept else finding.severity.label
    ways = [*_others(report, finding, row)]
    if may_justify:
        change = "Sửa hoặc bỏ giải trình…" if kept else "Giải trình…"
        ways.append(f'<a href="{_KEEP}:{finding.code}">{change}</a>')
    told = (
        f'<b style="color:{colour}">{escape(f"{label}: {words.title}")}</b> <small>{finding.code}</small>',
        escape(words.message),
        f"<i>{escape(f'Giải trình: {kept}' if kept else words.remedy)}</i>",
    )
    return lines(*told, *([" · ".join(ways)] if ways else []))


def _others(report: OpenReport, finding: Finding, row: Indicator) -> Iterator[str]:
    for code in finding.cells:
        if code != row.code:
            yield row_link(code, f"Tới dòng {place_name(report, code)}")

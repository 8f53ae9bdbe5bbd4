"""What is to say about the current row, under its table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from cchc_desktop.rules.wording import in_words
from ui import look
from ui.models.marks import weight_of
from ui.models.meaning import meaning_lines, place_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.rules.finding import Finding
    from cchc_desktop.template.model import Indicator

_LINES = 6
_QUIET = "Không có phát hiện nào ở dòng này. Nhấn F1 để xem ý nghĩa của dòng, F8 để tới phát hiện kế tiếp."


class FindingsStrip(QTextBrowser):
    """The current row's findings with code, sentence and remedy; the other cells of a rule are links."""

    followed = Signal(str)
    """Code of the row whose link was followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Phát hiện ở dòng đang chọn")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3 + 2 * look.GRID)
        self.document().setDocumentMargin(look.GRID)
        self.anchorClicked.connect(self._follow)

    @property
    def wished_height(self) -> int:
        """A height that shows a finding whole."""
        return self.fontMetrics().lineSpacing() * _LINES + 2 * look.GRID

    def show_findings(self, report: OpenReport, row: Indicator) -> None:
        """Tell the findings that concern the row."""
        found = report.findings_at(row.code)
        told = (_finding(report, finding, row) for finding in found)
        self.setHtml(_heading(row) + ("".join(told) if found else _paragraph(_QUIET)))

    def show_meaning(self, report: OpenReport, row: Indicator) -> None:
        """Tell what the row means and what it hangs together with."""
        lines = (_paragraph(line + ".") for line in meaning_lines(report, row))
        self.setHtml(_heading(row) + "".join(lines))

    def show_messages(self, messages: Iterable[str]) -> None:
        """Tell why something could not be done, or what was done."""
        self.setHtml("".join(_paragraph(message) for message in messages))

    def _follow(self, link: QUrl) -> None:
        self.followed.emit(link.path())


def _heading(row: Indicator) -> str:
    unit = f" ({row.unit})" if row.unit else ""
    return _paragraph(f"{row.stt} {row.label}{unit}".strip(), bold=True)


def _finding(report: OpenReport, finding: Finding, row: Indicator) -> str:
    words = in_words(finding, report.form)
    weight = weight_of(finding, report.kept)
    colour = look.colour_of(weight).name()
    kept = report.kept.get(finding.code)
    label = "Đã giải trình" if kept else finding.severity.label
    parts = [
        f'<b style="color:{colour}">{escape(f"{label}: {words.title}")}</b> <small>{finding.code}</small>',
        escape(words.message),
        f"<i>{escape(f'Giải trình: {kept}' if kept else words.remedy)}</i>",
        *_links(report, finding, row),
    ]
    return f'<p style="margin:{look.GRID // 2}px 0">{"<br>".join(parts)}</p>'


def _links(report: OpenReport, finding: Finding, row: Indicator) -> Iterator[str]:
    others = [code for code in finding.cells if code != row.code]
    if others:
        links = (f'<a href="row:{code}">dòng {escape(place_name(report, code))}</a>' for code in others)
        yield "Tới " + " · ".join(links)


def _paragraph(text: str, *, bold: bool = False) -> str:
    shown = f"<b>{escape(text)}</b>" if bold else escape(text)
    return f'<p style="margin:0 0 {look.GRID // 2}px 0">{shown}</p>'

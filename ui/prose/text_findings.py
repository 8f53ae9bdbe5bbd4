"""What is wrong in the section that is shown, with the way to the row."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.rules.prose import prose_finding_in_words
from ui import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.rules.prose import ProseFinding

_MOST = 2


class TextFindings(QLabel):
    """The first findings of a section in words; nothing where there is none."""

    followed = Signal(str)
    """Code of the row to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Phát hiện trong mục này")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.linkActivated.connect(self.followed)
        self.hide()

    def tell(self, report: OpenReport, found: list[ProseFinding]) -> None:
        """Tell of these findings."""
        self.setText("<br>".join(_lines(report, found)))
        self.setVisible(bool(found))


def _lines(report: OpenReport, found: list[ProseFinding]) -> Iterator[str]:
    for finding in found[:_MOST]:
        words = prose_finding_in_words(finding, report.form)
        colour = look.colour_of(finding.severity).name()
        link = ""
        if finding.row and finding.row in report.template.indicators:
            link = f' <a href="{finding.row}">Tới ô</a>'
        yield (
            f'<b style="color:{colour}">⚠ {escape(words.title)}.</b> {escape(words.message)} '
            f"<i>{escape(words.remedy)}</i>{link} <small>{escape(finding.code)}</small>"
        )
    if len(found) > _MOST:
        yield f"Còn {len(found) - _MOST} phát hiện nữa trong mục này."

"""Findings in somebody's report as lines of a list, and one of them told in full."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from cchc_desktop.values.text import plain_words
from ui.look import colour_of
from ui.models.grouped_list import ListLine
from ui.widgets.linked_text import lines, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.word_reports.auditing import Audit
    from cchc_desktop.office.word_reports.findings import AuditFinding
    from cchc_desktop.rules.finding import Severity

HEADINGS = ("Ở đâu", "Chỗ được nói tới", "Phát hiện", "Nên làm")
SHARES = (3, 5, 9, 8)
_AROUND = 160
"""Letters of the paragraph shown on either side of a passage."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are to be shown."""

    severity: Severity | None = None
    text: str = ""

    def takes(self, finding: AuditFinding) -> bool:
        """Whether the finding is of that weight and holds the text, marks and capitals aside."""
        if self.severity not in (None, finding.severity):
            return False
        words = finding.words
        told = (finding.code, finding.place, finding.text, words.title, words.message, words.remedy)
        return plain_words(self.text) in plain_words(" ".join(told))


def lines_of(found: Audit, wanted: Wanted) -> Iterator[ListLine | str]:
    """Yield the findings under the sections and forms they stand in, in the order of the document."""
    headings = {f"Mục {each.id}": each.heading.title for each in found.report.sections}
    parts: dict[str, list[ListLine]] = {}
    for finding in filter(wanted.takes, found.findings):
        part, _, place = finding.place.partition(", ")
        words = finding.words
        texts = (place or part, finding.text, f"{words.title}. {words.message}", words.remedy)
        parts.setdefault(part, []).append(ListLine(texts, finding, finding.severity))
    for part, told in parts.items():
        yield f"{' '.join(filter(None, (part, headings.get(part))))} ({len(told)})"
        yield from told


def told_in_full(found: Audit, finding: AuditFinding) -> str:
    """Return a finding with its passage within the paragraph, why it matters and what to do, as HTML."""
    words = finding.words
    colour = colour_of(finding.severity).name()
    head = f"{finding.severity.label}: {words.title}"
    return "".join(
        (
            lines(
                f'<b style="color:{colour}">{escape(head)}</b> <small>{escape(finding.code)}</small>',
                f"{escape(finding.place)}: {_passage(found, finding)}",
            ),
            lines(escape(words.message), escape(words.why)),
            paragraph(f"Nên làm: {words.remedy}", bold=True),
        )
    )


def _passage(found: Audit, finding: AuditFinding) -> str:
    """The passage, marked, with what stands around it; of a figure its row."""
    at = finding.stretch
    if at is None:
        return escape(f"“{finding.text}”") if finding.text else ""
    text = next(
        (each.text for each in found.report.parts.document.paragraphs() if each.place == at.place), ""
    )
    if not text[at.start : at.end].strip() or (at.start, at.end) == (0, len(text)):
        return escape(f"“{finding.text}”")
    before, after = text[max(0, at.start - _AROUND) : at.start], text[at.end : at.end + _AROUND]
    opening = "…" if at.start > _AROUND else ""
    closing = "…" if len(text) > at.end + _AROUND else ""
    marked = f"<b><u>{escape(text[at.start : at.end])}</u></b>"
    return f"“{opening}{escape(before)}{marked}{escape(after)}{closing}”"

"""A section on its way through the rules: each paragraph with what was read in it."""

from dataclasses import dataclass

from cchc_desktop.rules.finding import Severity
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph and where it stands. A rule asks it for findings, so that offsets are right."""

    section: TextSection
    number: int
    """Of the section, from 0."""

    @property
    def text(self) -> str:
        """The paragraph as it stands."""
        return self.section.paragraphs[self.number]

    def finding(
        self,
        rule: str,
        case: str,
        span: tuple[int, int],
        *,
        severity: Severity = Severity.WARN,
        found: str = "",
        expected: str = "",
        given: tuple[str, ...] = (),
        related: tuple[IndicatorCode, ...] = (),
        remedy: str | None = None,
    ) -> TextFinding:
        """Return a finding at this stretch; within a live figure it has no remedy and names the rows."""
        start, end = span
        live = tuple(row for each in self.section.live_in(self.number, start, end) for row in each.rows)
        return TextFinding(
            rule,
            case,
            self.section.id,
            self.number,
            start,
            end,
            self.text[start:end],
            severity,
            found,
            expected,
            given,
            tuple(dict.fromkeys((*live, *related))),
            None if live else remedy,
        )

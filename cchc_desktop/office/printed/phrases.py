"""The fixed texts of one report: the set's patterns with the report's own facts filled in."""

import re
from dataclasses import dataclass

from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.profile import Profile
from cchc_desktop.template.model import Section, Template
from cchc_desktop.values.codes import slug
from cchc_desktop.values.period import Period, long_date, short_date

_NO_NUMBER = "......"
_NO_DAY = "ngày ..... tháng ..... năm"
_FOLLOWING = ("ky_sau", "ky")
"""What a heading that somebody typed takes along into the next report as a place, not as words."""
_COMMITTEE = re.compile(r"^UBND\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrases:
    """What the report's titles, opening and foot say."""

    head: ReportHead
    profile: Profile
    template: Template

    def fill(self, pattern: str) -> str:
        """Return the pattern with its places filled; what is not known yet shows as dots."""
        return pattern.format_map(self._facts())

    def heading(self, part: Section) -> str:
        """Return a section's heading; the outermost is in capitals (Decree 30/2020, Appendix I, II.6)."""
        filled = self.fill(part.heading)
        return filled.upper() if part.level == 1 else filled

    def pattern(self, heading: str) -> str:
        """Return the pattern that fills to the heading: the period's name in it follows the period."""
        text = heading.replace("{", "{{").replace("}", "}}")
        facts = self._facts()
        for place in _FOLLOWING:
            text = re.sub(re.escape(facts[place]), f"{{{place}}}", text, flags=re.IGNORECASE)
        return text

    @property
    def notation(self) -> str:
        """The symbol after the number: `BC-UBND`."""
        return self.profile.notation or self.template.wording.notation

    @property
    def signing(self) -> tuple[str, ...]:
        """The lines above the signature."""
        return self.profile.signing or self.template.wording.signing

    @property
    def subject(self) -> str:
        """Trích yếu."""
        return self.fill(self.template.wording.subject)

    @property
    def addressees(self) -> tuple[str, ...]:
        """Kính gửi: none where the only one would be a superior that nobody named."""
        wanted = self.template.wording.addressees
        return tuple(filled for pattern in wanted if (filled := self.fill(pattern).strip()))

    @property
    def recipients(self) -> tuple[str, ...]:
        """Nơi nhận, line by line."""
        return self.profile.recipients or tuple(self.fill(line) for line in self.template.wording.recipients)

    @property
    def attached(self) -> str:
        """`(Kèm theo Báo cáo số …)`, on each appendix (Decree 30/2020, Appendix I, III.1)."""
        return self.fill(self.template.wording.attached)

    def _facts(self) -> dict[str, str]:
        window, head = self.head.window, self.head
        dated = long_date(head.issued) if head.issued else f"{_NO_DAY} {head.deadline.year}"
        return {
            "ky": head.period.name,
            "ky_sau": head.period.following.name,
            "co_quan": self.profile.name,
            "cap_tren": self.profile.superior.name,
            "can_cu": "",
            "tu_ngay": short_date(window.first),
            "den_ngay": short_date(window.last),
            "so": f"{head.number or _NO_NUMBER}/{self.notation}",
            "ngay": dated,
        }


def letterhead_name(name: str) -> str:
    """Return an office's name as a letterhead prints it: in capitals, UBND written out."""
    return _COMMITTEE.sub("Ủy ban nhân dân", name).upper()


def report_title(period: Period) -> str:
    """Return how screens and files name a report: `Báo cáo CCHC quý III năm 2026`."""
    return f"Báo cáo CCHC {period.name}"


def word_name(period: Period) -> str:
    """Return the name a Word report is offered under: `bao-cao-cchc-quy-iii-nam-2026.docx`."""
    return f"{slug(report_title(period))}.docx"

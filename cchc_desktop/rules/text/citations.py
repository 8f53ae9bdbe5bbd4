"""Documents as running text cites them: type, number, date and issuer together."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.rules.text.reading import read, starting_in
from cchc_desktop.values.papers_in_text import Day, Paper
from cchc_desktop.values.text import likeness

TYPES = {
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "BC": "Báo cáo",
    "TB": "Thông báo",
    "CT": "Chỉ thị",
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTr": "Tờ trình",
    "CTr": "Chương trình",
    "ĐA": "Đề án",
    "HD": "Hướng dẫn",
    "CV": "Công văn",
    "KL": "Kết luận",
    "PA": "Phương án",
    "QC": "Quy chế",
    "CĐ": "Công điện",
    "TTLT": "Thông tư liên tịch",
}
"""Types of documents by their letters (Decree 30/2020, Appendix III, I), those of the Party too."""

_NAMES = sorted(
    {*TYPES.values(), "Thông báo kết luận", "Luật", "Bộ luật", "Pháp lệnh", "Quy định"}, key=len, reverse=True
)
TYPE_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(_NAMES)})(?!\w)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*,?\s*(?:ngày\s*)?")
_ISSUER = re.compile(
    r"\s*,?\s*của\s+(?P<organ>[^\s,;.:()]+(?:\s[^\s,;.:()]+){0,11}?)(?=\s*(?:[,;.:()]|$|\b(?:về|v/v|đã"
    r"|quy định|ban hành|phê duyệt|triển khai|và|ngày|hướng dẫn|thực hiện|công bố|nhằm|tại|theo)\b))",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(r"[uỷủy]+ ban nhân dân", re.IGNORECASE)
_OF_MANY = frozenset({"UBND", "HĐND", "BCĐ", "TU", "HU", "ĐU", "TCT", "MTTQ"})
"""Letters that many issuers have: only with the issuer's name do they tell a document."""
_FARTHEST = 80
"""Letters before a number in which its document is still being named."""
_KEPT = 2048


@dataclass(frozen=True, slots=True)
class Citation:
    """A document named by its number, with what stands around the number."""

    paper: Paper
    day: Day | None
    organ: str
    """Who issued it, as written after `của`; empty where nobody is named."""
    lead: str
    """What stands before the number, back to the document before it."""
    sign: str
    """The letters of the type, as the notation has them: `KH`; the first part of any other notation."""
    issuer_sign: str
    """The letters of the issuer: `UBND`, `TTg`; empty where the notation has one part only."""
    of_any_issuer: tuple[str, str]
    """Its number and notation, whoever issued it."""
    identity: tuple[str, str, str]
    """What tells it from other documents of one year: number, notation and issuer."""

    @property
    def type_name(self) -> str:
        """The type that stands right before the number, as written; empty where none does."""
        found = list(TYPE_NAME.finditer(self.lead))
        return found[-1][0] if found and _IS_RIGHT_BEFORE.fullmatch(self.lead, found[-1].end()) else ""


_alike = lru_cache(_KEPT)(likeness)
_IS_RIGHT_BEFORE = re.compile(r"\s*(?:số)?\s*:?\s*", re.IGNORECASE)


@lru_cache(_KEPT)
def citations_in(text: str) -> tuple[Citation, ...]:
    """Return the documents that a paragraph names by their numbers, in the order of the text."""
    found = read(text)
    citations, end_before = [], 0
    for paper in found.papers:
        near = starting_in(found.days, paper.end, paper.end + _FARTHEST)
        day = next((day for day in near if _BETWEEN.fullmatch(text, paper.end, day.start)), None)
        end = day.end if day else paper.end
        issuer = _ISSUER.match(text, end)
        lead = text[max(end_before, paper.start - _FARTHEST) : paper.start]
        citations.append(_citation(paper, day, issuer["organ"].strip() if issuer else "", lead))
        end_before = end
    return tuple(citations)


def _citation(paper: Paper, day: Day | None, organ: str, lead: str) -> Citation:
    parts = re.split("[-/]", paper.notation)
    issuer_sign = parts[1] if len(parts) > 1 else ""
    of_any_issuer = _alike(paper.number).lstrip("0"), _alike(paper.notation)
    is_of_many = issuer_sign in _OF_MANY or not issuer_sign
    of_one = _alike(_COMMITTEE.sub("UBND", organ)) if is_of_many else ""
    return Citation(paper, day, organ, lead, parts[0], issuer_sign, of_any_issuer, (*of_any_issuer, of_one))

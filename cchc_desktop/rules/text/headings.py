"""Headings among the paragraphs of a text, and which of them open the part on what is planned."""

import re

from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.section import HEADING

_PLANS = re.compile(
    r"\b(?:phương hướng|nhiệm vụ trọng tâm|nhiệm vụ, giải pháp|nhiệm vụ và giải pháp|giải pháp trọng tâm)\b"
    r"|^\W*(?:[IVX]+\.|[0-9]+\.)?\s*(?:mục tiêu,? )?(?:nhiệm vụ|kế hoạch)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*(?:phần\s+)?[IVX]+\s*[.)/:]\s*\w", re.IGNORECASE)
_LONGEST = 160
_NO_HEADING_ENDS_IN = (".", ";", ":", ",")
_FEWEST_WORDS = 3


def is_heading(passage: Passage) -> bool:
    """Whether the paragraph is a heading: of the section, in capitals, or a short line without an end.

    One of the highest kind, `II. …`, may end in a colon.
    """
    text = passage.text.strip()
    if passage.number == HEADING or text.isupper() or (text.endswith(":") and opens_a_part(text)):
        return True
    return (
        len(text) <= _LONGEST and not text.endswith(_NO_HEADING_ENDS_IN) and not text.startswith(("-", "+"))
    )


def opens_a_part(text: str) -> bool:
    """Whether a line is a heading of the highest kind: `III. …`, or several words in capitals."""
    if len(text) > _LONGEST:
        return False
    return _PART.match(text) is not None or (text.isupper() and len(text.split()) >= _FEWEST_WORDS)


def is_of_plans(heading: str) -> bool:
    """Whether a heading is of what is to be done in the next period."""
    return _PLANS.search(heading) is not None


def is_under_plans(passage: Passage) -> bool:
    """Whether the paragraph stands in the part on what is planned."""
    if is_of_plans(passage.section.heading):
        return True
    before = reversed(passage.section.paragraphs[: max(0, passage.number)])
    return is_of_plans(next((text for text in before if opens_a_part(text)), ""))

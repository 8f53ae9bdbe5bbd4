"""R16: sentences of the last period's report that came along with their figures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage, read
from cchc_desktop.values.text import normal

_FEWEST_WORDS = 6
"""A shorter sentence may well be written the same way twice."""
_KEPT = 64
_LASTING = re.compile(
    r"\b(?:điều|khoản|nghị định|thông tư|luật|giai đoạn|nhiệm kỳ|đến năm|được giao)\b", re.IGNORECASE
)
"""Words of what stays from one period to the next."""


def carried_over(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Yield the sentences with numbers of their own that the last report has word for word.

    What follows a cell is this period's figure, and a sentence without a number has none that could be old.
    """
    old = context.previous_texts.get(passage.section.id, "")
    if not old:
        return
    before = _sentences(old)
    for start, end in passage.read.sentences:
        sentence = passage.text[start:end]
        if (
            normal(sentence) not in before
            or len(sentence.split()) < _FEWEST_WORDS
            or _LASTING.search(sentence)
        ):
            continue
        numbers = (*passage.read.counts, *passage.read.percents)
        own = [
            number
            for number in numbers
            if start <= number.start < end
            and not any(True for _ in passage.section.live_in(passage.number, number.start, number.end))
        ]
        if own:
            at = start + len(sentence) - len(sentence.lstrip())
            yield passage.finding(
                "R16", "text-carried-over", (at, end), given=tuple(each.text for each in own)
            )


@lru_cache(_KEPT)
def _sentences(text: str) -> frozenset[str]:
    return frozenset(
        normal(line[start:end]) for line in text.split("\n") for start, end in read(line).sentences
    )

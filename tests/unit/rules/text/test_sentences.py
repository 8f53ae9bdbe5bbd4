"""Sentences as departments write them, by class: what is marked is found, and nothing else is.

In `sentences/*.txt` (one class each) and `offices/*.txt` (one office each, invented; look-alikes beside the
slips) the first line names the report's period and day; `⟦` and `⟧` stand around what is to be
found, ` ¶ ` between paragraphs. A line without marks looks like a finding and is none.
"""

from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.values.period import Period
from tests.unit.rules.text.told import found

HERE = Path(__file__).parent
FOLDERS = ("sentences", "offices")
OPENS, CLOSES, NEW_PARAGRAPH = "⟦", "⟧", " ¶ "
Place = tuple[int, int, int]


def _sentences() -> list[tuple[str, TextContext, str]]:
    told = []
    for path in sorted(path for name in FOLDERS for path in (HERE / name).glob("*.txt")):
        head, *lines = path.read_text("utf-8").splitlines()
        _, period, issued = head.split()
        context = TextContext(Period.read(period), issued=date.fromisoformat(issued))
        told += [(path.stem, context, line) for line in lines if line.strip()]
    return told


def _unmarked(line: str) -> tuple[list[str], list[Place]]:
    """The paragraphs without marks, and where the marks stood."""
    paragraphs, places = [], []
    for number, marked in enumerate(line.split(NEW_PARAGRAPH)):
        text = marked
        while OPENS in text:
            start, end = text.index(OPENS), text.index(CLOSES) - 1
            places.append((number, start, end))
            text = text.replace(OPENS, "", 1).replace(CLOSES, "", 1)
        paragraphs.append(text)
    return paragraphs, places


def _overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


@pytest.mark.parametrize(("of", "context", "line"), _sentences())
def test_what_is_marked_is_found_and_nothing_else(of: str, context: TextContext, line: str) -> None:
    paragraphs, places = _unmarked(line)
    findings = [(each.paragraph, each.start, each.end) for each in found(*paragraphs, context=context)]
    missed = [place for place in places if not any(_overlap(place, each) for each in findings)]
    wrong = [each for each in findings if not any(_overlap(place, each) for place in places)]
    assert (missed, wrong) == ([], []), f"{of}: {line}"

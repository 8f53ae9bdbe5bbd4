"""The real reports that the labels are of, where they lie beside the checkout, read as plain paragraphs."""

import os
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.reading import CAPITALS
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.papers_in_text import days_in
from cchc_desktop.values.period import Period
from tests.benchmarks.timing import NotMeasured

CHECKOUT = Path(__file__).parents[2]
VARIABLE = "CCHC_SEEDS"
_PROSE_ENDS = {"001": 249}
"""The last line of a report's prose, where its forms follow in the same file."""
_HEAD_LINES = 30
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_PERIOD = re.compile(
    r"(?:quý (?P<quarter>I{1,3}|IV)|(?P<half>6 tháng đầu)|(?P<nine>9 tháng)).{0,9}?(?P<year>20\d\d)"
)
_YEAR = re.compile(r"\bnăm (20\d\d)")
_PLACE_AND_DAY = re.compile(r", *ngày *[0-9]{1,2} *tháng *[0-9]{1,2} *năm *20\d\d")
_TITLE = "BÁO CÁO"
_NOTE = re.compile(r"\s*[⁰¹²³⁴-⁹]")
_ENDS = re.compile(r"[.:;!?…]\s*$")
_GOES_ON = re.compile(rf"\s*[^\W\d_{CAPITALS}]{{2}}|\s*[^\W\d_{CAPITALS}]\s")
"""How a line begins that goes on with a sentence of the page before."""
_MONTH = re.compile(r"ngày[ .…_]*tháng *(?P<month>0?[1-9]|1[0-2]) *năm *(?P<year>20\d\d)")
_FACES = re.compile(r"\*+|</?i>")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line of the file as a part of a paragraph."""

    start: int
    """Where it begins in the paragraph."""
    line: int
    """From 1."""
    text: str


@dataclass(frozen=True, slots=True)
class Seed:
    """One report: its paragraphs with the lines each is made of, and what is known of it."""

    section: TextSection
    stretches: tuple[tuple[Stretch, ...], ...]
    context: TextContext

    def place(self, paragraph: int, offset: int) -> tuple[int, int]:
        """Return line and offset in the file of a place in a paragraph."""
        last = next(each for each in reversed(self.stretches[paragraph]) if each.start <= offset)
        return last.line, offset - last.start


def seed(file: str, form: Form | None = None) -> Seed:
    """Return the report whose file begins with these three digits; `form` are its figures.

    Raises `NotMeasured` where the reports are not on this machine.
    """
    return as_seed(file, text_of(file), form)


def text_of(file: str) -> str:
    """Return what stands in that file; raises as `seed` does."""
    return _path(file).read_text("utf-8")


def as_seed(file: str, text: str, form: Form | None = None) -> Seed:
    """Take the text for that of this report.

    Signs of faces are blanked and not taken out, so that offsets are those of the file. A paragraph that the
    end of a page cut in two is one again; notes at its foot are paragraphs of their own.
    """
    numbered = list(enumerate(text.split("\n"), 1))[: _PROSE_ENDS.get(file)]
    told = [(number, _without_faces(text)) for number, text in numbered if text.strip()]
    titles = [place for place, (_, text) in enumerate(told[:_HEAD_LINES]) if text.strip() == _TITLE]
    head = [text for _, text in told[:_HEAD_LINES]]
    title = "\n".join(head[titles[0] :] if titles else head)
    letterhead = "\n".join(head[: titles[0]] if titles else head)
    context = TextContext(_period(title), issued=_issued(letterhead), form=form)
    paragraphs = _paragraphs(told)
    texts = tuple(" ".join(stretch.text for stretch in stretches) for stretches in paragraphs)
    return Seed(TextSection(file, "", texts), paragraphs, context)


def _paragraphs(told: list[tuple[int, str]]) -> tuple[tuple[Stretch, ...], ...]:
    found: list[list[Stretch]] = []
    text_before = -1
    """Place of the last paragraph that is no note."""
    for number, text in told:
        last = found[text_before][-1] if text_before >= 0 else None
        is_note = _NOTE.match(text) is not None
        if last and not is_note and not _ENDS.search(last.text) and _GOES_ON.match(text):
            found[text_before].append(Stretch(last.start + len(last.text) + 1, number, text))
            continue
        found.append([Stretch(0, number, text)])
        text_before = text_before if is_note else len(found) - 1
    return tuple(map(tuple, found))


def _without_faces(text: str) -> str:
    return _FACES.sub(lambda sign: " " * len(sign[0]), text)


def _path(file: str) -> Path:
    named = os.environ.get(VARIABLE)
    places = [Path(named)] if named else sorted(CHECKOUT.parent.glob("*/seeds"))
    found = [path for place in places for path in sorted(place.glob(f"{file}_*.txt"))]
    if not found:
        raise NotMeasured(f"the reports are not beside the checkout, and {VARIABLE} names no folder")
    return found[0]


def _issued(head: str) -> date | None:
    """The day beside the place; the last of the month where a draft leaves the day blank."""
    if found := _PLACE_AND_DAY.search(head):
        return next((day.date for day in days_in(found[0])), None)
    if month := _MONTH.search(head):
        following = int(month["year"]) * 12 + int(month["month"])
        return date(following // 12, following % 12 + 1, 1) - timedelta(days=1)
    return None


def _period(head: str) -> Period:
    """The period of the first title that names one."""
    if found := _PERIOD.search(head):
        quarter, year = found["quarter"], int(found["year"])
        if quarter:
            return Period(year, 3 * _QUARTERS[quarter], 3)
        return Period(year, 6, 6) if found["half"] else Period(year, 9, 9)
    named = _YEAR.search(head)
    return Period(int(named[1]) if named else 2000, 12, 12)

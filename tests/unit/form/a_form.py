"""Forms to test with: the official district set, filled as a clerk would type."""

from functools import cache

from cchc_desktop.form.entry import EMPTY, Entry, read_answer
from cchc_desktop.form.form import Form
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Indicator, Template
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain
from cchc_desktop.values.period import Period

PERIOD = Period.read("2023-Q1")


@cache
def district() -> Template:
    """Return the set D21: its labels are official, its relations those of forms/README.md."""
    return shipped().get("D21")


def row(code: str) -> Indicator:
    """Return that row of the district set."""
    return district().indicators[IndicatorCode(code)]


def typed(code: str, text: str, *, reason: str = "", note: str = "") -> Entry:
    """Return the entry that typing the text into that row makes."""
    return Entry(read_answer(row(code), text), said=text or None, reason=reason, note=note)


def a_form(texts: dict[str, str] | None = None, period: Period = PERIOD) -> Form:
    """Return a district form with these texts typed into it, by row."""
    return Form(district(), period).with_entries(
        {IndicatorCode(code): typed(code, text) for code, text in (texts or {}).items()}
    )


def put(form: Form, code: str, entry: Entry = EMPTY) -> Form:
    """Return the form with that entry in place; without one the cell is emptied."""
    return form.with_entries({IndicatorCode(code): entry})


def says(form: Form, code: str) -> str:
    """Return what the cell prints, in the words of files: its number, or its state."""
    answer = form.answer(IndicatorCode(code))
    return answer.state if answer.number is None else plain(answer.number)

"""R6, R10, R14: words where a number belongs, numbers that read two ways, answers nobody asked for."""

from collections.abc import Iterator

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import Entry, is_state_word, read_answer
from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past
from cchc_desktop.template.model import Indicator
from cchc_desktop.values.number import AmbiguousNumber


def words_for_numbers(form: Form, _past: Past) -> Iterator[Finding]:
    """R10 and R14: texts that are unread, read two ways, or were read as a state."""
    for code, entry in form.entries.items():
        row = form.template.indicators.get(code)
        if row is None or not entry.said:
            continue
        if entry.is_unread:
            try:
                read_answer(row, entry.said)
            except AmbiguousNumber as question:
                readings = question.readings
                yield Finding(
                    "R14", "reads-two-ways", code, Severity.BLOCK, text=entry.said, readings=readings
                )
            except CchcError:
                yield Finding("R10", "unreadable", code, Severity.BLOCK, text=entry.said)
        elif entry.answer.number is None and not _is_expected(row, entry):
            yield Finding("R10", "words-read-as-state", code, Severity.NOTE, text=entry.said)


def _is_expected(row: Indicator, entry: Entry) -> bool:
    """Whether the words are our own for a state, or say the state that the set proposes for the row."""
    return is_state_word(entry.said or "") or entry.answer.state == row.starts_as


def unasked_answers(form: Form, _past: Past) -> Iterator[Finding]:
    """R6: a row is answered with a number although the condition under which it is asked is not met."""
    for row in form.template.indicators.values():
        condition = row.only_if
        if condition is None or (answer := form.number(condition.code)) is None or answer == condition.equals:
            continue
        if form.number(row.code):
            yield Finding(
                "R6", "not-asked", row.code, Severity.WARN, form.number(row.code), None, (condition.code,)
            )

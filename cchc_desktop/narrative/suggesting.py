"""Sentences that the figures suggest for a section: text to edit, its figures still references."""

from collections.abc import Mapping

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.counts import NO_COUNTS, Counts
from cchc_desktop.narrative.literal import literal_within
from cchc_desktop.narrative.speaking import Writing, value
from cchc_desktop.template.counts import COUNTS
from cchc_desktop.template.model import Sentence
from cchc_desktop.template.references import PLACE, read_reference
from cchc_desktop.template.sentences import COLUMN, LISTED
from cchc_desktop.values.answer import NOT_ARISEN, Answer
from cchc_desktop.values.number import round_half_up

_MOST_LISTED = 12
"""A sentence that lists more lines is none: the one without a list stands for it."""


def suggestions(
    section: str, form: Form, previous: Form | None = None, counts: Counts = NO_COUNTS
) -> tuple[str, ...]:
    """Return the set's sentences for the section, each in the form that fits the figures.

    A sentence about a row without an answer, or one that comes later or is another office's, is left out;
    so is one about a register in which the office keeps nothing.
    """
    about = (sentence for sentence in form.template.sentences if sentence.section == section)
    return tuple(text for sentence in about if (text := _text(sentence, form, previous, counts)))


def _text(sentence: Sentence, form: Form, previous: Form | None, counts: Counts) -> str:
    fitting = _fitting(sentence, form, previous, counts)
    if LISTED not in fitting:
        return fitting
    if sentence.each:
        lines = counts.lines.get(sentence.about, ())
        told = "; ".join(_line(sentence.each, line) for line in lines)
        return fitting.replace(LISTED, told) if len(lines) <= _MOST_LISTED else sentence.without_parts
    answers = {part: _answers(part, form, previous, counts) for part in sentence.parts}
    parts = [part for part, found in answers.items() if all(answer.number for answer in found)]
    if parts:
        return fitting.replace(LISTED, _listed(parts))
    unanswered = any(answer.is_blank for found in answers.values() for answer in found)
    return "" if unanswered else sentence.without_parts


def _line(each: str, line: Mapping[str, str]) -> str:
    """One line of a register in the sentence's words; columns that say nothing leave no gap."""
    words = COLUMN.sub(lambda found: literal_within(line.get(found[1], "")), each)
    return " ".join(words.split()).replace(" [^", "[^")


def _fitting(sentence: Sentence, form: Form, previous: Form | None, counts: Counts) -> str:
    counted = COUNTS.get(sentence.about)
    if counted and counted.register not in counts.kept:
        return ""
    answer = counts.answer(sentence.about, of_before=False) or form.answer(sentence.about)
    if answer == NOT_ARISEN:
        return sentence.not_arisen
    number = answer.number
    if number is None:
        return ""
    if not number:
        return sentence.zero or ("" if sentence.each else sentence.usual)
    if number == 1 and sentence.one:
        return sentence.one
    past = counts.answer(sentence.about, of_before=True) if previous else None
    before = past.number if past else previous.number(sentence.about) if previous else None
    if before is None:
        return sentence.usual
    rise = round_half_up(number) - round_half_up(before)
    changed = sentence.up if rise > 0 else sentence.down if rise < 0 else sentence.equal
    return changed or sentence.usual


def _answers(part: str, form: Form, previous: Form | None, counts: Counts) -> tuple[Answer, ...]:
    """What the figures of a part come to."""
    writing = Writing(counts=counts)
    return tuple(value(read_reference(found[1]), form, previous, writing) for found in PLACE.finditer(part))


def _listed(parts: list[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} và {last}" if others else last

"""Sentences that the figures suggest for a section: text to edit, its figures still references."""

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.speaking import value
from cchc_desktop.template.model import Sentence
from cchc_desktop.template.references import PLACE, read_reference
from cchc_desktop.template.sentences import LISTED
from cchc_desktop.values.answer import NOT_ARISEN, Answer
from cchc_desktop.values.number import round_half_up


def suggestions(section: str, form: Form, previous: Form | None = None) -> tuple[str, ...]:
    """Return the set's sentences for the section, each in the form that fits the figures.

    A sentence about a row without an answer, or one that comes later or is another office's, is left out.
    """
    about = (sentence for sentence in form.template.sentences if sentence.section == section)
    return tuple(text for sentence in about if (text := _text(sentence, form, previous)))


def _text(sentence: Sentence, form: Form, previous: Form | None) -> str:
    fitting = _fitting(sentence, form, previous)
    if LISTED not in fitting:
        return fitting
    answers = {part: _answers(part, form, previous) for part in sentence.parts}
    parts = [part for part, found in answers.items() if all(answer.number for answer in found)]
    if parts:
        return fitting.replace(LISTED, _listed(parts))
    unanswered = any(answer.is_blank for found in answers.values() for answer in found)
    return "" if unanswered else sentence.without_parts


def _fitting(sentence: Sentence, form: Form, previous: Form | None) -> str:
    answer = form.answer(sentence.about)
    if answer == NOT_ARISEN:
        return sentence.not_arisen
    number = answer.number
    if number is None:
        return ""
    if not number:
        return sentence.zero or sentence.usual
    before = previous.number(sentence.about) if previous else None
    if before is None:
        return sentence.usual
    rise = round_half_up(number) - round_half_up(before)
    changed = sentence.up if rise > 0 else sentence.down if rise < 0 else sentence.equal
    return changed or sentence.usual


def _answers(part: str, form: Form, previous: Form | None) -> tuple[Answer, ...]:
    """What the figures of a part come to."""
    return tuple(value(read_reference(found[1]), form, previous) for found in PLACE.finditer(part))


def _listed(parts: list[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} và {last}" if others else last

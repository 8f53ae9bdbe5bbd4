"""What a reference says in running text: numbers in Vietnamese writing, states and codes in words."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from cchc_desktop.form.computing import added, ratio
from cchc_desktop.form.entry import STATE_WORDS
from cchc_desktop.form.form import Form
from cchc_desktop.narrative.counts import NO_COUNTS, Counts, row_of
from cchc_desktop.template.counts import COUNTS
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.template.references import Manner, Reference
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import round_half_up, write_number
from cchc_desktop.values.period import Period, Span

_MEANING = re.compile(r"([^=;0-9][^=;]*?)\s*=\s*([0-9])")
"""One code in a unit: `Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2`."""
_POINTS = "điểm phần trăm"


@dataclass(frozen=True, slots=True)
class Writing:
    """How an office writes percentages, and what it counts besides the rows of the form."""

    places: int = 2
    """Decimals of those that are worked out."""
    sign: str = "%"
    """The percent sign, with a blank before it where the office wants one."""
    counts: Counts = NO_COUNTS
    """What the registers count."""


USUAL = Writing()


class Silence(Enum):
    """Why a reference has nothing to say. The value names the finding."""

    NO_ROW = "no-row"
    """The set has no such row, or it is a heading."""
    NO_PERIOD_BEFORE = "no-period-before"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Saying:
    """What a reference says, or why it says nothing and because of which row."""

    text: str = ""
    silence: Silence | None = None
    code: IndicatorCode | None = None


def said(reference: Reference, form: Form, previous: Form | None, writing: Writing = USUAL) -> Saying:
    """Return what the reference says; `previous` is the form of the period of the same length before."""
    if silence := _silence(reference, form, previous):
        return silence
    if reference.manner is Manner.AS_CHANGE:
        return _change(reference, form, previous, writing)
    return _written(reference, form, _value(reference, form, previous, writing), writing)


def value(reference: Reference, form: Form, previous: Form | None, writing: Writing = USUAL) -> Answer:
    """Return what the reference comes to now, the comparison with the period before left aside."""
    if _silence(replace(reference, manner=Manner.BARE), form, previous):
        return BLANK
    return _value(reference, form, previous, writing)


def unit_of(row: Indicator) -> str:
    """Return the row's unit within a sentence: `hồ sơ`, `triệu đồng`, `PAKN`."""
    first = row.unit.split(" ", 1)[0]
    return row.unit if first.isupper() and len(first) > 1 else row.unit[:1].lower() + row.unit[1:]


def period_before(period: Period) -> str:
    """Return what a sentence calls the period before: `quý trước`."""
    match period.span:
        case Span.MONTH:
            return "tháng trước"
        case Span.QUARTER:
            return "quý trước"
        case Span.HALF:
            return period.previous.name
        case Span.NINE_MONTHS:
            return "cùng kỳ năm trước"
        case Span.YEAR:
            return "năm trước"


def _silence(reference: Reference, form: Form, previous: Form | None) -> Saying | None:
    for term in reference.terms:
        row = row_of(term.code, form)
        if row is None or row.kind is Kind.HEADING:
            return Saying(silence=Silence.NO_ROW, code=term.code)
    changes = reference.manner is Manner.AS_CHANGE
    for term in reference.terms:
        looks_back = changes or term.of_last_period
        if looks_back and previous is None:
            return Saying(silence=Silence.NO_PERIOD_BEFORE, code=term.code)
        forms = (form, previous) if changes else (previous,) if term.of_last_period else (form,)
        if term.code in COUNTS:
            continue
        if any(each is not None and each.answer(term.code).is_blank for each in forms):
            return Saying(silence=Silence.BLANK, code=term.code)
    return None


def _value(
    reference: Reference, form: Form, previous: Form | None, writing: Writing, *, of_before: bool = False
) -> Answer:
    """What the reference comes to; `of_before`: what the whole of it came to in the period before."""
    answers = []
    for term in reference.terms:
        is_past = of_before or term.of_last_period
        source = previous if is_past else form
        answer = writing.counts.answer(term.code, of_before=is_past)
        if answer is None:
            answer = BLANK if source is None else source.answer(term.code)
        number = answer.number
        answers.append(Answer(-number) if term.is_subtracted and number is not None else answer)
    if reference.is_ratio:
        return ratio(*answers)
    return answers[0] if len(answers) == 1 else added(answers)


def _written(reference: Reference, form: Form, answer: Answer, writing: Writing) -> Saying:
    row = _first_row(reference, form)
    if (number := answer.number) is None:
        return Saying(STATE_WORDS[answer].lower())
    if row.kind is Kind.CODE:
        return Saying(_meaning(row, number))
    if _is_percent(reference, row):
        return Saying(write_number(number, _places(reference, row, writing)) + writing.sign)
    text = write_number(number)
    return Saying(f"{text} {unit_of(row)}" if reference.manner is Manner.WITH_UNIT else text)


def _first_row(reference: Reference, form: Form) -> Indicator:
    """The row that gives the reference its unit; there is one, or the reference were silent."""
    code = reference.terms[0].code
    return row_of(code, form) or form.template.indicators[code]


def _change(reference: Reference, form: Form, previous: Form | None, writing: Writing) -> Saying:
    """The difference in words, of the figures as they are printed."""
    row, now = _first_row(reference, form), _value(reference, form, None, writing)
    before = _value(reference, form, previous, writing, of_before=True)
    than = period_before(form.period)
    if now.number is None or before.number is None:
        state, whose = (now, "") if now.number is None else (before, f"{than} ")
        return Saying(f"{whose}{STATE_WORDS[state].lower()}")
    if row.kind is Kind.CODE and now != before:
        return Saying(f"{_meaning(row, now.number)} ({than}: {_meaning(row, before.number)})")
    rise = now.number - before.number
    if _is_percent(reference, row) and (places := _places(reference, row, writing)) is not None:
        rise = round_half_up(now.number, places) - round_half_up(before.number, places)
    if not rise:
        return Saying(f"không thay đổi so với {than}")
    verb = "tăng" if rise > 0 else "giảm"
    unit = _POINTS if _is_percent(reference, row) else unit_of(row)
    return Saying(f"{verb} {write_number(abs(rise))} {unit} so với {than}")


def _places(reference: Reference, row: Indicator, writing: Writing) -> int | None:
    """Decimals of a percentage: typed ones keep their own."""
    is_typed = row.kind is Kind.PERCENT and not reference.is_ratio
    return None if is_typed else writing.places


def _is_percent(reference: Reference, row: Indicator) -> bool:
    return reference.is_ratio or row.kind.is_percent


def _meaning(row: Indicator, code: Decimal) -> str:
    """What a code stands for, in the words of the row's unit; the code itself where the unit has none."""
    meanings = {Decimal(digit): words for words, digit in _MEANING.findall(row.unit)}
    words = meanings.get(code, "")
    return words.strip().lower() or write_number(code)

"""R8: a percentage told of an indicator against the ratio that the tables of the same report make."""

from collections.abc import Iterator
from decimal import Decimal

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.cells import is_of_all, is_of_another, label_words, words_of
from cchc_desktop.rules.text.clauses import clause_of
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.leading import is_explained, last_count_before, leads_to
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.sharing import decimals_of
from cchc_desktop.rules.text.units import counted
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.number import round_half_up, write_number
from cchc_desktop.values.numbers_in_text import Number

_RATIOS = (Kind.RATIO, Kind.PERCENT)
_FEWEST_WORDS = 6
"""Syllables that a ratio's label must have beside the common ones: fewer are met by chance."""
_FEWEST_OF_A_PART = 4
"""The same of a row that the number beside the percentage tells as well."""
_PLACES = 2


def told_shares(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Compare the percentages of the paragraph with the ratios whose words, or whose numerator, they tell."""
    form = context.form
    if form is None:
        return
    for share in passage.read.percents:
        if any(True for _ in passage.section.live_in(passage.number, share.start, share.end)):
            continue
        row = _of_its_part(passage, share, form, context) or _of_its_words(passage, share, form, context)
        stands = form.number(row.code) if row else None
        if row is None or stands is None or _agrees(share, stands):
            continue
        places = min(decimals_of(share.readings[0]) or _PLACES, _PLACES)
        expected = f"{write_number(round_half_up(stands, places))}%"
        yield passage.finding(
            "R8",
            "text-cell-differs",
            (share.start, share.end),
            found=share.text,
            expected=expected,
            related=(row.code,),
            remedy=expected,
        )


def _of_its_part(passage: Passage, share: Number, form: Form, context: TextContext) -> Indicator | None:
    """`đã hoàn thành 14 nhiệm vụ, đạt tỷ lệ 100%`: the ratio of the one row whose cell the number is."""
    part = last_count_before(passage.read, share)
    if part is None or not leads_to(passage, part.end, share) or is_explained(passage.read, share):
        return None
    clause, after = clause_of(passage.text, part), clause_of(passage.text, share)
    if is_of_another(clause, context) or is_of_another(after, context):
        return None
    words, unit = words_of(clause), counted(part.unit)
    told = {
        row.code
        for row in form.template.indicators.values()
        if counted(row.unit.lower()) == unit
        and form.number(row.code) in part.readings
        and len(label := label_words(row)) >= _FEWEST_OF_A_PART
        and label <= words
        and is_of_all(clause, row)
    }
    ratios = [row for row in _ratios(form) if row.numerator in told]
    return ratios[0] if len(ratios) == 1 else None


def _of_its_words(passage: Passage, share: Number, form: Form, context: TextContext) -> Indicator | None:
    """The one ratio whose label the clause tells, all words of it."""
    clause = clause_of(passage.text, share)
    if is_of_another(clause, context):
        return None
    words = words_of(clause)
    fitting = [
        row
        for row in _ratios(form)
        if len(label := label_words(row)) >= _FEWEST_WORDS and label <= words and is_of_all(clause, row)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _ratios(form: Form) -> Iterator[Indicator]:
    yield from (row for row in form.template.indicators.values() if row.kind in _RATIOS)


def _agrees(share: Number, stands: Decimal) -> bool:
    return any(abs(stands - said) <= Decimal(5).scaleb(-decimals_of(said) - 1) for said in share.readings)

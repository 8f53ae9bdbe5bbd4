"""R1, R2, R3, R6: a ratio or a total that somebody stated against the rows it rests on."""

from collections.abc import Iterator
from decimal import Decimal

from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.answer import Absence
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import decimals_written, percent

_MOST_SUGGESTIONS = 3
_MOST_DECIMALS = 2


def stated_values(form: Form, _past: Past) -> Iterator[Finding]:
    """Check every stated ratio and total; one that is overridden with a reason has been decided."""
    for row in form.template.computing_order:
        entry = form.entry(row.code)
        if entry.answer.is_blank or entry.reason:
            continue
        stated = entry.answer.number
        if stated is None:
            yield from _state(form, row)
        elif row.kind is Kind.RATIO:
            yield from _ratio(form, row, stated, _last_digit(entry.said or ""))
        else:
            yield from _total(form, row, stated)


def _state(form: Form, row: Indicator) -> Iterator[Finding]:
    if (expected := form.computed(row.code).number) is not None:
        yield Finding("R6", "state-for-number", row.code, Severity.WARN, None, expected, row.operands)


def _ratio(form: Form, row: Indicator, stated: Decimal, unit: Decimal) -> Iterator[Finding]:
    computed = form.computed(row.code)
    if computed.content is Absence.NOT_ARISEN:
        yield Finding("R6", "ratio-of-nothing", row.code, Severity.WARN, found=stated, related=row.operands)
    if computed.content is Absence.NOT_COMPETENT:
        yield Finding("R6", "number-for-state", row.code, Severity.WARN, found=stated, related=row.operands)
    if computed.number is None:
        return
    difference = abs(stated - computed.number)
    if difference <= unit / 2:
        return
    if difference < unit:
        yield Finding("R3", "rounded-wrongly", row.code, Severity.WARN, stated, computed.number, row.operands)
        return
    yield Finding("R1", "ratio-differs", row.code, Severity.WARN, stated, computed.number, row.operands)
    if others := _other_denominators(form, row, stated, unit / 2):
        yield Finding(
            "R2",
            "other-denominator",
            row.code,
            Severity.NOTE,
            stated,
            computed.number,
            (row.operands[0], *others),
        )


def _total(form: Form, row: Indicator, stated: Decimal) -> Iterator[Finding]:
    answer = form.computed(row.code)
    if stated and answer.content in (Absence.NOT_ARISEN, Absence.NOT_COMPETENT):
        yield Finding("R6", "number-for-state", row.code, Severity.WARN, found=stated, related=row.operands)
    computed = answer.number
    if computed is None or computed == stated:
        return
    yield Finding("R1", "total-differs", row.code, Severity.WARN, stated, computed, row.operands)
    same = [code for code in _same_unit(form, row) if form.number(code) == stated]
    if stated and len(same) == 1:
        yield Finding("R2", "other-total", row.code, Severity.NOTE, stated, computed, tuple(same))


def _other_denominators(
    form: Form, row: Indicator, stated: Decimal, tolerance: Decimal
) -> tuple[IndicatorCode, ...]:
    """Rows of the denominator's unit that would give the stated ratio: too many of them suggest nothing."""
    numerator_code, denominator_code = row.operands
    numerator = form.number(numerator_code)
    if not numerator or not stated:
        return ()
    fitting = [
        code
        for code in _same_unit(form, form.template.indicators[denominator_code])
        if code not in (numerator_code, denominator_code)
        and (number := form.number(code))
        and abs(percent(numerator, number) - stated) <= tolerance
    ]
    return tuple(fitting) if len(fitting) <= _MOST_SUGGESTIONS else ()


def _same_unit(form: Form, row: Indicator) -> Iterator[IndicatorCode]:
    """The other numeric rows of the same unit in the set, in printed order."""
    return (
        other.code
        for other in form.template.indicators.values()
        if other.unit == row.unit
        and other.code != row.code
        and other.kind in (Kind.WHOLE, Kind.MONEY, Kind.TOTAL)
    )


def _last_digit(said: str) -> Decimal:
    """The unit of the last digit, of those that a report prints: 0.1 in `95,9%`, 0.01 in `95,9064%`."""
    return Decimal(1).scaleb(-min(decimals_written(said), _MOST_DECIMALS))

"""R15: figures against the periods before."""

from collections.abc import Iterator

from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past
from cchc_desktop.template.model import ChangeLimits, Kind, TimeBehaviour
from cchc_desktop.values.codes import IndicatorCode

_COMPARED = (Kind.WHOLE, Kind.MONEY)


def large_changes(form: Form, past: Past) -> Iterator[Finding]:
    """A flow or a stock that differs much from the last period of the same length."""
    if past.previous is None:
        return
    for row in form.template.indicators.values():
        if row.kind in _COMPARED and row.time is not TimeBehaviour.CUMULATIVE:
            yield from _large_change(form, past.previous, row.code, form.template.changes)


def falling_sums(form: Form, past: Past) -> Iterator[Finding]:
    """A cumulative figure that is lower than an earlier one of the same year."""
    if past.earlier_this_year is None:
        return
    for row in form.template.indicators.values():
        if row.time is TimeBehaviour.CUMULATIVE:
            new, old = form.number(row.code), past.earlier_this_year.number(row.code)
            if new is not None and old is not None and new < old:
                yield Finding("R15", "cumulative-fell", row.code, Severity.WARN, new, old)


def _large_change(form: Form, previous: Form, code: IndicatorCode, limits: ChangeLimits) -> Iterator[Finding]:
    new, old = form.number(code), previous.number(code)
    if new is None or old is None or abs(new - old) < limits.least:
        return
    smaller, larger = sorted((new, old))
    if larger >= smaller * limits.times:
        yield Finding("R15", "large-change", code, Severity.NOTE, new, old)

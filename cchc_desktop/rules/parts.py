"""R4, R5, R9: totals and their parts, wholes and their subsets."""

from collections.abc import Iterator
from decimal import Decimal

from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past
from cchc_desktop.template.model import Indicator, Kind


def missing_parts(form: Form, _past: Past) -> Iterator[Finding]:
    """R4: a total or ratio is stated and rows it rests on are blank, or the rows stand and the total was left
    blank.
    """
    for row in form.template.computing_order:
        entry = form.entry(row.code)
        blank = tuple(code for code in row.operands if form.answer(code).is_blank)
        if entry.answer.number is not None and not entry.reason:
            if blank and not any(form.entry(code).is_unread for code in blank):
                yield Finding("R4", "parts-blank", row.code, Severity.WARN, entry.answer.number, None, blank)
        elif row.kind is Kind.TOTAL and entry.said == "" and (computed := form.number(row.code)) is not None:
            yield Finding("R4", "total-blank", row.code, Severity.NOTE, None, computed, row.operands)


def subsets(form: Form, _past: Past) -> Iterator[Finding]:
    """R5: a row exceeds the row it is part of, which cannot be, or one it seldom exceeds."""
    for row in form.template.indicators.values():
        for whole, case, severity in (
            (row.part_of, "part-above-whole", Severity.BLOCK),
            (row.usually_at_most, "above-usual", Severity.WARN),
        ):
            if whole and (numbers := form.numbers(row.code, whole)) and numbers[0] > numbers[1]:
                yield Finding("R5", case, row.code, severity, numbers[0], numbers[1], (whole,))


def leftovers(form: Form, _past: Past) -> Iterator[Finding]:
    """R9: parts of a breakdown that leave something over, or exceed what they break down."""
    for row in form.template.indicators.values():
        if row.at_least and (numbers := form.numbers(row.code, *row.at_least)):
            yield from _leftover(row, numbers[0], sum(numbers[1:], Decimal()))


def _leftover(row: Indicator, whole: Decimal, counted: Decimal) -> Iterator[Finding]:
    if whole > counted:
        yield Finding("R9", "left-over", row.code, Severity.WARN, whole, counted, row.at_least)
    elif whole < counted:
        yield Finding("R9", "more-than-all", row.code, Severity.BLOCK, whole, counted, row.at_least)

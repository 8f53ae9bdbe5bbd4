"""How a computed row is worked out from the rows it rests on."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Absence, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import percent


def worked_out(row: Indicator, answer_of: Callable[[IndicatorCode], Answer]) -> Answer:
    """Return the computed row's answer.

    One unanswered operand leaves the result unanswered, one that comes later makes it come later. A ratio is
    in percent, unrounded; on a zero denominator nothing has arisen.
    """
    operands = [answer_of(code) for code in row.operands]
    if row.kind is Kind.TOTAL:
        return added(operands)
    return ratio(*operands)


def added(parts: Sequence[Answer]) -> Answer:
    """Return the sum of the parts.

    One unanswered part leaves it unanswered, one that comes later makes it come later; a part for which there
    is no number otherwise adds nothing, and where no part has one the sum says why.
    """
    if awaited := _awaited(parts):
        return awaited
    numbers = [number for part in parts if (number := part.number) is not None]
    if numbers:
        return Answer(sum(numbers, Decimal()))
    return NOT_ARISEN if NOT_ARISEN in parts else NOT_COMPETENT


def ratio(numerator: Answer, denominator: Answer) -> Answer:
    """Return the ratio in percent, unrounded; a state in either decides, by zero nothing has arisen."""
    if awaited := _awaited((numerator, denominator)):
        return awaited
    states = {numerator.content, denominator.content}
    if Absence.NOT_COMPETENT in states:
        return NOT_COMPETENT
    if Absence.NOT_ARISEN in states or not denominator.number or numerator.number is None:
        return NOT_ARISEN
    return Answer(percent(numerator.number, denominator.number))


def _awaited(operands: Sequence[Answer]) -> Answer | None:
    if any(operand.is_blank for operand in operands):
        return BLANK
    return LATER if LATER in operands else None

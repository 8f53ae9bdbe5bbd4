"""What one cell of a printed sheet answers, or why only a person can say."""

from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.inspection import Doubt
from cchc_desktop.exchange.reading_child import ReadCell
from cchc_desktop.form.entry import read_answer
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.number import AmbiguousNumber

_COUNTING = (Kind.WHOLE, Kind.TOTAL, Kind.CODE)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A cell that is asked about, with the numbers it may mean."""

    doubt: Doubt
    readings: tuple[Decimal, ...] = ()


def read_figure(cell: ReadCell | None, indicator: Indicator) -> Answer | Unclear:
    """Return what the cell answers in this indicator's row."""
    if cell is None:
        return BLANK
    match cell.kind:
        case "text":
            return _from_text(cell.text, indicator)
        case "number":
            return _from_number(Decimal(cell.text), indicator)
        case "percent":
            return _from_percent(Decimal(cell.text), indicator)
        case "formula":
            return Unclear(Doubt.FORMULA)
        case "other":
            return Unclear(Doubt.UNREADABLE)


def _from_text(text: str, indicator: Indicator) -> Answer | Unclear:
    try:
        return read_answer(indicator, text)
    except AmbiguousNumber as ambiguous:
        return Unclear(Doubt.AMBIGUOUS, ambiguous.readings)
    except CchcError:
        return Unclear(Doubt.UNREADABLE)


def _from_number(number: Decimal, indicator: Indicator) -> Answer | Unclear:
    counts = indicator.kind in _COUNTING
    is_code = indicator.kind is not Kind.CODE or number in indicator.codes
    if number < 0 or (counts and number != number.to_integral_value()) or not is_code:
        return Unclear(Doubt.UNREADABLE)
    return Answer(number)


def _from_percent(fraction: Decimal, indicator: Indicator) -> Answer | Unclear:
    """Read what spreadsheets show as 42% and keep as 0.42: clear in a percent row, a question elsewhere."""
    if indicator.kind.is_percent:
        return _from_number(fraction * 100, indicator)
    return Unclear(Doubt.AMBIGUOUS, (fraction, fraction * 100))

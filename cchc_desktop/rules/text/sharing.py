"""When a percentage is the ratio of two numbers, to the digits that are printed."""

from decimal import Decimal
from itertools import product

from cchc_desktop.values.number import percent, round_half_up, write_number
from cchc_desktop.values.numbers_in_text import Number

_MOST_PLACES = 4


def fits(share: Number, over: Number, under: Number) -> bool:
    """Whether one reading of each makes the percentage; of nothing every share is as good."""
    for said, above, below in product(share.readings, over.readings, under.readings):
        if not below or abs(percent(above, below) - said) <= Decimal(5).scaleb(-decimals_of(said) - 1):
            return True
    return False


def share_of(share: Number, over: Number, under: Number) -> str:
    """Return the percentage as it should stand: as many decimals as are printed, two where there are none."""
    true = percent(over.readings[0], under.readings[0])
    written = min(decimals_of(share.readings[0]), _MOST_PLACES)
    places = written or (0 if true == true.to_integral_value() else 2)
    return write_number(round_half_up(true, places)) + share.text[len(share.digits) :]


def is_close(share: Number, over: Number, under: Number) -> bool:
    """Whether the percentage differs by its last printed digit only: cut off and not rounded."""
    true = percent(over.readings[0], under.readings[0])
    return abs(true - share.readings[0]) <= Decimal(1).scaleb(-decimals_of(share.readings[0]))


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a number is written with."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0

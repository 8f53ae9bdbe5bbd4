"""Roman numerals."""

_DIGITS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in Roman numerals: `XIV`."""
    written = ""
    for value, digit in _DIGITS:
        count, number = divmod(number, value)
        written += digit * count
    return written

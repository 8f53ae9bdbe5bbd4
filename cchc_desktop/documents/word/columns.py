"""How wide the columns of a small table are, so that no word and no date breaks within itself."""

from collections.abc import Sequence

from cchc_desktop.documents.word.metrics import width

POINTS = 12
_MARGINS = 216
"""Twips left and right of a cell's text: the table style's own."""
_SLACK = 24
"""Twips: a printer's Times New Roman may be wider than our table."""


def longest_word(texts: Sequence[str], *, bold: bool = False) -> int:
    """Return the least width, in twips, of a column whose words stay whole."""
    words = {word for text in texts for word in text.split()}
    return max((width(word, POINTS, bold=bold) for word in words), default=0) + _MARGINS + _SLACK


def fitted(shares: Sequence[int], least: Sequence[int], whole: int) -> tuple[int, ...]:
    """Return the shares, or twips in their place where a column would be narrower than its least width.

    What a narrow column needs the others give in proportion. Where the words have no room at all, the
    least widths are the shares.
    """
    if sum(least) > whole:
        return tuple(least)
    fixed: dict[int, int] = {}
    while True:
        room = whole - sum(fixed.values())
        free = [at for at in range(len(shares)) if at not in fixed]
        asked = sum(shares[at] for at in free)
        narrow = {at: least[at] for at in free if room * shares[at] < least[at] * asked}
        if not narrow:
            break
        fixed |= narrow
    if not fixed:
        return tuple(shares)
    return tuple(fixed[at] if at in fixed else room * shares[at] // asked for at in range(len(shares)))

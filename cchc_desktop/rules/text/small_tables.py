"""R1 and R4 in the small tables of a text: columns of shares, and rows that add up the others."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, permutations

from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.rules.text.sharing import fits, share_of
from cchc_desktop.values.number import readings, write_number
from cchc_desktop.values.numbers_in_text import Number

_CELL = re.compile(r"[^\t]*")
_DIGITS = re.compile(r"\s*(?P<digits>[0-9]+(?:[.,][0-9]+)*)(?P<percent>\s?%)?\s*")
_TOTAL = re.compile(r"\s*(?:tổng(?: cộng| số)?|cộng|toàn (?:tỉnh|huyện|xã|phường))\s*:?\s*", re.IGNORECASE)
_SHARES = re.compile(r"tỷ lệ|tỉ lệ|%", re.IGNORECASE)
_FEWEST_ROWS = 2
_LONGEST = 18
Row = tuple[int, str, tuple[Number | None, ...]]
"""Number of the paragraph, what the first cells say, and its numbers column by column."""


def small_tables(section: TextSection) -> Iterator[TextFinding]:
    """Look at every table of the section: rows are paragraphs with tabs between their cells."""
    numbered = list(enumerate(section.paragraphs))
    for width, rows in groupby(numbered, key=lambda each: each[1].count("\t")):
        if width:
            table = [_row(place, text) for place, text in rows]
            yield from _shares(section, table)
            yield from _totals(section, table)


def _row(place: int, text: str) -> Row:
    cells = [cell for cell in _CELL.finditer(text) if cell.start() == 0 or text[cell.start() - 1] == "\t"]
    words = " ".join(cell[0] for cell in cells[:2])
    return place, words, tuple(_number(text, cell.start(), cell.end()) for cell in cells)


def _number(text: str, start: int, end: int) -> Number | None:
    found = _DIGITS.fullmatch(text, start, end)
    if not found or len(found["digits"]) > _LONGEST:
        return None
    is_percent = found["percent"] is not None
    at, stop = found.start("digits"), found.end("percent" if is_percent else "digits")
    means = readings(found["digits"], whole=False)
    return Number(at, stop, text[at:stop], means, is_percent, False, "") if means else None


def _shares(section: TextSection, table: Sequence[Row]) -> Iterator[TextFinding]:
    """A column that is the ratio of two others in most rows, and not in some."""
    width = max(len(numbers) for _, _, numbers in table)
    headings = [section.paragraphs[place].split("\t") for place, _, numbers in table if not any(numbers)]
    for column in range(width):
        of = [row for row in table if column < len(row[2]) and row[2][column]]
        is_told = any(column < len(cells) and _SHARES.search(cells[column]) for cells in headings)
        if not is_told and not any(number.is_percent for row in of if (number := row[2][column])):
            continue
        for over, under in permutations((each for each in range(width) if each != column), 2):
            full = [row for row in of if row[2][over] and row[2][under]]
            wrong = [row for row in full if not _agrees(row, column, over, under)]
            if len(full) - len(wrong) >= _FEWEST_ROWS and 3 * len(wrong) <= len(full):
                for place, _, numbers in wrong:
                    yield from _wrong_share(
                        Passage(section, place), numbers[column], numbers[over], numbers[under]
                    )
                break


def _agrees(row: Row, column: int, over: int, under: int) -> bool:
    share, above, below = row[2][column], row[2][over], row[2][under]
    return share is None or above is None or below is None or fits(share, above, below)


def _wrong_share(
    passage: Passage, share: Number | None, over: Number | None, under: Number | None
) -> Iterator[TextFinding]:
    if share and over and under:
        expected = share_of(share, over, under)
        yield passage.finding(
            "R1",
            "text-ratio-differs",
            (share.start, share.end),
            found=share.text,
            expected=expected,
            given=(over.text, under.text),
            remedy=expected,
        )


def _totals(section: TextSection, table: Sequence[Row]) -> Iterator[TextFinding]:
    """A row called a total, last or first under the heading, against the rows beside it."""
    rows = [row for row in table if any(row[2])]
    totals = [
        row for row in rows if any(_TOTAL.fullmatch(cell) for cell in section.paragraphs[row[0]].split("\t"))
    ]
    if len(totals) != 1 or len(rows) <= _FEWEST_ROWS or totals[0] not in (rows[0], rows[-1]):
        return
    place, _, sums = totals[0]
    parts = [row for row in rows if row is not totals[0]]
    for column, total in enumerate(sums):
        numbers = [row[2][column] if column < len(row[2]) else None for row in parts]
        known = [number for number in numbers if number and not number.is_percent]
        if total is None or total.is_percent or len(known) < len(parts):
            continue
        made = sum((max(number.readings) for number in known), Decimal())
        if (
            made not in total.readings
            and sum((min(each.readings) for each in known), Decimal()) not in total.readings
        ):
            yield Passage(section, place).finding(
                "R4",
                "text-parts-differ",
                (total.start, total.end),
                found=total.text,
                expected=write_number(made),
                given=tuple(number.text for number in known),
            )

"""The head and the foot of the report.

Decree 30/2020, Appendix I: boxes 1 to 5a and 9a above the text, 7 and 9b below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.office.printed.preview import (
    CELL_MARGIN,
    FOOT_COLUMNS,
    HEAD_COLUMNS,
    MOTTO,
    NATIONAL_TITLE,
    PAPER,
    dashed,
    foot_gap,
    name_lines,
    number_line,
    place_line,
    side_indent,
    styles,
    width,
)
from ui.preview.blocks import Cell, Grid, Passage, Row, passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.printed.preview import Letterhead, Report
    from ui.preview.blocks import Block


def head(report: Report) -> Iterator[Block]:
    """Everything that stands above the first sentence."""
    yield _letterhead(report.letterhead)
    yield passage("Title", report.kind)
    yield from centred("Subtitle", report.subject, between=passage("WindowLine", report.window_line))
    yield from _addressees(report.addressees)


def foot(report: Report) -> Grid:
    """Who receives the report on the left, who signs on the right."""
    receiving = [passage("RecipientsLine", line) for line in dashed(report.recipients.lines)]
    signing = [passage("SignerOffice", line) for line in report.signature.lines]
    left = Cell(0, (passage("RecipientsLabel", "Nơi nhận:"), *receiving))
    right = Cell(1, (*signing, passage("SignerName", report.signature.name)))
    return Grid(FOOT_COLUMNS, (Row((left, right)),), top=foot_gap())


def centred(style: str, text: str, *, between: Passage | None = None) -> Iterator[Passage]:
    """A centred title that breaks well, and a short line under it.

    A paragraph with text may stand `between` the two.
    """
    look, room = styles()[style], PAPER.text_width
    drawn_in = side_indent(text, look.points, room, bold=look.bold)
    yield passage(style, text, left=drawn_in, right=drawn_in)
    if between and between.text:
        yield between
    longest = max(width(line, look.points, bold=look.bold) for line in text.split("\n"))
    yield _short_rule(min(longest, room - 2 * drawn_in), room)


def _letterhead(letterhead: Letterhead) -> Grid:
    hanging = (PAPER.text_width - sum(HEAD_COLUMNS)) // 2  # the official table is wider than the text
    number = passage("DocumentNumber", number_line(letterhead))
    place = passage("PlaceAndDate", place_line(letterhead))
    rows = (
        Row((Cell(0, tuple(_office(letterhead))), Cell(1, _national_title()))),
        Row((Cell(0, (number,)), Cell(1, (place,)))),
    )
    return Grid(HEAD_COLUMNS, rows, indent=hanging, side=CELL_MARGIN)


def _office(letterhead: Letterhead) -> Iterator[Passage]:
    room = HEAD_COLUMNS[0] - 2 * CELL_MARGIN
    if letterhead.superior:
        yield passage("SuperiorOffice", "\n".join(name_lines(letterhead.superior, 13, room, bold=False)))
    lines = name_lines(letterhead.office, 13, room, bold=True)
    yield passage("IssuingOffice", "\n".join(lines))
    yield _short_rule(min(max(width(line, 13, bold=True) for line in lines), room), room)


def _national_title() -> tuple[Passage, ...]:
    rule = _rule(width(MOTTO, 14, bold=True), HEAD_COLUMNS[1] - 2 * CELL_MARGIN)
    return passage("NationalTitle", NATIONAL_TITLE), passage("Motto", MOTTO), rule


def _addressees(addressees: tuple[str, ...]) -> Iterator[Passage]:
    items = dashed(addressees)
    if len(items) == 1:
        yield passage("Addressee", f"Kính gửi: {items[0].removeprefix('- ')}")
    if len(items) < 2:
        return
    colon = width("Kính gửi", 14)
    start = max(0, (PAPER.text_width - colon - max(width(item, 14) for item in items)) // 2)
    yield passage("AddresseeList", "Kính gửi:", left=start, right=start)
    for item in items:
        yield passage("AddresseeList", item, left=start + colon)


def _short_rule(longest: int, room: int) -> Passage:
    """The line under a name or title: between a third and a half of the text above it."""
    return _rule(round(longest * 0.4), room)


def _rule(length: int, room: int) -> Passage:
    side = (room - length) // 2
    return passage("Rule", left=side, right=room - length - side)

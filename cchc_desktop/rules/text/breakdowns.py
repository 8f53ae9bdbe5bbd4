"""Totals that a text breaks down: which numbers are the parts of which.

`172 người (gồm: phường A: 112 người; phường B: 60 người)`; `Tổng số 15 hồ sơ, cụ thể:` with items below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_desktop.rules.text.items import items_below
from cchc_desktop.rules.text.kinds import exclude_each_other
from cchc_desktop.rules.text.reading import Passage, Read, read, starting_in
from cchc_desktop.rules.text.units import comparable, same
from cchc_desktop.values.numbers_in_text import Number

_ALL = re.compile(
    r"(?P<bracket>\(\s*)?\b(?:bao gồm|gồm(?: có)?|chia ra|cụ thể(?: là| như sau)?)\b(?:\s*:)?", re.IGNORECASE
)
"""What announces every part of what was just counted."""
_SOME = re.compile(r"\(?\s*\btrong đó\b(?:\s*,)?(?:\s+có)?(?:\s*:)?", re.IGNORECASE)
"""What announces parts that need not be all."""
_ENDS_WITH_SOME = re.compile(r"\btrong đó\s*:\s*$", re.IGNORECASE)
_LABELS = re.compile(r"\((?=[^():;\d]{1,60}\d{0,3}:\s*\d[^()]*[;,]|\d[\d.]*\s+[^\d(),;]{2,40}[,;]\s*\d)")
"""`(Phường 2: 204 hồ sơ; Phường 3: 382)`, `(3 kế hoạch, 5 công văn)`: nothing but parts with numbers."""
_BRACKET = re.compile(r"\((?=[^()]*\d[^()]*(?:[,;]|\bvà\b)[^()]*\d)")
_NEAR = 30
"""Letters between a total and a bracket that tells some of its parts."""
_TOGETHER = re.compile(
    r"[,;:(]?\s*\b(?:tổng cộng|cộng chung)\b|[,;]\s*tổng(?: số)?(?: là)?(?=\s*[0-9])", re.IGNORECASE
)
"""What comes between parts and the total that they make."""
_PARTED = re.compile(r"[;,]|\bvà\b")
_OTHERWISE = re.compile(
    r"\b(?:trong đó|gồm|cụ thể|chủ yếu|tăng|giảm|so với|từ|xuống|đến|hoặc|trên tổng|mỗi|mức|vượt|kể cả"
    r"|lượt|ngoài ra)\b",
    re.IGNORECASE,
)
"""Words after which a number is no further part beside the others."""
_CHANGE = re.compile(r"(?:tăng|giảm|thêm|vượt|hơn|bớt)(?:\s+(?:thêm|lên|được|so))?\s+$", re.IGNORECASE)
"""What stands before a number that tells a difference and no total."""
_TOTAL = re.compile(
    r"\b(?:tổng|có|ban hành|tiếp nhận|giải quyết|thực hiện|tổ chức|kiểm tra)\b", re.IGNORECASE
)
_APART = re.compile(r";|[.?!]\s")
"""What stands between a number and an enumeration that is not its."""
_COLON = re.compile(r"[^.;:,()\d]{1,40}:\s+(?=[^.;:,()\d]{0,20}\d)")
_FEWEST = 2
_FEWEST_UNANNOUNCED = 3
_LONGEST = 1500
"""Letters of an enumeration; a longer one is no longer of one total."""
_FARTHEST = 250
"""Letters between a total and what announces its parts."""
_LONGEST_WRITING = 24
"""Letters of a number."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and its parts, in the order of the text."""

    total: Number
    parts: tuple[Number, ...]
    is_whole: bool
    """Whether these are all parts; else they are some of them, set side by side."""


def breakdowns(passage: Passage) -> Iterator[Breakdown]:
    """Yield the totals of the paragraph with the parts that it, or the items below it, tells."""
    yield from _announced(passage)
    yield from _after_a_colon(passage)
    yield from _added_up(passage)
    yield from _in_brackets(passage)
    yield from _some(passage)


def _announced(passage: Passage) -> Iterator[Breakdown]:
    """`gồm 5 hồ sơ đất đai và 6 hồ sơ hộ tịch`, or items below a line that ends in a colon."""
    text = passage.text
    for opening in _ALL.finditer(text):
        if opening["bracket"]:
            parts = _parts(passage.read, text, opening.end(), _closing(text, opening.end()))
        elif not text[opening.end() :].strip(" :"):
            parts = _of_items(passage)
        else:
            parts = _told_on(passage, opening.end())
        yield from _all_parts(_total(passage, opening.start()), parts)
    if text.rstrip().endswith(":") and _TOTAL.search(text) and not _ALL.search(text):
        found = _all_parts(_total(passage, len(text)), _of_items(passage))
        only_some = _ENDS_WITH_SOME.search(text) is not None
        yield from (replace(each, is_whole=False) if only_some else each for each in found)


def _told_on(passage: Passage, start: int) -> tuple[Number, ...]:
    """The parts up to the sentence's end; where that tells other things, too, those before the semicolon."""
    read, text = passage.read, passage.text
    end = passage.sentence_at(start)[1]
    parts = _parts(read, text, start, end)
    with_unit = sum(bool(part.unit) for part in parts)
    if parts and with_unit in (0, len(parts)):
        return parts
    stop = text.find(";", start, end)
    parts = _parts(read, text, start, stop) if stop > 0 else ()
    others = starting_in(read.counts, stop, end) if parts else ()
    goes_on = any(same(part, other) for part in parts for other in others)
    return () if goes_on else parts


def _after_a_colon(passage: Passage) -> Iterator[Breakdown]:
    """`60 công chức: 12 người xuất sắc, 45 người tốt, 3 người khá`: all parts, where each tells the same."""
    read, text = passage.read, passage.text
    for total in read.counts:
        colon = _COLON.match(text, total.end) if total.unit else None
        if colon and not _ALL.search(colon[0]) and not _SOME.search(colon[0]):
            parts = _parts(read, text, colon.end(), passage.sentence_at(total.start)[1])
            if len(parts) >= _FEWEST_UNANNOUNCED and all(same(total, part) for part in parts):
                yield Breakdown(total, parts, is_whole=True)


def _added_up(passage: Passage) -> Iterator[Breakdown]:
    """`5 hồ sơ đất đai, 6 hồ sơ hộ tịch, tổng cộng 11 hồ sơ`."""
    text = passage.text
    for closing in _TOGETHER.finditer(text):
        parts = _parts(passage.read, text, passage.sentence_at(closing.start())[0], closing.start())
        totals = starting_in(passage.read.counts, closing.end(), closing.end() + _NEAR + 1)
        if totals:
            yield from _all_parts(totals[0], parts)


def _in_brackets(passage: Passage) -> Iterator[Breakdown]:
    """Labels with numbers are all parts; of anything else it is only sure that they are no more than all."""
    text = passage.text
    labelled = {opening.start() for opening in _LABELS.finditer(text)}
    for opening in _BRACKET.finditer(text):
        parts = _parts(passage.read, text, opening.end(), _closing(text, opening.end()))
        total = _total(passage, opening.start())
        for found in _all_parts(total, parts):
            if opening.start() in labelled:
                yield found
            elif opening.start() - found.total.end <= _NEAR:
                yield replace(found, is_whole=False)


def _some(passage: Passage) -> Iterator[Breakdown]:
    """`trong đó có 10 hồ sơ đất đai`: numbers of what the total counts, by the same words."""
    text = passage.text
    for opening in _SOME.finditer(text):
        is_bracket = opening[0].startswith("(")
        end = _closing(text, opening.end()) if is_bracket else passage.sentence_at(opening.end())[1]
        parts = _parts(passage.read, text, opening.end(), end, may_begin_late=True)
        total = _total(passage, opening.start())
        if total and not parts:
            parts = _bare(passage, opening.end(), end)
        is_told = bool(parts) and all(total is not None and same(total, part) for part in parts)
        is_told = is_told or (len(parts) == 1 and not parts[0].unit)
        if total and (is_told or exclude_each_other(text, opening.end(), parts)):
            yield Breakdown(total, parts, is_whole=False)


def _bare(passage: Passage, start: int, end: int) -> tuple[Number, ...]:
    """`trong đó đã hoàn thành đúng hạn 34; …`: the one number of the first element, where it has no unit."""
    stop = next((at for at in (passage.text.find(";", start, end),) if at > 0), end)
    told = starting_in(passage.read.counts, start, stop)
    return (told[0],) if len(told) == 1 and not told[0].unit else ()


def _all_parts(total: Number | None, parts: tuple[Number, ...]) -> Iterator[Breakdown]:
    if total and len(parts) >= _FEWEST and all(comparable(total, part) for part in parts):
        yield Breakdown(total, parts, is_whole=True)


def _total(passage: Passage, end: int) -> Number | None:
    """The number just before, what a fraction is over included; percentages are passed over."""
    read = passage.read
    begin = end - _FARTHEST - _LONGEST_WRITING
    counts = (
        *starting_in(read.counts, begin, end),
        *(fraction.over for fraction in starting_in(read.fractions, begin, end)),
    )
    near = (each for each in counts if each.end <= end <= each.end + _FARTHEST)
    told = (each for each in near if not _CHANGE.search(passage.text, max(0, each.start - _NEAR), each.start))
    before = max(told, key=lambda each: each.end, default=None)
    if before is None:
        return None
    return None if _APART.search(passage.text[before.end : end].rstrip(" ;.,:")) else before


def _of_items(passage: Passage) -> tuple[Number, ...]:
    """The first number of each item below the paragraph; nothing where an item has none."""
    below = (passage.section.paragraphs[number] for number in items_below(passage.section, passage.number))
    first = [next(iter(read(text).counts), None) for text in below]
    return () if None in first else tuple(number for number in first if number)


def _parts(
    read: Read, text: str, start: int, end: int, *, may_begin_late: bool = False
) -> tuple[Number, ...]:
    """One number for each element between the two places; nothing where an element may hold none or two.

    `may_begin_late`: the words before the first comma may go on with the words after it.
    """
    if starting_in(read.fractions, start, end):
        return ()
    if end - start > _LONGEST:
        return ()
    stretches = list(_elements(text, start, end))
    parts = []
    for begin, stop in stretches:
        counts = starting_in(read.counts, begin, stop)
        if counts and not _OTHERWISE.search(text, begin, counts[0].start):
            others = [each for each in counts[1:] if _depth(text, begin, each.start) == 0]
            if others and not _OTHERWISE.search(text, counts[0].end, others[0].start):
                return ()
            parts.append(counts[0])
        elif ";" in text[start:end] or not (parts or may_begin_late):
            return ()
    return tuple(parts)


def _elements(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The elements of an enumeration: between semicolons where it has any, else between commas and `và`."""
    marks = [
        mark
        for mark in _PARTED.finditer(text, start, end)
        if _depth(text, start, mark.start()) == 0 and not _is_decimal(text, mark.start())
    ]
    if any(mark[0] == ";" for mark in marks):
        marks = [mark for mark in marks if mark[0] == ";"]
    begin = start
    for mark in marks:
        yield begin, mark.start()
        begin = mark.end()
    if text[begin:end].strip(" .;,)"):
        yield begin, end


def _is_decimal(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _depth(text: str, start: int, at: int) -> int:
    return text.count("(", start, at) - text.count(")", start, at)


def _closing(text: str, start: int) -> int:
    """Where the bracket that opened before the place closes; the text's end where it never does."""
    depth = 1
    for at in range(start, len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at
    return len(text)

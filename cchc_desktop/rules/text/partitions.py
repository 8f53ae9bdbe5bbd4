"""Totals of which a text tells every part by its name: groups by number, kinds by the words of the total.

`10 phường: Nhóm 1: 03 phường; Nhóm 2: 06 phường; Nhóm 3: 01 phường`;
`45 cán bộ, công chức, trong đó 20 cán bộ và 25 công chức`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from cchc_desktop.rules.text.breakdowns import Breakdown
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.units import counted, same
from cchc_desktop.values.numbers_in_text import Fraction, Number

_GROUP = re.compile(r"\b(?P<word>nhóm|loại|hạng|bậc)\s+(?P<which>[1-9]|I{1,3}|IV|V|[A-E])\b", re.IGNORECASE)
_IN_TURN = (tuple("123456789"), ("I", "II", "III", "IV", "V"), tuple("ABCDE"))
_SOME = re.compile(r"\b(?:trong đó|chủ yếu|như|điển hình)\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"\btrong đó\b(?:\s*,)?(?:\s+có)?(?:\s*:)?", re.IGNORECASE)
_KIND = re.compile(r"\b(?:cán bộ|công chức|viên chức|người lao động)\b", re.IGNORECASE)
_BORDER = re.compile(r"[;,(]|\bvà\b")
_OF_ALL_OF = re.compile(r"\btrong(?: tổng)? số\s+$", re.IGNORECASE)
_THERE_ARE = re.compile(r"\s+[^.;:,()\d]{2,60}?,?\s+(?:đã\s+)?có\s+", re.IGNORECASE)
_LOOKED_BACK = 24
_PERSON = "người"
_FEWEST = 2
_FARTHEST = 250
"""Letters between a total and the first of its parts."""


def partitions(passage: Passage) -> Iterator[Breakdown]:
    """Yield totals whose parts are all told by their names, and numbers that others are told to be among."""
    yield from _groups(passage)
    yield from _kinds(passage)
    yield from _among(passage)


def _among(passage: Passage) -> Iterator[Breakdown]:
    """`trong số 10 phường có 8 phường đạt chuẩn`: no more than all of them."""
    text, counts = passage.text, passage.read.counts
    for whole, part in pairwise(counts):
        is_of_all = _OF_ALL_OF.search(text, max(0, whole.start - _LOOKED_BACK), whole.start)
        if is_of_all and _THERE_ARE.fullmatch(text, whole.end, part.start) and same(whole, part):
            yield Breakdown(whole, (part,), is_whole=False)


def _groups(passage: Passage) -> Iterator[Breakdown]:
    """One number for each of the groups 1, 2, 3 …, of what a number before the first of them counts."""
    text, read = passage.text, passage.read
    if not _GROUP.search(text):
        return
    for start, end in read.sentences:
        for _, found in groupby(_GROUP.finditer(text, start, end), key=lambda each: each["word"].lower()):
            named = list(found)
            if not _are_in_turn([each["which"] for each in named]):
                continue
            begins, total_begins = named[0].start(), max(start, named[0].start() - _FARTHEST)
            ends = (*(each.start() for each in named[1:]), end)
            for total in reversed(starting_in(read.counts, total_begins, begins)):
                parts = [
                    _part(passage, total, each.end(), stop) for each, stop in zip(named, ends, strict=True)
                ]
                told = tuple(part for part in parts if part)
                if len(told) == len(parts) and total.unit and not _SOME.search(text, total.end, begins):
                    yield Breakdown(total, told, is_whole=True)
                    break


def _are_in_turn(names: Sequence[str]) -> bool:
    """Whether these are the first of their kind, none left out: 1, 2, 3; A, B."""
    told = tuple(name.upper() for name in names)
    return len(told) >= _FEWEST and any(told == row[: len(told)] for row in _IN_TURN)


def _part(passage: Passage, total: Number, start: int, end: int) -> Number | None:
    """The one number between two places, brackets left out, that counts what the total counts."""
    text = passage.text
    alike = [
        each
        for each in starting_in(passage.read.counts, start, end)
        if same(total, each) and text.count("(", start, each.start) == text.count(")", start, each.start)
    ]
    return alike[0] if len(alike) == 1 else None


def _kinds(passage: Passage) -> Iterator[Breakdown]:
    """One number for each of the kinds of people that the words of a total name."""
    text, read = passage.text, passage.read
    for opening in _OF_WHICH.finditer(text):
        before = starting_in(read.counts, opening.start() - _FARTHEST, opening.start())
        total = before[-1] if before else None
        kinds = _kinds_in(text[total.end : opening.start()]) if total else frozenset()
        if total is None or len(kinds) < _FEWEST:
            continue
        end = passage.sentence_at(opening.end())[1]
        parts = _by_kind(passage, opening.end(), end)
        if {kind for kind, _ in parts} == kinds and len(parts) == len(kinds):
            told = tuple(part for _, part in parts)
            if not _are_some_of(total, starting_in(read.fractions, opening.end(), end)):
                yield Breakdown(total, told, is_whole=True)


def _by_kind(passage: Passage, start: int, end: int) -> list[tuple[str, Number]]:
    """Numbers of people with the one kind that each is of; nothing where one is of none or of several."""
    text, read = passage.text, passage.read
    wholes = (fraction.under for fraction in starting_in(read.fractions, start, end))
    people = (each for each in starting_in(read.counts, start, end) if counted(each.unit) == _PERSON)
    told, at = [], start
    for number in sorted((*people, *wholes), key=lambda each: each.start):
        kinds = _kinds_in(_BORDER.split(text[at : number.start])[-1]) or _kinds_in(number.unit)
        if len(kinds) != 1:
            return []
        told.append((next(iter(kinds)), number))
        at = number.end
    return told


def _are_some_of(total: Number, fractions: Sequence[Fraction]) -> bool:
    """Whether the total is of those only that the fractions tell: `45 người dự, trong đó 5/20 và 40/50`."""
    return bool(fractions) and sum(each.over.readings[0] for each in fractions) in total.readings


def _kinds_in(words: str) -> frozenset[str]:
    return frozenset(found[0].lower() for found in _KIND.finditer(words))

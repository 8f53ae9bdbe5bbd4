"""The rows of a form as it prints them: which stands below which, and which row above others is left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.codes import IndicatorCode

_ROMAN = re.compile(r"[IVX]+")
_DASHES = frozenset({"", "-", "+", "–", "*"})
_COUNTED = re.compile(r"(?:[IVX]{1,6}\.)?[0-9]{1,2}(?:\.[0-9]{1,2}){1,5}")
"""Numbers that count on; a date in the STT's place has nothing above it."""
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row as a form prints it."""

    stt: str
    label: str
    unit: str
    like: Indicator | None = None
    """The row of a set that this one surely is."""
    columns: tuple[str, ...] = ()
    """Headings of its figure columns where it has several: each asks for a figure of its own."""
    asked_by: str = ""
    """Of a row that the form leaves out: the STT of the first row that stands below it."""


def completed(
    printed: Sequence[PrintedRow], known: Mapping[IndicatorCode, Indicator]
) -> tuple[PrintedRow, ...]:
    """Return the rows with those that the form leaves out above others: 1 where it prints 1.1 alone.

    One that a set has (`known`, by key) is that set's row; another has its number for a name.
    """
    rows: list[PrintedRow] = []
    there: set[Path] = set()
    printed = _with_renamed_headings(printed, known)
    for row, path in zip(printed, _paths(printed), strict=True):
        for end in range(1, len(path)) if _COUNTED.fullmatch(".".join(path)) else ():
            if path[:end] not in there:
                there.add(path[:end])
                rows.append(_left_out(path, end, row, known))
        if path:
            there.add(path)
        rows.append(row)
    return tuple(_with_parents_by_key(rows, known))


def parents(printed: Sequence[PrintedRow]) -> Iterator[int | None]:
    """Yield which row each one stands below, by its STT; one without it stands below the last that has it."""
    latest: dict[Path, int] = {}
    last: Path = ()
    for at, path in enumerate(_paths(printed)):
        if not path:
            yield latest.get(last)  # `a)`, `-`: below the last number
            continue
        above = next((path[:end] for end in range(len(path) - 1, 0, -1) if path[:end] in latest), None)
        yield None if above is None else latest[above]
        latest[path], last = at, path


def _paths(printed: Sequence[PrintedRow]) -> Iterator[Path]:
    """Yield the numbers down to each row: `II`, `3`, `1`; nothing for `a)`, `-` and rows without an STT."""
    roman: Path = ()
    for row in printed:
        stt = row.stt.strip(" .)(").upper()
        if stt in _DASHES or (len(stt) == 1 and stt.isalpha() and not _ROMAN.fullmatch(stt)):
            yield ()
        elif _ROMAN.fullmatch(stt):
            roman = (stt,)
            yield roman
        else:
            yield (*roman, *stt.split("."))


def _left_out(path: Path, end: int, row: PrintedRow, known: Mapping[IndicatorCode, Indicator]) -> PrintedRow:
    """The row at the beginning of that path, as a set has it above the row it knows."""
    stt = ".".join(each for each in path[:end] if not _ROMAN.fullmatch(each)) or path[0]
    code = row.like.code.rsplit(".", len(path) - end)[0] if row.like else ""
    return _row_of(known.get(IndicatorCode(code)), stt, row.stt)


def _row_of(like: Indicator | None, stt: str, asked_by: str) -> PrintedRow:
    label = like.label if like else f"Nhóm {stt}"
    return PrintedRow(stt, label, like.unit if like else "", like, asked_by=asked_by)


def _with_renamed_headings(
    printed: Sequence[PrintedRow], known: Mapping[IndicatorCode, Indicator]
) -> list[PrintedRow]:
    """The rows; a heading above rows that a set knows is that set's heading, whatever it is called here."""
    rows = list(printed)
    there = {row.like.code for row in rows if row.like}
    for at, parent in enumerate(parents(printed)):
        child = rows[at].like
        if parent is None or child is None or rows[parent].like or rows[parent].unit:
            continue
        above = known.get(IndicatorCode(child.code.rpartition(".")[0]))
        if above and above.kind is Kind.HEADING and above.code not in there:
            there.add(above.code)
            rows[parent] = replace(rows[parent], like=above)
    return rows


def _with_parents_by_key(
    rows: Sequence[PrintedRow], known: Mapping[IndicatorCode, Indicator]
) -> Iterator[PrintedRow]:
    """The rows, with the sets' parents of rows that stand here below rows no set knows."""
    there = {row.like.code for row in rows if row.like}
    for row in rows:
        for code in _above(row.like.code) if row.like else ():
            if code in known and code not in there:
                there.add(code)
                yield _row_of(known[code], known[code].stt, row.stt)
        yield row


def _above(code: IndicatorCode) -> Iterator[IndicatorCode]:
    """The keys of the rows above that of a key, the topmost first: `PL2.4` and `PL2.4.1` of `PL2.4.1.2`."""
    parts = code.split(".")
    yield from (IndicatorCode(".".join(parts[:end])) for end in range(2, len(parts)))

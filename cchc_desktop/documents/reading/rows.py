"""Which indicator each row of a form's table is, and how sure that is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache

from cchc_desktop.documents.reading.tables import FormRow, FormTable
from cchc_desktop.template.model import Appendix, Indicator, Template
from cchc_desktop.values.text import likeness

_BRACKETS = re.compile(r"\([^)]*\)")
_ALIKE = 0.86
_LONGEST_LABEL = 400
_MOST_COMPARED = 200
"""Rows of one appendix compared letter by letter with all of its labels; the longest form has thirty-one."""
_ALIKE_WITH_NUMBER = 0.6


class Sureness(Enum):
    """How sure a row was recognised, the surest first. The value is the word on the command line."""

    SURE = "sure"
    """Label and STT are those of the form."""
    LIKELY = "likely"
    """The label is the form's and only one row has it, but not the STT; or the figure stood among words."""
    UNSURE = "unsure"
    """A person has to look."""


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """A row of a table, and the indicator it is: None where none fits."""

    row: FormRow
    table: FormTable
    title: str
    """Of the appendix it was looked for in."""
    indicator: Indicator | None
    sureness: Sureness
    reason: str = ""
    """Why it is not sure: Vietnamese, without a full stop; empty where the set has no row of its table."""


def matched_rows(tables: Sequence[FormTable], template: Template) -> Iterator[MatchedRow]:
    """Yield every row of the tables with its indicator, each indicator once."""
    books = {appendix.number: _Book(appendix) for appendix in template.appendices}
    for table in tables:
        book = _book(table, books)
        if book is None:
            yield from (MatchedRow(row, table, table.title, None, Sureness.UNSURE) for row in table.rows)
            continue
        for row in table.rows:
            yield book.matched(row, table)


@lru_cache(maxsize=4096)  # the same labels come again with every set and every report
def label_words(label: str) -> str:
    """Return a label in the form in which labels are compared, remarks in brackets left out."""
    return likeness(_BRACKETS.sub("", label)) or likeness(label)


def stt_words(stt: str) -> str:
    """Return an STT in the form in which numbers are compared: `3.1.` and `3.1` are one."""
    return stt.replace(" ", "").strip(".)(").upper()


class _Book:
    """The rows of one appendix, those already found crossed out."""

    def __init__(self, appendix: Appendix) -> None:
        self.title = appendix.title
        self.rows = appendix.indicators
        self.words = tuple(label_words(row.label) for row in self.rows)
        self.exact = tuple(likeness(row.label) for row in self.rows)
        self._taken: set[int] = set()
        self._last = -1
        self._compared = 0

    def hits(self, table: FormTable) -> int:
        """Return how many rows of the table carry a label of this appendix."""
        known = set(self.words)
        return sum(label_words(row.label) in known for row in table.rows)

    def matched(self, row: FormRow, table: FormTable) -> MatchedRow:
        at, sureness, reason = self._found(row)
        if at is None:
            return MatchedRow(row, table, self.title, None, Sureness.UNSURE, reason)
        if at in self._taken:
            why = f"dòng “{self.rows[at].label}” đã gặp ở trên"
            return MatchedRow(row, table, self.title, self.rows[at], Sureness.UNSURE, why)
        if sureness is not Sureness.UNSURE:
            self._taken.add(at)
            self._last = at
        return MatchedRow(row, table, self.title, self.rows[at], sureness, reason)

    def _found(self, row: FormRow) -> tuple[int | None, Sureness, str]:
        stt, words, exact = stt_words(row.stt), label_words(row.label), likeness(row.label)
        same = [at for at, label in enumerate(self.exact) if label == exact]
        same = same or [at for at, label in enumerate(self.words) if label == words]
        numbered = [at for at in same if stt_words(self.rows[at].stt) == stt]
        if numbered:
            return self._next(numbered), Sureness.SURE, ""
        if len(same) == 1:
            return same[0], Sureness.LIKELY, _other_number(row.stt, self.rows[same[0]].stt)
        if not stt and self._last + 1 in same:
            above = self.rows[self._last].label
            return self._last + 1, Sureness.LIKELY, f"STT để trống, nhận theo dòng “{above}” ở trên"
        if same:
            return None, Sureness.UNSURE, f"có {len(same)} dòng cùng tên trong biểu mẫu"
        return self._alike(words, stt)

    def _next(self, places: Sequence[int]) -> int:
        """Of rows that look alike the first one below the last row found."""
        return next((at for at in places if at > self._last and at not in self._taken), places[0])

    def _alike(self, words: str, stt: str) -> tuple[int | None, Sureness, str]:
        best, found = 0.0, -1
        self._compared += 1
        is_compared = len(words) <= _LONGEST_LABEL and self._compared <= _MOST_COMPARED
        for at, label in enumerate(self.words if is_compared else ()):
            numbered = bool(stt) and stt_words(self.rows[at].stt) == stt
            alike = _likeness(words, label)
            least = _ALIKE_WITH_NUMBER if numbered else _ALIKE
            if alike >= least and alike + 0.1 * numbered > best:
                best, found = alike + 0.1 * numbered, at
        if found < 0:
            return None, Sureness.UNSURE, "không có dòng nào như vậy trong biểu mẫu"
        return found, Sureness.UNSURE, f"tên gần giống “{self.rows[found].label}”"


def _book(table: FormTable, books: dict[int, _Book]) -> _Book | None:
    """The appendix that knows the most of the table's labels; the one its title names, if that knows any."""
    titled = books.get(table.number) if table.number is not None else None
    if titled is not None and titled.hits(table) * 2 >= len(table.rows):
        return titled
    hits = Counter({number: book.hits(table) for number, book in books.items()})
    number, most = max(hits.items(), key=lambda pair: pair[1], default=(0, 0))
    return books[number] if most else titled


def _other_number(theirs: str, ours: str) -> str:
    return f"STT ghi {theirs or 'trống'}, biểu mẫu ghi {ours or 'trống'}"


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE_WITH_NUMBER else 0.0

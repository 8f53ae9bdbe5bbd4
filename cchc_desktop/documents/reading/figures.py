"""What a report's tables answer, row by row: nothing is guessed, and what is unsure says why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cchc_desktop.documents.reading.rows import MatchedRow, Sureness, matched_rows
from cchc_desktop.documents.reading.tables import FormRow, FormTable, is_figure
from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import read_answer
from cchc_desktop.template.model import Indicator, Kind, Template
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import AmbiguousNumber, unmistakable_choice
from cchc_desktop.values.text import likeness

_DOTS = re.compile(r"[\s.…_-]*")
"""What is left to fill in."""
_FIGURE_AND_WORDS = re.compile(r"(?P<figure>[0-9][0-9., ]*?)\s*(?P<words>[^\W\d_][^\d]*|\([^)\d]*\))")
_NOTE_MARK = re.compile(r"\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+|(?<=[0-9% ])\(?\*+\)?)$")
_MONEY = {"dong": 1, "nghindong": 10**3, "ngandong": 10**3, "trieudong": 10**6, "tydong": 10**9}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of somebody's report beside what was read in it."""

    code: IndicatorCode | None
    """The indicator it is taken for; None for a row nobody knows."""
    label_found: str
    stt: str
    place: str
    """`Phụ lục 2, dòng 7`."""
    raw: str
    """What stands in its figure."""
    answer: Answer | None
    """None where it cannot be read; a blank answer where nothing stands there."""
    sureness: Sureness
    reason: str = ""
    """Why it is not sure: a Vietnamese sentence."""
    figure_place: int | None = None
    """The paragraph in the document to mark: the figure's, else the label's."""
    note: str = ""
    """Ghi chú beside it."""

    @property
    def is_sure(self) -> bool:
        """Whether it can be taken over without a person."""
        return self.sureness is not Sureness.UNSURE


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the tables of a report were read as, in printing order."""

    rows: tuple[ReadRow, ...]

    @property
    def unsure(self) -> tuple[ReadRow, ...]:
        """The rows that a person has to look at."""
        return tuple(row for row in self.rows if not row.is_sure)


def read_figures(tables: Sequence[FormTable], template: Template, thousands: str = "") -> Reading:
    """Return what the tables answer of that form set; rows of headings are left out.

    `thousands` (`.` or `,`) is what a person says of figures that read two ways.
    """
    rows: list[ReadRow] = []
    for _, group in groupby(matched_rows(tables, template), key=lambda matched: id(matched.table)):
        of_table = list(group)
        if any(matched.indicator or matched.reason for matched in of_table):
            rows += filter(None, (_read(matched, thousands) for matched in of_table))
        else:
            rows += _unknown_table(of_table)
    return Reading(tuple(rows))


def _unknown_table(rows: Sequence[MatchedRow]) -> Iterator[ReadRow]:
    """A table of figures that the set has not is told once; a list of other things is none of ours."""
    told = [matched for matched in rows if matched.row.figure]
    if sum(is_figure(matched.row.figure) for matched in told) * 2 > len(told):
        reason = f"Bảng này ({len(rows)} dòng) không có trong bộ biểu mẫu. Hãy nhập tay nếu cần."
        yield replace(_shown(told[0], None), reason=reason)


def _read(matched: MatchedRow, thousands: str) -> ReadRow | None:
    row, indicator = matched.row, matched.indicator
    if indicator is None:
        if _is_blank(row.figure):
            return None  # a heading of their own, or a row that asks for nothing
        reason = f"Dòng “{row.label}”: {matched.reason}. Hãy nhập tay nếu cần."
        return replace(_shown(matched, None), reason=reason)
    if indicator.kind is Kind.HEADING and _is_blank(row.figure):
        return None
    shown = _shown(matched, indicator.code)
    answer, reason = _answer(row, indicator, thousands)
    sureness = Sureness.UNSURE if answer is None else matched.sureness
    if reason and sureness is Sureness.SURE:
        sureness = Sureness.LIKELY
    told = [f"{matched.reason[:1].upper()}{matched.reason[1:]}."] if matched.reason else []
    reason = " ".join((*told, reason) if reason else told)
    return replace(shown, answer=answer, sureness=sureness, reason=reason)


def _shown(matched: MatchedRow, code: IndicatorCode | None) -> ReadRow:
    row = matched.row
    title = matched.title.split("\n")[0][:60] or "Bảng không tên"
    place = row.label_place if row.figure_place is None else row.figure_place
    return ReadRow(
        code,
        row.label,
        row.stt,
        f"{title}, dòng {row.line}",
        row.figure,
        None,
        Sureness.UNSURE,
        figure_place=place,
        note=row.note,
    )


def _answer(row: FormRow, indicator: Indicator, thousands: str) -> tuple[Answer | None, str]:
    """The answer and what is to be said of it; None with the reason where a person has to decide."""
    if _is_blank(row.figure):
        return BLANK, ""
    if row.figure_covered:
        return None, f"Ô số liệu “{row.figure}” gộp nhiều dòng. Hãy nhập số của riêng dòng này."
    if doubt := _unit_doubt(row, indicator):
        return None, doubt
    figure = _alone(row, indicator)
    told = "" if figure == row.figure else f"Đọc từ “{row.figure}”."
    try:
        return read_answer(indicator, figure), told
    except AmbiguousNumber as question:
        if thousands in figure and thousands:
            return read_answer(indicator, figure, thousands), told
        if row.is_our_print and "." in figure:
            told = f"“{row.figure}” đọc là hàng nghìn, như chương trình in."
            return read_answer(indicator, figure, "."), told
        choice = unmistakable_choice(question.readings)
        return None, f"“{row.figure}” đọc được hai cách. Hãy nhập lại số muốn ghi: {choice}."
    except CchcError:
        return None, f"Không đọc được “{row.figure}”. Hãy nhập lại số liệu của dòng này."


def _alone(row: FormRow, indicator: Indicator) -> str:
    """The figure without what may stand beside it: a note's mark, the row's own unit, words in brackets."""
    figure = _NOTE_MARK.sub("", row.figure)
    found = _FIGURE_AND_WORDS.fullmatch(figure)
    if found and (found["words"].startswith("(") or likeness(found["words"]) in _units(row, indicator)):
        return found["figure"]
    return figure


def _units(row: FormRow, indicator: Indicator) -> frozenset[str]:
    return frozenset({likeness(row.unit), likeness(indicator.unit)} - {""})


def _unit_doubt(row: FormRow, indicator: Indicator) -> str:
    """Why the figure cannot be taken as it stands: its unit is not the form's."""
    theirs, ours = likeness(row.unit), likeness(indicator.unit)
    if row.figure.rstrip().endswith("%") and not indicator.kind.is_percent:
        return f"“{row.figure}” là tỷ lệ, mà biểu mẫu tính theo {indicator.unit.lower()}. Hãy nhập lại."
    if theirs in _MONEY and ours in _MONEY and theirs != ours:
        return (
            f"“{row.figure}” tính theo {row.unit.lower()}, mà biểu mẫu tính theo {indicator.unit.lower()}. "
            "Hãy đổi đơn vị rồi nhập lại."
        )
    return ""


def _is_blank(figure: str) -> bool:
    return _DOTS.fullmatch(figure) is not None

"""What differs between our report and somebody's document, as lines of a list, and one of them in full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import TYPE_CHECKING

from cchc_desktop.office.word_reports.comparing import Change
from cchc_desktop.values.codes import IndicatorCode
from ui.models.grouped_list import ListLine
from ui.widgets.linked_text import lines, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.office.word_reports.comparing import Comparison, FigureChange, SectionChanges
    from cchc_desktop.office.word_reports.reading import ReadRow

HEADINGS = ("Khác thế nào", "Báo cáo trong tệp cơ quan", "Tệp Word")
SHARES = (2, 5, 5)
_CHANGES = {Change.CHANGED: "Đã sửa", Change.ADDED: "Đã thêm", Change.REMOVED: "Đã bỏ"}
_FIGURES, _UNSURE = "Số liệu trong bảng không còn khớp", "Dòng của bảng cần xem lại"
_SOURCE = re.compile(r"\{\s*(?P<code>[^\s|}]+)")
_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: in a section, or in a figure."""

    place: int
    """Among all differences, to tell like ones apart."""
    ours: str
    theirs: str
    section: str = ""
    code: IndicatorCode | None = None
    """The row whose figure it is about."""
    reason: str = ""


def lines_of(found: Comparison, report: OpenReport, taken: frozenset[str]) -> Iterator[ListLine | str]:
    """Yield what differs section by section, then figures, then rows that could not be read.

    `taken` are the sections whose text was taken over.
    """
    place = 0
    for section in found.sections:
        yield f"{_heading(section)}{' – đã lấy về' if section.section in taken else ''}"
        for line in _in_section(section, report, place):
            place += 1
            yield line
    for heading, told in ((_FIGURES, found.figures), (_UNSURE, found.unsure)):
        if told:
            yield f"{heading} ({len(told)})"
        for each in told:
            place += 1
            yield _figure(each, place)


def told_in_full(difference: Difference) -> str:
    """Return both texts with the words that differ marked, as HTML."""
    if difference.reason:
        return paragraph(difference.reason)
    ours, theirs = _marked(difference.ours, difference.theirs)
    return "".join(
        (
            paragraph("Báo cáo trong tệp cơ quan", bold=True),
            lines(ours or "<i>không có</i>"),
            paragraph("Tệp Word", bold=True),
            lines(theirs or "<i>không có</i>"),
        )
    )


def _heading(section: SectionChanges) -> str:
    if section.section == section.heading:
        return section.heading
    return f"Mục {section.section} {section.heading}"


def _in_section(section: SectionChanges, report: OpenReport, place: int) -> Iterator[ListLine]:
    for number, each in enumerate(section.changes):
        about = Difference(place + number, each.ours, each.theirs, section.section)
        yield ListLine((_CHANGES[each.change], each.ours, each.theirs), about)
    for number, gone in enumerate(section.dropped, place + len(section.changes)):
        found = _SOURCE.match(gone.source)
        code = IndicatorCode(found["code"]) if found else None
        known = code if code in report.template.indicators else None
        about = Difference(number, gone.ours, gone.theirs, section.section, known)
        yield ListLine(("Số liệu không còn khớp", gone.ours, gone.theirs or "không còn số này"), about)


def _figure(each: FigureChange | ReadRow, place: int) -> ListLine:
    from cchc_desktop.office.word_reports.comparing import FigureChange

    if isinstance(each, FigureChange):
        about = Difference(place, f"{each.label}: {each.ours}", f"{each.label}: {each.theirs}", "", each.code)
        return ListLine((f"{each.place}: {each.label}", each.ours, each.theirs), about)
    about = Difference(place, "", each.raw, "", each.code, f"{each.place}: {each.reason}")
    return ListLine((f"{each.place}: {each.label_found}", "", each.raw), about)


def _marked(ours: str, theirs: str) -> tuple[str, str]:
    """Both texts as HTML: what only ours has is struck out, what only theirs has is underlined."""
    mine, other = _WORD.findall(ours), _WORD.findall(theirs)
    gone, new = "", ""
    for kind, first, last, start, end in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        before, after = escape("".join(mine[first:last])), escape("".join(other[start:end]))
        is_same = kind == "equal"
        gone += before if is_same or not before else f"<b><s>{before}</s></b>"
        new += after if is_same or not after else f"<b><u>{after}</u></b>"
    return gone.replace("\n", "<br>"), new.replace("\n", "<br>")

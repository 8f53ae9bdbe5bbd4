"""R8: a number told in the words of an indicator's label against the cell of the same report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.clauses import OF_ANOTHER, clause_of, telling_words
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.named_periods import periods_in
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.units import counted
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Number

_COMPARED = (Kind.WHOLE, Kind.TOTAL, Kind.MONEY)
_FEWEST_WORDS = 5
"""Syllables that a label must have beside the common ones: fewer are met by chance."""
_BRACKETS = re.compile(r"\([^()]*\)")
_LEVELS = re.compile(
    r"\b(?:tỉnh|huyện|thị xã|quận|thành phố|xã|phường|thị trấn|thôn|ấp|khu phố|sở|trường|phòng)\b",
    re.IGNORECASE,
)
_NARROWING = re.compile(
    r"\b(?:rà soát|kiến nghị|đề xuất|bãi bỏ|công bố mới|sửa đổi|thay thế|cắt giảm|rút ngắn|đơn giản"
    r"|toàn trình|một phần|trực tuyến|trực tiếp|lĩnh vực|đất đai|hộ tịch|chứng thực|xây dựng|đầu tư|bảo hiểm"
    r"|bưu chính|ngành dọc|mới|thí điểm|tái cấu trúc|tổ dân phố|ủy quyền|phân cấp|thanh toán|số hóa|quá hạn"
    r"|trước hạn|đúng hạn|về|còn|chuyên đề|đột xuất|thường xuyên|bổ sung|quy trình|đăng ký|thẩm định"
    r"|liên thông)\b",
    re.IGNORECASE,
)
"""Words by which a number is one of some only, unless the row is of those."""
_KEPT = 1024
_ONE_LEVEL = {
    **dict.fromkeys(("thị xã", "quận", "thành phố"), "huyện"),
    **dict.fromkeys(("phường", "thị trấn"), "xã"),
}
"""Offices of one level under their several names."""


def cells(passage: Passage, context: TextContext) -> Iterator[TextFinding]:
    """Compare the numbers of the paragraph with the cells whose labels are told in the same clause."""
    if context.form is None:
        return
    for number in passage.read.counts:
        if any(True for _ in passage.section.live_in(passage.number, number.start, number.end)):
            continue
        clause = clause_of(passage.text, number)
        row = None if is_of_another(clause, context) else _told(clause, number, context.form)
        if row is None:
            continue
        stands = context.form.number(row.code)
        if stands is not None and stands not in number.readings:
            yield passage.finding(
                "R8",
                "text-cell-differs",
                (number.start, number.end),
                found=number.text,
                expected=write_number(stands),
                related=(row.code,),
                remedy=write_number(stands),
            )


def _told(clause: str, number: Number, form: Form) -> Indicator | None:
    """The one row whose label the clause tells, all words of it; None where it tells none, or several."""
    words, unit = words_of(clause), counted(number.unit)
    fitting = [
        (len(label), row)
        for row in form.template.indicators.values()
        if row.kind in _COMPARED
        and counted(row.unit.lower()) == unit
        and len(label := label_words(row)) >= _FEWEST_WORDS
        and label <= words
        and is_of_all(clause, row)
    ]
    most = max((length for length, _ in fitting), default=0)
    best = [row for length, row in fitting if length == most]
    is_some_cell = any(form.number(row.code) in number.readings for _, row in fitting)
    return best[0] if len(best) == 1 and not is_some_cell else None


def is_of_another(clause: str, context: TextContext) -> bool:
    """Whether a clause speaks of another period than the report's own, another office or a plan."""
    for name in periods_in(clause, context.period.year):
        if name.period == context.period:
            clause = clause.replace(name.text, " ")
    return OF_ANOTHER.search(clause) is not None


def label_words(row: Indicator) -> frozenset[str]:
    """Return the telling syllables of a row's label, what stands in brackets left out."""
    return _read_label(row.label).words


def words_of(clause: str) -> frozenset[str]:
    """Return the telling syllables of a clause, offices of one level under one name."""
    return telling_words(_LEVELS.sub(lambda found: _level(found[0]), clause))


def is_of_all(clause: str, row: Indicator) -> bool:
    """Whether a clause names no level, field or kind of work that the row's label does not name."""
    label = _read_label(row.label)
    return _levels(clause) <= label.levels and _narrowing(clause) <= label.narrowing


@dataclass(frozen=True, slots=True)
class _Label:
    """What a row's label tells, its brackets left out."""

    words: frozenset[str]
    levels: frozenset[str]
    narrowing: frozenset[str]


@lru_cache(_KEPT)
def _read_label(label: str) -> _Label:
    told = _BRACKETS.sub(" ", label)
    return _Label(words_of(told), _levels(told), _narrowing(told))


def _narrowing(text: str) -> frozenset[str]:
    return frozenset(found.lower() for found in _NARROWING.findall(text))


def _levels(text: str) -> frozenset[str]:
    return frozenset(_level(found) for found in _LEVELS.findall(text))


def _level(name: str) -> str:
    return _ONE_LEVEL.get(name.lower(), name.lower())

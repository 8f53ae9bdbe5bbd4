"""Sentences that a set proposes for its sections, in a form for each thing the figures may say."""

import re
from collections.abc import Collection, Iterator, Mapping

from cchc_desktop.template.counts import COUNTS
from cchc_desktop.template.decoding import Reasons
from cchc_desktop.template.model import Indicator, Kind, Outline, Sentence
from cchc_desktop.template.records import SentenceRecord
from cchc_desktop.template.references import PLACE, NotAReference, read_reference
from cchc_desktop.values.codes import IndicatorCode

LISTED = "{liet_ke}"
"""The place in a sentence where its parts stand."""
COLUMN = re.compile(r"<([a-z_]+)>")
"""A column of a register's line in the words for each of them."""
_LONGEST = 1_000


def sentence(record: SentenceRecord) -> Sentence:
    """Return the sentence in memory; the record has no fault."""
    return Sentence(
        section=record.section,
        about=IndicatorCode(record.about),
        usual=record.usual,
        zero=record.zero,
        one=record.one,
        not_arisen=record.not_arisen,
        up=record.up,
        down=record.down,
        equal=record.equal,
        parts=record.parts,
        each=record.each,
        without_parts=record.without_parts,
    )


def faults(
    record: SentenceRecord, outline: Outline, rows: Mapping[IndicatorCode, Indicator], unread: Collection[str]
) -> Reasons:
    """Yield what is wrong with a sentence; `unread` are rows that are in the files but could not be read."""
    sections = {section.id for section in outline.sections if section.has_text}
    if record.section not in sections:
        yield "section", f"đề cương không có mục lời văn “{record.section}”"
    if reason := _unfit(record.about, rows, unread):
        yield "about", reason
    for key, text in _forms(record):
        if len(text) > _LONGEST:
            yield key, f"dài quá {_LONGEST} ký tự"
        for reason in _place_faults(text.replace(LISTED, ""), rows, unread):
            yield key, reason
    yield from _listing_faults(record)


def _forms(record: SentenceRecord) -> Iterator[tuple[str, str]]:
    yield "usual", record.usual
    yield "zero", record.zero
    yield "one", record.one
    yield "each", record.each
    yield "not-arisen", record.not_arisen
    yield "up", record.up
    yield "down", record.down
    yield "equal", record.equal
    yield "without-parts", record.without_parts
    yield from (("parts", part) for part in record.parts)


def _listing_faults(record: SentenceRecord) -> Reasons:
    if not record.usual:
        yield "usual", "phải có chữ"
    if bool(record.parts or record.each) != (LISTED in record.usual):
        yield "parts", f"có danh sách parts hoặc each thì câu usual phải có chỗ {LISTED}, và ngược lại"
    if record.without_parts and not (record.parts or record.each):
        yield "without-parts", "chỉ dùng khi có parts hoặc each"
    yield from _line_faults(record)
    for part in record.parts:
        if LISTED in part or not PLACE.search(part):
            yield "parts", "mỗi phần phải nêu một số liệu trong dấu ngoặc nhọn"
    if LISTED in record.without_parts + record.zero + record.not_arisen:
        yield "without-parts", f"câu này không được có chỗ {LISTED}"


def _line_faults(record: SentenceRecord) -> Reasons:
    """What is wrong with the words for each line of a register."""
    if not record.each:
        return
    count = COUNTS.get(IndicatorCode(record.about))
    if count is None or record.parts:
        yield "each", "chỉ dùng một mình và khi about đếm từ sổ theo dõi (mã SO.…)"
        return
    known = {"id", *count.columns}
    unknown = [found[1] for found in COLUMN.finditer(record.each) if found[1] not in known]
    if unknown:
        yield "each", f"nêu cột {', '.join(unknown)} không có; các cột: {', '.join(sorted(known))}"


def _place_faults(
    text: str, rows: Mapping[IndicatorCode, Indicator], unread: Collection[str]
) -> Iterator[str]:
    for found in PLACE.finditer(text):
        try:
            codes = read_reference(found[1]).codes
        except NotAReference as fault:
            yield f"{found[0]}: {fault}"
            continue
        yield from (reason for code in codes if (reason := _unfit(code, rows, unread)))
    if {"{", "}"} & set(PLACE.sub("", text)):
        yield "dấu ngoặc nhọn không cân đối"


def _unfit(code: str, rows: Mapping[IndicatorCode, Indicator], unread: Collection[str]) -> str:
    if code in COUNTS:
        return ""
    row = rows.get(IndicatorCode(code))
    if row is None:
        return "" if code in unread else f"nêu dòng {code} không có trong bộ"
    return f"dòng {code} là tiêu đề, không có số liệu" if row.kind is Kind.HEADING else ""

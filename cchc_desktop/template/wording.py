"""The texts of a set: outline and fixed wording, from their records to memory."""

import re
from collections.abc import Collection, Iterator

from cchc_desktop.template.decoding import Reasons
from cchc_desktop.template.model import Outline, Section, Wording
from cchc_desktop.template.patterns import IN_ATTACHED, IN_HEADINGS, IN_WORDING, misuse
from cchc_desktop.template.records import OutlineRecord, SectionRecord, WordingRecord

NUMBERINGS = ("upper-roman", "decimal", "decimal-below", "letter", "dash")
_TABLES = ("", "contacts")
_SECTION_ID = re.compile(r"[0-9A-Za-zĐđ]{1,8}(?:\.[0-9A-Za-zĐđ]{1,8}){0,3}")
_NOTATION = re.compile(r"\S{1,30}")


def outline(record: OutlineRecord, sections: Collection[SectionRecord]) -> Outline:
    """Return the outline in memory; record and sections have no fault."""
    return Outline(
        opening=record.opening,
        closing=record.closing,
        numbering=record.numbering,
        sections=tuple(
            Section(
                section.id, section.level, section.heading, section.guidance, section.has_text, section.table
            )
            for section in sections
        ),
    )


def wording(record: WordingRecord) -> Wording:
    """Return the fixed wording in memory; the record has no fault."""
    return Wording(
        subject=record.subject,
        addressees=record.addressees,
        recipients=record.recipients,
        notation=record.notation,
        signing=record.signing,
        attached=record.attached,
    )


def outline_faults(record: OutlineRecord) -> Reasons:
    """Yield what is wrong with the outline's own texts."""
    yield from _pattern_faults("opening", record.opening, IN_WORDING)
    yield from _pattern_faults("closing", record.closing, IN_WORDING)
    unknown = [form for form in record.numbering if form not in NUMBERINGS]
    if unknown or not record.numbering or record.numbering[0] == "decimal-below":
        yield "numbering", f"mỗi bậc phải đánh số theo một trong: {', '.join(NUMBERINGS)}"


def section_faults(sections: Collection[SectionRecord], levels: int) -> Iterator[tuple[str, str, str]]:
    """Yield section, key and reason for every fault; `levels` is how many levels have a number form."""
    if not sections:
        yield "", "section", "đề cương phải có ít nhất một mục"
    above, seen = 0, set[str]()
    for section in sections:
        if not _SECTION_ID.fullmatch(section.id):
            yield section.id, "id", "mã mục không đúng dạng như II.2.a"
        if section.id in seen:
            yield section.id, "id", "mã mục này đã dùng cho mục khác"
        seen.add(section.id)
        if not 1 <= section.level <= levels:
            yield section.id, "level", f"bậc phải từ 1 đến {levels}, là số bậc có cách đánh số"
        elif section.level > above + 1:
            yield section.id, "level", f"nhảy từ bậc {above} xuống bậc {section.level}"
        above = section.level
        if section.table not in _TABLES:
            yield section.id, "table", f"không có bảng “{section.table}”; ở đây chỉ dùng được contacts"
        for key, reason in _pattern_faults("heading", section.heading, IN_HEADINGS):
            yield section.id, key, reason


def wording_faults(record: WordingRecord) -> Reasons:
    """Yield what is wrong with the fixed wording."""
    yield from _pattern_faults("subject", record.subject, IN_WORDING)
    yield from _pattern_faults("attached", record.attached, IN_ATTACHED)
    for key, lines in (
        ("addressees", record.addressees),
        ("recipients", record.recipients),
        ("signing", record.signing),
    ):
        if not lines:
            yield key, "phải có ít nhất một dòng"
        for line in lines:
            yield from _pattern_faults(key, line, IN_WORDING)
    if not _NOTATION.fullmatch(record.notation):
        yield "notation", "ký hiệu phải liền một mạch, như BC-UBND"


def _pattern_faults(key: str, pattern: str, allowed: frozenset[str]) -> Reasons:
    if not pattern:
        yield key, "phải có chữ"
    if reason := misuse(pattern, allowed):
        yield key, reason

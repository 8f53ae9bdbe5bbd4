"""What a set says of itself: identity, version, validity."""

import re

from cchc_desktop.template.decoding import Reasons
from cchc_desktop.template.model import (
    Appendix,
    ChangeLimits,
    Outline,
    RowChange,
    Sentence,
    Template,
    Wording,
)
from cchc_desktop.template.records import ChangesRecord, SetRecord

REFERENCE = "tham khảo"
"""Of every shipped set: the set that a superior office sends prevails."""
OFFICIAL = "chính thức"
STATUSES = (REFERENCE, OFFICIAL)
_ID = re.compile(r"[A-Z][A-Z0-9-]{0,19}")
_VERSION = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){0,3}")
_YEARS = range(2000, 2101)
_LARGEST_LIMIT = 1_000_000


def version_order(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by: `1.10` comes after `1.9`."""
    return tuple(int(part) for part in version.split("."))


def template(
    head: SetRecord,
    digest: str,
    appendices: tuple[Appendix, ...],
    outline: Outline,
    wording: Wording,
    changes: ChangeLimits,
    sentences: tuple[Sentence, ...],
    row_changes: tuple[RowChange, ...],
) -> Template:
    """Return the whole set in memory."""
    return Template(
        id=head.id,
        version=head.version,
        name=head.name,
        level=head.level,
        valid_from=head.valid_from,
        valid_to=head.valid_to,
        status=head.status,
        reconstructed=head.reconstructed,
        source=head.source,
        digest=digest,
        appendices=appendices,
        outline=outline,
        wording=wording,
        changes=changes,
        sentences=sentences,
        row_changes=row_changes,
    )


def faults(head: SetRecord) -> Reasons:
    """Yield what is wrong with the head of a set."""
    if not _ID.fullmatch(head.id):
        yield "id", "mã bộ phải bắt đầu bằng chữ in hoa, chỉ gồm A-Z, 0-9 và gạch nối, không quá 20 ký tự"
    if not _VERSION.fullmatch(head.version):
        yield "version", "phiên bản không đúng dạng như 1.0"
    if not head.name:
        yield "name", "phải có chữ"
    if head.status not in STATUSES:
        yield "status", f"phải là một trong: {', '.join(STATUSES)}"
    for key, day in (("valid-from", head.valid_from), ("valid-to", head.valid_to)):
        if day is not None and day.year not in _YEARS:
            yield key, f"năm phải từ {_YEARS[0]} đến {_YEARS[-1]}"
    if head.valid_to is not None and head.valid_to < head.valid_from:
        yield "valid-to", "ngày hết hiệu lực trước ngày có hiệu lực"
    if list(head.appendices) != sorted(set(head.appendices)):
        yield "appendices", "số phụ lục phải tăng dần, không lặp"


def change_faults(record: ChangesRecord) -> Reasons:
    """Yield what is wrong with the limits of change."""
    if not (record.times.is_finite() and 1 <= record.times <= _LARGEST_LIMIT):
        yield "times", f"phải từ 1 đến {_LARGEST_LIMIT}"
    if not (record.least.is_finite() and 0 <= record.least <= _LARGEST_LIMIT):
        yield "least", f"phải từ 0 đến {_LARGEST_LIMIT}"

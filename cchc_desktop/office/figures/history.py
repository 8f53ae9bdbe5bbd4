"""What a cell has said, from its first entry to now."""

from dataclasses import dataclass
from datetime import datetime

from cchc_desktop.form.entry import Entry, write_answer
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage import journal
from cchc_desktop.storage.journal import Change
from cchc_desktop.template.model import Indicator
from cchc_desktop.values.source import Source

SOURCE_WORDS = {
    Source.TYPED: "nhập",
    Source.PASTED: "dán",
    Source.IMPORTED: "đọc từ tệp",
    Source.RECEIVED: "nhận từ nơi gửi",
    Source.PROPOSED: "chương trình đề xuất",
    Source.REGISTER: "lấy từ sổ theo dõi",
    Source.ROLLED_UP: "tổng hợp từ các đơn vị",
    Source.RESTORED: "khôi phục",
    Source.UNDONE: "hoàn tác",
}
"""How each road of a change is called."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a cell."""

    at: datetime
    """Local time."""
    who: str
    before: str
    """As the row writes it; `trống` where nothing stood."""
    after: str
    source: str
    reason: str
    """Why a computed cell was overridden; else empty."""


def history(report: OpenReport, code: str) -> tuple[Step, ...]:
    """Return every change of the cell, the oldest first."""
    row = report.indicator(code)
    changes = journal.history(report.archive.db, report.head.period, row.code)
    return tuple(_step(row, change) for change in changes)


def _step(row: Indicator, change: Change) -> Step:
    before, after = change.old_entry, change.new_entry
    with_notes = before.note != after.note
    return Step(
        at=change.at.astimezone(),
        who=change.who,
        before=_words(row, before, with_note=with_notes),
        after=_words(row, after, with_note=with_notes),
        source=SOURCE_WORDS[change.source],
        reason=after.reason or change.reason,
    )


def _words(row: Indicator, entry: Entry, *, with_note: bool) -> str:
    figure = write_answer(row, entry.answer) or (f"“{entry.said}” (chưa đọc được)" if entry.said else "trống")
    return f"{figure}, ghi chú “{entry.note}”" if with_note and entry.note else figure

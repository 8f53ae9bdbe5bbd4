"""The reports of the office: one a period, each with its head."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.stage import Stage
from cchc_desktop.storage.answers import save_entries
from cchc_desktop.storage.journal import Origin, Subject, differences, record
from cchc_desktop.storage.refusals import RecordRefused
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.values.period import Period, Window
from cchc_desktop.values.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any

    from sqlite_utils import Database

    from cchc_desktop.form.entry import Entry
    from cchc_desktop.storage.cells import Scalar
    from cchc_desktop.values.codes import IndicatorCode

_HEADS = (
    "SELECT period, template_id, template_version, window_first, window_last, deadline, stage, number, "
    "issued, (SELECT COALESCE(MAX(sequence), 0) FROM submission WHERE submission.period = report.period) "
    "FROM report"
)


def create_report(
    db: Database, head: ReportHead, entries: Mapping[IndicatorCode, Entry], *, who: str, now: datetime
) -> None:
    """Open a report with the entries the program proposes; its template set must be in the file already.

    Raises `RecordRefused` where the period has its report. The head's sequence is not written: it is counted
    from the recorded submissions.
    """
    columns = _columns(head)
    with writing(db):
        if load_report(db, head.period):
            raise RecordRefused(
                f"Đã có báo cáo {head.period.name} ({head.period}) trong tệp cơ quan này. Hãy mở báo cáo "
                "đó, hoặc chọn kỳ báo cáo khác."
            )
        db.table("report").insert(columns)
        record(db, head.period, Subject.REPORT, differences({}, columns), Origin(who, now))
        save_entries(db, head.period, entries, who=who, source=Source.PROPOSED, now=now)


def list_reports(db: Database) -> tuple[ReportHead, ...]:
    """Return the head of every report, in the order of their periods."""
    return tuple(sorted((_head(*row) for row in fetch(db, _HEADS)), key=lambda head: head.period))


def load_report(db: Database, period: Period) -> ReportHead | None:
    """Return the head of the period's report, or None where there is no report yet."""
    rows = fetch(db, f"{_HEADS} WHERE period = ?", str(period))
    return _head(*rows[0]) if rows else None


def update_head(
    db: Database, head: ReportHead, *, who: str, now: datetime, reason: str = ""
) -> frozenset[str]:
    """Make this the head of its period's report and return the names of the columns that really changed.

    The report must exist (`KeyError`); the sequence is not written, as in `create_report`.
    """
    columns = _columns(head)
    with writing(db):
        stored = load_report(db, head.period)
        if stored is None:
            raise KeyError(str(head.period))
        changes = differences(_columns(stored), columns)
        if changes:
            db.table("report").update(str(head.period), columns)
            record(db, head.period, Subject.REPORT, changes, Origin(who, now, reason=reason))
    return frozenset(field for field, _, _ in changes)


def _columns(head: ReportHead) -> dict[str, Scalar]:
    return {
        "period": str(head.period),
        "template_id": head.template_id,
        "template_version": head.template_version,
        "window_first": head.window.first.isoformat(),
        "window_last": head.window.last.isoformat(),
        "deadline": head.deadline.isoformat(),
        "stage": head.stage.value,
        "number": head.number,
        "issued": head.issued.isoformat() if head.issued else None,
    }


def _head(period: str, template_id: str, template_version: str, *rest: Any) -> ReportHead:
    first, last, deadline, stage, number, issued, sequence = rest
    return ReportHead(
        period=Period.read(period),
        template_id=template_id,
        template_version=template_version,
        window=Window(date.fromisoformat(first), date.fromisoformat(last)),
        deadline=date.fromisoformat(deadline),
        stage=Stage(stage),
        number=number,
        issued=date.fromisoformat(issued) if issued else None,
        sequence=sequence,
    )

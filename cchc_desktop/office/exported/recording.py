"""What is kept of an exchange file that left: that it did, and every byte of it."""

from datetime import datetime

from sqlite_utils import Database

from cchc_desktop.office.exported.exports import ExchangeDraft
from cchc_desktop.storage.packages import Direction, Package, add_package
from cchc_desktop.storage.submissions import record_submission
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.period import Period


def keep_export(db: Database, period: Period, draft: ExchangeDraft, file_name: str, now: datetime) -> None:
    """Write down, in one step, that the period's report left under the draft's sequence in this file."""
    package = Package(
        Direction.OUT,
        "report",
        "",
        period,
        draft.sequence,
        draft.content_hash,
        file_name,
        at=now,
        came=now,
        reason=draft.reason,
    )
    with writing(db):
        record_submission(db, period, draft.sequence, draft.content_hash, file_name, now=now)
        add_package(db, package, draft.content)

"""A province's office with communes below it, whose reports are stored as if they had been received."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from cchc_desktop.form.profile import Profile
from cchc_desktop.form.review import Review
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.packages import Direction, Package, add_package
from cchc_desktop.storage.received import (
    ReceivedContent,
    ReceivedReport,
    let_count,
    load_received,
    save_review,
)
from cchc_desktop.template.model import Level
from cchc_desktop.values.answer import Absence
from cchc_desktop.values.period import Period

Q3 = Period.read("2026-Q3")
NOW = datetime(2026, 9, 15, 8, 30, tzinfo=UTC)
"""A Tuesday, the day after the cut-off; reports are due on the 16th."""
COMMUNE_SET = ("X25", "1.0")
Said = Mapping[str, str]
"""Plain numbers, or the words of states, by row."""


def province(path: Path, communes: int = 0, *, now: datetime = NOW) -> Office:
    """Make a province's office with so many communes on its list, and a report for the quarter."""
    office = Office.create(
        path, Profile("UBND tỉnh Mẫu", Level.PROVINCE, prepared_by="Người mẫu"), clock=lambda: now
    )
    for number in range(1, communes + 1):
        office.offices.add({"name": f"UBND xã Mẫu {number}", "group": "Xã" if number % 2 else "Phường"})
    office.start(Q3)
    return office


def receive(
    office: Office,
    below: str,
    said: Said,
    *,
    period: Period = Q3,
    came: datetime = NOW,
    form_set: tuple[str, str] = COMMUNE_SET,
    kept: Mapping[str, str] | None = None,
) -> int:
    """Store a report of that office so that it counts, and return its package's id."""
    cells = tuple(_cell(code, text) for code, text in said.items())
    package = Package(
        direction=Direction.IN,
        kind="report",
        office=below,
        period=period,
        sequence=1,
        content_hash=sha256(repr(sorted(said.items())).encode()).hexdigest(),
        file_name=f"{below}.xlsx",
        at=came,
        came=came,
    )
    content = ReceivedContent(form_set, len(cells), 75, cells, kept or {})
    stored = add_package(office.archive.db, package, b"")
    let_count(office.archive.db, stored, content, Origin("Mẫu", NOW))
    return stored.id


def review(office: Office, below: str, stage: Review, period: Period = Q3) -> None:
    """Put the office's report into another stage."""
    (stands,) = load_received(office.archive.db, period, below)
    moved = ReceivedReport(below, period, stands.package, stage, NOW, "Mẫu")
    save_review(office.archive.db, moved, Origin("Mẫu", NOW))


def _cell(code: str, text: str) -> tuple[str, str, str | None]:
    is_state = text in {absence.value for absence in Absence}
    return (code, text, None) if is_state else (code, "number", text)


def locked(report: OpenReport) -> None:
    """Lock the report's figures, whatever is still missing."""
    report.set_head(replace(report.head, stage=Stage.LOCKED))

"""Offices to work with: real files, a clock that stands still."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain
from cchc_desktop.values.period import Period

NOW = datetime(2026, 9, 15, 8, 30, tzinfo=UTC)
Q3 = Period.read("2026-Q3")
WARD = Profile(
    "UBND phường Mẫu", Level.COMMUNE, superior=Superior("UBND tỉnh Mẫu"), prepared_by="Trần Thị Mẫu"
)


def clock() -> datetime:
    """Return the same moment each time."""
    return NOW


def new_office(path: Path, level: Level = Level.COMMUNE) -> Office:
    """Make an office file of that level and return it open."""
    return Office.create(path, Profile("UBND Mẫu", level, prepared_by="Mẫu"), clock=clock)


def reopened(path: Path) -> Office:
    """Return the office file open again."""
    return Office.open(path, clock=clock)


def says(report: OpenReport, code: str) -> str:
    """Return what the cell prints: its number, or its state."""
    answer = report.form.answer(IndicatorCode(code))
    return answer.state if answer.number is None else plain(answer.number)


def number(text: str) -> Decimal:
    """Return the number, written as programs do."""
    return Decimal(text)

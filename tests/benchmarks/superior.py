"""A superior's office file with reports of many offices below, made once a run."""

import random
import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.offices_below import save_offices
from cchc_desktop.storage.packages import Direction, Package, add_package
from cchc_desktop.storage.received import ReceivedContent, let_count
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Kind, Level, Template
from cchc_desktop.values.period import Period

CURRENT = Period.read("2026-Q3")
SET = "X25"
WHEN = datetime(2026, 9, 15, 8, tzinfo=UTC)
_FILE = b"\0" * 1_000
"""In place of the exchange file that a report came in."""
_STATES = ("not-arisen", "not-competent", "later")


QUARTERS = 4
"""Of which there are reports: the current one and those before it."""


@cache
def superior(folder: Path, offices: int) -> Path:
    """Return a province's office file with a year's reports of so many communes."""
    path = folder / f"superior-{offices}.cchc"
    chance = random.Random(offices)
    template = shipped().get(SET)
    with Office.create(path, Profile("UBND tỉnh Mẫu lớn", Level.PROVINCE), clock=lambda: WHEN) as office:
        db, origin = office.archive.db, Origin("", WHEN)
        communes = {f"dv{number}": _commune(number) for number in range(1, offices + 1)}
        save_offices(db, communes, origin)
        office.start(CURRENT)
        period = CURRENT
        for _ in range(QUARTERS):
            with writing(db):
                for below in communes:
                    let_count(
                        db, add_package(db, package(below, period), _FILE), content(template, chance), origin
                    )
            period = period.previous
    return path


@cache
def with_periods(folder: Path, offices: int) -> Path:
    """Return a copy of that file with reports of its own for the year before: the matrix is twice as wide."""
    path = folder / f"superior-{offices}-wide.cchc"
    shutil.copy(superior(folder, offices), path)
    with Office.open(path, copies=folder / "copies", clock=lambda: WHEN) as office:
        period = CURRENT
        for _ in range(2 * QUARTERS - 1):
            period = period.previous
            office.start(period)
    return path


def package(below: str, period: Period) -> Package:
    """Return what a report of that office came in."""
    return Package(Direction.IN, "report", below, period, 1, f"{below} {period}", f"{below}.xlsx", WHEN, WHEN)


def content(template: Template, chance: random.Random) -> ReceivedContent:
    """Return a report with an answer in every row, one in ten a state instead of a number."""
    rows = [row for row in template.indicators.values() if row.kind is not Kind.HEADING]
    cells = tuple((row.code, *_said(chance, row.codes[0] if row.codes else None)) for row in rows)
    return ReceivedContent((template.id, template.version), len(cells), len(cells), cells, {})


def _said(chance: random.Random, only: object) -> tuple[str, str | None]:
    if chance.random() < 0.1:
        return chance.choice(_STATES), None
    return "number", str(only if only is not None else chance.randrange(5_000))


def _commune(number: int) -> OfficeBelow:
    group = ("Xã", "Phường", "Đặc khu")[number % 3]
    return OfficeBelow(f"dv{number}", f"H99.{number}", f"UBND xã Mẫu {number}", Level.COMMUNE, group)

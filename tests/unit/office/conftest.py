"""An office with one open report, on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from tests.unit.office.an_office import Q3, WARD, clock


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    """Return where the ward's office file is."""
    return tmp_path / "phường Mẫu #1.cchc"


@pytest.fixture
def office(office_file: Path) -> Iterator[Office]:
    """Open a ward's new office file for the test."""
    with Office.create(office_file, WARD, clock=clock) as made:
        yield made


@pytest.fixture
def report(office: Office) -> OpenReport:
    """Start the ward's report for quarter III/2026."""
    return office.start(Q3)


@pytest.fixture
def full(report: OpenReport) -> OpenReport:
    """Answer every asked row: zeros, so that nothing cannot be true."""
    for row in report.template.indicators.values():
        if report.form.is_asked(row) and report.form.answer(row.code).is_blank:
            report.enter(row.code, "1" if row.codes else "0")
    return report

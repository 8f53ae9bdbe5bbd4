"""A ward's office file with one report, and the program to work on it."""

from pathlib import Path

import pytest

from tests.journeys.calling import Cchc


@pytest.fixture
def cchc(capsys: pytest.CaptureFixture[str]) -> Cchc:
    """Return the program, to be called with words."""
    return Cchc(capsys)


@pytest.fixture
def office(cchc: Cchc, tmp_path: Path) -> Path:
    """Make a ward's office file with a report for quarter III/2026; return where it is."""
    path = tmp_path / "phường Mẫu.cchc"
    made = cchc("init", "--office", path, "--name", "UBND phường Mẫu", "--level", "commune")
    assert (made.status, made.err) == (0, "")
    started = cchc("new", "--office", path, "--period", "2026-Q3")
    assert (started.status, started.err) == (0, "")
    return path


@pytest.fixture
def report(office: Path) -> tuple[str, str, str, str]:
    """Return the words that name the report: `--office F --period P`."""
    return "--office", str(office), "--period", "2026-Q3"

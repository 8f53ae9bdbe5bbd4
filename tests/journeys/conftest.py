"""A ward's office file with one report, and the program to work on it."""

import shutil
from pathlib import Path

import pytest

from tests.journeys.calling import Cchc, child


@pytest.fixture
def cchc(capsys: pytest.CaptureFixture[str]) -> Cchc:
    """Return the program, to be called with words."""
    return Cchc(capsys)


@pytest.fixture(scope="session")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a ward's office file with a report for quarter III/2026 once for all stories."""
    path = tmp_path_factory.mktemp("mới") / "a.cchc"
    made = child(["init", "--office", path, "--name", "UBND phường Mẫu", "--level", "commune"])
    assert (made.status, made.err) == (0, "")
    started = child(["new", "--office", path, "--period", "2026-Q3"])
    assert (started.status, started.err) == (0, "")
    return path


@pytest.fixture
def office(new_office: Path, tmp_path: Path) -> Path:
    """Return a copy of that office file for one story."""
    return Path(shutil.copyfile(new_office, tmp_path / "phường Mẫu.cchc"))


@pytest.fixture
def report(office: Path) -> tuple[str, str, str, str]:
    """Return the words that name the report: `--office F --period P`."""
    return "--office", str(office), "--period", "2026-Q3"

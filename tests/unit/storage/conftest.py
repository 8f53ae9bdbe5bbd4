"""An office file to work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.unit.storage.an_office import make_office, opened


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    """Return the path of an office file with a profile, a set and one open report, closed."""
    path = tmp_path / "phường Mẫu #1 100%.cchc"
    make_office(path)
    return path


@pytest.fixture
def db(office_file: Path) -> Iterator[Database]:
    """Open that office file for the test."""
    with opened(office_file) as database:
        yield database

"""A province with four communes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.office.office import Office
from tests.unit.office.totals.below import province


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Open the province's office file for the test."""
    with province(tmp_path / "tỉnh.cchc", communes=4) as made:
        yield made

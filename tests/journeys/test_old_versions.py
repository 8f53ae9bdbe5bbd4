"""Files of every released version open for ever and say what they said then (`tests/golden/keep.py`)."""

import json
import shutil
from pathlib import Path

import pytest

from cchc_desktop.office.mailroom.looked import look_into
from cchc_desktop.office.office import Office
from cchc_desktop.values.period import Period
from tests.golden.keep import EXCHANGE, OFFICE, SAYS, VERSIONS, keep, said_by

KEPT = sorted(VERSIONS.iterdir()) if VERSIONS.is_dir() else []
each_version = pytest.mark.parametrize("kept", KEPT, ids=[folder.name for folder in KEPT])


@each_version
def test_an_office_file_of_that_version_opens_and_goes_on(kept: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(kept / OFFICE, tmp_path))
    with Office.open(file) as office:
        assert said_by(office) == json.loads((kept / SAYS).read_text("utf-8"))
        report = office.report(office.reports()[0].period)
        report.enter("PL2.1", "7")
    with Office.open(file) as office:
        assert said_by(office)["2026-Q3"]["PL2.1"] == "7"


@each_version
def test_an_exchange_file_of_that_version_is_whole_and_untouched(kept: Path) -> None:
    looked = look_into(kept / EXCHANGE)
    assert not looked.needs_a_person, list(looked.lines)
    latest = max(json.loads((kept / SAYS).read_text("utf-8")), key=Period.read)
    assert looked.document["period"] == latest


def test_what_is_kept_of_a_version_says_what_the_sample_says(tmp_path: Path) -> None:
    keep(tmp_path / "now")
    says = json.loads((tmp_path / "now" / SAYS).read_text("utf-8"))
    assert len(says) == 4
    assert says["2026-Q3"]["PL2.2"].startswith("71.428")
    assert (tmp_path / "now" / EXCHANGE).stat().st_size

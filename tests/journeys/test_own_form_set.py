"""The worked example of docs/form-sets.md: each command of the page, and what comes of it."""

import re
import shlex
from pathlib import Path

import pytest

from tests.journeys.calling import ROOT, Cchc

PAGE = (ROOT / "docs" / "form-sets.md").read_text("utf-8")
LINES = re.findall(r"^cchc (.+)$", PAGE, re.MULTILINE)


def test_the_commands_of_the_page_make_a_report_with_the_set(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(LINES) == 9
    for line in LINES:
        words = [str(ROOT / word) if word.startswith("docs/") else word for word in shlex.split(line)]
        called = cchc(*words)
        assert called.status == 0, (line, called.err)
    shown = cchc("show", "--office", "mau.cchc", "--period", "2027-Q1", "--json").json
    assert shown.at("template") == "XM27"
    assert shown.at("cells", "PL2.1", "value") == "100"
    assert shown.at("cells", "PL2.3", "value") == "97"
    assert (tmp_path / "bao-cao.docx").stat().st_size


def test_what_the_example_says_of_its_rows_is_checked(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in LINES[1:6]:
        cchc(*(str(ROOT / word) if word.startswith("docs/") else word for word in shlex.split(line)))
    cchc("set", "--office", "mau.cchc", "--period", "2027-Q1", "PL2.2", "101")
    checked = cchc("check", "--office", "mau.cchc", "--period", "2027-Q1", "--json")
    assert checked.status == 1
    assert "PL2.2" in [each.at("cell") for each in checked.json.rows("findings")]

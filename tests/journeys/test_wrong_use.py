"""Calls that are not meant as they stand, and readers that do not listen: a sentence, never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.calling import ROOT, Cchc

Report = tuple[str, str, str, str]


@pytest.mark.parametrize("period", ["2026-Q9", "quý 3", "", "2026-13"])
def test_a_period_nobody_can_read_is_wrong_use(cchc: Cchc, report: Report, period: str) -> None:
    told = cchc("show", *report[:2], "--period", period)
    assert told.status == 2
    assert "không đúng dạng. Hãy viết như 2026-Q3 (quý)" in told.err


@pytest.mark.parametrize(
    "words", [("status",), ("packages",), ("offices",), ("offices", "list"), ("offices", "agree", "dv1")]
)
def test_so_is_one_that_may_be_left_out(cchc: Cchc, office: Path, words: tuple[str, ...]) -> None:
    command, *action = words
    told = cchc(command, "--office", office, *action, "--period", "quý 3")
    assert told.status == 2
    assert "không đúng dạng. Hãy viết như 2026-Q3 (quý)" in told.err


@pytest.mark.parametrize("count", ["0", "-5", "mười", "1.5"])
def test_samples_of_no_office_are_wrong_use(cchc: Cchc, tmp_path: Path, count: str) -> None:
    folder = tmp_path / "mẫu"
    told = cchc("sample-offices", "--count", count, "--period", "2026-Q3", folder)
    assert told.status == 2
    assert not folder.exists()


def test_an_exception_without_its_period_is_wrong_use(cchc: Cchc, office: Path) -> None:
    told = cchc("offices", "agree", "dv1", "--office", office, "--excused")
    assert told.status == 2
    assert "--period" in told.err


@pytest.mark.parametrize("figure", ["-1,5", "-5", "-1.234", "-12%"])
def test_a_figure_with_a_sign_is_refused_as_a_figure(cchc: Cchc, report: Report, figure: str) -> None:
    told = cchc("set", *report, "PL2.1", figure)
    assert told.status == 3
    assert f"“{figure}” không phải là số. Hãy nhập chữ số" in told.err


def test_an_option_nobody_knows_is_wrong_use_still(cchc: Cchc, report: Report) -> None:
    assert cchc("set", *report, "PL2.1", "-x").status == 2


def test_a_command_whose_output_is_closed_does_its_work_and_says_nothing(report: Report) -> None:
    words = " ".join(f"'{word}'" for word in ("set", *report, "PL2.1", "7"))
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m cchc_desktop {words} >&-"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_name_too_long_for_any_folder_is_told(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    told = cchc("report", *report, "--out", tmp_path / f"{'a' * 300}.docx")
    assert told.status == 3
    assert told.err.startswith("Không ghi được tệp aaa")

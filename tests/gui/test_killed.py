"""Promise 1: a cell that left the editor is on the disk, whatever becomes of the program."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop.office.office import Office
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killing_the_program_while_somebody_types_loses_no_cell_that_was_left(
    office_file: Path, tmp_path: Path, seed: int
) -> None:
    last = type_until_killed(office_file, tmp_path, random.Random(seed).randint(5, 60))
    with Office.open(office_file, take_over=True) as office:
        found = office.report(Period.read("2026-Q3")).form.number(IndicatorCode("PL2.1"))
    assert found is not None
    assert found >= last


def type_until_killed(office: Path, home: Path, cells: int) -> int:
    """Kill the window once it told of that many cells; return the last one it told of."""
    command = [sys.executable, str(Path(__file__).with_name("typing_child.py")), str(office), str(home)]
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as typing:
        assert typing.stdout
        for _ in range(cells):
            typing.stdout.readline()
        typing.kill()
        told = typing.stdout.read().splitlines(keepends=True)
    whole = [int(line) for line in told if line.endswith("\n")]
    return whole[-1] if whole else cells

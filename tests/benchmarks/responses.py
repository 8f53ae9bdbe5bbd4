"""How soon the window answers a person's hands: from the key to the paint, what is saved being saved."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.child import told
from tests.benchmarks.offices import forty_reports, twenty_pages
from tests.benchmarks.superior import with_periods
from tests.benchmarks.table import AtMostSeconds, Benchmark, Figures, Goal
from tests.benchmarks.timing import Run
from tests.benchmarks.totals import COUNTRY, MATRIX_PERIODS, PROVINCE

_NOTICED = AtMostSeconds(0.1)
"""What takes longer is felt as waiting (reliability: nothing above it in the main journeys)."""
_HALF_OF_IT = AtMostSeconds(0.05)
_KEY_REPEAT = AtMostSeconds(0.033)
"""A key that is held down comes some thirty times a second: whoever leafs through tabs sees each of them."""
_FRAME = AtMostSeconds(1 / 60)
"""Of a screen."""
_PATIENCE = 60.0
"""Seconds for one process."""
FileMaker = Callable[[Path], Path]


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield what is done with figures in a file of forty past reports, and with prose in twenty pages."""
    at_once = partial(twenty_pages, in_one_section=True)
    rows: tuple[tuple[str, str, FileMaker, Goal, int], ...] = (
        ("tab of figures, first look", "first-looks", forty_reports, _HALF_OF_IT, 1),
        ("tab of figures, again", "tabs", forty_reports, _KEY_REPEAT, 20),
        ("figure typed, Enter, painted", "figures", forty_reports, _HALF_OF_IT, 20),
        ("130 cells pasted", "paste", forty_reports, _NOTICED, 12),
        ("line of 20 pages of prose ended, saved", "lines", twenty_pages, _NOTICED, 12),
        ("line of 20 pages in one section ended, saved", "lines", at_once, _NOTICED, 12),
    )
    for name, job, file, goal, rounds in rows if run.is_full else rows[:-1]:
        yield Benchmark(name, "", goal, partial(_clocked, run, job, file, rounds))
    for offices, soon in ((PROVINCE, 0.5), (COUNTRY, 3)) if run.is_full else ((PROVINCE, 0.5),):
        file, size = partial(with_periods, offices=offices), f"{offices} × {MATRIX_PERIODS}"
        opened, leafed = (partial(_clocked, run, job, file, 5) for job in ("matrix", "matrix-pages"))
        yield Benchmark(f"matrix {size} opened in the window", "", AtMostSeconds(soon), opened)
        yield Benchmark(f"matrix {size} scrolled by a page", "", _FRAME, leafed)


def _clocked(run: Run, job: str, file: FileMaker, rounds: int) -> Figures:
    """Have a copy of the file worked on: what one job types is nothing to the next."""
    copy = shutil.copy(file(run.folder), run.folder / f"{job}.cchc")
    program = ("tests.benchmarks.hands", job, str(copy), str(run.rounds(rounds)))
    return Figures(median(told(run.folder, program, list[float], _PATIENCE)))

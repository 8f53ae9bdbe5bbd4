"""How much memory the window holds over an hour's work, and whether it stays at that; in a full run only."""

import shutil
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from statistics import median

from tests.benchmarks.child import told
from tests.benchmarks.offices import twenty_pages
from tests.benchmarks.table import AtMostBytes, AtMostTimes, Benchmark, Figures, Unit
from tests.benchmarks.timing import NotMeasured, Run

WARM, SPAN = 10, 5
"""Minutes after which all that is made once is there, and minutes of which a median is taken."""
MOST = AtMostBytes(150e6)
GROWTH = AtMostTimes(1.05)
_PATIENCE = 600.0
_KEPT_BY = Path("/proc/self/status")


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the most that was held after any minute, and the last minutes beside those after warming up."""
    if run.is_full:
        yield Benchmark("memory over an hour's work", "", MOST, partial(_most, run.folder))
        warmed = f"the same process after {WARM} minutes of this hour"
        yield Benchmark("memory after an hour's work", warmed, GROWTH, partial(_growth, run.folder))


def _most(folder: Path) -> Figures:
    return Figures(max(_held(folder)), unit=Unit.BYTES)


def _growth(folder: Path) -> Figures:
    held = _held(folder)
    return Figures(median(held[-SPAN:]), median(held[WARM : WARM + SPAN]), Unit.BYTES)


@cache
def _held(folder: Path) -> list[int]:
    """Bytes after each minute."""
    if not _KEPT_BY.exists():
        raise NotMeasured("only Linux tells what memory a process holds")
    file = shutil.copy(twenty_pages(folder), folder / "hour.cchc")
    return told(folder, ("tests.benchmarks.hour", str(file)), list[int], _PATIENCE)

"""How soon the window is there: from the start of its process to its first paint."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from cchc_desktop.office.samples.samples import open_sample
from tests.benchmarks.child import told
from tests.benchmarks.offices import forty_reports
from tests.benchmarks.table import AtMostTimes, Benchmark, Figures, Goal
from tests.benchmarks.timing import Run, in_turns

ROUNDS = 5
SAMPLE = "huong-tra"
SAME_IMPORTS = "an empty QMainWindow of PySide6, after importing every module ours had imported by then"
QT_ALONE = "an empty QMainWindow of PySide6, after importing QtWidgets and nothing of ours"
QUERIES_TOO = f"{SAME_IMPORTS}, and all rows of office, reports and answers read by sqlite3 alone"
FileMaker = Callable[[Path], Path]


class _Shown(msgspec.Struct, frozen=True):
    """What a process tells of its window: see `first_paint.tell`."""

    at: float
    modules: tuple[str, ...]


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the window's first paint, and that of the figures of a sample and of a file of many years."""
    goal, sample = AtMostTimes(1.5), partial(open_sample, SAMPLE)
    rows: tuple[tuple[str, str, FileMaker, str, Goal | None], ...] = (
        ("window start to first paint", "window", sample, SAME_IMPORTS, goal),
        ("window start to first paint, Qt alone", "window", sample, QT_ALONE, None),
        ("window start to the office's figures", "figures", sample, SAME_IMPORTS, goal),
        ("window start to figures, 40 past reports", "figures", forty_reports, QUERIES_TOO, goal),
    )
    for name, moment, file, baseline, limit in rows:
        rounds = ROUNDS if limit else ROUNDS // 2  # without a goal it is there to be known
        yield Benchmark(name, baseline, limit, partial(_beside_bare, run, moment, file, baseline, rounds))


def _beside_bare(run: Run, moment: str, file: FileMaker, baseline: str, rounds: int) -> Figures:
    office = str(file(run.folder))
    shown = partial(told, run.folder, kind=_Shown)
    ours = ("tests.benchmarks.first_paint", moment, office)
    imports = run.folder / "imports"
    imports.write_text("\n".join(() if baseline == QT_ALONE else shown(ours).modules), "utf-8")
    queried = (office,) if baseline == QUERIES_TOO else ()
    bare = ("tests.benchmarks.bare_window", str(imports), *queried)

    def until_shown(program: tuple[str, ...], _turn: int) -> float:
        begun = time.perf_counter()
        return shown(program).at - begun

    return in_turns(partial(until_shown, ours), partial(until_shown, bare), run.rounds(rounds))

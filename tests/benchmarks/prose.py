"""A letter typed at the end of twenty pages of prose: laid out, painted, its figures alive."""

from collections.abc import Iterator
from functools import partial

from tests.benchmarks.child import told
from tests.benchmarks.table import AtMostSeconds, Benchmark, Figures
from tests.benchmarks.timing import Run

LIMIT = AtMostSeconds(0.016)
PATIENCE = 30.0


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the keystroke in one section of twenty pages, a thousand figures among the words."""
    yield Benchmark("keystroke in 20 pages of prose, painted", "", LIMIT, partial(_keystroke, run))


def _keystroke(run: Run) -> Figures:
    program = ("tests.benchmarks.typing_prose", str(run.folder), str(run.rounds(40)))
    return Figures(told(run.folder, program, float, PATIENCE))

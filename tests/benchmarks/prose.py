"""A letter typed at the end of twenty pages of prose: laid out, painted, its figures alive."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.table import AtMostSeconds, Benchmark, Figures
from tests.benchmarks.timing import NotMeasured, Run

LIMIT = AtMostSeconds(0.016)
PATIENCE = 30.0
CHECKOUT = Path(__file__).parents[2]


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the keystroke in one section of twenty pages, a thousand figures among the words."""
    yield Benchmark("keystroke in 20 pages of prose, painted", "", LIMIT, partial(_keystroke, run))


def _keystroke(run: Run) -> Figures:
    """Measure in a process of its own: this one has no window."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.typing_prose", str(run.folder), str(run.rounds(40))],
            cwd=CHECKOUT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        return Figures(float(done.stdout))
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, ValueError) as error:
        raise NotMeasured(f"the letters were not typed: {error}") from error

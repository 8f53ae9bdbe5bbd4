"""How long a command takes to begin: processes from start to end."""

import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.table import AtMostTimes, Benchmark, Figures
from tests.benchmarks.timing import NotMeasured, Run, in_turns

CHECKOUT = Path(__file__).parents[2]
ROUNDS = 15
NOTHING = ("-c", "pass")


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the program's help, and what opening an office file imports."""
    bare = (
        "an interpreter that does nothing (python -c pass); one that prints argparse's help takes twice that"
    )
    for name, goal, arguments in (
        ("cchc --help", AtMostTimes(4), ("-m", "cchc_desktop", "--help")),
        ("import of cchc_desktop.office.office", None, ("-c", "import cchc_desktop.office.office")),
    ):
        rounds = run.rounds(ROUNDS if goal else ROUNDS // 2)
        yield Benchmark(name, bare, goal, partial(_beside_nothing, arguments, rounds))


def _beside_nothing(arguments: tuple[str, ...], rounds: int) -> Figures:
    return in_turns(partial(_process, arguments), partial(_process, NOTHING), rounds)


def _process(arguments: tuple[str, ...], _turn: int) -> float:
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=CHECKOUT, capture_output=True, check=False)
    if done.returncode:
        raise NotMeasured(f"{' '.join(arguments)} ended with status {done.returncode}")
    return time.perf_counter() - begun

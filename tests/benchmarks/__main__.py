"""`make bench`: how fast we are beside the bare way, both measured in one run."""

import argparse
import platform
import sys
import tempfile
import time
from io import TextIOWrapper
from os import cpu_count
from pathlib import Path

from tests.benchmarks import (
    audit,
    command,
    durable_cell,
    exchange,
    footnotes,
    keystroke,
    memory,
    prose,
    receiving,
    responses,
    text_rules,
    totals,
    window,
    word,
)
from tests.benchmarks.table import Benchmark, Row, table
from tests.benchmarks.timing import NotMeasured, Run

SUBJECTS = (
    window,
    responses,
    prose,
    text_rules,
    keystroke,
    durable_cell,
    word,
    footnotes,
    exchange,
    receiving,
    audit,
    totals,
    command,
    memory,
)
WORKROOM = Path(__file__).parents[2] / "build"


def main() -> int:
    """Measure everything and print the table; 0 says that all was measured, not that all goals are met."""
    options = _options()
    begun = time.perf_counter()
    WORKROOM.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="benchmarks-", dir=WORKROOM) as folder:
        run = Run(Path(folder), is_full=options.full)
        rows = [_row(each) for subject in SUBJECTS for each in subject.benchmarks(run)]
    spent = time.perf_counter() - begun
    sys.stdout.write(f"{table(rows)}\n\n{_machine()}; {spent:.0f} s in all\n")
    return 0 if all(row.figures for row in rows) else 1


def _row(benchmark: Benchmark) -> Row:
    try:
        return Row(benchmark, benchmark.measure())
    except (ModuleNotFoundError, NotMeasured) as absence:
        return Row(benchmark, None, str(absence))


def _machine() -> str:
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {cpu_count()} cores"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--full", action="store_true", help="more rounds and more sizes of data")
    return parser.parse_args()


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main())

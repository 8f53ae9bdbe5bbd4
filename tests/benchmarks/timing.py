"""Time two ways of doing one thing in one run, in turns: what else the machine does meets both alike."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.table import Figures

Reading = Callable[[int], float]
"""One measurement: it is given the number of its round and returns seconds."""


class NotMeasured(Exception):
    """What is to be measured is not on this machine, or does not come to its end."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of all benchmarks."""

    folder: Path
    """For what they write: on a disk, since in memory a durable write costs nothing."""
    is_full: bool = False

    def rounds(self, count: int) -> int:
        """Return how often to measure what is measured so often in a short run."""
        return count * 5 if self.is_full else count


def clocked(work: Callable[[int], object]) -> Reading:
    """Return the measurement of a piece of work in this process."""

    def reading(turn: int) -> float:
        begun = time.perf_counter()
        work(turn)
        return time.perf_counter() - begun

    return reading


def in_turns(ours: Reading, baseline: Reading, rounds: int) -> Figures:
    """Return the medians of both, read A B A B …; a first round that warms both up is not counted."""
    read = [(ours(turn), baseline(turn)) for turn in range(rounds + 1)][1:]
    return Figures(median(our for our, _ in read), median(bare for _, bare in read))


def alone(ours: Reading, rounds: int) -> Figures:
    """Return the median of what has a limit and nothing to compare it with."""
    return Figures(median([ours(turn) for turn in range(rounds + 1)][1:]))

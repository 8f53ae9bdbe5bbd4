"""The table of the benchmarks: what was measured, against what, and whether the goal is met."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

_HEADS = ("name", "ours", "baseline", "ratio", "goal", "")
_ABSENT = "–"
_NOT_MEASURED = "not measured"
_MISSED = "missed"


class Unit(Enum):
    """What figures are counted in, and how many of what is shown one of it is."""

    SECONDS = 1000, "ms"
    BYTES = 1e-6, "MB"
    SHARE = 100, "%"
    FINDINGS = 1, "findings"


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians, or one count; in seconds if not said otherwise."""

    ours: float
    baseline: float | None = None
    unit: Unit = Unit.SECONDS

    @property
    def ratio(self) -> float | None:
        """How many times the baseline ours takes."""
        return self.ours / self.baseline if self.baseline else None


@dataclass(frozen=True, slots=True)
class AtMostTimes:
    """The goal is a ratio: ours takes at most so many times the baseline."""

    times: float

    def __str__(self) -> str:
        return f"≤ {self.times:g} ×"

    def is_missed(self, figures: Figures) -> bool:
        return figures.ratio is not None and figures.ratio > self.times


@dataclass(frozen=True, slots=True)
class AtMostSeconds:
    """The goal is a time."""

    seconds: float

    def __str__(self) -> str:
        return f"≤ {_shown(self.seconds, Unit.SECONDS)}"

    def is_missed(self, figures: Figures) -> bool:
        return figures.ours > self.seconds


@dataclass(frozen=True, slots=True)
class AtMostBytes:
    """The goal is an amount of memory."""

    bytes: float

    def __str__(self) -> str:
        return f"≤ {_shown(self.bytes, Unit.BYTES)}"

    def is_missed(self, figures: Figures) -> bool:
        return figures.ours > self.bytes


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The goal is a share."""

    share: float

    def __str__(self) -> str:
        return f"≥ {_shown(self.share, Unit.SHARE)}"

    def is_missed(self, figures: Figures) -> bool:
        return figures.ours < self.share


Goal: TypeAlias = AtLeast | AtMostTimes | AtMostSeconds | AtMostBytes


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One row before it is measured. Without a goal it is there to be known."""

    name: str
    baseline: str
    """What ours is compared with, told under the table; empty: with nothing."""
    goal: Goal | None
    measure: Callable[[], Figures]


@dataclass(frozen=True, slots=True)
class Row:
    """One row; without figures it could not be measured, for the reason given."""

    benchmark: Benchmark
    figures: Figures | None
    reason: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether there is a goal and the figures are beyond it."""
        goal = self.benchmark.goal
        return goal is not None and self.figures is not None and goal.is_missed(self.figures)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as text under their heads, and what each baseline is."""
    cells = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(_aligned(row, widths)).rstrip() for row in cells]
    lines.insert(1, "  ".join("─" * width for width in widths if width))
    return "\n".join([*lines, "", *_notes(rows)])


def _cells(row: Row) -> tuple[str, ...]:
    goal = _ABSENT if row.benchmark.goal is None else str(row.benchmark.goal)
    if row.figures is None:
        return (row.benchmark.name, _NOT_MEASURED, _ABSENT, _ABSENT, goal, "")
    baseline, ratio, unit = row.figures.baseline, row.figures.ratio, row.figures.unit
    return (
        row.benchmark.name,
        _shown(row.figures.ours, unit),
        _ABSENT if baseline is None else _shown(baseline, unit),
        _ABSENT if ratio is None else f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.3f}",
        goal,
        _MISSED if row.is_missed else "",
    )


def _aligned(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    name, *figures = zip(row, widths, strict=True)
    yield name[0].ljust(name[1])
    yield from (text.rjust(width) for text, width in figures)


def _notes(rows: Sequence[Row]) -> Iterator[str]:
    compared: dict[str, list[str]] = {}
    for row in rows:
        if row.benchmark.baseline:
            compared.setdefault(row.benchmark.baseline, []).append(row.benchmark.name)
    yield "Medians; ours and the baseline are measured in turns. The baselines:"
    yield from (f"  {', '.join(names)}: {baseline}" for baseline, names in compared.items())
    for row in rows:
        if row.figures is None:
            yield f"{row.benchmark.name}: {_NOT_MEASURED}: {row.reason}"


def _shown(figure: float, unit: Unit) -> str:
    factor, sign = unit.value
    value = figure * factor
    places = 0 if value >= 100 or unit is Unit.FINDINGS else 1 if value >= 10 else 2
    return f"{value:.{places}f} {sign}"

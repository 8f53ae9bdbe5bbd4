"""Where the parts of a chart stand: plain numbers, nothing painted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from cchc_desktop.office.printed.preview import ChartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.printed.preview import Chart

_FILLED = 1 / 1.6
"""How much of a category's room its bars take: the gap is 60 percent of it all."""
_LABEL = 260  # twips between the end of a bar and the middle of its number
_NAMES_BELOW, _NAMES_BESIDE = 620, 0.3
"""Room of the categories' names: twips below standing bars, a share of the width beside lying ones."""
Place: TypeAlias = tuple[float, float, float, float]
Dot: TypeAlias = tuple[float, float, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, where its number is written, and whose colour it has.

    The number's middle stands there; of a lying bar, the edge of the number that is next to the bar.
    """

    x: float
    y: float
    width: float
    height: float
    series: int
    text: str
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Run:
    """The dots of one line in order; it breaks where there is no number."""

    dots: tuple[Dot, ...]
    pairs: tuple[tuple[Dot, Dot], ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a pie: degrees against the clock from three o'clock, as Qt counts them."""

    part: int
    start: float
    span: float
    text: str

    def beside(self, distance: float) -> tuple[float, float]:
        """Return the point so far from the centre in the middle of the slice; y grows downwards."""
        middle = math.radians(self.start + self.span / 2)
        return math.cos(middle) * distance, -math.sin(middle) * distance


@dataclass(frozen=True, slots=True)
class Plot:
    """The room of a chart with an axis, in twips from the corner of the page."""

    chart: Chart
    left: float
    top: float
    width: float
    height: float

    @property
    def is_lying(self) -> bool:
        """Whether its bars lie, with the names of the categories on the left."""
        return self.chart.kind is ChartKind.BARS

    @property
    def lowest(self) -> float:
        """The smallest number that has room; zero unless something is below it."""
        return min(0.0, *self._numbers)

    @property
    def highest(self) -> float:
        """The greatest number that has room."""
        return max(0.0, *self._numbers) or (0.0 if self.lowest else 1.0)

    @property
    def _numbers(self) -> tuple[float, ...]:
        points = (point for series in self.chart.series for point in series.points)
        return (0.0, *(float(point.value) for point in points if point.value is not None))

    @property
    def _inner(self) -> Place:
        """Where bars and dots stand: beside the names, with room for the numbers at their ends."""
        if self.is_lying:
            names = self.width * _NAMES_BESIDE
            return self.left + names, self.top, self.width - names - 2.5 * _LABEL, self.height
        return self.left, self.top, self.width, self.height - _NAMES_BELOW

    @property
    def step(self) -> float:
        """The room of one category along the axis."""
        _, _, width, height = self._inner
        return (height if self.is_lying else width) / len(self.chart.categories)

    @property
    def axis(self) -> Place:
        """The line of zero: from where to where."""
        x, y, width, height = self._inner
        zero = self.at(0)
        return (zero, y, zero, y + height) if self.is_lying else (x, zero, x + width, zero)

    def at(self, value: float) -> float:
        """Return where a number stands across the axis."""
        x, y, width, height = self._inner
        share = (value - self.lowest) / (self.highest - self.lowest)
        return x + width * share if self.is_lying else y + height * (1 - share)

    def along(self, category: int) -> float:
        """Return where the middle of a category stands along the axis."""
        x, y, _, _ = self._inner
        return (y if self.is_lying else x) + self.step * (category + 0.5)

    def names(self) -> Iterator[Place]:
        """Yield the room of each category's name: x, y, width, height."""
        x, y, _, height = self._inner
        for category in range(len(self.chart.categories)):
            start = self.along(category) - self.step / 2
            if self.is_lying:
                yield self.left, start, x - self.left - _LABEL / 2, self.step
            else:
                yield start, y + height, self.step, _NAMES_BELOW


def bars(plot: Plot) -> Iterator[Bar]:
    """Yield the bars of a chart, those of a category side by side; where there is no number, none."""
    thickness = plot.step * _FILLED / len(plot.chart.series)
    for at, series in enumerate(plot.chart.series):
        for category, point in enumerate(series.points):
            if point.value is None:
                continue
            start = plot.along(category) - plot.step * _FILLED / 2 + at * thickness
            zero, end = plot.at(0), plot.at(float(point.value))
            outwards = _LABEL / 2 if point.value < 0 else -_LABEL / 2
            near, length, middle = min(zero, end), abs(end - zero), start + thickness / 2
            if plot.is_lying:
                yield Bar(near, start, length, thickness, at, point.text, end - outwards / 2, middle)
            else:
                yield Bar(start, near, thickness, length, at, point.text, middle, end + outwards)


def points(plot: Plot) -> Iterator[Run]:
    """Yield the dots of each line."""
    for series in plot.chart.series:
        dots = [
            None if point.value is None else (plot.along(category), plot.at(float(point.value)), point.text)
            for category, point in enumerate(series.points)
        ]
        pairs = tuple((one, other) for one, other in pairwise(dots) if one and other)
        yield Run(tuple(dot for dot in dots if dot), pairs)


def slices(chart: Chart) -> Iterator[Slice]:
    """Yield the parts of a pie from twelve o'clock on, with the clock."""
    points = chart.series[0].points
    whole = sum(float(point.value or 0) for point in points)
    start = 90.0
    for part, point in enumerate(points):
        span = -360 * float(point.value or 0) / whole
        if point.value is not None:
            yield Slice(part, start, span, point.text)
        start += span

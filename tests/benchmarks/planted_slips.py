"""Slips planted in the real reports, one at a time: how many the rules of prose find (labels/README.md)."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cchc_desktop.form.form import Form
from tests.benchmarks.prose_labels import LABELS, Found, Label, Score, class_counted, found_in
from tests.benchmarks.seeds import as_seed, text_of

FIRST, SECOND = "planted.csv", "planted-second.csv"
"""The sets of slips, each counted by itself."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip, and where a finding may point at it."""

    file: str
    line: int
    """From 1."""
    offset: int
    """In the line as it stands in the report, in code points from 0."""
    taken: int
    """How many code points the slip takes the place of."""
    planted: str
    places: tuple[Label, ...]
    """In the report with the slip; one is as good as another."""

    @property
    def of(self) -> str:
        """The class as which it is counted."""
        return self.places[0].of

    @property
    def _end(self) -> int:
        return self.offset + self.taken

    def planted_in(self, text: str) -> str:
        """Return the report with this slip; raises `ValueError` where the report has no such place."""
        lines = text.split("\n")
        line = lines[self.line - 1] if self.line <= len(lines) else ""
        if self._end > len(line):
            raise ValueError(f"{self.file}:{self.line} has no place {self.offset} to plant a slip at")
        lines[self.line - 1] = line[: self.offset] + self.planted + line[self._end :]
        return "\n".join(lines)

    def moved(self, found: Found) -> Found:
        """Return where the slip moves what is found in the report as it is."""
        if found.line != self.line:
            return found
        longer = len(self.planted) - self.taken
        start = found.start + longer if found.start >= self._end else min(found.start, self.offset)
        is_behind = found.end >= self._end and found.end > self.offset
        end = found.end + longer if is_behind else min(found.end, self.offset)
        return replace(found, start=start, end=end)


def slips(name: str) -> tuple[Slip, ...]:
    """Return all of a set that are to be planted, report by report."""
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return tuple(_slip(row) for row in csv.DictReader(file))


def _slip(row: dict[str, str]) -> Slip:
    of = class_counted(row["class"])
    places = (place.split(":") for place in row["at"].split())
    return Slip(
        row["file"],
        int(row["line"]),
        int(row["offset"]),
        int(row["taken"]),
        row["planted"],
        tuple(Label(row["file"], int(line), int(offset), of) for line, offset in places),
    )


def score_slips(planted: Iterable[Slip], forms: dict[str, Form]) -> Score:
    """Plant each slip by itself, run the rules over its report and count which of them are found.

    A slip is found when a finding of its class stands at one of its places that does not stand there in the
    report as it is. `forms` are the figures of reports, by file. Raises `NotMeasured` without the reports.
    """
    total = Score()
    for slip, is_found in _tried(planted, forms):
        total.labels += 1
        total.met += is_found
        total.by_class[slip.of, "met" if is_found else "missed"] += 1
        if not is_found:
            total.misses.append(slip.places[0])
    return total


def _tried(planted: Iterable[Slip], forms: dict[str, Form]) -> Iterator[tuple[Slip, bool]]:
    before: dict[str, tuple[Found, ...]] = {}
    for slip in planted:
        text, form = text_of(slip.file), forms.get(slip.file)
        if slip.file not in before:
            before[slip.file] = _all_found(slip.file, text, form)
        known = {slip.moved(found) for found in before[slip.file]}
        new = set(_all_found(slip.file, slip.planted_in(text), form)) - known
        yield slip, any(found.is_at(place) for found in new for place in slip.places)


def _all_found(file: str, text: str, form: Form | None) -> tuple[Found, ...]:
    return tuple(found for found, _ in found_in(as_seed(file, text, form)))

"""How often the rules of prose are right, and how much of what is wrong they find (labels/README.md)."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.check import check_text
from cchc_desktop.rules.text.finding import TextFinding
from tests.benchmarks.seeds import Seed, seed

LABELS = Path(__file__).parent / "labels"
_CLASSES = {
    "R1": "figures",
    "R4": "figures",
    "R5": "figures",
    "R8": "figures",
    "R11": "date",
    "R12": "document",
    "R13": "leftover",
    "R14": "decimal-style",
    "R17": "period-name",
    "R18": "writing",
}
"""The class of each rule. Which of ratio, sum, part and number a contradiction is, is a matter of view."""
_FIGURES = ("ratio", "sum", "part", "number")
_NEAR = 24
"""Code points between a finding and its label at most."""


@dataclass(frozen=True, slots=True)
class Label:
    """A place in a report."""

    file: str
    line: int
    offset: int
    of: str
    """The class; of a place that is not one, the class it resembles."""
    settles: str = ""
    """Of a place that is as good: `line:offset` of the label."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where in the file a finding stands."""

    rule: str
    line: int
    start: int
    end: int
    """In the same line, or past its end where the passage goes on in the next."""

    @property
    def of(self) -> str:
        """The class."""
        return _CLASSES[self.rule]

    def is_at(self, label: Label) -> bool:
        """Whether this finding meets the label."""
        is_near = self.start - _NEAR <= label.offset <= self.end + _NEAR
        return self.of == label.of and self.line == label.line and is_near


@dataclass(slots=True)
class Score:
    """What was found and missed."""

    met: int = 0
    wrong: int = 0
    labels: int = 0
    by_class: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often by class and `met`, `wrong` or `missed`."""
    misses: list[Label] = field(default_factory=list)
    errors: list[tuple[int, TextFinding]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Findings that meet a label, among all that count."""
        return self.met / (self.met + self.wrong) if self.met + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Labels met, among all labels."""
        return self.met / self.labels if self.labels else 1.0


def score(files: Sequence[str], labels: str, not_findings: str, forms: dict[str, Form]) -> Score:
    """Run the rules over the reports and count as the labels' README says."""
    total = Score()
    expected, others = _read(labels), _read(not_findings)
    for file in files:
        report = seed(file, forms.get(file))
        _count(
            report,
            [label for label in expected if label.file == file],
            [label for label in others if label.file == file],
            total,
        )
    return total


def found_in(report: Seed) -> Iterator[tuple[Found, TextFinding]]:
    """Run the rules over a report and yield what they find, with its place in the file."""
    for finding in check_text((report.section,), report.context):
        line, start = report.place(finding.paragraph, finding.start)
        yield Found(finding.rule, line, start, start + finding.end - finding.start), finding


def class_counted(of: str) -> str:
    """Return the class as which findings of this class are counted."""
    return "figures" if of in _FIGURES else of


def _count(report: Seed, labels: Sequence[Label], others: Sequence[Label], total: Score) -> None:
    met: set[Label] = set()
    for found, finding in found_in(report):
        of = found.of
        here = [each for each in (*labels, *others) if found.is_at(each)]
        meant = [label for label in here if label in labels]
        meant += [label for place in here if place.settles for label in labels if _is_settled(place, label)]
        new = [label for label in meant if label not in met]
        if new:
            met.add(new[0])
            total.met += 1
            total.by_class[of, "met"] += 1
        elif not meant and not any(place.settles == _DOUBTFUL for place in here):
            total.wrong += 1
            total.by_class[of, "wrong"] += 1
            total.errors.append((found.line, finding))
    total.labels += len(labels)
    missed = [label for label in labels if label not in met]
    total.by_class.update((label.of, "missed") for label in missed)
    total.misses += missed


_DOUBTFUL = "?"


def _is_settled(place: Label, label: Label) -> bool:
    return place.settles == f"{label.line}:{label.offset}"


def _read(name: str) -> list[Label]:
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return list(_labels(csv.DictReader(file)))


def _labels(rows: Iterable[dict[str, str]]) -> Iterator[Label]:
    for row in rows:
        kind, of = row["class"], row.get("resembles") or row["class"]
        if kind == "none":
            continue
        settles = _DOUBTFUL if kind == "doubtful" else row.get("of") or ""
        yield Label(row["file"], int(row["line"]), int(row["offset"]), class_counted(of), settles)

"""The labels of the rules of prose: files that can be counted on, and a report nobody tuned a rule on."""

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from cchc_desktop.form.form import Form
from tests.benchmarks import prose_labels, text_rules
from tests.benchmarks.prose_labels import LABELS, Score, score
from tests.benchmarks.seeds import VARIABLE
from tests.benchmarks.table import Benchmark, Unit
from tests.benchmarks.timing import NotMeasured, Run

FIGURES = ("ratio", "sum", "part", "number")
CLASSES = (*FIGURES, "date", "document", "leftover", "decimal-style", "period-name", "writing")
KINDS = ("none", "elsewhere", "doubtful")
REPORTS = {"": {"000", "001"}, "-held-out": {"002"}, "-blind": {"004"}}


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of a file of labels."""
    with (LABELS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def the_blind_row(folder: Path) -> Benchmark:
    """Return the row of the benchmark that 004 has to itself."""
    (row,) = (row for row in text_rules.benchmarks(Run(folder)) if "004" in row.name)
    return row


def told_counts() -> dict[tuple[str, str], int]:
    """Return what the README's tables say, by class or kind and report."""
    told: dict[tuple[str, str], int] = {}
    reports: list[str] = []
    for line in (LABELS / "README.md").read_text("utf-8").split("## Counts")[1].splitlines():
        name, *cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
        if name == "class":
            reports = cells
        elif cells and re.fullmatch(r"\d+", cells[0]) and name != "all":
            told |= {(name, report): int(cell) for report, cell in zip(reports, cells, strict=True)}
    return told


@pytest.mark.parametrize("part", REPORTS)
def test_every_label_is_of_its_own_reports_and_of_a_class_that_there_is(part: str) -> None:
    labels, others = rows_of(f"prose{part}"), rows_of(f"not-findings{part}")
    assert {row["file"] for row in (*labels, *others)} == REPORTS[part]
    assert {row["class"] for row in labels} <= set(CLASSES)
    assert {row["class"] for row in others} <= set(KINDS)
    assert {row["resembles"] for row in others} <= set(CLASSES)
    places = {(row["file"], f"{row['line']}:{row['offset']}") for row in labels}
    settling = {(row["file"], row["of"]) for row in others if row["class"] == "elsewhere"}
    assert settling <= places
    assert not any(row["of"] for row in others if row["class"] != "elsewhere")


def test_the_counts_told_are_those_of_the_files() -> None:
    rows = [row for part in REPORTS for name in ("prose", "not-findings") for row in rows_of(name + part)]
    counted = Counter((row["class"], row["file"]) for row in rows)
    assert told_counts() == {
        (name, file): counted[name, file]
        for name in (*CLASSES, *KINDS)
        for file in ("000", "001", "002", "004")
    }


def test_a_finding_meets_a_label_of_its_class_once_and_is_wrong_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "000_sample.txt").write_text(f"12/KH và 31/02{' ' * 60}99/KH", encoding="utf-8")
    labels = "file,line,offset,class\n000,1,0,document\n000,1,9,date\n"
    (tmp_path / "labels.csv").write_text(labels, encoding="utf-8")
    (tmp_path / "others.csv").write_text("file,line,offset,class,resembles,of\n", encoding="utf-8")
    claims = [("R12", 0, 5), ("R12", 3, 5), ("R18", 9, 14), ("R12", 74, 79)]
    found = [SimpleNamespace(rule=of, paragraph=0, start=at, end=end) for of, at, end in claims]
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    monkeypatch.setattr(prose_labels, "LABELS", tmp_path)
    monkeypatch.setattr(prose_labels, "check_text", lambda *_: found)
    counted = score(("000",), "labels.csv", "others.csv", {})
    assert (counted.met, counted.wrong, counted.labels) == (1, 2, 2)
    assert [(label.of, label.offset) for label in counted.misses] == [("date", 9)]
    assert [(line, finding.start) for line, finding in counted.errors] == [(1, 9), (1, 74)]


def test_the_blind_report_is_a_row_of_its_own_counted_against_its_own_labels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def counted(files: Sequence[str], labels: str, others: str, forms: Mapping[str, Form]) -> Score:
        asked.append((files, labels, others, dict(forms)))
        return Score(wrong=3)

    monkeypatch.setattr(text_rules, "score", counted)
    row = the_blind_row(tmp_path)
    figures = row.measure()
    assert asked == [(("004",), "prose-blind.csv", "not-findings-blind.csv", {})]
    assert (figures.ours, figures.unit, row.goal) == (3, Unit.FINDINGS, None)


def test_without_the_reports_the_blind_row_is_not_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(NotMeasured, match=VARIABLE):
        the_blind_row(tmp_path).measure()

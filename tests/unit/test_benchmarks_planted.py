"""Slips planted in the real reports: the list of them, how each is put in, and which count as found."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.section import TextSection
from tests.benchmarks import prose_labels, text_rules
from tests.benchmarks.planted_slips import FIRST, SECOND, Slip, score_slips, slips
from tests.benchmarks.prose_labels import LABELS, Found, Label, Score
from tests.benchmarks.seeds import VARIABLE
from tests.benchmarks.table import Benchmark, Unit
from tests.benchmarks.timing import NotMeasured, Run

SETS = {FIRST: "Planted slips", SECOND: "Planted slips, second set"}
"""Each with what the README calls it."""
REPORTS = ("000", "001", "002")
LABELLED = ("prose", "prose-held-out", "not-findings", "not-findings-held-out")
FEW = 20
"""Code points: more than any figure, date or few words have, less than a sentence."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a rule finds, as far as the count looks at it."""

    rule: str
    paragraph: int
    start: int
    end: int


def rows(name: str) -> list[dict[str, str]]:
    """Return the file of a set as it is, with the classes it names."""
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def a_slip(offset: int, taken: int, planted: str, *places: int, line: int = 1, of: str = "document") -> Slip:
    """Return a slip in 000, with its places in the same line."""
    at = tuple(Label("000", line, place, of) for place in places or (offset,))
    return Slip("000", line, offset, taken, planted, at)


def score_of(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    report: str,
    claimed: str,
    *planted: Slip,
    rule: str = "R12",
) -> tuple[Score, list[str]]:
    """Return the score where the rules claim every match of a pattern, and the texts they were given."""
    (folder / "000_sample.txt").write_text(report, encoding="utf-8")
    read: list[str] = []

    def claims(sections: Sequence[TextSection], _context: TextContext) -> Iterator[Claim]:
        read.append("\n".join(sections[0].paragraphs))
        for number, text in enumerate(sections[0].paragraphs):
            for match in re.finditer(claimed, text):
                yield Claim(rule, number, *match.span())

    monkeypatch.setenv(VARIABLE, str(folder))
    monkeypatch.setattr(prose_labels, "check_text", claims)
    return score_slips(planted, {}), read


def rows_of_the_table(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Benchmark]:
    """Return the rows of the benchmark that the planted slips have; the forms of 001 are not opened."""
    monkeypatch.setattr(text_rules, "_district_form", lambda _: None)
    return [row for row in text_rules.benchmarks(Run(folder)) if row.name.startswith("planted slips")]


def told_counts(heading: str) -> dict[tuple[str, str], int]:
    """Return what the README's table of slips below a heading says, by class and report."""
    part = (LABELS / "README.md").read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in part.splitlines()]
    counts = [row for row in cells if len(row) == 4 and row[1].isdecimal() and row[0] not in ("class", "all")]
    return {
        (row[0], file): int(count) for row in counts for file, count in zip(REPORTS, row[1:], strict=True)
    }


@pytest.mark.parametrize("name", SETS)
def test_every_slip_is_of_a_report_and_a_class_and_has_a_place_where_it_may_be_found(name: str) -> None:
    for slip in slips(name):
        assert slip.file in REPORTS
        assert slip.of in set(prose_labels._CLASSES.values())
        assert slip.line >= 1
        assert slip.offset >= 0
        assert slip.taken or slip.planted
        assert any(place.line == slip.line for place in slip.places)


@pytest.mark.parametrize("name", SETS)
def test_a_slip_keeps_no_sentence_of_a_report(name: str) -> None:
    assert all(len(slip.planted) <= FEW and slip.taken <= FEW for slip in slips(name))


@pytest.mark.parametrize("name", SETS)
def test_no_two_slips_are_at_one_place_and_none_weighs_too_much(name: str) -> None:
    planted = slips(name)
    assert len({(slip.file, slip.line, slip.offset) for slip in planted}) == len(planted) >= 60
    assert sum(slip.of == "writing" for slip in planted) <= len(planted) / 5
    assert min(Counter(slip.file for slip in planted).values()) >= len(planted) / 5


def test_no_slip_of_the_second_set_is_where_one_of_the_first_is() -> None:
    near = {
        (slip.file, slip.line, slip.offset)
        for slip in slips(SECOND)
        for other in slips(FIRST)
        if (slip.file, slip.line) == (other.file, other.line)
        and abs(slip.offset - other.offset) <= prose_labels._NEAR
    }
    assert near == set()


@pytest.mark.parametrize("name", SETS)
def test_no_slip_is_planted_where_something_of_its_class_is_labelled(name: str) -> None:
    labels = [label for file in LABELLED for label in prose_labels._read(f"{file}.csv")]
    near = {
        (slip.file, slip.line, slip.offset)
        for slip in slips(name)
        for place in slip.places
        for label in labels
        if (label.file, label.line, label.of) == (place.file, place.line, place.of)
        and abs(label.offset - place.offset) <= prose_labels._NEAR
    }
    assert near == set()


@pytest.mark.parametrize(("name", "heading"), SETS.items())
def test_the_slips_told_are_those_of_the_file(name: str, heading: str) -> None:
    counted = Counter((row["class"], row["file"]) for row in rows(name))
    told = told_counts(heading)
    assert {key: count for key, count in told.items() if count} == counted
    assert len(told) == len(REPORTS) * len({row["class"] for row in rows(name)})


def test_a_slip_changes_its_own_place_and_nothing_else() -> None:
    assert a_slip(3, 2, "21", line=2).planted_in("một\nsố 12/KH\nba") == "một\nsố 21/KH\nba"
    assert a_slip(2, 0, " (ghi rõ)").planted_in("đã làm") == "đã (ghi rõ) làm"


@pytest.mark.parametrize("slip", [a_slip(4, 2, "21"), a_slip(0, 1, "2", line=2)])
def test_a_slip_for_another_report_than_this_is_not_planted(slip: Slip) -> None:
    with pytest.raises(ValueError, match=f"000:{slip.line} has no place"):
        slip.planted_in("số 12")


@given(
    st.text("abc", max_size=9), st.text("abc", max_size=9), st.text("abc", min_size=1, max_size=9), st.data()
)
def test_what_stands_beside_a_slip_is_the_same_words_after_it(
    head: str, planted: str, beside: str, data: st.DataObject
) -> None:
    taken, gap = data.draw(st.text("xyz", max_size=5)), data.draw(st.text("abc", max_size=5))
    is_before = data.draw(st.booleans())
    before, after = (head + beside + gap, "") if is_before else (head, gap + beside)
    text = before + taken + after
    start = len(head) if is_before else len(text) - len(beside)
    slip = a_slip(len(before), len(taken), planted)
    moved = slip.moved(Found("R12", 1, start, start + len(beside)))
    assert slip.planted_in(text)[moved.start : moved.end] == beside


def test_a_passage_round_a_slip_is_moved_with_its_end() -> None:
    slip = a_slip(4, 2, "1.234")
    assert slip.moved(Found("R12", 1, 0, 9)) == Found("R12", 1, 0, 12)
    assert slip.moved(Found("R12", 1, 4, 6)) == Found("R12", 1, 4, 9)
    assert slip.moved(Found("R12", 2, 5, 9)) == Found("R12", 2, 5, 9)


def test_each_slip_is_planted_alone_and_counted_by_its_class(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, unseen = a_slip(3, 2, "9"), a_slip(9, 2, "x")
    score, read = score_of(monkeypatch, tmp_path, "số 12 và 13", "9", seen, unseen)
    assert read == ["số 12 và 13", "số 9 và 13", "số 12 và x"]
    assert (score.met, score.labels, score.recall) == (1, 2, 0.5)
    assert score.by_class == {("document", "met"): 1, ("document", "missed"): 1}
    assert score.misses == [unseen.places[0]]


def test_a_finding_at_any_of_its_places_meets_a_slip_and_one_further_off_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, far = f"số 12{' ' * 60}số 12", 65
    pair, alone = a_slip(3, 2, "21", 3, far), a_slip(3, 2, "21")
    score, _ = score_of(monkeypatch, tmp_path, report, r"(?<=21.{60})số 12", pair, alone)
    assert (score.met, score.misses) == (1, [alone.places[0]])


def test_what_was_found_without_the_slip_does_not_count_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slip = a_slip(3, 2, "1.234")
    score, _ = score_of(monkeypatch, tmp_path, "số 12 ngày 31/02", "số|31/02", slip)
    assert (score.met, score.labels) == (0, 1)


def test_a_finding_of_another_class_does_not_meet_a_slip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    score, _ = score_of(monkeypatch, tmp_path, "số 12", "21", a_slip(3, 2, "21"), rule="R18")
    assert (score.met, score.labels) == (0, 1)


@pytest.mark.parametrize(
    ("name", "every", "dates"),
    [
        (FIRST, "planted slips, first set (tuned since 2026-11-21)", "planted slips, first set, date"),
        (SECOND, "planted slips, second set (apart, blind)", "planted slips, second set, date"),
    ],
)
def test_the_table_tells_the_share_of_slips_found_and_the_number_by_class(
    name: str, every: str, dates: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_class = Counter({("date", "met"): 6, ("date", "missed"): 2})
    counted = {slips(name): Score(met=6, labels=8, by_class=by_class)}
    monkeypatch.setattr(text_rules, "score_slips", lambda planted, _: counted.get(planted, Score()))
    table = {row.name: row for row in rows_of_the_table(tmp_path, monkeypatch)}
    share, of_dates = table[every].measure(), table[dates].measure()
    assert (share.ours, share.unit) == (0.75, Unit.SHARE)
    assert (of_dates.ours, of_dates.baseline, of_dates.unit) == (6, 8, Unit.FINDINGS)
    assert {row.goal for row in table.values()} == {None}


def test_every_class_of_either_set_has_a_row_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Counter(row.name for row in rows_of_the_table(tmp_path, monkeypatch))
    assert set(names.values()) == {1}
    classes = {("planted slips, first set", slip.of) for slip in slips(FIRST)}
    classes |= {("planted slips, second set", slip.of) for slip in slips(SECOND)}
    assert {f"{called}, {of}" for called, of in classes} < set(names)


def test_without_the_reports_nothing_is_planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    for row in rows_of_the_table(tmp_path, monkeypatch):
        with pytest.raises(NotMeasured, match=VARIABLE):
            row.measure()

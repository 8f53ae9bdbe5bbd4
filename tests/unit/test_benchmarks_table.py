"""The table of `make bench` says "missed" where a goal is missed and nowhere else."""

import re

import pytest

from tests.benchmarks.table import (
    AtLeast,
    AtMostBytes,
    AtMostSeconds,
    AtMostTimes,
    Benchmark,
    Figures,
    Goal,
    Row,
    Unit,
    table,
)


def a_row(name: str, goal: Goal | None, figures: Figures | None) -> Row:
    """Return a row whose baseline is told as the bare way."""
    benchmark = Benchmark(name, "the bare way", goal, lambda: Figures(0))
    return Row(benchmark, figures, "" if figures else "No module named 'docxtpl'")


def lines_with(word: str, *rows: Row) -> list[str]:
    """Return the names that begin the table's lines in which the word stands."""
    return [line.split("  ")[0] for line in table(rows).splitlines() if word in line.lower()]


def shown_cells(row: Row) -> list[str]:
    """Return what the table shows of the row."""
    return re.split(r"  +", table((row,)).splitlines()[2])


def test_missed_stands_only_in_the_rows_that_missed() -> None:
    rows = (
        a_row("ratio met", AtMostTimes(1.5), Figures(0.002, 0.002)),
        a_row("ratio just met", AtMostTimes(1.5), Figures(0.003, 0.002)),
        a_row("ratio too high", AtMostTimes(1.5), Figures(0.0031, 0.002)),
        a_row("time met", AtMostSeconds(0.001), Figures(0.001)),
        a_row("time too long", AtMostSeconds(0.001), Figures(0.0011)),
        a_row("memory met", AtMostBytes(150e6), Figures(150e6, unit=Unit.BYTES)),
        a_row("too much memory", AtMostBytes(150e6), Figures(151e6, unit=Unit.BYTES)),
        a_row("no goal", None, Figures(0.9, 0.001)),
        a_row("absent", AtMostTimes(1.5), None),
    )
    assert lines_with("missed", *rows) == ["ratio too high", "time too long", "too much memory"]


def test_a_run_that_met_its_goals_does_not_say_missed_at_all() -> None:
    assert "missed" not in table((a_row("met", AtMostTimes(2), Figures(1, 1)),)).lower()


def test_what_is_absent_is_not_measured_and_says_why() -> None:
    row = a_row("Word report", AtMostTimes(1), None)
    assert lines_with("not measured", row) == [
        "Word report",
        "Word report: not measured: No module named 'docxtpl'",
    ]


def test_each_row_shows_ours_the_baseline_their_ratio_and_the_goal() -> None:
    row = a_row("durable cell", AtMostTimes(1.5), Figures(0.0015, 0.00125))
    assert shown_cells(row) == ["durable cell", "1.50 ms", "1.25 ms", "1.20", "≤ 1.5 ×"]


def test_memory_is_shown_in_megabytes() -> None:
    row = a_row("memory", AtMostBytes(150e6), Figures(121_500_000, 120_000_000, Unit.BYTES))
    assert shown_cells(row) == ["memory", "122 MB", "120 MB", "1.01", "≤ 150 MB"]


def test_the_foot_says_what_each_baseline_is_once_for_rows_that_share_it() -> None:
    rows = [a_row(name, None, Figures(1, 1)) for name in ("one", "two")]
    foot = table(rows).split("The baselines:\n")[1].splitlines()
    assert foot == ["  one, two: the bare way"]


@pytest.mark.parametrize(("ratio", "shown"), [(0.0123, "0.012"), (0.5, "0.50"), (3.14159, "3.14")])
def test_a_small_ratio_keeps_the_figure_that_matters(ratio: float, shown: str) -> None:
    assert shown_cells(a_row("read", None, Figures(ratio, 1)))[3] == shown


def test_a_share_is_missed_below_its_goal_and_shown_in_percent() -> None:
    good, bad = (
        a_row(name, AtLeast(0.9), Figures(share, unit=Unit.SHARE))
        for name, share in (("good", 0.9), ("bad", 0.899))
    )
    assert lines_with("missed", good, bad) == ["bad"]
    assert shown_cells(bad)[1:2] == ["89.9 %"]
    assert "≥ 90.0 %" in table((good,))


def test_findings_are_counted_whole() -> None:
    assert shown_cells(a_row("wrong", None, Figures(3, unit=Unit.FINDINGS)))[1] == "3 findings"

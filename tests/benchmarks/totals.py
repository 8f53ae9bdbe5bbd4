"""Totals of many offices beside the bare sum in SQL, one correction, the matrix, and past one PC."""

import random
import shutil
import tracemalloc
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.accumulating import Accumulation
from cchc_desktop.office.totals.dumping import dump
from cchc_desktop.rollup.aggregate import rolled_up
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.packages import add_package
from cchc_desktop.storage.received import let_count
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.values.answer import BLANK
from cchc_desktop.values.period import Period
from tests.benchmarks.superior import CURRENT, QUARTERS, SET, WHEN, content, package, superior
from tests.benchmarks.table import AtMostBytes, AtMostSeconds, AtMostTimes, Benchmark, Figures, Unit
from tests.benchmarks.timing import NotMeasured, Run, alone, clocked, in_turns

PROVINCE, COUNTRY = 133, 3_321
"""Communes of the largest province, and of the country."""
MATRIX_PERIODS = 8
BARE_SUM = (
    "SELECT code, SUM(CAST(value AS REAL)) FROM received_report r JOIN received_cell c"
    " ON c.package = r.package WHERE r.period = ? AND c.state = 'number' GROUP BY code"
)


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the totals of a province; in a full run of the country, and its year asked by DuckDB."""
    for offices in (PROVINCE, COUNTRY) if run.is_full else (PROVINCE,):
        name = f"totals of {offices} offices"
        sum_in_sql = "SUM … GROUP BY of the same rows in SQLite, as floats"
        yield Benchmark(name, sum_in_sql, AtMostTimes(3), partial(_added, run, offices))
        yield Benchmark(
            f"{name}, after one correction", "", AtMostSeconds(0.05), partial(_corrected, run, offices)
        )
        yield Benchmark(f"{name}, memory at most", "", AtMostBytes(50e6), partial(_memory, run, offices))
        matrix = f"matrix of {offices} offices × {MATRIX_PERIODS} periods"
        yield Benchmark(matrix, "", AtMostSeconds(1), partial(_matrix, run, offices))
        edit = f"one edit in a list of {offices} offices"
        yield Benchmark(edit, "", AtMostSeconds(0.05), partial(_edited, run, offices))
    if run.is_full:
        asked = f"the totals of a year of {COUNTRY} offices, in DuckDB"
        beside = "the same four quarters added by this program"
        yield Benchmark(asked, beside, AtMostTimes(1), partial(_duckdb, run))


def _added(run: Run, offices: int) -> Figures:
    with Office.look(superior(run.folder, offices)) as office:
        db = office.archive.db
        _add_up(office, CURRENT)  # so that the form sets are read, as in any office that is open for a while
        return in_turns(
            clocked(lambda _: _add_up(office, CURRENT)),
            clocked(lambda _: db.execute(BARE_SUM, (str(CURRENT),)).fetchall()),
            run.rounds(25 if offices == PROVINCE else 5),  # a few milliseconds are easily disturbed
        )


def _add_up(office: Office, period: Period) -> None:
    """Add up everything anew: `Totals` itself only corrects what changed since it was last asked."""
    counted = office.totals.coverage(period).counted
    template = office.template(office.reports()[0])
    tallies = Accumulation(office.archive.db, template, office.totals.set_named).over(counted)
    rolled_up(template, tallies, lambda _: BLANK, len(counted))


def _corrected(run: Run, offices: int) -> Figures:
    path = Path(shutil.copy(superior(run.folder, offices), run.folder / "corrected.cchc"))
    template, chance = shipped().get(SET), random.Random(1)
    with Office.open(path, copies=run.folder / "copies", clock=lambda: WHEN) as office:
        office.totals.of(CURRENT)

        def reading(turn: int) -> float:
            sent = add_package(office.archive.db, package(f"dv{turn + 1}", CURRENT), b"")
            let_count(office.archive.db, sent, content(template, chance), Origin("", WHEN))
            return clocked(lambda _: office.totals.of(CURRENT))(turn)

        return alone(reading, run.rounds(5))


def _memory(run: Run, offices: int) -> Figures:
    with Office.look(superior(run.folder, offices)) as office:
        tracemalloc.start()
        try:
            office.totals.of(CURRENT)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    return Figures(peak, unit=Unit.BYTES)


def _matrix(run: Run, offices: int) -> Figures:
    periods = [CURRENT]
    while len(periods) < MATRIX_PERIODS:
        periods.append(periods[-1].previous)
    with Office.look(superior(run.folder, offices)) as office:
        return alone(clocked(lambda _: office.totals.matrix(periods)), run.rounds(3))


def _edited(run: Run, offices: int) -> Figures:
    path = Path(shutil.copy(superior(run.folder, offices), run.folder / "edited.cchc"))
    with Office.open(path, copies=run.folder / "copies", clock=lambda: WHEN) as office:
        office.offices.all()

        def edit(turn: int) -> None:
            office.offices.change("dv7", {"phone": f"0{turn}"})
            office.offices.all()

        return alone(clocked(edit), run.rounds(5))


QUESTION = """
    SELECT a.period, a.code, SUM(CAST(a.value AS DECIMAL(38, 6)))
    FROM read_parquet('{folder}/answers.parquet') a
    JOIN read_parquet('{folder}/packages.parquet') p ON p.id = a.package
    WHERE p.stage <> 'returned' AND a.state = 'number'
    GROUP BY a.period, a.code
"""
"""The question of docs/past-one-pc.md; a question for Spark reads the same."""


def _duckdb(run: Run) -> Figures:
    try:
        import duckdb
    except ModuleNotFoundError as absence:
        raise NotMeasured("duckdb is not installed") from absence
    path = superior(run.folder, COUNTRY)
    with Office.look(path) as office, duckdb.connect() as warehouse:
        dump(office, "parquet", run.folder / "country")
        question = QUESTION.format(folder=run.folder / "country")
        return in_turns(
            clocked(lambda _: warehouse.execute(question).fetchall()),
            clocked(lambda _: _four_quarters(office)),
            run.rounds(1),
        )


def _four_quarters(office: Office) -> None:
    period = CURRENT
    for _ in range(QUARTERS):
        _add_up(office, period)
        period = period.previous

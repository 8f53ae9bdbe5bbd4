"""One cell that is on the disk, with its row in the journal, before the next key is pressed."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from cchc_desktop.form.entry import Entry
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.samples import open_sample
from cchc_desktop.storage.answers import save_entries
from cchc_desktop.storage.file import open_file
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from tests.benchmarks.table import AtMostTimes, Benchmark, Figures
from tests.benchmarks.timing import Run, clocked, in_turns

SAMPLE, PERIOD, CELL = "huong-tra", Period.read("2023-Q1"), IndicatorCode("PL2.1")
ROUNDS = 150
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
BARE = "the same two rows by sqlite3 alone: same file, same settings, one transaction"
_ANSWER = (
    "INSERT OR REPLACE INTO answer (period, code, state, value, said, reason, note)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_JOURNAL = (
    "INSERT INTO journal (at, who, period, subject, key, old, new, source, reason)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class _Size:
    """An office file after so many changes."""

    changes: int

    @property
    def name(self) -> str:
        return f", {self.changes:,} changes before it" if self.changes else ""


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the cell as storage saves it, and as the window has it saved: read, computed, checked."""
    for size in (_Size(0), _Size(100_000)) if run.is_full else (_Size(0),):
        yield Benchmark(f"durable cell{size.name}", BARE, AtMostTimes(1.5), partial(_stored, run, size))
    name = "durable cell, from the typed text to the findings"
    yield Benchmark(name, BARE, None, partial(_entered, run))


def _stored(run: Run, size: _Size) -> Figures:
    ours, bare = _two_files(run.folder, size)
    with closing(open_file(ours)) as db, closing(_bare(bare)) as connection:

        def store(turn: int) -> None:
            entry = Entry(Answer(Decimal(turn)), said=str(turn))
            save_entries(db, PERIOD, {CELL: entry}, who="Người mẫu", source=Source.TYPED, now=NOW)

        return in_turns(clocked(store), clocked(partial(_write, connection)), run.rounds(ROUNDS))


def _entered(run: Run) -> Figures:
    ours, bare = _two_files(run.folder, _Size(0))
    with Office.open(ours) as office, closing(_bare(bare)) as connection:
        report = office.report(PERIOD)

        def enter(turn: int) -> None:
            report.enter(CELL, str(turn))

        return in_turns(clocked(enter), clocked(partial(_write, connection)), run.rounds(ROUNDS))


def _two_files(folder: Path, size: _Size) -> tuple[Path, Path]:
    """Return two office files of one content, ours and the bare way's."""
    sample = open_sample(SAMPLE, folder)
    ours, bare = folder / f"ours-{size.changes}.cchc", folder / f"bare-{size.changes}.cchc"
    shutil.copy(sample, ours)
    with closing(_bare(ours)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(_JOURNAL, map(_change, range(size.changes)))
        connection.execute("COMMIT")
    shutil.copy(ours, bare)
    return ours, bare


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in (
        "trusted_schema = OFF",
        "foreign_keys = ON",
        "synchronous = FULL",
        "journal_mode = DELETE",
    ):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


def _write(connection: sqlite3.Connection, turn: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_ANSWER, (str(PERIOD), CELL, "number", str(turn), str(turn), "", ""))
    connection.execute(_JOURNAL, _change(turn))
    connection.execute("COMMIT")


def _change(turn: int) -> tuple[str, ...]:
    old, new = (f'{{"state":"number","value":"{number}","said":"{number}"}}' for number in (turn - 1, turn))
    at = "2026-11-21T08:00:00+00:00"
    return (at, "Người mẫu", str(PERIOD), "answer", CELL, old, new, "typed", "")

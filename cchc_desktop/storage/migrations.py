"""How the shape of the office file came to be: steps that are history and are never edited again.

Each step takes a file from one schema version (`PRAGMA user_version`) to the next, in the SQL and Python of
its day; it uses none of the program's classes. The program's own version is the number of steps.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlite_utils import Database

Step: TypeAlias = "Callable[[Database], object]"


_FIRST_SHAPE = (
    """
    CREATE TABLE profile (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        code TEXT NOT NULL,
        superior_name TEXT NOT NULL,
        superior_code TEXT NOT NULL,
        superior_email TEXT NOT NULL,
        on_behalf_of TEXT NOT NULL,
        place TEXT NOT NULL,
        notation TEXT NOT NULL,
        signing TEXT NOT NULL,          -- JSON list of lines
        signer TEXT NOT NULL,
        recipients TEXT NOT NULL,       -- JSON list of lines
        prepared_by TEXT NOT NULL,
        is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1))
    )
    """,
    """
    CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE own_key (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        key BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE known_key (
        office TEXT PRIMARY KEY,
        key BLOB NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE template_set (
        id TEXT NOT NULL,
        version TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (id, version)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE template_file (
        set_id TEXT NOT NULL,
        set_version TEXT NOT NULL,
        name TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (set_id, set_version, name),
        FOREIGN KEY (set_id, set_version) REFERENCES template_set (id, version)
    )
    """,
    """
    CREATE TABLE report (
        period TEXT PRIMARY KEY,        -- 2026-Q3
        template_id TEXT NOT NULL,
        template_version TEXT NOT NULL,
        window_first TEXT NOT NULL,     -- days as 2026-11-21
        window_last TEXT NOT NULL,
        deadline TEXT NOT NULL,
        stage TEXT NOT NULL,
        number TEXT NOT NULL,
        issued TEXT,
        FOREIGN KEY (template_id, template_version) REFERENCES template_set (id, version)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE cover (
        period TEXT PRIMARY KEY REFERENCES report (period),
        place TEXT NOT NULL,
        signing TEXT NOT NULL,          -- JSON list of lines, as are the next ones but the signer
        signer TEXT NOT NULL,
        addressees TEXT NOT NULL,
        recipients TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE answer (
        period TEXT NOT NULL REFERENCES report (period),
        code TEXT NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('number', 'not-arisen', 'not-competent', 'later', 'blank')),
        value TEXT CHECK ((value IS NOT NULL) = (state = 'number')),    -- plain decimal writing, exact
        said TEXT,                      -- NULL: nobody said anything; empty: said to be blank
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (period, code)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE prose (
        period TEXT NOT NULL REFERENCES report (period),
        section TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (period, section)
    )
    """,
    """
    CREATE TABLE prose_mark (
        period TEXT NOT NULL REFERENCES report (period),
        section TEXT NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN ('carried-over', 'done')),    -- none: as the text says
        PRIMARY KEY (period, section)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE outline (
        period TEXT PRIMARY KEY REFERENCES report (period),
        parts TEXT NOT NULL             -- JSON list of sections in order: id, heading, level, hidden
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE annex (
        period TEXT NOT NULL REFERENCES report (period),
        key TEXT NOT NULL,              -- pl1: never given twice in a report
        fields TEXT NOT NULL,           -- JSON: place, title, text, photos as [digest, caption]
        PRIMARY KEY (period, key)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE image (
        digest TEXT PRIMARY KEY,        -- SHA-256 of the content, hexadecimal
        media TEXT NOT NULL CHECK (media IN ('png', 'jpeg')),
        width INTEGER NOT NULL,         -- pixels
        height INTEGER NOT NULL,
        content BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE kept_finding (
        period TEXT NOT NULL REFERENCES report (period),
        finding TEXT NOT NULL,          -- R9-PL2.4
        reason TEXT NOT NULL,
        PRIMARY KEY (period, finding)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE submission (
        period TEXT NOT NULL REFERENCES report (period),
        sequence INTEGER NOT NULL,
        content_hash TEXT NOT NULL,
        file_name TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (period, sequence)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE signed_paper (
        period TEXT NOT NULL REFERENCES report (period),
        name TEXT NOT NULL,
        content BLOB NOT NULL,          -- the signed or scanned PDF
        at TEXT NOT NULL,
        PRIMARY KEY (period, name)
    )
    """,
    """
    CREATE TABLE office_below (
        id TEXT PRIMARY KEY,            -- dv1: never given twice
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        grouping TEXT NOT NULL,
        parent TEXT NOT NULL,           -- id of the office above it that is in this list too, or empty
        contact TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        address TEXT NOT NULL,
        first TEXT,                     -- days as 2026-11-21
        last TEXT,
        replaces TEXT NOT NULL          -- JSON list of ids
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE package (
        id INTEGER PRIMARY KEY,
        direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
        kind TEXT NOT NULL,             -- request, report, return, receipt, contribution
        office TEXT NOT NULL,           -- id of an office below; empty: the one above, or none in particular
        period TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        content_hash TEXT NOT NULL,
        file_name TEXT NOT NULL,
        at TEXT NOT NULL,               -- moments in UTC, whole seconds: when it was put here
        came TEXT NOT NULL,             -- when it was got or sent, which says whether it was late
        claimed TEXT NOT NULL,          -- when the sender says to have sent it, or empty
        sender TEXT NOT NULL,           -- whom a mail names, or empty
        outcome TEXT NOT NULL,          -- accepted, questions, set-aside
        reason TEXT NOT NULL,           -- what is asked, or why it was sent again
        key BLOB NOT NULL,              -- the public key it was signed with, or nothing
        content BLOB NOT NULL           -- the file byte for byte; last, so that lists read on without it
    )
    """,
    "CREATE INDEX packages_of_one_report ON package (period, office, kind)",
    "CREATE INDEX packages_to_decide ON package (office, period) WHERE outcome = 'questions'",
    """
    CREATE TABLE received_report (
        office TEXT NOT NULL REFERENCES office_below (id),
        period TEXT NOT NULL,
        package INTEGER NOT NULL REFERENCES package (id),
        stage TEXT NOT NULL,            -- received, reviewing, returned, accepted
        since TEXT NOT NULL,
        who TEXT NOT NULL,
        PRIMARY KEY (office, period)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE received_cell (
        package INTEGER NOT NULL REFERENCES package (id),
        code TEXT NOT NULL,
        state TEXT NOT NULL,
        value TEXT,                     -- plain decimal writing, exact
        millionths INTEGER,             -- the same for adding up; NULL where it does not fit exactly
        PRIMARY KEY (package, code)
    ) WITHOUT ROWID
    """,
    """
    CREATE INDEX cells_to_add_one_by_one ON received_cell (package, code)
        WHERE state = 'number' AND millionths IS NULL
    """,
    """
    CREATE TABLE received_content (
        package INTEGER PRIMARY KEY REFERENCES package (id),
        set_id TEXT NOT NULL,           -- the form set its rows belong to
        set_version TEXT NOT NULL,
        answered INTEGER NOT NULL,
        required INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE received_kept (
        package INTEGER NOT NULL REFERENCES package (id),
        finding TEXT NOT NULL,          -- R9-PL2.4
        reason TEXT NOT NULL,
        PRIMARY KEY (package, finding)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE decided_cell (
        package INTEGER NOT NULL REFERENCES package (id),
        code TEXT NOT NULL,
        choice TEXT NOT NULL,           -- what was taken where a file did not speak for itself
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (package, code)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE watched_file (
        digest TEXT PRIMARY KEY,        -- SHA-256 of a file of a watched folder, hexadecimal
        at TEXT NOT NULL                -- when it was taken, whatever became of it
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE ticked_comment (
        package INTEGER NOT NULL REFERENCES package (id),
        number INTEGER NOT NULL,        -- of the comment in the return, from 1
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (package, number)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE register_entry (
        id TEXT PRIMARY KEY,            -- vb12: never given twice
        register TEXT NOT NULL,
        fields TEXT NOT NULL            -- JSON by column; days as 2026-11-21, numbers as text, yes as 1
    ) WITHOUT ROWID
    """,
    "CREATE INDEX entries_of_one_register ON register_entry (register)",
    """
    CREATE TABLE special_case (
        office TEXT NOT NULL REFERENCES office_below (id),
        period TEXT NOT NULL,
        excused INTEGER NOT NULL CHECK (excused IN (0, 1)),
        deadline TEXT,
        reason TEXT NOT NULL,
        PRIMARY KEY (office, period)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE own_figure (
        period TEXT NOT NULL REFERENCES report (period),
        code TEXT NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('number', 'not-arisen', 'not-competent', 'later', 'blank')),
        value TEXT CHECK ((value IS NOT NULL) = (state = 'number')),
        PRIMARY KEY (period, code)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,               -- UTC, whole seconds
        who TEXT NOT NULL,
        period TEXT NOT NULL,           -- empty: the whole office
        subject TEXT NOT NULL,          -- answer, prose, report, cover, profile …
        key TEXT NOT NULL,
        old TEXT NOT NULL,              -- JSON
        new TEXT NOT NULL,              -- JSON
        source TEXT NOT NULL,
        reason TEXT NOT NULL
    )
    """,
    "CREATE INDEX journal_of_one_thing ON journal (period, key)",
    """
    CREATE TRIGGER journal_is_not_rewritten BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END
    """,
    """
    CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END
    """,
)


def _first_shape(db: Database) -> None:
    for definition in _FIRST_SHAPE:
        db.execute(definition)


STEPS: tuple[Step, ...] = (_first_shape,)


def schema_version(db: Database) -> int:
    """Return the version of the schema that the file has."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def upgrade(db: Database, steps: Sequence[Step]) -> None:
    """Take the file through the steps it has not seen yet, all in one transaction.

    A step may rebuild a table that others refer to, so foreign keys are checked once, at the end; steps that
    broke one end in `ValueError` and leave the file as it was.
    """
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        with db.atomic():
            for step in steps[schema_version(db) :]:
                step(db)
            if broken := db.execute("PRAGMA foreign_key_check").fetchall():
                raise ValueError(f"the upgrade leaves rows that refer to nothing: {broken[:3]}")
            db.execute(f"PRAGMA user_version = {len(steps)}")
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def has_shape_of(db: Database, steps: Sequence[Step]) -> bool:
    """Whether the file has every table, index and trigger that the steps make, word for word.

    SQLite's own checks do not look at this: one wrong byte in a definition renames a column.
    """
    from sqlite_utils import Database

    new = Database(memory=True, execute_plugins=False)
    with closing(new.conn):
        upgrade(new, steps)
        return _definitions(new) <= _definitions(db)


def _definitions(db: Database) -> set[tuple[str, str | None]]:
    return set(db.execute("SELECT name, sql FROM sqlite_master").fetchall())

"""What `cchc dump` writes of received reports, in runs short enough that nobody waits for the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cchc_desktop.storage.transactions import fetch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

_PACKAGES = """
    SELECT p.id, p.office, p.period, p.sequence, p.content_hash, p.at, p.came, NULLIF(p.claimed, ''),
        p.outcome, r.stage, c.set_id, c.set_version, c.answered, c.required
    FROM package p
    LEFT JOIN received_report r ON r.package = p.id
    LEFT JOIN received_content c ON c.package = p.id
    WHERE p.direction = 'in' AND p.kind = 'report' AND p.office <> '' ORDER BY p.id
"""
_ANSWERS = """
    SELECT r.office, r.period, r.package, c.set_id, c.set_version, a.code, a.state, a.value
    FROM received_report r
    JOIN received_content c ON c.package = r.package
    JOIN received_cell a ON a.package = r.package
    WHERE r.package IN (SELECT value FROM json_each(?)) AND a.state <> 'blank'
    ORDER BY r.package, a.code
"""
_KEPT = """
    SELECT r.office, r.period, r.package, k.finding, k.reason
    FROM received_report r JOIN received_kept k ON k.package = r.package ORDER BY r.package, k.finding
"""
_RUN = 200
"""Packages whose cells are read at one go."""

Row = tuple[Any, ...]
"""As SQLite gives it, in the order of the table's columns."""


def package_rows(db: Database) -> list[Row]:
    """Return every received report, and which of them counts."""
    return fetch(db, _PACKAGES)


def answer_rows(db: Database) -> Iterator[Row]:
    """Yield every answer of the reports that count."""
    packages = [package for (package,) in fetch(db, "SELECT package FROM received_report ORDER BY package")]
    for start in range(0, len(packages), _RUN):
        yield from fetch(db, _ANSWERS, json.dumps(packages[start : start + _RUN]))


def kept_rows(db: Database) -> list[Row]:
    """Return every finding that a counted report keeps, with its reason."""
    return fetch(db, _KEPT)


def form_sets(db: Database) -> list[tuple[str, str]]:
    """Return id and version of every form set that a counted report answers."""
    rows = fetch(
        db,
        "SELECT DISTINCT c.set_id, c.set_version FROM received_report r "
        "JOIN received_content c ON c.package = r.package ORDER BY 1, 2",
    )
    return [(set_id, version) for set_id, version in rows]

"""What received reports say, cell by cell: written once with its package, added up by SQL ever after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

PLACES = 6
"""Decimals that are added up as whole millionths."""
_MOST_DIGITS = 8
"""Before the point: ninety thousand offices of such figures still add up within SQLite's integers."""


def save_received_content(
    db: Database,
    package: int,
    form_set: tuple[str, str],
    completeness: tuple[int, int],
    cells: Iterable[tuple[str, str, str | None]],
    kept: Mapping[str, str],
) -> None:
    """Write what a report says, within the transaction that stores its package.

    `form_set`: id and version; `completeness`: answered and required rows; `cells`: code, state and value in
    plain decimal writing; `kept`: the reason of each finding that the office kept, by the finding's code.
    """
    connection = db.conn
    connection.execute(
        "INSERT INTO received_content VALUES (?, ?, ?, ?, ?)", (package, *form_set, *completeness)
    )
    connection.executemany(
        "INSERT INTO received_cell (package, code, state, value, millionths) VALUES (?, ?, ?, ?, ?)",
        ((package, code, state, value, millionths(value)) for code, state, value in cells),
    )
    connection.executemany(
        "INSERT INTO received_kept VALUES (?, ?, ?)",
        ((package, finding, reason) for finding, reason in kept.items()),
    )


def millionths(value: str | None) -> int | None:
    """Return the number as whole millionths; None where there is none or it does not fit exactly."""
    if value is None:
        return None
    whole, _, decimals = value.partition(".")
    if len(decimals) > PLACES or len(whole.lstrip("-")) > _MOST_DIGITS:
        return None
    return int(whole + decimals.ljust(PLACES, "0"))

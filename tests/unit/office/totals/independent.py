"""The totals worked out once more, from the dumped tables alone: nothing of the program's adding is used."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from cchc_desktop.office.totals.dumping import DATABASE

STANDING = """
    SELECT a.code, a.state, a.value FROM answers a JOIN packages p ON p.id = a.package
    JOIN offices o ON o.id = a.office
    WHERE a.period = :period AND p.stage <> 'returned' AND (:accepted = 0 OR p.stage = 'accepted')
        AND COALESCE(o.first, '') <= :day AND COALESCE(o.last, '9') >= :day
"""


@dataclass
class Column:
    """One row of the form over all offices."""

    total: Fraction = Fraction()
    states: Counter[str] = field(default_factory=Counter)
    values: Counter[Fraction] = field(default_factory=Counter)


def columns(folder: Path, period: str, day: str, *, accepted_only: bool) -> Mapping[str, Column]:
    """Return what the offices answered in every row, out of the dumped database."""
    found: dict[str, Column] = {}
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        asked = {"period": period, "accepted": int(accepted_only), "day": day}
        for code, state, value in db.execute(STANDING, asked).fetchall():
            column = found.setdefault(code, Column())
            column.states[state] += 1
            if value is not None:
                column.total += Fraction(value)
                column.values[Fraction(value)] += 1
    return found

"""The journal played from its beginning: the state it tells of, beside what the tables hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from cchc_desktop.storage.annexes import annex_from, annex_json
from cchc_desktop.storage.cells import (
    ENTRY_COLUMNS,
    columns_of,
    compact,
    entry_from,
    entry_from_json,
    entry_json,
)
from cchc_desktop.storage.journal import Subject
from cchc_desktop.storage.offices_below import office_columns, office_json
from cchc_desktop.storage.own_figures import own_figure_columns, own_figure_json
from cchc_desktop.storage.refusals import speaking_errors
from cchc_desktop.storage.registers import line_columns, line_json
from cchc_desktop.storage.special_cases import special_case_columns, special_case_json
from cchc_desktop.storage.text_steps import text_after
from cchc_desktop.storage.transactions import fetch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlite_utils import Database

Place: TypeAlias = tuple[str, str, str]
"""Period (empty: the whole office), subject, key: as the journal writes them."""
Row: TypeAlias = "Mapping[str, Any]"
"""One row of a table: SQLite decides at run time of which types."""

NOTHING = frozenset({"null", '""', "{}"})
"""How the journal says that nothing stands in a place."""
SPOILT = "?"
"""For a row whose number or word is none, and a text whose steps are not all there: no journal says that."""
WIDE = {Subject.REPORT: "report", Subject.COVER: "cover", Subject.PROFILE: "profile"}
"""Tables whose every column is a place of its own."""
NOT_A_PLACE = {Subject.REPORT: "", Subject.COVER: "period", Subject.PROFILE: "id"}
"""Which column is none, as the journal does not speak of it."""


@dataclass(frozen=True, slots=True)
class Narrow:
    """A table whose every row is one place."""

    table: str
    key: str
    """Column of the journal's key."""
    said: Callable[[Row], str]
    """The rest of a row as the journal's JSON."""
    columns: Callable[[str], Row]
    """The rest of the row of which the journal's JSON tells."""


def _one_text(column: str) -> tuple[Callable[[Row], str], Callable[[str], Row]]:
    return lambda row: compact(row[column]), lambda said: {column: json.loads(said)}


NARROW = {
    Subject.ANSWER: Narrow(
        "answer",
        "code",
        lambda row: entry_json(entry_from(*(row[column] for column in ENTRY_COLUMNS))),
        lambda said: dict(zip(ENTRY_COLUMNS, columns_of(entry_from_json(said)), strict=True)),
    ),
    Subject.PROSE: Narrow("prose", "section", *_one_text("text")),
    Subject.PROSE_MARK: Narrow("prose_mark", "section", *_one_text("mark")),
    Subject.OUTLINE: Narrow("outline", "period", *_one_text("parts")),
    Subject.ANNEX: Narrow(
        "annex",
        "key",
        lambda row: annex_json(annex_from(row["fields"])),
        lambda said: {"fields": annex_json(annex_from(said))},
    ),
    Subject.KEPT_FINDING: Narrow("kept_finding", "finding", *_one_text("reason")),
    Subject.SETTING: Narrow("setting", "name", *_one_text("value")),
    Subject.REGISTER_ENTRY: Narrow("register_entry", "id", line_json, line_columns),
    Subject.OFFICE_BELOW: Narrow("office_below", "id", office_json, office_columns),
    Subject.SPECIAL_CASE: Narrow("special_case", "office", special_case_json, special_case_columns),
    Subject.OWN_FIGURE: Narrow("own_figure", "code", own_figure_json, own_figure_columns),
    Subject.KNOWN_KEY: Narrow(
        "known_key",
        "office",
        lambda row: compact(row["key"].hex()),
        lambda said: {"key": bytes.fromhex(json.loads(said))},
    ),
}


def played(db: Database) -> dict[Place, str]:
    """Return what the journal, played to its end, says stands in each place it ever spoke of, as JSON.

    A text of which it has lost a step is `SPOILT`.
    """
    state: dict[Place, str] = {}
    rows = fetch(db, "SELECT period, subject, key, old, new FROM journal ORDER BY id")
    for period, subject, key, old, new in rows:
        place = (period, subject, key)
        is_text = subject == Subject.PROSE.value
        state[place] = text_after(state.get(place, SPOILT), old, new) or SPOILT if is_text else new
    return state


def held(db: Database) -> dict[Place, str]:
    """Return what the tables say stands in each place, as JSON."""
    with speaking_errors(db):
        return dict(_held(db))


def disagreements(db: Database) -> tuple[Place, ...]:
    """Return every place of which journal and tables tell differently."""
    told, stands = something(played(db)), something(held(db))
    subjects = {subject.value for subject in (*WIDE, *NARROW)}
    places = (place for place in told.keys() | stands.keys() if place[1] in subjects)
    return tuple(sorted(place for place in places if told.get(place) != stands.get(place)))


def something(state: Mapping[Place, str]) -> dict[Place, str]:
    """Return the places in which something stands."""
    return {place: said for place, said in state.items() if said not in NOTHING}


def _held(db: Database) -> Iterator[tuple[Place, str]]:
    for subject, table in WIDE.items():
        for row in db.table(table).rows:
            for column, value in row.items():
                if column != NOT_A_PLACE[subject]:
                    yield (row.get("period", ""), subject.value, column), compact(value)
    for subject, narrow in NARROW.items():
        for row in db.table(narrow.table).rows:
            yield (row.get("period", ""), subject.value, row[narrow.key]), _said(narrow, row)


def _said(narrow: Narrow, row: Row) -> str:
    try:
        return narrow.said(row)
    except (ValueError, ArithmeticError):
        return SPOILT

"""What a salvaged office file still lacks, taken from its journal and from the program's form sets."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from cchc_desktop.form.profile import Profile
from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.covers import load_cover
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.profile import load_profile, save_profile
from cchc_desktop.storage.replay import (
    NARROW,
    NOTHING,
    SPOILT,
    WIDE,
    Narrow,
    disagreements,
    held,
    played,
    something,
)
from cchc_desktop.storage.reports import load_report
from cchc_desktop.storage.sets import list_sets, load_set_files, save_set
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.template.files import digest
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period, PeriodRefused
from cchc_desktop.values.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlite_utils import Database

    from cchc_desktop.storage.replay import Row

SpareSets: TypeAlias = "Mapping[tuple[str, str], Mapping[str, bytes]]"
"""Files of form sets the program has, by id and version."""
Told: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""What the journal says of wide rows: by subject, period and column."""

UNNAMED = "(chưa rõ tên cơ quan)"


def makes_sense(row: Row) -> bool:
    """Whether a row of the journal can be played: spoilt words would mislead whoever reads them."""
    try:
        datetime.fromisoformat(row["at"])
        subject, _ = Subject(row["subject"]), Source(row["source"])
        for said in (row["old"], row["new"]):
            narrow = NARROW.get(subject)
            if said not in NOTHING and narrow:
                narrow.columns(said)
            json.loads(said)
    except (ValueError, TypeError, ArithmeticError):
        return False
    return _is_place(row["period"])


def mend(db: Database, name: str, now: datetime, spare_sets: SpareSets) -> list[str]:
    """Make a file whole that was read out of the damaged one of that name; return a sentence for each gap."""
    with writing(db):
        gaps = [*_wide_rows(db, spare_sets), *_orphans(db), *_cells(db), *_sets(db, spare_sets)]
        if not fetch(db, "SELECT id FROM profile"):
            save_profile(db, Profile(UNNAMED, Level.COMMUNE), who="", now=now)
            gaps.append("Không đọc được thông tin cơ quan. Hãy khai lại tên và cấp của cơ quan.")
        origin = Origin(load_profile(db).prepared_by, now, Source.RESTORED)
        _journal_the_rest(db, origin)
        record(db, None, Subject.FILE, [("salvaged", compact(None), compact(name))], origin)
    return gaps


def _wide_rows(db: Database, spare_sets: SpareSets) -> Iterator[str]:
    """Bring back rows that are lost or spoilt where the journal tells of them column by column."""
    told = _told_by_row(db)
    for subject, table in WIDE.items():
        key = "id" if subject is Subject.PROFILE else "period"
        _drop_unreadable(db, subject, told, spare_sets)
        there = {row[key] for row in db.table(table).rows}
        lost = {period or 1: columns for period, columns in told[subject.value].items()}
        for whose, columns in lost.items():
            if whose not in there:
                _insert(db, table, {key: whose, **columns})
        _drop_unreadable(db, subject, told, spare_sets)
        for row in db.table(table).rows:
            if row[key] not in there:
                place = _words(row.get("period", ""))
                yield f"{place}: thông tin chung đã lấy lại từ nhật ký. Hãy xem lại."


def _drop_unreadable(db: Database, subject: Subject, told: Told, spare_sets: SpareSets) -> None:
    key = "id" if subject is Subject.PROFILE else "period"
    table = db.table(WIDE[subject])
    for row in list(table.rows):
        if not _is_readable(db, subject, row, told, spare_sets):
            table.delete_where(f"{key} = ?", [row[key]])


def _told_by_row(db: Database) -> Told:
    """Return what the journal says by subject, period and column."""
    rows: Told = {}
    for (period, subject, column), said in played(db).items():
        rows.setdefault(subject, {}).setdefault(period, {})[column] = json.loads(said)
    return {subject: rows.get(subject, {}) for subject in (each.value for each in WIDE)}


def _is_readable(db: Database, subject: Subject, row: Row, told: Told, spare_sets: SpareSets) -> bool:
    try:
        if subject is Subject.PROFILE:
            return bool(load_profile(db))
        period = Period.read(row["period"])
        if subject is Subject.COVER:
            return load_cover(db, period) is not None
        head = load_report(db, period)
    except (PeriodRefused, ValueError):  # a spoilt period, day, stage, level or list of lines
        return False
    if head is None:  # its period is written otherwise than the program writes it
        return False
    known = set(spare_sets) | {(kept.id, kept.version) for kept in list_sets(db)}
    journal = {**row, **told[subject.value].get(str(period), {})}
    answers = (head.template_id, head.template_version)
    return answers in known or answers == (journal["template_id"], journal["template_version"])


def _orphans(db: Database) -> Iterator[str]:
    """Drop what belongs to reports that are lost for good."""
    for (period,) in fetch(db, "SELECT period FROM answer EXCEPT SELECT period FROM report"):
        yield f"{_words(period)}: không đọc được thông tin chung của báo cáo nên bỏ cả báo cáo."
    for table in db.tables:
        if any(key.other_table == "report" for key in table.foreign_keys):
            table.delete_where("period NOT IN (SELECT period FROM report)")


def _cells(db: Database) -> Iterator[str]:
    """Bring back single rows that are lost or spoilt where the journal tells of them."""
    told, stands = something(played(db)), held(db)
    periods = {period for (period,) in fetch(db, "SELECT period FROM report")} | {""}
    for subject, narrow in NARROW.items():
        for place in sorted(told.keys() | stands.keys()):
            period, spoken_of, key = place
            if spoken_of != subject.value or period not in periods:
                continue
            if stands.get(place) == SPOILT:
                where = {narrow.key: key} | ({"period": period} if period else {})
                db.table(narrow.table).delete_where(
                    " AND ".join(f"{name} = :{name}" for name in where), where
                )
            elif place in stands:
                continue
            yield _brought_back(db, narrow, period, key, told.get(place))


def _brought_back(db: Database, narrow: Narrow, period: str, key: str, said: str | None) -> str:
    place = f"{_words(period)}, {key}"
    row = {narrow.key: key} | ({"period": period} if period else {})
    if said not in (None, SPOILT) and _insert(db, narrow.table, {**row, **narrow.columns(said)}):
        return f"{place}: đã lấy lại từ nhật ký. Hãy đối chiếu."
    return f"{place}: không đọc được. Hãy nhập lại."


def _sets(db: Database, spare_sets: SpareSets) -> Iterator[str]:
    """Put the program's own set in the place of one that is not whole; drop one that nobody has whole."""
    stored = {(kept.id, kept.version): kept.digest for kept in list_sets(db)}
    needed = fetch(db, "SELECT DISTINCT template_id, template_version FROM report")
    for key, version in sorted(stored.keys() | set(needed)):
        if stored.get((key, version)) == digest(load_set_files(db, key, version)):
            continue
        db.execute("DELETE FROM template_file WHERE set_id = ? AND set_version = ?", (key, version))
        db.execute("DELETE FROM template_set WHERE id = ? AND version = ?", (key, version))
        name = f"Bộ biểu mẫu {key} phiên bản {version}"
        if files := spare_sets.get((key, version)):
            save_set(db, key, version, digest(files), files)
            yield f"{name}: đã lấy lại từ chương trình."
        else:
            yield f"{name}: không đọc được trọn vẹn. Hãy cài lại bộ do cơ quan cấp trên gửi."
    db.table("template_file").delete_where(
        "(set_id, set_version) NOT IN (SELECT id, version FROM template_set)"
    )


def _journal_the_rest(db: Database, origin: Origin) -> None:
    """Write what stands into the journal where that has lost it: it tells the whole state again."""
    told = {place: said for place, said in played(db).items() if said != SPOILT}
    stands = held(db)
    for period, subject, key in disagreements(db):
        place = (period, subject, key)
        change = (key, told.get(place, compact(None)), stands.get(place, compact(None)))
        record(db, Period.read(period) if period else None, Subject(subject), [change], origin)


def _insert(db: Database, table: str, row: dict[str, Any]) -> bool:
    """Insert the row and say whether it can stand there."""
    try:
        db.table(table).insert(row)
    except sqlite3.Error:  # a column it needs is missing, or holds what it must not
        return False
    return True


def _words(period: str) -> str:
    if not _is_place(period):
        return f"Báo cáo “{period}”"
    return f"Báo cáo {Period.read(period).name}" if period else "Thông tin của cơ quan"


def _is_place(period: str) -> bool:
    """Whether the text is a period, or stands for the whole office."""
    try:
        return not period or str(Period.read(period)) == period
    except PeriodRefused:
        return False

"""What a salvaged office file still lacks, taken from its journal and from the program's form sets."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any, TypeAlias

from cchc_desktop.form.profile import Profile
from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Origin, Subject, record
from cchc_desktop.storage.profile import load_profile, save_profile
from cchc_desktop.storage.replay import NARROW, SPOILT, WIDE, Narrow, disagreements, held, played, something
from cchc_desktop.storage.reports import load_report
from cchc_desktop.storage.sets import load_set_files, save_set
from cchc_desktop.storage.transactions import fetch, writing
from cchc_desktop.template.files import digest
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period, PeriodRefused
from cchc_desktop.values.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sqlite_utils import Database

SpareSets: TypeAlias = "Mapping[tuple[str, str], Mapping[str, bytes]]"
"""Files of form sets the program has, by id and version."""

UNNAMED = "(chưa rõ tên cơ quan)"
_CHILDREN = ("cover", "answer", "prose", "kept_finding", "submission")
"""Tables whose rows belong to a report."""


def mend(db: Database, name: str, now: datetime, spare_sets: SpareSets) -> list[str]:
    """Make a file whole that was read out of the damaged one of that name; return a sentence for each gap."""
    with writing(db):
        gaps = [*_wide_rows(db), *_orphans(db), *_cells(db), *_sets(db, spare_sets)]
        if not fetch(db, "SELECT id FROM profile"):
            save_profile(db, Profile(UNNAMED, Level.COMMUNE), who="", now=now)
            gaps.append("Không đọc được thông tin cơ quan. Hãy khai lại tên và cấp của cơ quan.")
        origin = Origin(load_profile(db).prepared_by, now, Source.RESTORED)
        _journal_the_rest(db, origin)
        record(db, None, Subject.FILE, [("salvaged", compact(None), compact(name))], origin)
    return gaps


def _wide_rows(db: Database) -> Iterator[str]:
    """Bring back lost rows of which the journal tells column by column."""
    for (period,) in fetch(db, "SELECT period FROM report"):
        if not _is_report(db, period):
            db.execute("DELETE FROM report WHERE period = ?", (period,))
    for subject, table in WIDE.items():
        key = "id" if subject is Subject.PROFILE else "period"
        there = {row[key] for row in db.table(table).rows}
        rows: dict[str, dict[str, Any]] = {}
        for (period, spoken_of, column), said in played(db).items():
            if spoken_of == subject.value:
                rows.setdefault(period, {})[column] = json.loads(said)
        for period, columns in rows.items():
            whose = period or 1
            if whose not in there and _is_place(period) and _insert(db, table, {key: whose, **columns}):
                yield f"{_words(period)}: thông tin chung đã lấy lại từ nhật ký. Hãy xem lại."


def _orphans(db: Database) -> Iterator[str]:
    """Drop what belongs to reports that are lost for good."""
    for (period,) in fetch(db, "SELECT period FROM answer EXCEPT SELECT period FROM report"):
        yield f"{_words(period)}: không đọc được thông tin chung của báo cáo nên bỏ cả báo cáo."
    for table in _CHILDREN:
        db.table(table).delete_where("period NOT IN (SELECT period FROM report)")


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
    if said is not None and _insert(db, narrow.table, {**row, **narrow.columns(said)}):
        return f"{place}: đã lấy lại từ nhật ký. Hãy đối chiếu."
    return f"{place}: không đọc được. Hãy nhập lại."


def _sets(db: Database, spare_sets: SpareSets) -> Iterator[str]:
    """Put the program's own set in the place of one that reports need and that is not whole."""
    needed = fetch(
        db,
        "SELECT template_id, template_version, digest FROM report LEFT JOIN template_set"
        " ON id = template_id AND version = template_version GROUP BY 1, 2",
    )
    for key, version, known in needed:
        if known is not None and known == digest(load_set_files(db, key, version)):
            continue
        name = f"Bộ biểu mẫu {key} phiên bản {version}"
        if files := spare_sets.get((key, version)):
            db.execute("DELETE FROM template_file WHERE set_id = ? AND set_version = ?", (key, version))
            db.execute("DELETE FROM template_set WHERE id = ? AND version = ?", (key, version))
            save_set(db, key, version, digest(files), files)
            yield f"{name}: đã lấy lại từ chương trình."
        else:
            yield f"{name}: không đọc được trọn vẹn. Hãy cài lại bộ do cơ quan cấp trên gửi."


def _journal_the_rest(db: Database, origin: Origin) -> None:
    """Write what stands into the journal where that has lost it: it tells the whole state again."""
    told, stands = played(db), held(db)
    for period, subject, key in disagreements(db):
        place = (period, subject, key)
        change = (key, told.get(place, compact(None)), stands.get(place, compact(None)))
        record(db, Period.read(period) if period else None, Subject(subject), [change], origin)


def _is_report(db: Database, period: str) -> bool:
    try:
        return _is_place(period) and load_report(db, Period.read(period)) is not None
    except ValueError:  # a spoilt day or stage
        return False


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
        return not period or bool(Period.read(period))
    except PeriodRefused:
        return False

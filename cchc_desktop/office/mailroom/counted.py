"""Which reports count already: what a file that comes is compared with."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from cchc_desktop.storage.received import CellRow, load_answers
from cchc_desktop.storage.transactions import fetch
from cchc_desktop.values.answer import BLANK
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain
from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class Counted:
    """The package that is an office's report of a period."""

    package: int
    sequence: int
    content_hash: str
    came: datetime


class CountedReports:
    """Every report that counts, by office and period; read at one go, a period at a time."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[Period, dict[str, Counted]] = {}

    def get(self, office: str, period: Period) -> Counted | None:
        """Return what counts for the office, or None where nothing does yet."""
        if period not in self._known:
            self._known[period] = dict(self._read(period))
        return self._known[period].get(office)

    def keep(self, office: str, period: Period, counted: Counted) -> None:
        """Remember what counts from now on, it being on the disk; nothing is read, so nothing can fail."""
        if period in self._known:
            self._known[period][office] = counted

    def changes(self, counted: Counted | None, cells: tuple[CellRow, ...]) -> tuple[int, int, int]:
        """Return how many cells are new, changed and the same beside what counted before.

        A cell that is answered no longer is a changed one.
        """
        if counted is None:
            return len(cells), 0, 0
        before = load_answers(self._db, counted.package)
        said = {IndicatorCode(code): (state, value) for code, state, value in cells}
        new = changed = same = 0
        for code in before.keys() | said.keys():
            if code not in before:
                new += 1
                continue
            answer = before.get(code, BLANK)
            number = None if answer.number is None else plain(answer.number)
            if said.get(code) == (answer.state, number):
                same += 1
            else:
                changed += 1
        return new, changed, same

    def _read(self, period: Period) -> list[tuple[str, Counted]]:
        rows = fetch(
            self._db,
            "SELECT r.office, p.id, p.sequence, p.content_hash, p.came FROM received_report r"
            " JOIN package p ON p.id = r.package WHERE r.period = ?",
            str(period),
        )
        return [
            (office, Counted(package, sequence, content, datetime.fromisoformat(came)))
            for office, package, sequence, content, came in rows
        ]

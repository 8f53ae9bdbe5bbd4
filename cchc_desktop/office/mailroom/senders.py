"""Whose file it is: an office on the list by its code, its name or its key, or a new one."""

from collections.abc import Iterator
from datetime import date

from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.office.office import Office
from cchc_desktop.rollup.office_columns import OFFICES
from cchc_desktop.rollup.office_names import likeness_of_name
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.storage.identity import known_keys
from cchc_desktop.storage.journal import Origin, Subject
from cchc_desktop.storage.offices_below import add_office
from cchc_desktop.storage.registers import last_number
from cchc_desktop.template.model import Level
from cchc_desktop.values.text import normal


class Senders:
    """The list of offices as files are matched with it: every look is one step, however long the list."""

    def __init__(self, office: Office) -> None:
        self._db = office.archive.db
        self._archive = office.archive
        self._by_code: dict[str, list[OfficeBelow]] = {}
        self._by_name: dict[str, list[OfficeBelow]] = {}
        self.keys: dict[str, bytes] = dict(known_keys(self._db))
        """The key each office is trusted on, by its code or name as its files have it."""
        self._last = last_number(self._db, OFFICES, Subject.OFFICE_BELOW)
        for each in office.offices.all():
            self._index(each)

    def find(self, code: str, name: str, key: bytes, day: date) -> OfficeBelow | None:
        """Return the office that is there on the day: by code, else by name, else by the key it is known by.

        None where there is no such office, or more than one.
        """
        named = self._by_code.get(code.lower(), []) if code else []
        named = named or self._by_name.get(likeness_of_name(name), [])
        if not named and key:
            named = list(self._known_by(key))
        there = [each for each in named if each.exists_on(day)] or named
        return there[0] if len(there) == 1 else None

    def key_of(self, office: OfficeBelow, named: str) -> bytes | None:
        """Return the key on which the office is trusted; `named` is its code or name as its file has it."""
        known = (self.keys.get(name) for name in (named, office.code, office.name) if name)
        return next(filter(None, known), None)

    def register(self, payload: ReportPayload, origin: Origin) -> OfficeBelow:
        """Put the sender on the list, within the transaction that stores its file."""
        new = OfficeBelow(
            f"{OFFICES.prefix}{self._last + 1}",
            payload.OrganId,
            normal(payload.OrganName),
            Level(payload.level),
        )
        add_office(self._db, new, origin)
        return new

    def remember(self, office: OfficeBelow) -> None:
        """Know a newly registered office, its row being on the disk."""
        self._last += 1
        self._index(office)
        self._archive.forget_offices()

    def _index(self, office: OfficeBelow) -> None:
        if office.code:
            self._by_code.setdefault(office.code.lower(), []).append(office)
        self._by_name.setdefault(likeness_of_name(office.name), []).append(office)

    def _known_by(self, key: bytes) -> Iterator[OfficeBelow]:
        named = {name for name, known in self.keys.items() if known == key}
        for name in named:
            yield from self._by_code.get(name.lower(), ()) or self._by_name.get(likeness_of_name(name), ())


def names_of(office: OfficeBelow, named: str) -> tuple[str, ...]:
    """Return what an office's key is remembered under: what its file calls it, and what the list does.

    A file that spells its sender otherwise, or has a code that the list lacks, meets the same key.
    """
    return tuple(dict.fromkeys((named, office.code or office.name)))


def is_own(office: Office, code: str, name: str) -> bool:
    """Whether a file is of this very office."""
    own = office.profile
    return (bool(code) and code == own.code) or (
        not (code and own.code) and likeness_of_name(name) == likeness_of_name(own.name)
    )

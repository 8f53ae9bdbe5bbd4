"""The offices that report to this one: a tree with dates, since offices merge, are renamed and abolished."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeAlias

from cchc_desktop.errors import CchcError
from cchc_desktop.rollup.office_names import likeness_of_name
from cchc_desktop.template.model import Level
from cchc_desktop.values.collation import CollationKey, collation_key
from cchc_desktop.values.period import Window, short_date
from cchc_desktop.values.text import normal

Order: TypeAlias = tuple[CollationKey, CollationKey]
"""Where an office stands in a list; opaque."""
Named: TypeAlias = tuple[str, str]
"""Group and name."""


class OfficesRefused(CchcError):
    """The list of offices cannot take the change, or has no such office."""


@dataclass(frozen=True, slots=True)
class OfficeBelow:
    """An office whose reports are received here, as it was from one day to another."""

    id: str
    """`dv1`; never given twice."""
    code: str
    """Office code, or empty."""
    name: str
    level: Level
    group: str = ""
    """By which offices are listed and compared: `Phường`, `Xã miền núi`."""
    parent: str = ""
    """Id of the office it belongs to; empty: straight to this one."""
    contact: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    first: date | None = None
    """Its first day; None: it was there before anybody kept this list."""
    last: date | None = None
    """Its last day; None: it is there."""
    replaces: tuple[str, ...] = ()
    """Ids of the offices whose work it took over."""

    def exists_on(self, day: date) -> bool:
        """Whether the office is there on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def order(self) -> Order:
        """By group, then by name, as a Vietnamese reader expects."""
        return collation_key(self.group), collation_key(self.name)

    @property
    def known_as(self) -> str:
        """What to write for it in a list of a person: its code, or its name where it has none."""
        return self.code or self.name


class Offices:
    """Every office there is or was, sound: no two of one code at one time, no circle of parents."""

    def __init__(self, offices: Iterable[OfficeBelow], known: Mapping[Named, Order] | None = None) -> None:
        """`known` says where some names stand: weighing those of a country takes a tenth of a second."""
        every, known = tuple(offices), known or {}
        self._orders = {
            (each.group, each.name): known.get((each.group, each.name)) or each.order for each in every
        }
        self.by_id: Mapping[str, OfficeBelow] = {
            each.id: each
            for each in sorted(every, key=lambda each: (self._orders[each.group, each.name], each.id))
        }

    def changed(self, new: Mapping[str, OfficeBelow | None]) -> "Offices":
        """Return the list with these offices in their places by id; None takes one away."""
        merged = {**self.by_id, **new}.values()
        return Offices((each for each in merged if each is not None), self._orders)

    def __iter__(self) -> Iterator[OfficeBelow]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def get(self, office: str) -> OfficeBelow:
        """Return the office of that id, or raise `OfficesRefused`."""
        if office not in self.by_id:
            raise OfficesRefused(f"Danh sách đơn vị không có mã {office}. Hãy xem lại danh sách đơn vị.")
        return self.by_id[office]

    def expected(self, window: Window, level: Level | None = None) -> tuple[OfficeBelow, ...]:
        """Return who reports on these days: who is there on the last of them, as a form set is chosen.

        Offices that belong to another on the list report to that one, so they are not expected here.
        """
        there = [each for each in self if each.exists_on(window.last) and level in (None, each.level)]
        present = {each.id for each in there}
        return tuple(each for each in there if each.parent not in present)

    def find(self, text: str, day: date | None = None) -> OfficeBelow | None:
        """Return the office of that id, code or name, of those there on the day; None for none or several."""
        there = [each for each in self if day is None or each.exists_on(day)]
        wanted = normal(text)
        exact = [each for each in there if wanted and wanted.lower() in (each.id, each.code.lower())]
        named = likeness_of_name(wanted)
        found = exact or [each for each in there if likeness_of_name(each.name) == named]
        return found[0] if len(found) == 1 else None

    def below(self, office: str) -> tuple[OfficeBelow, ...]:
        """Return the offices that belong to that one."""
        return tuple(each for each in self if each.parent == office)

    def predecessors(self, office: str) -> tuple[str, ...]:
        """Return the ids of the offices whose work that one took over, directly."""
        return self.by_id[office].replaces if office in self.by_id else ()

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the groups in order, each once; the unnamed one is not a group."""
        return tuple(dict.fromkeys(each.group for each in self if each.group))

    def depth(self, office: OfficeBelow) -> int:
        """Return how far below the top of the list the office stands."""
        steps = 0
        while office.parent in self.by_id:
            office, steps = self.by_id[office.parent], steps + 1
        return steps


def refuse_unsound(offices: Iterable[OfficeBelow]) -> None:
    """Raise `OfficesRefused` for what cannot be: names missing, dates reversed, one code twice, circles."""
    every = tuple(offices)
    known = {each.id: each for each in every}
    for each in every:
        if not each.name:
            raise OfficesRefused(f"Đơn vị {each.id} chưa có tên. Hãy ghi tên đơn vị.")
        if each.first and each.last and each.last < each.first:
            raise OfficesRefused(
                f"“{each.name}”: ngày cuối {short_date(each.last)} trước ngày đầu {short_date(each.first)}. "
                "Hãy sửa một trong hai ngày."
            )
        for other in (each.parent, *each.replaces):
            if other and other not in known:
                raise OfficesRefused(
                    f"“{each.name}” nêu đơn vị “{other}” không có trong danh sách. Hãy thêm đơn vị đó trước, "
                    "hoặc sửa lại."
                )
        _refuse_circle(each, known)
    _refuse_repeated_codes(every)


def _refuse_circle(office: OfficeBelow, known: Mapping[str, OfficeBelow]) -> None:
    seen = {office.id}
    above = office.parent
    while above:
        if above in seen:
            raise OfficesRefused(
                f"“{office.name}” thuộc chính nó qua “{known[above].name}”. Hãy sửa lại cột Trực thuộc."
            )
        seen.add(above)
        above = known[above].parent


def _refuse_repeated_codes(offices: Iterable[OfficeBelow]) -> None:
    by_code: dict[str, list[OfficeBelow]] = {}
    for each in offices:
        if each.code:
            by_code.setdefault(each.code, []).append(each)
    for code, holders in by_code.items():
        ordered = sorted(holders, key=lambda each: each.first or date.min)
        for before, after in pairwise(ordered):
            if before.last is None or (after.first or date.min) <= before.last:
                raise OfficesRefused(
                    f"“{before.name}” và “{after.name}” cùng mang mã {code} trong một thời gian. Hãy sửa mã, "
                    "hoặc ghi ngày cuối của đơn vị cũ."
                )


def succeeded(
    old: Iterable[OfficeBelow], new: OfficeBelow, day: date
) -> tuple[tuple[OfficeBelow, ...], OfficeBelow]:
    """Return the offices as they end on the day before, and the one that takes over on that day."""
    ending = tuple(replace(each, last=day - timedelta(days=1)) for each in old)
    return ending, replace(new, first=day, replaces=tuple(each.id for each in ending))

"""A list from a file into a register: what every line would change is told before anything is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.registers.columns import (
    FEWEST_HEADINGS,
    FileColumns,
    file_columns,
    found_heading,
    refuse_lacking,
)
from cchc_desktop.office.registers.lines import Line, NoValue, pasted_lines, read_lines
from cchc_desktop.office.registers.registers import Registers
from cchc_desktop.registers.catalogue import register_named
from cchc_desktop.registers.dates import DayOrder, has_month_first
from cchc_desktop.registers.entry import RegisterEntry, Value, Values
from cchc_desktop.registers.reading import read_value, write_value
from cchc_desktop.registers.schema import ColumnType, Register
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import likeness, normal

_Key = tuple[str, ...]


class Keeper(Protocol):
    """Who keeps lines of such columns: the registers, or the list of the offices below."""

    def lines(self, register: Register) -> Mapping[str, RegisterEntry]:
        """Return every line by its id."""

    def new_entries(self, register: Register, rows: Iterable[Values]) -> list[RegisterEntry]:
        """Return lines with these values under new ids; nothing is written."""

    def put(self, entries: Mapping[str, RegisterEntry], source: Source) -> Changes:
        """Put the lines in their places as one step."""


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that is left out: where it stands and why, with what to do."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Importing:
    """What a list would change in a register; nothing is written until `apply`."""

    register: Register
    added: tuple[Values, ...]
    changed: Mapping[str, RegisterEntry]
    """By id, as they will be."""
    same: int
    refused: tuple[RefusedLine, ...]
    ignored: tuple[str, ...]
    """Headings that name no column of the register."""
    source: Source

    def apply(self, keeper: Keeper) -> Changes:
        """Write the lines as one step."""
        new = {entry.id: entry for entry in keeper.new_entries(self.register, self.added)}
        return keeper.put({**self.changed, **new}, self.source)


def plan_import(
    registers: Registers, name: str, file: Path, order: DayOrder = DayOrder.UNSETTLED
) -> Importing:
    """Return what the file would change in the register of that name: see `plan_list`."""
    return plan_list(registers, register_named(name), file, order)


def plan_list(
    keeper: Keeper, register: Register, file: Path, order: DayOrder = DayOrder.UNSETTLED
) -> Importing:
    """Return what the file would change in lines of these columns. Raises `FileRefused`.

    A line is the entry with its id, as in an exported file; there a blank cell empties its column. Without an
    id it is the entry it is known by (`Register.known_by`), and a blank cell leaves the column as it is.
    """
    lines = read_lines(file)
    found = found_heading(register, lines)
    if found is None:
        names = ", ".join(column.label for column in register.columns if column.required)
        raise FileRefused(
            f"Tệp {file.name} không có dòng tên cột của {register.label}. Hãy ghi tên cột ở dòng đầu, ít "
            f"nhất: {names}."
        )
    place, columns = found
    refuse_lacking(register, columns, file)
    return _Planning(keeper, register, columns, order).plan(lines[place + 1 :], Source.IMPORTED)


def plan_paste(registers: Registers, name: str, text: str) -> Importing:
    """Return what pasted cells would change: in the register's order of columns where no heading stands."""
    register = register_named(name)
    lines = tuple(pasted_lines(text))
    place, columns = found_heading(register, lines) or (-1, FileColumns(dict(enumerate(register.columns))))
    return _Planning(registers, register, columns, DayOrder.UNSETTLED).plan(lines[place + 1 :], Source.PASTED)


class _Questionable(Exception):
    """A line that cannot be taken as it stands; its text is the reason."""


@dataclass
class _Planning:
    """One pass over the lines of a list."""

    keeper: Keeper
    register: Register
    columns: FileColumns
    order: DayOrder
    _added: dict[_Key | int, Values] = field(default_factory=dict)
    _taken: dict[str, RegisterEntry] = field(default_factory=dict)

    def plan(self, lines: Sequence[Line], source: Source) -> Importing:
        self._settle_order(lines)
        refused = []
        for line in lines:
            try:
                self._take(line)
            except _Questionable as reason:
                refused.append(RefusedLine(line.place, str(reason)))
        kept = self.keeper.lines(self.register)
        changed = {entry_id: entry for entry_id, entry in self._taken.items() if kept[entry_id] != entry}
        return Importing(
            register=self.register,
            added=tuple(self._added.values()),
            changed=changed,
            same=len(self._taken) - len(changed),
            refused=tuple(refused),
            ignored=self.columns.ignored,
            source=source,
        )

    def _settle_order(self, lines: Sequence[Line]) -> None:
        """The day comes first unless the file itself speaks against it; then a person is asked."""
        places = [place for place, column in self.columns.known.items() if column.type is ColumnType.DATE]
        texts = (cell for line in lines for place in places if isinstance(cell := line.at(place), str))
        if self.order is DayOrder.UNSETTLED and not has_month_first(texts):
            self.order = DayOrder.DAY_FIRST

    def _take(self, line: Line) -> None:
        if self._is_heading(line):
            return
        given = self._read(line)
        values = {name: value for name, value in given.items() if value is not None}
        if not values:
            return
        own = "" if self.columns.id is None else line.at(self.columns.id)
        by_id = self._by_id(own, values) if isinstance(own, str) else None
        if by_id:
            rest = {name: value for name, value in by_id.values.items() if name not in given}
            self._put(by_id.id, {**rest, **values})
        elif alike := self._alike(values):
            self._put(alike.id, {**alike.values, **values})
        else:
            self._add(values)

    def _read(self, line: Line) -> dict[str, Value | None]:
        given: dict[str, Value | None] = {}
        for place, column in self.columns.known.items():
            cell = line.at(place)
            if isinstance(cell, NoValue):
                raise _Questionable(
                    f"cột “{column.label}” là công thức hoặc lỗi ({cell.text}). Hãy ghi giá trị thay cho nó."
                )
            try:
                given[column.name] = read_value(column, cell, self.order)
            except CchcError as refusal:
                raise _Questionable(f"cột “{column.label}”: {refusal.message}") from refusal
        return given

    def _is_heading(self, line: Line) -> bool:
        """Whether the headings stand here once more, as on every page of a printed list."""
        return len(file_columns(self.register, line).known) >= max(FEWEST_HEADINGS, len(self.columns.known))

    def _by_id(self, entry_id: str, values: Values) -> RegisterEntry | None:
        entry = self.keeper.lines(self.register).get(normal(entry_id))
        if entry is None:
            return None
        known_by = [name for name in self.register.known_by if name in self.columns.names]
        if known_by and not any(entry.values.get(name) == values.get(name) for name in known_by):
            raise _Questionable(
                f"mã {entry.id} trong sổ là một dòng khác hẳn. Hãy xóa mã ở dòng này nếu là dòng mới, "
                "hoặc sửa ngay trong sổ."
            )
        return entry

    def _alike(self, values: Values) -> RegisterEntry | None:
        """Return the entry of the register that the values tell of, one not yet spoken of if there is."""
        key = self._key(values)
        if key is None:
            return None
        alike = self._known.get(key, ())
        free = [entry for entry in alike if entry.id not in self._taken]
        return next(iter(free or alike), None)

    @cached_property
    def _known(self) -> Mapping[_Key, Sequence[RegisterEntry]]:
        """The register's entries by what they are known by."""
        known: dict[_Key, list[RegisterEntry]] = defaultdict(list)
        for entry in self.keeper.lines(self.register).values():
            if key := self._key(entry.values):
                known[key].append(entry)
        return known

    def _key(self, values: Values) -> _Key | None:
        """What entries are known by, as far as the file has it; None where it does not have enough."""
        columns = [self.register.by_name[name] for name in self.register.known_by]
        if any(column.required and column.name not in values for column in columns):
            return None
        asked = [column for column in columns if column.name in self.columns.names]
        return tuple(likeness(write_value(column, values.get(column.name))) for column in asked)

    def _put(self, entry_id: str, values: Values) -> None:
        if entry_id in self._taken:
            raise _Questionable(f"lặp lại một dòng ở trên (mã {entry_id}). Hãy xóa một trong hai dòng.")
        self._taken[entry_id] = RegisterEntry(entry_id, values)

    def _add(self, values: Values) -> None:
        lacking = [each.label for each in self.register.columns if each.required and each.name not in values]
        if lacking:
            raise _Questionable(f"dòng mới còn thiếu {', '.join(lacking)}. Hãy ghi đủ rồi đọc lại.")
        key = self._key(values)
        if key in self._added:
            raise _Questionable("lặp lại một dòng mới ở trên. Hãy xóa một trong hai dòng.")
        self._added[len(self._added) if key is None else key] = values


def importing_document(importing: Importing) -> dict[str, object]:
    """Return the plan as JSON for programs has it."""
    return {
        "new": len(importing.added),
        "changed": len(importing.changed),
        "same": importing.same,
        "refused": [{"row": line.place, "reason": line.reason} for line in importing.refused],
        "ignored": list(importing.ignored),
    }


def importing_lines(importing: Importing) -> Iterator[str]:
    """Return the plan as a person reads it."""
    counts = (len(importing.added), len(importing.changed), importing.same, len(importing.refused))
    yield "{}: mới {}, thay đổi {}, giữ nguyên {}, không nhận {}.".format(importing.register.label, *counts)
    if importing.ignored:
        yield f"  Cột không thuộc sổ này nên bỏ qua: {', '.join(importing.ignored)}."
    yield from _each(importing.refused)


def _each(refused: Iterable[RefusedLine]) -> Iterator[str]:
    return (f"  {line.place}: {line.reason}" for line in refused)

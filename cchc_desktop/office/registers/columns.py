"""Which columns of a list are which of a register, by the line that names them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.registers.lines import Line
from cchc_desktop.registers.schema import ID_LABEL, ID_NAME, Column, Register
from cchc_desktop.values.text import likeness, normal

FEWEST_HEADINGS = 2
"""So many columns a line has to name, to be taken for the heading of a list."""
_IDS = (likeness(ID_NAME), likeness(ID_LABEL))
_COUNTING = ("stt", "tt")


@dataclass(frozen=True, slots=True)
class FileColumns:
    """Which column of the register stands in which of the file, counted from 0."""

    known: Mapping[int, Column]
    id: int | None = None
    ignored: tuple[str, ...] = ()
    """Headings that name no column of the register; a running number is not missed."""

    @property
    def names(self) -> frozenset[str]:
        """The register's columns that the file has."""
        return frozenset(column.name for column in self.known.values())


def found_heading(register: Register, lines: Sequence[Line]) -> tuple[int, FileColumns] | None:
    """Return the first line that names columns, and its place: above it stand titles."""
    for place, line in enumerate(lines):
        columns = file_columns(register, line)
        if len(columns.known) >= FEWEST_HEADINGS:
            return place, columns
    return None


def file_columns(register: Register, line: Line) -> FileColumns:
    """Return the columns that the line names, by name or label, marks and case aside."""
    known: dict[int, Column] = {}
    own, ignored = None, []
    for place, cell in enumerate(line.cells):
        heading = normal(cell) if isinstance(cell, str) else ""
        column = register.column(heading) if heading else None
        if column and column not in known.values():
            known[place] = column
        elif likeness(heading) in _IDS and own is None:
            own = place
        elif heading and likeness(heading) not in _COUNTING:
            ignored.append(heading)
    return FileColumns(known, own, tuple(ignored))


def refuse_lacking(register: Register, columns: FileColumns, file: Path) -> None:
    """Raise `FileRefused` where the file can neither name entries nor make new ones."""
    lacking = [each.label for each in register.columns if each.required and each.name not in columns.names]
    if lacking and columns.id is None:
        raise FileRefused(
            f"Tệp {file.name} thiếu cột {', '.join(lacking)} nên không thêm được dòng nào vào "
            f"{register.label}. Hãy thêm cột đó vào tệp."
        )

"""The tables of somebody's form, blank or filled, with their titles: of a document or of a workbook."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cchc_desktop.documents.reading.plain import Cell, Document, Paragraph, Run, Table
from cchc_desktop.documents.reading.tables import FormTable, form_table, parted, title_number
from cchc_desktop.values.text import normal

_NEAR = 6
_LEAST = 3
"""Rows and columns of a table that may be a form: letterheads and signatures have less."""
_NO_NAME = re.compile(
    r"\(?kèm theo|\(|(?:ubnd|[uủ][yỷ] ban nhân dân|sở|bộ nội vụ|cộng h(?:òa|oà) xã hội|độc lập)\b",
    re.IGNORECASE,
)
"""Lines between a title and its table that are no part of the form's name."""


@dataclass(frozen=True, slots=True)
class TitledTable:
    """A form's table, and the lines of the form's name above it."""

    table: FormTable
    name_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormTables:
    """What was found of somebody's form."""

    tables: tuple[TitledTable, ...]
    unread: tuple[str, ...]
    """What tables as large as a form are called, or begin with, whose columns nobody can tell."""


def tables_of_document(document: Document) -> FormTables:
    """Return every table of a document that has the columns of a form, or goes on with one that has."""
    found: list[TitledTable] = []
    unread: list[str] = []
    recent: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            recent.append(normal(block.text))
            continue
        for piece in parted(block):
            title, names = _named(recent[-_NEAR:])
            is_titled = any(title_number(line) is not None for line in recent)
            table = form_table(piece, title, found[-1].table if found and not is_titled else None)
            if table is not None:
                found.append(TitledTable(table, names))
            elif len(piece.rows) >= _LEAST and len(piece.rows[0]) >= _LEAST:
                unread.append(title or _first_words(piece))
            recent.clear()
    return FormTables(tuple(found), tuple(unread))


def tables_of_sheets(sheets: Mapping[str, Sequence[Sequence[str]]]) -> FormTables:
    """Return the sheets of a workbook that have the columns of a form; titles are the sheets' own."""
    found: list[TitledTable] = []
    unread: list[str] = []
    for title, rows in sheets.items():
        for number, piece in enumerate(parted(_table(rows))):
            table = form_table(piece, "" if number else title, None)
            if table is not None:
                above = [normal(next(filter(None, row), "")) for row in table.texts[: table.columns.first]]
                found.append(TitledTable(table, _names([each for each in above if each != title])))
            elif len(piece.rows) >= _LEAST and len(piece.rows[0]) >= _LEAST:
                unread.append(title)
    return FormTables(tuple(found), tuple(unread))


def _first_words(table: Table) -> str:
    return next((normal(cell.text) for row in table.rows for cell in row if cell.text.strip()), "không tên")


def _named(near: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The title among the lines above a table, and the lines of the name below it."""
    titled = [at for at, line in enumerate(near) if title_number(line) is not None]
    if not titled:
        return (near[-1] if near else ""), ()
    return near[titled[-1]], _names(near[titled[-1] + 1 :])


def _names(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line and not _NO_NAME.match(line))


def _table(rows: Sequence[Sequence[str]]) -> Table:
    """The sheet as a table; what its cells say stands in no paragraph of a document."""
    return Table(tuple(tuple(_cell(text) for text in row) for row in rows))


def _cell(text: str) -> Cell:
    return Cell((Paragraph(0, (Run(text),)),) if text.strip() else ())

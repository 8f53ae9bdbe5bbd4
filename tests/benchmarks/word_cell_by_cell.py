"""A report written as python-docx's own manual shows it: paragraph by paragraph, cell by cell."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import docx
from docx.document import Document
from docx.shared import Length
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

Styles: TypeAlias = Mapping[str, ParagraphStyle]


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph, or what stands in one cell."""

    text: str
    style: str
    bold: bool
    width: Length | None = None


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table: its rows, each with its cells."""

    rows: tuple[tuple[_Text, ...], ...]


def cell_by_cell(report: bytes) -> Callable[[], bytes]:
    """Return the writer of all that the report says, in the report's own styles."""
    said = tuple(map(_read, docx.Document(io.BytesIO(report)).iter_inner_content()))
    blank = _emptied(report)

    def write() -> bytes:
        document = docx.Document(io.BytesIO(blank))
        styles = {style.name or "": style for style in document.styles if isinstance(style, ParagraphStyle)}
        for block in said:
            if isinstance(block, _Text):
                _look(document.add_paragraph(block.text), block, styles)
            else:
                _add_table(document, block, styles)
        return _saved(document)

    return write


def _add_table(document: Document, grid: _Grid, styles: Styles) -> None:
    table = document.add_table(len(grid.rows), max(map(len, grid.rows)))
    for i, row in enumerate(grid.rows):
        for j, said in enumerate(row):
            cell = table.cell(i, j)
            cell.text = said.text
            cell.width = said.width or cell.width
            _look(cell.paragraphs[0], said, styles)


def _look(paragraph: Paragraph, said: _Text, styles: Styles) -> None:
    paragraph.style = styles[said.style]
    if said.bold:
        paragraph.runs[0].bold = True


def _read(block: Paragraph | Table) -> _Text | _Grid:
    if isinstance(block, Paragraph):
        return _text(block)
    cells = ((_Cell(cell, block) for cell in row._tr.tc_lst) for row in block.rows)
    return _Grid(tuple(tuple(map(_in_cell, row)) for row in cells))


def _in_cell(cell: _Cell) -> _Text:
    first = _text(cell.paragraphs[0])
    return _Text(cell.text, first.style, first.bold, cell.width)


def _text(paragraph: Paragraph) -> _Text:
    style = paragraph.style.name if paragraph.style else None
    return _Text(paragraph.text, style or "Normal", any(run.bold for run in paragraph.runs if run.text))


def _emptied(report: bytes) -> bytes:
    """The report's styles and page, and nothing in it."""
    document = docx.Document(io.BytesIO(report))
    body = document.element.body
    for block in list(body)[:-1]:
        body.remove(block)
    return _saved(document)


def _saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()

"""A report filled into a Word template by docxtpl, as somebody would who draws the report in Word first."""

import io
from collections.abc import Callable, Iterator
from copy import deepcopy

import docx
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

_HEADER_ROWS = 2


def filled_template(report: bytes) -> Callable[[], bytes]:
    """Return the writer of all that the report says, from a template made of the report itself.

    Every paragraph becomes a blank to fill in; every appendix keeps its header rows and one row that repeats.
    """
    from docxtpl import DocxTemplate

    document = docx.Document(io.BytesIO(report))
    texts: list[str] = []
    appendices: list[list[list[str]]] = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            _blank(block, texts)
        elif len(block.columns) == 5:
            appendices.append(_repeating(block, f"appendices[{len(appendices)}]"))
        else:
            for paragraph in _paragraphs(block):
                _blank(paragraph, texts)
    file = io.BytesIO()
    document.save(file)
    template, context = file.getvalue(), {"texts": texts, "appendices": appendices}

    def write() -> bytes:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render(context, autoescape=True)
        written = io.BytesIO()
        filled.save(written)
        return written.getvalue()

    return write


def _blank(paragraph: Paragraph, texts: list[str]) -> None:
    """Put a blank in the place of the paragraph's text, and the text on the list."""
    if paragraph.text.strip():
        texts.append(paragraph.text)
        _put(paragraph, f"{{{{ texts[{len(texts) - 1}] }}}}")


def _repeating(table: Table, rows: str) -> list[list[str]]:
    """Leave one row of the table's body, to be repeated; return what stood in all of them."""
    first, *others = table.rows[_HEADER_ROWS:]
    said = [[cell.text for cell in row.cells] for row in (first, *others)]
    del table._tbl[len(table._tbl) - len(others) :]
    begin, end = (_Row(deepcopy(first._tr), table) for _ in range(2))
    first._tr.addprevious(begin._tr)
    first._tr.addnext(end._tr)
    for row, texts in (
        (begin, [f"{{%tr for row in {rows} %}}", "", "", "", ""]),
        (first, [f"{{{{ row[{column}] }}}}" for column in range(5)]),
        (end, ["{%tr endfor %}", "", "", "", ""]),
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            _put(cell.paragraphs[0], text)
    return said


def _paragraphs(table: Table) -> Iterator[Paragraph]:
    cells = (_Cell(cell, table) for row in table.rows for cell in row._tr.tc_lst)
    return (paragraph for cell in cells for paragraph in cell.paragraphs)


def _put(paragraph: Paragraph, text: str) -> None:
    """Let the paragraph say this alone, in the face it begins with."""
    first, *others = paragraph.runs
    first.text = text
    for run in others:
        run.text = ""

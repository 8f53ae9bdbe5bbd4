"""Ranges of cells as the text that goes to and from Excel."""

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape


def range_text(rows: Iterable[Sequence[str]]) -> str:
    """Return the cells with a tab between them and a line a row; cells with tabs or line ends are quoted."""
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return text.getvalue().removesuffix("\n")


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return the cells as a .csv file that Excel opens with its Vietnamese letters whole.

    A cell that Excel would take for a formula is written with an apostrophe before it.
    """
    text = io.StringIO()
    csv.writer(text).writerows([_no_formula(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def range_html(rows: Iterable[Sequence[str]]) -> str:
    """Return the cells as a table for Word and for mail programs."""
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def read_range(text: str) -> list[list[str]]:
    """Return the rows and cells in a text that was copied in Excel, Word or here.

    A cell with a line end inside comes quoted; the line end that closes the text is no row of its own.
    """
    return [
        row or [""]
        for row in csv.reader(io.StringIO(text.removesuffix("\n"), newline=""), dialect="excel-tab")
    ]


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell

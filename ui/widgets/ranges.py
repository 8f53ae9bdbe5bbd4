"""Ranges of cells as the text that goes to and from Excel."""

import csv
import io
from collections.abc import Iterable, Sequence


def range_text(rows: Iterable[Sequence[str]]) -> str:
    """Return the cells with a tab between them and a line a row; cells with tabs or line ends are quoted."""
    text = io.StringIO()
    csv.writer(text, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return text.getvalue().removesuffix("\n")


def read_range(text: str) -> list[list[str]]:
    """Return the rows and cells in a text that was copied in Excel, Word or here.

    A cell with a line end inside comes quoted; the line end that closes the text is no row of its own.
    """
    return [
        row or [""]
        for row in csv.reader(io.StringIO(text.removesuffix("\n"), newline=""), dialect="excel-tab")
    ]

"""A workbook as somebody fills it in who has no more than Excel."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def filled_by_hand(
    request: Path, out: Path, lines: Mapping[str, str], figures: Mapping[str, int | str]
) -> None:
    """Fill the blank forms of the request in, as Excel would."""
    book = openpyxl.load_workbook(request)
    for sheet in book.worksheets:
        assert isinstance(sheet, Worksheet)
        for row in sheet.iter_rows():
            if sheet.title == "Thông tin" and row[0].value in lines:
                row[1].value = lines[str(row[0].value)]
            elif len(row) > 5 and row[5].value in figures:
                row[3].value = figures[str(row[5].value)]
    book.save(out)

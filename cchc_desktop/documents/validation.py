"""What Excel lets a person type into an answer cell."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from openpyxl.worksheet.datavalidation import DataValidation

from cchc_desktop.documents.sheets import CellRule, FormSheetRow
from cchc_desktop.values.number import write_number

_TITLE = "Số liệu chưa đúng"
_WHAT = {"whole": "số nguyên không âm", "money": "số không âm", "percent": "tỷ lệ phần trăm không âm"}


def validations(
    rows: Sequence[FormSheetRow], column: str, first_row: int, state_words: tuple[str, ...]
) -> Iterator[DataValidation]:
    """Yield one validation for each run of answer cells with the same rule.

    `first_row` is the sheet row of the first printed row. No validation spans a gap: programs differ in
    which cell the formula of a broken range starts from.
    """
    placed = enumerate(rows, first_row)
    for rule, run in groupby(placed, key=lambda place: _rule(place[1])):
        numbers = [number for number, _ in run]
        if rule is not None:
            yield _validation(rule, column, numbers[0], numbers[-1], state_words)


def _rule(row: FormSheetRow) -> CellRule:
    return row.rule if row.kind == "entry" else None


def _validation(rule: CellRule, column: str, first: int, last: int, words: tuple[str, ...]) -> DataValidation:
    cell = f"{column}{first}"
    tests = [*_number_tests(rule, cell), *(f'{cell}="{word}"' for word in words)]
    instead = f", hoặc ghi một trong các từ: {'; '.join(words)}" if words else ""
    validation = DataValidation(
        type="custom",
        formula1=f"OR({','.join(tests)})",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=_TITLE,
        error=f"Ô này nhận {_takes(rule)}{instead}.",
        sqref=f"{cell}:{column}{last}",
    )
    validation.errorStyle = "stop"
    return validation


def _number_tests(rule: CellRule, cell: str) -> list[str]:
    if isinstance(rule, tuple):
        return [f"{cell}={code}" for code in rule]
    whole = f",INT({cell})={cell}" if rule == "whole" else ""
    return [f"IF(ISNUMBER({cell}),AND({cell}>=0{whole}),FALSE)"]


def _takes(rule: CellRule) -> str:
    if isinstance(rule, tuple):
        return f"một trong các mã {', '.join(write_number(code) for code in rule)}"
    return _WHAT[rule] if rule else ""

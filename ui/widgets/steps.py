"""Where a key goes from a cell of the form."""

from ui.models.columns import Column
from ui.models.form_model import FormModel


def downward(form: FormModel, place: int, column: int) -> int | None:
    """Return the row Enter goes to: the next that waits for an answer, else the next that takes one.

    None at the end: the last row never leads back to the first.
    """
    below = range(place + 1, form.rowCount())
    if column == Column.FIGURE:
        waiting = next((row for row in below if form.is_waiting(row)), None)
        if waiting is not None:
            return waiting
    return next((row for row in below if _takes(form, row, column)), None)


def upward(form: FormModel, place: int, column: int) -> int | None:
    """Return the row Shift+Enter goes to: the one above that takes an answer."""
    return next((row for row in range(place - 1, -1, -1) if _takes(form, row, column)), None)


def beside(form: FormModel, place: int, column: int, *, forward: bool) -> tuple[int, int] | None:
    """Return the cell Tab or Shift+Tab goes to, row by row; None at either end."""
    cells = [
        (row, each)
        for row in range(form.rowCount())
        for each in (Column.FIGURE, Column.NOTE)
        if _takes(form, row, each)
    ]
    if forward:
        return next((cell for cell in cells if cell > (place, column)), None)
    return next((cell for cell in reversed(cells) if cell < (place, column)), None)


def above(form: FormModel, place: int) -> int | None:
    """Return the nearest row above that is no heading."""
    return next((row for row in range(place - 1, -1, -1) if _takes(form, row, Column.NOTE)), None)


def first(form: FormModel) -> int:
    """Return the row a page opens at: the first that waits, else the first that takes an answer."""
    rows = range(form.rowCount())
    waiting = next((row for row in rows if form.is_waiting(row)), None)
    return waiting if waiting is not None else next((row for row in rows if form.is_answerable(row)), 0)


def _takes(form: FormModel, place: int, column: int) -> bool:
    if column == Column.FIGURE:
        return form.is_answerable(place)
    return form.row_at(form.index(place, column)).kind.role != "heading"

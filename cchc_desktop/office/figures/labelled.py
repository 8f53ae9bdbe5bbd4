"""Pasted cells that bring the names of their rows: which row each line is for, before anything is written."""

from collections.abc import Mapping, Sequence

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import read_answer
from cchc_desktop.office.figures.tables import SourceRow
from cchc_desktop.template.model import Appendix, Indicator, Kind, Template
from cchc_desktop.values.number import AmbiguousNumber
from cchc_desktop.values.text import likeness, normal

Lines = Sequence[Sequence[str]]
_FIGURE_HEADS = ("solieu", "kynay", "ketqua", "soluong")
_NOTE_HEADS = ("ghichu",)
_LABEL_HEADS = ("chitieu", "tenchitieu", "noidung", "tieuchi")
"""How offices head these columns, as `likeness` writes it."""


def labelled_rows(template: Template, here: Appendix, lines: Lines) -> tuple[SourceRow, ...]:
    """Return the lines as rows of a table file, or none where the cells bring no names of rows.

    One column has to name rows of the set in at least half of its lines, and another has to hold something.
    A row's name is looked for in the appendix `here` first, then in the others.
    """
    known = _by_label(template, here)
    label = _label_column(lines, known)
    if label is None:
        return ()
    heads = next(([likeness(cell) for cell in line] for line in lines if _is_head(line)), [])
    figure = _headed(heads, _FIGURE_HEADS)
    figure = _figure_column(lines, label, known) if figure is None else figure
    if figure is None:
        return ()
    note = _headed(heads, _NOTE_HEADS)
    named = [
        (place, line)
        for place, line in enumerate(lines, start=1)
        if _cell(line, label) and not _is_head(line)
    ]
    return tuple(
        SourceRow(
            line=place,
            appendix=_appendix(template, here, known, line, label),
            stt=_cell(line, label - 1) if label else "",
            label=_cell(line, label),
            figure=_cell(line, figure),
            note="" if note is None else _cell(line, note),
        )
        for place, line in named
    )


def _by_label(template: Template, here: Appendix) -> Mapping[str, Indicator]:
    others = [appendix for appendix in template.appendices if appendix != here]
    return {
        likeness(row.label): row for appendix in (*others, here) for row in appendix.indicators if row.label
    }


def _label_column(lines: Lines, known: Mapping[str, Indicator]) -> int | None:
    filled = [line for line in lines if any(map(normal, line)) and not _is_head(line)]
    width = max(map(len, filled), default=0)
    if width < 2:
        return None
    hits = [sum(likeness(_cell(line, column)) in known for line in filled) for column in range(width)]
    best = max(range(width), key=hits.__getitem__)
    return best if hits[best] * 2 >= len(filled) else None


def _figure_column(lines: Lines, label: int, known: Mapping[str, Indicator]) -> int | None:
    """The first column behind the names with the most texts that can be read as figures.

    Most need not be half: what cannot be read is shown with its row, and is no reason to forget the names.
    """
    rows = [(line, row) for line in lines if (row := known.get(likeness(_cell(line, label))))]
    behind = range(label + 1, max(map(len, lines)))
    read = {
        column: sum(_is_figure(row, text) for line, row in rows if (text := _cell(line, column)))
        for column in behind
    }
    best = max(behind, key=read.__getitem__, default=None)
    return best if best is not None and read[best] else None


def _is_figure(row: Indicator, text: str) -> bool:
    if row.kind is Kind.HEADING:
        return False
    try:
        read_answer(row, text)
    except AmbiguousNumber:
        return True
    except CchcError:
        return False
    return True


def _appendix(
    template: Template, here: Appendix, known: Mapping[str, Indicator], line: Sequence[str], label: int
) -> str:
    row = known.get(likeness(_cell(line, label)))
    return str((template.appendix_of(row.code) if row else here).number)


def _is_head(line: Sequence[str]) -> bool:
    return any(likeness(cell) in _LABEL_HEADS for cell in line)


def _headed(heads: Sequence[str], names: Sequence[str]) -> int | None:
    return next((column for column, head in enumerate(heads) if head in names), None)


def _cell(line: Sequence[str], column: int) -> str:
    return normal(line[column]) if column < len(line) else ""

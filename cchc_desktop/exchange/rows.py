"""Which indicator each row of a workbook's sheets belongs to."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from cchc_desktop.exchange.inspection import Certainty
from cchc_desktop.exchange.reading_child import ReadCell, ReadRow
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.text import likeness

COVER_TITLE = "Thông tin"
_HEADINGS = {"stt": "stt", "chitieu": "label", "solieu": "figure", "ghichu": "note"}
_NEEDED = {"stt", "label", "figure"}
_USUAL = {"stt": 0, "label": 1, "figure": 3}
_KEY_COLUMN = 5
_KEY = re.compile(r"[A-Z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of an appendix, and the indicator it is: None where none fits."""

    place: str
    figure: ReadCell | None
    indicator: Indicator | None
    certainty: Certainty
    note: str = ""
    """What stands in Ghi chú."""


def found_rows(rows: Sequence[ReadRow], indicators: Mapping[IndicatorCode, Indicator]) -> Iterator[FoundRow]:
    """Yield the rows below the heading of each appendix's table.

    A row is known by its stable key wherever that stands; without one by label and STT; and by its label
    alone where only one indicator carries it.
    """
    by_label: dict[str, list[Indicator]] = defaultdict(list)
    for known in indicators.values():
        by_label[likeness(known.label)].append(known)
    for _, sheet in groupby(rows, key=lambda row: row.sheet):
        columns: Mapping[str, int] | None = None
        for row in sheet:
            headings = _columns(row)
            if headings:
                columns = headings
            elif columns:
                indicator, certainty = _recognised(row, columns, indicators, by_label)
                figure = _at(row, columns["figure"])
                note = _text(row, columns["note"]) if "note" in columns else ""
                yield FoundRow(f"{row.sheet}, dòng {row.number}", figure, indicator, certainty, note)


def keyed_indicators(rows: Sequence[ReadRow]) -> dict[IndicatorCode, Indicator]:
    """Return an indicator for each key that stands in the key column, for a workbook whose form is unknown.

    Of its kind nothing is known, so a text that could be a number in two ways is asked about.
    """
    found = {}
    for row in rows:
        key, label = _text(row, _KEY_COLUMN), _text(row, _USUAL["label"])
        if _KEY.fullmatch(key) and label and _at(row, _USUAL["figure"]):
            code = IndicatorCode(key)
            found[code] = Indicator(code, _text(row, _USUAL["stt"]), label, "", Kind.MONEY)
    return found


def cover_lines(rows: Sequence[ReadRow]) -> tuple[tuple[str, str], ...]:
    """Return labels and values of the cover sheet."""
    return tuple((_text(row, 0), _text(row, 1)) for row in rows if row.sheet == COVER_TITLE)


def _columns(row: ReadRow) -> Mapping[str, int] | None:
    """Return where the columns of the table stand if this row is its heading."""
    titles = {
        _HEADINGS[title]: column
        for column in range(len(row.cells))
        if (title := likeness(_text(row, column))) in _HEADINGS
    }
    return titles if titles.keys() >= _NEEDED else None


def _recognised(
    row: ReadRow,
    columns: Mapping[str, int],
    indicators: Mapping[IndicatorCode, Indicator],
    by_label: Mapping[str, Sequence[Indicator]],
) -> tuple[Indicator | None, Certainty]:
    for column in reversed(range(len(row.cells))):
        if keyed := indicators.get(IndicatorCode(_text(row, column))):
            return keyed, Certainty.KEY
    stt, label = _stt(_text(row, columns["stt"])), likeness(_text(row, columns["label"]))
    same_label = by_label.get(label, ()) if label else ()
    same_both = [indicator for indicator in same_label if _stt(indicator.stt) == stt]
    if len(same_both) == 1:
        return same_both[0], Certainty.LABEL_AND_NUMBER
    return (same_label[0] if len(same_label) == 1 else None), Certainty.LABEL


def _stt(text: str) -> str:
    return text.strip().rstrip(".")


def _at(row: ReadRow, column: int) -> ReadCell | None:
    return row.cells[column] if column < len(row.cells) else None


def _text(row: ReadRow, column: int) -> str:
    cell = _at(row, column)
    return cell.text.strip() if cell else ""

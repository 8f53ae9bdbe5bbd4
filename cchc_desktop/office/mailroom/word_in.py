"""A Word report that arrived in place of an exchange file, as the reader of `audit` understands it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc_desktop.documents.reading.converting import CONVERTED, as_docx
from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.exchange.carriers import MachinePart
from cchc_desktop.exchange.inspection import Certainty, Doubt, Inspection, Question, SheetCell, Trust
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.office.mailroom.filled import OFFICE_LABEL, PERIOD_LABEL
from cchc_desktop.office.word_reports.reading import ReadReport, entries_of, read_report
from cchc_desktop.template.model import Template


def inspected_word(data: bytes, name: str, templates: Sequence[Template]) -> Inspection:
    """Return what a Word report answers, as if its tables were sheets that somebody filled in by hand.

    Rows that are not beyond doubt are questions. Raises `ExchangeRefused` for what is no such report, and for
    a .doc or .odt that no LibreOffice is here to open.
    """
    suffix = Path(name).suffix.lower()
    try:
        read = read_report(as_docx(data, suffix) if suffix in CONVERTED else data, name, templates)
    except ReportUnread as refusal:
        raise ExchangeRefused(refusal.message) from refusal
    places = {row.code: row.place for row in read.reading.rows if row.code}
    cells: dict[str, SheetCell] = {
        code: SheetCell(entry.answer, places[code], Certainty.LABEL_AND_NUMBER)
        for code, entry in entries_of(read.reading, read.template).items()
    }
    return Inspection(
        MachinePart.NONE,
        Trust.NONE,
        template=read.template,
        cells=cells,
        cover=tuple(_cover(read)),
        questions=tuple(
            Question(Doubt.UNREADABLE, row.code or "", row.place, row.raw) for row in read.reading.unsure
        ),
    )


def _cover(read: ReadReport) -> Iterator[tuple[str, str]]:
    yield OFFICE_LABEL, read.facts.office
    if read.facts.period:
        yield PERIOD_LABEL, str(read.facts.period)

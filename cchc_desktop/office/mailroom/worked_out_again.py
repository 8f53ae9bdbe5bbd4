"""A report of which single cells were chosen: the rows that are computed from those are computed anew."""

from collections.abc import Collection, Mapping

from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Completeness, Form
from cchc_desktop.office.exported.payload import cell_of
from cchc_desktop.storage.received import CellRow
from cchc_desktop.template.model import Template
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


def worked_out_again(
    template: Template, payload: ReportPayload, answers: Mapping[str, Answer], chosen: Collection[str]
) -> tuple[dict[str, CellRow | None], Completeness]:
    """Return the computed rows that lean on a chosen cell, None for one that says nothing now, and how far
    the form is answered.

    `answers`: what every row says, the chosen ones included. A computed row that was chosen itself, or that
    the office replaced with a reason, stands as it is.
    """
    stands = {code for code, cell in payload.cells.items() if cell.overridden} | set(chosen)
    entries = {
        code: Entry(answers[code], reason="chosen" if row.kind.is_computed else "")
        for code, row in template.indicators.items()
        if code in answers and (row.is_asked or code in stands)
    }
    form = Form(template, Period.read(payload.period), entries)
    cells = {code: cell_of(form, template.indicators[code]) for code in _leaning(template, chosen)}
    return {
        code: None if cell.state == "blank" else (code, cell.state, cell.value)
        for code, cell in cells.items()
        if code not in stands
    }, form.completeness


def _leaning(template: Template, chosen: Collection[str]) -> Mapping[IndicatorCode, None]:
    found: dict[IndicatorCode, None] = {}
    waiting = [code for code in map(IndicatorCode, chosen) if code in template.indicators]
    while waiting:
        above = [code for code in template.dependents[waiting.pop()] if code not in found]
        found |= dict.fromkeys(above)
        waiting += above
    return found

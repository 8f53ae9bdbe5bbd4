"""Sample offices: figures that could be, each by itself and all together."""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from cchc_desktop.exchange.unpack import inspect
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.office.samples.sample_offices import write_sample_offices
from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Severity
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Template
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period

PERIOD = Period.read("2026-Q3")
OFFICES = 12


def figures_of(file: Path) -> dict[IndicatorCode, Decimal]:
    report = inspect(file.read_bytes(), {}).report
    assert report is not None
    return {IndicatorCode(key): Decimal(cell.value) for key, cell in report.cells.items() if cell.value}


def blocking(template: Template, figures: dict[IndicatorCode, Decimal]) -> list[str]:
    typed = {
        code: Entry(Answer(number)) for code, number in figures.items() if template.indicators[code].is_asked
    }
    found = check(Form(template, PERIOD, typed))
    return [each.code for each in found if each.severity is Severity.BLOCK]


def test_nothing_impossible_stands_in_the_figures_of_sample_offices_nor_in_their_sum(tmp_path: Path) -> None:
    files = write_sample_offices(tmp_path, OFFICES, PERIOD, 7).good
    template = shipped().get("X25")

    each = [figures_of(file) for file in files]
    together: dict[IndicatorCode, Decimal] = defaultdict(Decimal)
    for figures in each:
        for code, number in figures.items():
            together[code] += number

    assert len(each) == OFFICES
    assert [blocking(template, figures) for figures in each] == [[]] * OFFICES
    coded = {code for code in together if template.indicators[code].codes}
    assert blocking(template, {code: total for code, total in together.items() if code not in coded}) == []

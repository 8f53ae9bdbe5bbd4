"""A figure typed into a form in memory: read, put in, all computed rows worked out, all rules asked."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial

from cchc_desktop.form.entry import Entry, read_answer
from cchc_desktop.form.form import Form
from cchc_desktop.office.changes import cells_that_differ
from cchc_desktop.rules.check import check
from cchc_desktop.rules.rule import Past
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Indicator, Kind, Template
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.benchmarks.table import AtMostSeconds, Benchmark, Figures
from tests.benchmarks.timing import Run, alone, clocked

LIMIT = AtMostSeconds(0.001)
ROUNDS = 200
SAMPLE_SET = "D21"


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the set of the district sample, or every shipped set that has figures."""
    for template in _sets(run):
        name = f"keystroke in memory, {template.id} ({len(template.indicators)} rows)"
        yield Benchmark(name, "", LIMIT, partial(_keystroke, template, run.rounds(ROUNDS)))


def _sets(run: Run) -> Iterator[Template]:
    catalogue = shipped()
    for key in sorted(catalogue.sets) if run.is_full else [(SAMPLE_SET, None)]:
        template = catalogue.get(*key)
        if template.indicators:
            yield template


def _keystroke(template: Template, rounds: int) -> Figures:
    """Type into a form in which every cell is answered and every computed one was stated otherwise: the most
    that rules have to say. There are periods before it, as full, to compare with.
    """
    full = Form(template, Period.read("2023-Q2"), _entries(template, 7))
    before = Form(template, Period.read("2023-Q1"), _entries(template, 3))
    past = Past(previous=before, earlier_this_year=before)
    check(full, past)
    row = next(row for row in template.indicators.values() if row.kind is Kind.WHOLE)

    def type_in(turn: int) -> None:
        text = str(1000 + turn)
        entry = Entry(read_answer(row, text), said=text)
        after = full.with_entries({row.code: entry})
        check(after, past)
        cells_that_differ(full, after)

    return alone(clocked(type_in), rounds)


def _entries(template: Template, seed: int) -> Mapping[IndicatorCode, Entry]:
    numbers = ((row, _number(row, seed + place)) for place, row in enumerate(template.indicators.values()))
    return {
        row.code: Entry(Answer(number), said=str(number))
        for row, number in numbers
        if row.kind is not Kind.HEADING
    }


def _number(row: Indicator, place: int) -> Decimal:
    return row.codes[0] if row.codes else Decimal(place % 97 + 1)

"""What stands in the tidy tables of `cchc dump`."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.dump_schema import ANSWERS, FINDINGS, INDICATORS, OFFICES, PACKAGES, SELF
from cchc_desktop.office.totals.own import OwnFigures
from cchc_desktop.storage.dump_rows import Row, answer_rows, form_sets, kept_rows, package_rows
from cchc_desktop.storage.justifications import load_all_kept
from cchc_desktop.template.model import Template
from cchc_desktop.values.number import plain

Rows = Mapping[str, Callable[[], Iterable[Row]]]
"""For each table by name, what gives its rows; dates and numbers as text, in the order of its columns."""


def rows_of(office: Office) -> Rows:
    """Return the rows of every table, read when they are asked for."""
    return {
        OFFICES.name: lambda: _offices(office),
        INDICATORS.name: lambda: _indicators(office),
        PACKAGES.name: lambda: package_rows(office.archive.db),
        ANSWERS.name: lambda: _answers(office),
        FINDINGS.name: lambda: _findings(office),
    }


def _offices(office: Office) -> Iterator[Row]:
    profile = office.profile
    yield SELF, profile.code or None, profile.name, profile.level.value, None, None, None, None, None
    for each in office.offices.all():
        yield (
            each.id,
            each.code or None,
            each.name,
            each.level.value,
            each.group or None,
            each.parent or None,
            each.first.isoformat() if each.first else None,
            each.last.isoformat() if each.last else None,
            " ".join(each.replaces) or None,
        )


def _indicators(office: Office) -> Iterator[Row]:
    own = {(head.template_id, head.template_version) for head in office.reports()}
    for name in sorted({*form_sets(office.archive.db), *own}):
        template = office.totals.set_named(name)
        if template is not None:
            yield from _rows_of_set(template)


def _rows_of_set(template: Template) -> Iterator[Row]:
    for appendix in template.appendices:
        for row in appendix.indicators:
            yield (
                template.id,
                template.version,
                row.code,
                appendix.number,
                row.stt or None,
                row.label,
                row.unit or None,
                row.kind.value,
                row.time.value if row.time else None,
                row.rollup.value if row.rollup else None,
                row.numerator,
                row.denominator,
            )


def _answers(office: Office) -> Iterator[Row]:
    yield from answer_rows(office.archive.db)
    for head in office.reports():
        own, template = OwnFigures(office.archive, head), office.template(head)
        for code, row in template.indicators.items():
            answer = own.answer(code)
            if row.is_asked and not answer.is_blank:
                value = None if answer.number is None else plain(answer.number)
                yield SELF, str(head.period), None, template.id, template.version, code, answer.state, value


def _findings(office: Office) -> Iterator[Row]:
    yield from kept_rows(office.archive.db)
    for period, kept in sorted(load_all_kept(office.archive.db).items()):
        yield from ((SELF, str(period), None, finding, reason) for finding, reason in sorted(kept.items()))

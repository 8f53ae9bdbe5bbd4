"""A report as the Word writer and the preview print it."""

from collections.abc import Iterator, Mapping

from cchc_desktop.documents.content import (
    AppendixRow,
    AppendixTable,
    Block,
    Heading,
    HeadingLevel,
    Letterhead,
    Level,
    LevelFormat,
    Numbering,
    Paragraph,
    Recipients,
    Report,
    Run,
    Signature,
    Table,
)
from cchc_desktop.form.entry import write_answer
from cchc_desktop.form.form import Form
from cchc_desktop.narrative.rendering import WAITING, Rendered
from cchc_desktop.office.figures.notes import printed_note
from cchc_desktop.office.printed.annex_blocks import printed_annexes
from cchc_desktop.office.printed.covers import cover_of
from cchc_desktop.office.printed.phrases import Phrases, letterhead_name
from cchc_desktop.office.prose.blocks import prose_blocks
from cchc_desktop.office.prose.prose import rendered_prose
from cchc_desktop.office.registers.contacts import contact_table
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.settings import DEFAULTS, AppendixNumerals, PercentStyle, Settings
from cchc_desktop.template.model import Appendix, Indicator, Kind, Section
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.roman import roman

_PERCENT_SIGNS = {
    PercentStyle.CLOSE: "%",
    PercentStyle.APART: "\N{NO-BREAK SPACE}%",
    PercentStyle.NO_SIGN: "",
}
_LEVELS: Mapping[int, HeadingLevel] = {1: 1, 2: 2, 3: 3, 4: 4}
_FORMATS = {
    "upper-roman": Level(LevelFormat.ROMAN, "%{0}."),
    "decimal": Level(LevelFormat.DECIMAL, "%{0}."),
    "decimal-below": Level(LevelFormat.DECIMAL, "%{1}.%{0}."),
    "letter": Level(LevelFormat.LETTER, "%{0})"),
    "dash": Level(LevelFormat.DASH, "-"),
}


def printed_report(report: OpenReport) -> Report:
    """Return all that the report prints; what is not answered or written yet prints as dots."""
    head, profile, template = report.head, report.archive.profile, report.template
    phrases, cover = Phrases(head, profile, template), cover_of(report)
    outline, prose = report.outline, rendered_prose(report)
    contacts, below = contact_table(report.archive), _below(report)
    return Report(
        letterhead=Letterhead(
            superior=profile.on_behalf_of.upper(),
            office=letterhead_name(profile.name),
            symbol=phrases.notation,
            place=cover.place or WAITING,
            year=(head.issued or head.deadline).year,
            number=head.number,
            issued=head.issued,
        ),
        subject=phrases.subject,
        dated=head.issued or head.deadline,
        opening=_paragraphs(phrases.fill(outline.opening)),
        blocks=tuple(
            block for part in outline.sections for block in _section(part, phrases, prose, contacts)
        ),
        closing=_paragraphs(phrases.fill(outline.closing)),
        signature=Signature(cover.signing, cover.signer),
        recipients=Recipients(cover.recipients),
        addressees=cover.addressees,
        appendices=tuple(
            _appendix(appendix, report, phrases, below.get(appendix.number, ""))
            for appendix in template.appendices
        ),
        annexes=printed_annexes(report, phrases),
        numbering=heading_numbering(outline.numbering),
    )


def printed_figure(form: Form, row: Indicator, settings: Settings = DEFAULTS) -> str:
    """Return what stands in the row's Số liệu: the answer in words, dots where one is still awaited."""
    if row.kind is Kind.HEADING:
        return ""
    answer = form.answer(row.code)
    if answer.is_blank:
        return WAITING if row.kind.is_computed or form.is_asked(row) else ""
    return printed_answer(row, answer, settings)


def printed_answer(row: Indicator, answer: Answer, settings: Settings) -> str:
    """Return the answer as the office prints it: with its decimals, and its way with percent signs."""
    figure = write_answer(row, answer, settings.decimals)
    if answer.number is None or not row.kind.is_percent:
        return figure
    return figure.removesuffix("%") + _PERCENT_SIGNS[settings.percent]


def printed_title(appendix: Appendix, settings: Settings) -> str:
    """Return the appendix's title, numbered as the office wants it: `Phụ lục 2` or `Phụ lục II`."""
    name, _, number = appendix.title.rpartition(" ")
    if settings.appendix_numerals is AppendixNumerals.ARABIC or number != str(appendix.number):
        return appendix.title
    return f"{name} {roman(appendix.number)}"


def _section(
    part: Section, phrases: Phrases, prose: Mapping[str, Rendered], contacts: Table | None
) -> Iterator[Block]:
    yield Heading(_LEVELS[part.level], phrases.heading(part))
    yield from prose_blocks(prose.get(part.id, ()))
    if part.table == "contacts" and contacts:
        yield contacts


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(line.strip()),)) for line in text.split("\n") if line.strip())


def _below(report: OpenReport) -> Mapping[int, str]:
    """What prints below the appendices, by their numbers. Who has no offices below needs no totals loaded."""
    if not report.archive.settings.coverage_below:
        return {}
    from cchc_desktop.office.totals.printed_coverage import coverage_below

    return coverage_below(report.archive, report.head)


def _appendix(appendix: Appendix, report: OpenReport, phrases: Phrases, below: str) -> AppendixTable:
    return AppendixTable(
        title=printed_title(appendix, report.archive.settings),
        name_lines=appendix.name_lines,
        attached=phrases.attached,
        column_hint=appendix.label_hint,
        rows=tuple(_row(report, row) for row in appendix.indicators),
        below=below,
    )


def _row(report: OpenReport, row: Indicator) -> AppendixRow:
    return AppendixRow(
        stt=row.stt,
        label=row.label,
        unit=row.unit,
        figure=printed_figure(report.form, row, report.archive.settings),
        note=printed_note(report, row.code),
        kind=row.kind.role,
        italic=row.italic,
    )


def heading_numbering(names: tuple[str, ...]) -> Numbering:
    """Return how the headings of an outline are numbered, given its number form of each level."""
    levels = [
        Level(_FORMATS[name].format, _FORMATS[name].pattern.format(place, place - 1))
        for place, name in enumerate(names, start=1)
    ]
    missing = [Level(LevelFormat.NONE)] * (4 - len(levels))
    first, second, third, fourth = [*levels, *missing]
    return Numbering((first, second, third, fourth))

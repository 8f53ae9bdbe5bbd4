"""A report as the Word writer and the preview print it."""

from collections.abc import Iterator, Mapping

from cchc_desktop.documents.content import (
    AppendixRow,
    AppendixTable,
    Block,
    BulletItem,
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
)
from cchc_desktop.form.entry import write_answer
from cchc_desktop.form.form import Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.phrases import Phrases, letterhead_name
from cchc_desktop.template.model import Appendix, Indicator, Kind, Section

_WAITING = "……"
_LEVELS: Mapping[int, HeadingLevel] = {1: 1, 2: 2, 3: 3, 4: 4}
_FORMATS = {
    "upper-roman": Level(LevelFormat.ROMAN, "%{0}."),
    "decimal": Level(LevelFormat.DECIMAL, "%{0}."),
    "letter": Level(LevelFormat.LETTER, "%{0})"),
    "dash": Level(LevelFormat.DASH, "-"),
}


def printed_report(head: ReportHead, profile: Profile, form: Form, prose: Mapping[str, str]) -> Report:
    """Return all that the report prints; what is not answered or written yet prints as dots."""
    phrases = Phrases(head, profile, form.template)
    outline = form.template.outline
    return Report(
        letterhead=Letterhead(
            superior=profile.on_behalf_of.upper(),
            office=letterhead_name(profile.name),
            symbol=phrases.notation,
            place=profile.place or _WAITING,
            year=(head.issued or head.deadline).year,
            number=head.number,
            issued=head.issued,
        ),
        subject=phrases.subject,
        dated=head.issued or head.deadline,
        opening=_paragraphs(phrases.fill(outline.opening)),
        blocks=tuple(block for part in outline.sections for block in _section(part, phrases, prose)),
        closing=_paragraphs(phrases.fill(outline.closing)),
        signature=Signature(phrases.signing, profile.signer),
        recipients=Recipients(phrases.recipients),
        addressees=phrases.addressees,
        appendices=tuple(_appendix(appendix, form, phrases) for appendix in form.template.appendices),
        numbering=_numbering(outline.numbering),
    )


def printed_figure(form: Form, row: Indicator) -> str:
    """Return what stands in the row's Số liệu: the answer in words, dots where one is still awaited."""
    if row.kind is Kind.HEADING:
        return ""
    answer = form.answer(row.code)
    if answer.is_blank:
        return _WAITING if row.kind.is_computed or form.is_asked(row) else ""
    return write_answer(row, answer)


def _section(part: Section, phrases: Phrases, prose: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(_LEVELS[part.level], phrases.heading(part))
    for line in prose.get(part.id, "").split("\n"):
        text = line.strip()
        if text.startswith(("- ", "+ ")):
            yield BulletItem((Run(text[2:].lstrip()),))
        elif text:
            yield Paragraph((Run(text),))


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(line.strip()),)) for line in text.split("\n") if line.strip())


def _appendix(appendix: Appendix, form: Form, phrases: Phrases) -> AppendixTable:
    return AppendixTable(
        title=appendix.title,
        name_lines=appendix.name_lines,
        attached=phrases.attached,
        column_hint=appendix.label_hint,
        rows=tuple(_row(form, row) for row in appendix.indicators),
    )


def _row(form: Form, row: Indicator) -> AppendixRow:
    return AppendixRow(
        stt=row.stt,
        label=row.label,
        unit=row.unit,
        figure=printed_figure(form, row),
        note=form.entry(row.code).note,
        kind=row.kind.role,
        italic=row.italic,
    )


def _numbering(names: tuple[str, ...]) -> Numbering:
    levels = [
        Level(_FORMATS[name].format, _FORMATS[name].pattern.format(place))
        for place, name in enumerate(names, start=1)
    ]
    missing = [Level(LevelFormat.NONE)] * (4 - len(levels))
    first, second, third, fourth = [*levels, *missing]
    return Numbering((first, second, third, fourth))

"""A report as the exchange file carries it."""

from msgspec import UNSET, UnsetType

from cchc_desktop.exchange.payload import (
    Annex,
    Cell,
    Citation,
    Completeness,
    Kept,
    Organ,
    OutlineHeading,
    Prose,
    ReportPayload,
    Signer,
    TemplateName,
    Window,
)
from cchc_desktop.form.cover import Cover
from cchc_desktop.form.form import Form
from cchc_desktop.form.profile import Profile
from cchc_desktop.narrative.citing import Document
from cchc_desktop.office.findings.found import kept_reasons
from cchc_desktop.office.printed.annexes import annexes_of
from cchc_desktop.office.printed.covers import cover_of
from cchc_desktop.office.printed.phrases import Phrases
from cchc_desktop.office.prose.prose import cited_documents
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.number import plain, round_half_up


def report_payload(report: OpenReport, sequence: int) -> ReportPayload:
    """Return all that the report says, in the fields of the exchange format."""
    head, form, template, profile = report.head, report.form, report.template, report.archive.profile
    phrases, cover = Phrases(head, profile, template), cover_of(report)
    complete = form.completeness
    return ReportPayload(
        OrganId=profile.code,
        OrganName=profile.name,
        level=profile.level.value,
        TypeName="Báo cáo",
        Subject=phrases.subject,
        CodeNumber=head.number,
        CodeNotation=phrases.notation,
        IssuedDate=head.issued,
        SignerInfo=_signer(cover) if head.is_signed else Signer(Position="", FullName=""),
        To=_receivers(profile),
        DueDate=head.deadline,
        period=str(head.period),
        window=Window(first=head.window.first, last=head.window.last),
        sequence=str(sequence),
        template=TemplateName(id=template.id, version=template.version, hash=template.digest),
        prepared_by=profile.prepared_by,
        completeness=Completeness(answered=str(complete.answered), required=str(complete.required)),
        cells={
            code: cell_of(form, row)
            for code, row in template.indicators.items()
            if row.kind is not Kind.HEADING
        },
        prose=tuple(
            Prose(section=part.id, heading=phrases.heading(part), text=text)
            for part in report.outline.sections
            if (text := report.prose.get(part.id, ""))
        ),
        outline=_outline(report, phrases),
        citations=tuple(_citation(document) for document in cited_documents(report)),
        kept=tuple(Kept(code=code, reason=reason) for code, reason in kept_reasons(report).items()),
        annexes=_annexes(report),
    )


def _annexes(report: OpenReport) -> tuple[Annex, ...] | UnsetType:
    """The office's own appendices: their words, and that there are photos, which stay at home."""
    annexes = annexes_of(report).values()
    told = (Annex(title=each.title, text=each.text, photos=str(len(each.photos))) for each in annexes)
    return tuple(told) or UNSET


def _signer(cover: Cover) -> Signer:
    return Signer(Position="\n".join(cover.signing), FullName=cover.signer)


def _outline(report: OpenReport, phrases: Phrases) -> tuple[OutlineHeading, ...] | UnsetType:
    if report.outline == report.template.outline:
        return UNSET
    return tuple(
        OutlineHeading(section=part.id, level=str(part.level), heading=phrases.heading(part))
        for part in report.outline.sections
    )


def _citation(document: Document) -> Citation:
    """The document within the lengths of the format: a register may tell more of it."""
    return Citation(
        TypeName=document.type_name[:100],
        CodeNumber=document.number[:11],
        CodeNotation=document.notation[:30],
        IssuedDate=document.issued,
        OrganName=document.organ[:200],
        Subject=document.subject[:500],
    )


def _receivers(profile: Profile) -> tuple[Organ, ...]:
    superior = profile.superior
    return (Organ(OrganId=superior.code, OrganName=superior.name),) if superior.name else ()


def cell_of(form: Form, row: Indicator) -> Cell:
    """Return what the report says in a row."""
    entry, answer = form.entry(row.code), form.answer(row.code)
    number = answer.number
    if number is not None and row.kind is Kind.RATIO:
        number = round_half_up(number)
    return Cell(
        state=answer.state,
        value=None if number is None else plain(number),
        stated=entry.said if entry.said and (row.kind.is_computed or entry.is_unread) else None,
        overridden=form.is_overridden(row.code),
        reason=entry.reason,
        note=entry.note,
    )

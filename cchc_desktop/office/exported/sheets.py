"""A report as the exchange workbook shows it to a person."""

from collections.abc import Iterable, Iterator, Mapping

from cchc_desktop.documents.sheets import CellRule, FormSheet, FormSheetRow, ProseSection, WorkbookContent
from cchc_desktop.form.annex import Annex
from cchc_desktop.form.entry import STATE_WORDS
from cchc_desktop.form.form import Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.profile import Profile
from cchc_desktop.narrative.rendering import plain_text
from cchc_desktop.office.figures.notes import printed_note
from cchc_desktop.office.findings.found import kept_reasons
from cchc_desktop.office.printed.annexes import annexes_of
from cchc_desktop.office.printed.phrases import Phrases, report_title
from cchc_desktop.office.prose.prose import rendered_prose
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Appendix, Indicator, Kind
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.number import round_half_up
from cchc_desktop.values.period import short_date

_RULES: Mapping[Kind, CellRule] = {
    Kind.WHOLE: "whole",
    Kind.TOTAL: "whole",
    Kind.MONEY: "money",
    Kind.RATIO: "percent",
    Kind.PERCENT: "percent",
}


def report_sheets(report: OpenReport, *, sequence: int, short_hash: str) -> WorkbookContent:
    """Return what the workbook shows: the cover, the forms as on paper, the prose.

    Of the office's settings only those on Ghi chú apply: the sheets are read again by title and compared
    with the payload figure by figure, so appendices keep their Arabic numbers and ratios two decimals.
    """
    head, form, profile = report.head, report.form, report.archive.profile
    outline, prose = report.outline, rendered_prose(report)
    phrases = Phrases(head, profile, form.template)
    return WorkbookContent(
        title=report_title(head.period),
        author=profile.name,
        made=head.issued or head.deadline,
        cover=(
            *_cover(head, profile, form),
            *_annexes(annexes_of(report).values()),
            *_sending(profile, sequence, short_hash),
            *((f"Giữ nguyên {code}", reason) for code, reason in kept_reasons(report).items()),
        ),
        forms=tuple(_sheet(appendix, report) for appendix in form.template.appendices),
        prose=tuple(
            ProseSection(part.id, phrases.heading(part), plain_text(prose.get(part.id, ())))
            for part in outline.sections
        ),
        state_words=tuple(STATE_WORDS.values()),
    )


def _cover(head: ReportHead, profile: Profile, form: Form) -> tuple[tuple[str, str], ...]:
    template, complete = form.template, form.completeness
    lines = [
        ("Lưu ý", "SỐ LIỆU MẪU, không phải báo cáo thật" if profile.is_sample else ""),
        ("Cơ quan báo cáo", profile.name),
        ("Cơ quan nhận", profile.superior.name),
        ("Kỳ báo cáo", head.period.name),
        ("Số liệu tính", str(head.window)),
        ("Hạn gửi", short_date(head.deadline)),
        ("Bộ biểu mẫu", f"{template.id} phiên bản {template.version} ({template.status})"),
        ("Văn bản", _paper(head)),
        ("Dòng đã trả lời", f"{complete.answered}/{complete.required}"),
    ]
    return tuple((label, value) for label, value in lines if value)


def _paper(head: ReportHead) -> str:
    return f"Số {head.number} ngày {short_date(head.issued)}" if head.is_signed and head.issued else "Chưa ký"


def _sending(profile: Profile, sequence: int, short_hash: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Lần gửi", str(sequence)),
        ("Người lập", profile.prepared_by),
        ("Mã kiểm tra nội dung", short_hash),
    )


def _annexes(annexes: Iterable[Annex]) -> Iterator[tuple[str, str]]:
    """The office's own appendices; their photos are in the printed report alone."""
    for annex in annexes:
        photos = f" ({len(annex.photos)} ảnh, chỉ in trong báo cáo)" if annex.photos else ""
        yield "Phụ lục thêm", f"{annex.title}{photos}"


def _sheet(appendix: Appendix, report: OpenReport) -> FormSheet:
    return FormSheet(
        appendix.title, appendix.name_lines, tuple(_row(report, row) for row in appendix.indicators)
    )


def _row(report: OpenReport, row: Indicator) -> FormSheetRow:
    return sheet_row(row, report.form.answer(row.code), printed_note(report, row.code))


def sheet_row(row: Indicator, answer: Answer, note: str = "") -> FormSheetRow:
    """Return a row as the workbook shows it."""
    number = answer.number
    if number is not None and row.kind is Kind.RATIO:
        number = round_half_up(number)
    return FormSheetRow(
        key=row.code,
        stt=row.stt,
        label=row.label,
        unit=row.unit,
        value=STATE_WORDS.get(answer) if number is None else number,
        note=note,
        kind=row.kind.role,
        rule=row.codes if row.kind is Kind.CODE else _RULES.get(row.kind),
        italic=row.italic,
    )

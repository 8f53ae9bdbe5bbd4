"""The sheets of what is not a report: blank forms, a colleague's rows, letters that people read."""

from collections.abc import Iterable
from datetime import date

from cchc_desktop.documents.sheets import FormSheet, WorkbookContent
from cchc_desktop.exchange.messages import ContributionPayload, RequestPayload, ReturnPayload
from cchc_desktop.form.entry import STATE_WORDS
from cchc_desktop.office.exported.sheets import sheet_row
from cchc_desktop.office.mailroom.filled import CODE_LABEL, OFFICE_LABEL, PERIOD_LABEL, PREPARED_LABEL
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Appendix, Indicator, Template
from cchc_desktop.values.answer import BLANK
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, Window, short_date

_WORDS = tuple(STATE_WORDS.values())
FILLED_IN = frozenset({OFFICE_LABEL, CODE_LABEL, PREPARED_LABEL})
_OPEN_FINDINGS = {
    "ignored": "Không xét",
    "warned": "Cảnh báo khi gửi",
    "stop": "Phải sửa hoặc giải trình trước khi gửi",
}


def request_sheets(payload: RequestPayload, template: Template, made: date) -> WorkbookContent:
    """Return the request as a person reads it, with blank forms to fill in without the program."""
    period = Period.read(payload.period)
    cover = [
        ("Yêu cầu báo cáo", payload.text),
        ("Cơ quan yêu cầu", payload.OrganName),
        (PERIOD_LABEL, period.name),
        ("Số liệu tính", str(Window(payload.window.first, payload.window.last))),
        ("Hạn gửi", short_date(payload.DueDate)),
        ("Phát hiện chưa xử lý", _OPEN_FINDINGS[payload.open_findings]),
        ("Bộ biểu mẫu", f"{template.id} phiên bản {template.version} ({template.status})"),
        (
            "Cách làm",
            "Mở tệp bằng chương trình CCHC Desktop; hoặc điền các ô bên dưới và cột Số liệu rồi gửi lại.",
        ),
        (OFFICE_LABEL, ""),
        (CODE_LABEL, ""),
        (PREPARED_LABEL, ""),
    ]
    return WorkbookContent(
        title=f"Yêu cầu báo cáo {period.name}",
        author=payload.OrganName,
        made=made,
        cover=tuple(line for line in cover if line[1] or line[0] in FILLED_IN),
        forms=tuple(_blank(appendix) for appendix in template.appendices),
        prose=(),
        state_words=_WORDS,
        to_fill_in=FILLED_IN,
    )


def contribution_sheets(
    report: OpenReport, payload: ContributionPayload, asked: Iterable[Indicator], made: date
) -> WorkbookContent:
    """Return the rows a colleague is asked for, with what stands in them now, under their headings."""
    rows = {row.code for row in asked}
    cover = [
        ("Phiếu góp số liệu", payload.text),
        ("Cơ quan", payload.OrganName),
        ("Người được hỏi", payload.To),
        (PERIOD_LABEL, report.head.period.name),
        ("Số liệu tính", str(report.head.window)),
        ("Gửi lại trước ngày", short_date(payload.DueDate) if payload.DueDate else ""),
        ("Người hỏi", payload.prepared_by),
        ("Cách làm", "Điền cột Số liệu, lưu tệp rồi gửi lại."),
    ]
    return WorkbookContent(
        title=f"Phiếu góp số liệu {report.head.period.name}",
        author=payload.OrganName,
        made=made,
        cover=tuple(line for line in cover if line[1]),
        forms=tuple(
            sheet for appendix in report.template.appendices for sheet in _asked(report, appendix, rows)
        ),
        prose=(),
        state_words=_WORDS,
    )


def letter_sheets(title: str, author: str, made: date, lines: Iterable[tuple[str, str]]) -> WorkbookContent:
    """Return a letter of lines: labels and what they say."""
    cover = tuple(line for line in lines if line[1])
    return WorkbookContent(title, author, made, cover, (), (), _WORDS)


def comment_lines(payload: ReturnPayload, template: Template | None) -> Iterable[tuple[str, str]]:
    """Return what is to be corrected, place by place, as a person finds it on paper."""
    for each in payload.comments:
        place, row = "Cả báo cáo", None
        if each.cell:
            row = template.indicators.get(IndicatorCode(each.cell)) if template else None
            place = f"{each.cell} {row.label}" if row else each.cell
        elif each.section:
            place = f"Mục {each.section}"
        quote = f"“{each.quote}”: " if each.quote else ""
        yield place, f"{quote}{each.text}"


def _blank(appendix: Appendix) -> FormSheet:
    rows = tuple(sheet_row(row, BLANK) for row in appendix.indicators)
    return FormSheet(appendix.title, appendix.name_lines, rows)


def _asked(report: OpenReport, appendix: Appendix, rows: set[IndicatorCode]) -> Iterable[FormSheet]:
    shown = tuple(
        sheet_row(row, report.form.answer(row.code)) for row in appendix.indicators if row.code in rows
    )
    if shown:
        yield FormSheet(appendix.title, appendix.name_lines, shown)

"""The contents of the files that leave the program, made and not yet written; loads what makes documents."""

from cchc_desktop.documents.word.report import write_report
from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange.canonical import content_digest, decode, encode
from cchc_desktop.exchange.names import Kind, file_name
from cchc_desktop.exchange.pack import pack
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.office.exports import ExchangeDraft
from cchc_desktop.office.office import Office
from cchc_desktop.office.payload import report_payload
from cchc_desktop.office.printing import printed_report
from cchc_desktop.office.report import ReportRefused
from cchc_desktop.office.sheets import report_sheets
from cchc_desktop.values.period import Period

_SHORT_HASH = 12


def word_report(office: Office, period: Period) -> bytes:
    """Return the Word report."""
    return write_report(printed_report(office.report(period)))


def exchange_draft(office: Office, period: Period) -> ExchangeDraft:
    """Return the exchange file, signed with the key the office has.

    Content that was exported last keeps its sequence and gives the same bytes; other content takes the next.
    What the receiver could not read is refused with `ReportRefused`.
    """
    report = office.report(period)
    last = office.last_export(period)
    content = content_digest(_readable(report_payload(report, 1)))
    is_new = last is None or last.content_hash != content
    sequence = 1 if last is None else last.sequence + is_new
    sheets = report_sheets(report, sequence=sequence, short_hash=content[:_SHORT_HASH])
    packed = pack(workbook(sheets), report_payload(report, sequence), office.private_key())
    name = file_name(
        Kind.REPORT,
        code=office.profile.code,
        name=office.profile.name,
        period=str(period),
        sequence=sequence,
    )
    return ExchangeDraft(packed, name, sequence, content, is_new)


def _readable(payload: ReportPayload) -> ReportPayload:
    """Return the payload if its receiver can read it: a form set or an old file may say more than fits."""
    try:
        decode(encode(payload))
    except ExchangeRefused as error:
        raise ReportRefused(
            "Báo cáo có chỗ dài hơn hoặc khác dạng mà tệp trao đổi chứa được, nên chưa ghi gì. Hãy rút ngắn "
            "tên cơ quan, chức vụ, người ký và ký hiệu văn bản, hoặc xem lại bộ biểu mẫu."
        ) from error
    return payload

"""The contents of the files that leave the program, made and not yet written; loads what makes documents."""

import msgspec

from cchc_desktop.documents.word.report import write_report
from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange.canonical import content_digest, decode, encode
from cchc_desktop.exchange.names import Kind, file_name
from cchc_desktop.exchange.pack import pack
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.office.exported.exports import ExchangeDraft
from cchc_desktop.office.exported.payload import report_payload
from cchc_desktop.office.exported.sheets import report_sheets
from cchc_desktop.office.exported.superseding import sent_report, supersedes
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.office.report import ReportRefused
from cchc_desktop.values.period import Period

_SHORT_HASH = 12


def word_report(office: Office, period: Period) -> bytes:
    """Return the Word report."""
    return write_report(printed_report(office.report(period)))


def exchange_draft(office: Office, period: Period, reason: str | None = None) -> ExchangeDraft:
    """Return the exchange file, signed with the key the office has.

    Content that was exported last keeps its sequence and gives the same bytes; other content takes the next
    and says what it supersedes and where it differs, for the `reason` that is given. An empty reason is
    refused with `ReportRefused`, as is what the receiver could not read; None asks for none.
    """
    report, profile = office.report(period), office.profile
    last = office.last_export(period)
    payload = _readable(report_payload(report, 1))
    content = content_digest(payload)
    is_new = last is None or last.content_hash != content
    sequence = 1 if last is None else last.sequence + is_new
    name = file_name(Kind.REPORT, code=profile.code, name=profile.name, period=str(period), sequence=sequence)
    sent = sent_report(office.archive.db, period, sequence)
    if sent and not is_new:
        return ExchangeDraft(sent.content, name, sequence, content, is_new)
    payload = msgspec.structs.replace(payload, sequence=str(sequence))
    if last is not None and is_new:
        superseded = supersedes(office.archive.db, period, last, payload, reason)
        payload = msgspec.structs.replace(payload, supersedes=superseded)
        reason = superseded.reason
    sheets = report_sheets(report, sequence=sequence, short_hash=content[:_SHORT_HASH])
    packed = pack(workbook(sheets), payload, office.private_key())
    return ExchangeDraft(packed, name, sequence, content, is_new, reason or "")


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

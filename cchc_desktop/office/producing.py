"""The files a report leaves as: the Word report and the exchange file."""

from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.documents.word import write_report
from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange.canonical import content_digest, decode, encode
from cchc_desktop.exchange.names import Kind, file_name
from cchc_desktop.exchange.pack import pack
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.office.office import Office
from cchc_desktop.office.payload import report_payload
from cchc_desktop.office.printing import printed_report
from cchc_desktop.office.report import ReportRefused
from cchc_desktop.office.sheets import report_sheets
from cchc_desktop.office.writing import make_folder, write_whole
from cchc_desktop.values.period import Period

_SHORT_HASH = 12


@dataclass(frozen=True, slots=True)
class Exported:
    """An exchange file that was written."""

    path: Path
    sequence: int
    is_new: bool
    """Whether the content was another than the last exported one."""


def write_word_report(office: Office, period: Period, out: Path) -> Path:
    """Write the Word report and return its path; an existing file is replaced whole."""
    return write_whole(out, write_report(printed_report(office.report(period))))


def write_exchange_file(office: Office, period: Period, folder: Path) -> Exported:
    """Write the exchange file into the folder.

    Content that was exported last keeps its sequence and gives the same bytes; other content takes the next.
    What the receiver could not read is refused with `ReportRefused` before anything is written.
    """
    report = office.report(period)
    make_folder(folder)  # before the office takes a key for what cannot be written
    last = office.last_export(period)
    content = content_digest(_readable(report_payload(report, 1)))
    is_new = last is None or last.content_hash != content
    sequence = 1 if last is None else last.sequence + is_new
    sheets = report_sheets(report, sequence=sequence, short_hash=content[:_SHORT_HASH])
    payload = report_payload(report, sequence)
    packed = pack(workbook(sheets), payload, office.private_key())
    name = file_name(
        Kind.REPORT,
        code=office.profile.code,
        name=office.profile.name,
        period=str(period),
        sequence=sequence,
    )
    path = write_whole(folder / name, packed)
    if is_new:
        office.record_export(period, sequence, content, path.name)
    return Exported(path, sequence, is_new)


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

"""What goes back to an office below: its report with comments at cells and passages, or a receipt."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date
from functools import partial
from pathlib import Path

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.messages import Comment, ReceiptPayload, ReturnPayload
from cchc_desktop.exchange.names import Kind, file_name
from cchc_desktop.exchange.payload import Organ
from cchc_desktop.form.review import Review
from cchc_desktop.office.mailroom.blank_sheets import comment_lines, letter_sheets
from cchc_desktop.office.mailroom.outgoing import Letter, Maker, Sent, send_all_out, send_out, signed_here
from cchc_desktop.office.mailroom.reviewing import ReviewRefused, UnderReview, save_step, under_review
from cchc_desktop.office.office import Office
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.moment import short_moment
from cchc_desktop.values.period import Period, short_date
from cchc_desktop.values.text import normal

_SHORT_HASH = 12


def hand_back(
    office: Office,
    below: str,
    period: Period,
    comments: Sequence[Comment],
    folder: Path,
    *,
    text: str = "",
    deadline: date | None = None,
    make: Maker = signed_here,
) -> Sent:
    """Write the return with comments at cells and passages; the report is with its office again.

    An office that filled its report in by hand reads the return as the workbook it is. `below` is the
    office's id, code or name. Raises `ReviewRefused`.
    """
    found = under_review(office, below, period)
    told = normal(text)
    _refuse_unsound(found, comments, told)
    letter = _return(office, found, comments, told, deadline)
    step = partial(save_step, office, found.received, Review.RETURNED, told)
    try:
        return send_out(office, letter, folder, make, step)
    except CchcError:
        office.forget(period)  # totals that its own report took over were taken back on the disk
        raise


def write_receipt(office: Office, below: str, period: Period, folder: Path, *, text: str = "") -> Sent:
    """Write what was received of an office, when, and whether it is accepted. Raises `ReviewRefused`."""
    (sent,) = write_receipts(office, (below,), period, folder, text=text)
    return sent


def write_receipts(
    office: Office,
    below: Sequence[str],
    period: Period,
    folder: Path,
    *,
    text: str = "",
    make: Maker = signed_here,
) -> tuple[Sent, ...]:
    """Write a receipt as above for each of the offices."""
    letters = [_receipt(office, under_review(office, each, period), normal(text)) for each in below]
    return send_all_out(office, letters, folder, make)


def _return(
    office: Office, found: UnderReview, comments: Sequence[Comment], text: str, deadline: date | None
) -> Letter:
    period, profile = found.received.period, office.profile
    payload = ReturnPayload(
        OrganId=profile.code,
        OrganName=profile.name,
        period=str(period),
        sequence=str(max(found.package.sequence, 1)),
        prepared_by=profile.prepared_by,
        text=text,
        To=_receiver(found),
        content=found.package.content_hash,
        DueDate=deadline,
        comments=tuple(comments),
    )
    lines = [
        *_lines("Trả lại báo cáo", found, profile.name),
        ("Nội dung", payload.text),
        ("Gửi lại trước ngày", short_date(deadline) if deadline else ""),
        *comment_lines(payload, found.template),
    ]
    sheets = letter_sheets(f"Trả lại báo cáo {period.name}", profile.name, office.archive.today, lines)
    return Letter(payload, sheets, _name(Kind.RETURN, found), found.office.id)


def _receipt(office: Office, found: UnderReview, text: str) -> Letter:
    period = found.received.period
    is_accepted = found.received.stage is Review.ACCEPTED
    came = found.package.came.astimezone(UTC).replace(microsecond=0)
    profile = office.profile
    payload = ReceiptPayload(
        OrganId=profile.code,
        OrganName=profile.name,
        period=str(period),
        sequence=str(max(found.package.sequence, 1)),
        prepared_by=profile.prepared_by,
        text=text,
        To=_receiver(found),
        content=found.package.content_hash,
        received=came.isoformat(timespec="seconds"),
        status="accepted" if is_accepted else "received",
    )
    lines = [
        *_lines("Biên nhận", found, profile.name),
        ("Đến lúc", short_moment(came)),
        ("Tình trạng", "Đã tiếp nhận" if is_accepted else "Đã nhận"),
        ("Mã kiểm tra nội dung", found.package.content_hash[:_SHORT_HASH]),
        ("Nội dung", payload.text),
    ]
    sheets = letter_sheets(f"Biên nhận {period.name}", profile.name, came.astimezone().date(), lines)
    return Letter(payload, sheets, _name(Kind.RECEIPT, found), found.office.id)


def _refuse_unsound(found: UnderReview, comments: Sequence[Comment], text: str) -> None:
    if not comments and not text:
        raise ReviewRefused("Chưa ghi cần sửa gì. Hãy ghi góp ý tại ô, tại đoạn, hoặc ghi chung.")
    rows, sections = found.template.indicators if found.template else {}, _sections(found)
    for each in comments:
        if each.cell and rows and IndicatorCode(each.cell) not in rows:
            raise ReviewRefused(
                f"Biểu mẫu của báo cáo không có dòng {each.cell}. Hãy kiểm tra lại mã dòng của góp ý."
            )
        if each.section and sections and each.section not in sections:
            raise ReviewRefused(
                f"Báo cáo không có mục {each.section}. Hãy kiểm tra lại mã mục của góp ý, ví dụ I.1."
            )
        if not normal(each.text):
            place = each.cell or each.section or "báo cáo"
            raise ReviewRefused(f"Góp ý ở {place} còn trống. Hãy ghi cần sửa gì.")


def _sections(found: UnderReview) -> set[str]:
    """The sections that a comment can be about: those of the form set, and those of the office's own."""
    known = {part.id for part in found.template.outline.sections} if found.template else set()
    if found.payload is None:
        return known
    known |= {part.section for part in found.payload.prose}
    return known | {heading.section for heading in found.payload.outline or ()}


def _lines(title: str, found: UnderReview, sender: str) -> Iterable[tuple[str, str]]:
    return (
        (title, found.received.period.name),
        ("Cơ quan gửi", sender),
        ("Gửi cho", found.office.name),
        ("Lần gửi", str(found.package.sequence or "")),
    )


def _receiver(found: UnderReview) -> Organ:
    """The office as its own file names it, so that it knows itself."""
    if found.payload is None:
        return Organ(OrganId=found.office.code, OrganName=found.office.name)
    return Organ(OrganId=found.payload.OrganId, OrganName=found.payload.OrganName)


def _name(kind: Kind, found: UnderReview) -> str:
    return file_name(
        kind,
        code=found.office.code,
        name=found.office.name,
        period=str(found.received.period),
        sequence=max(found.package.sequence, 1),
    )

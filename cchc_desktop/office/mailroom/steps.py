"""The road of a report between lock and mail: trình ký, đã ký, and every step back with its reason."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.printed.covers import cover_of, set_cover
from cchc_desktop.office.reading import whole_content
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.packages import Direction, content_of, list_packages
from cchc_desktop.storage.signed_papers import load_papers, remove_papers, save_paper
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.text import normal

LARGEST_PAPER = 20 * 1024 * 1024
_PDF = b"%PDF-"
_BEFORE: Mapping[Stage, Stage] = {
    Stage.CHECKED: Stage.DRAFT,
    Stage.PRESENTED: Stage.LOCKED,
    Stage.SIGNED: Stage.PRESENTED,
    Stage.RETURNED: Stage.SUBMITTED,
}
"""Where a step back leads; from SUBMITTED it depends on whether the report was signed."""


class StepRefused(CchcError):
    """The report cannot take that step now."""


def present(report: OpenReport) -> Changes:
    """Note that the report lies with whoever signs; its figures are locked, its words may still be mended."""
    if report.head.stage is not Stage.LOCKED:
        raise StepRefused(_wrong_place(report, "trình ký", "Hãy chốt số liệu trước."))
    return report.set_head(replace(report.head, stage=Stage.PRESENTED))


def sign(
    report: OpenReport, number: str, issued: date, *, signer: str = "", paper: Path | None = None
) -> Changes:
    """Note number, date and signer of the signed report, and attach the PDF that came back, if there is one.

    Raises `StepRefused`, and `FileRefused` for what is no PDF.
    """
    if report.head.stage not in (Stage.LOCKED, Stage.PRESENTED):
        raise StepRefused(_wrong_place(report, "ghi nhận đã ký", "Hãy chốt số liệu rồi trình ký trước."))
    if not normal(number):
        raise StepRefused("Văn bản đã ký cần có số. Hãy ghi số văn bản do văn thư cấp.")
    content = _paper(paper) if paper else b""
    cover = cover_of(report)
    archive, period = report.archive, report.head.period
    with writing(archive.db):
        remove_papers(archive.db, period)  # those of a signature before belong to what was sent then
        if paper:
            save_paper(archive.db, period, paper.name, content, now=archive.clock())
        set_cover(report, replace(cover, number=number, issued=issued, signer=normal(signer) or cover.signer))
        report.set_head(replace(report.head, stage=Stage.SIGNED))
    return Changes(period, head=True)


def step_back(report: OpenReport, reason: str) -> Changes:
    """Take the last step of the road back, for a reason that the journal keeps.

    What was signed is signed no longer: number, date and papers go with that step. Locked figures are opened
    by `locking.unlock`, and what the superior accepted only by the superior's return.
    """
    head = report.head
    if not normal(reason):
        raise StepRefused("Lùi một bước cần có lý do. Hãy ghi lý do, ví dụ “Lãnh đạo yêu cầu sửa”.")
    before = _BEFORE.get(head.stage)
    if head.stage is Stage.SUBMITTED:
        before = Stage.SIGNED if head.is_signed else Stage.LOCKED
    if before is None:
        raise StepRefused(_wrong_place(report, "lùi một bước", "Không có bước nào để lùi."))
    archive = report.archive
    new = replace(head, stage=before)
    with writing(archive.db):
        if head.stage is Stage.SIGNED:
            new = replace(new, number="", issued=None)
            remove_papers(archive.db, head.period)
        if head.stage is Stage.RETURNED:
            new = _as_sent(report, new)
        report.set_head(new, normal(reason))
    return Changes(head.period, head=True)


def signed_papers(report: OpenReport) -> Mapping[str, bytes]:
    """Return the attached signed papers by name; of a report that is signed no longer, none."""
    return load_papers(report.archive.db, report.head.period) if report.head.is_signed else {}


def was_sent(report: OpenReport) -> bool:
    """Whether the report has been sent before, so that sending other content needs a reason."""
    stages = history(report.archive.db, report.head.period, "stage", Subject.REPORT)
    return any(change.new == compact(Stage.SUBMITTED.value) for change in stages)


def _as_sent(report: OpenReport, head: ReportHead) -> ReportHead:
    """The head with the number and date under which the report was last sent."""
    db = report.archive.db
    sent = list_packages(db, Direction.OUT, period=head.period, kind="report")
    payload = payload_in(content_of(db, sent[-1].id)) if sent else None
    if not isinstance(payload, ReportPayload):
        return head
    return replace(head, number=payload.CodeNumber, issued=payload.IssuedDate)


def _paper(file: Path) -> bytes:
    too_large = f"Tệp {file.name} lớn hơn 20 MB. Hãy quét lại với độ phân giải thấp hơn."
    content = whole_content(file, LARGEST_PAPER, too_large)
    if not content.startswith(_PDF):
        raise FileRefused(f"Tệp {file.name} không phải là PDF. Hãy chọn bản PDF đã ký hoặc bản quét PDF.")
    return content


def _wrong_place(report: OpenReport, step: str, remedy: str) -> str:
    head = report.head
    return f"Báo cáo {head.period.name} đang ở bước “{head.stage.label}” nên chưa {step} được. {remedy}"

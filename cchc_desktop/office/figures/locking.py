"""Chốt số liệu: what stands in its way, how figures become final and how they are opened again."""

from dataclasses import replace

from cchc_desktop.errors import CchcError
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.figures.locked import Lock, ReportLocked, lock_on, refuse_locked
from cchc_desktop.office.keeping.backups import Why
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.completeness import unanswered
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.wording import in_words
from cchc_desktop.values.period import Period
from cchc_desktop.values.text import normal

_NO_DRAFT = "Báo cáo đang ở bước “{stage}”. Chỉ ghi “Đã kiểm tra” được cho báo cáo đang nhập."
_OPEN_AGAIN = "Báo cáo đang ở bước “{stage}” nên không có gì để mở. Không phải làm gì."


class LockRefused(CchcError):
    """The report cannot take that step; `findings` say what stands in its way, if anything does."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


def what_blocks_lock(report: OpenReport) -> tuple[Finding, ...]:
    """Return what has to be settled before the figures can be final, in printed order of the rows.

    What cannot be true, what nobody could read, and asked rows without an answer. Everything else may stay:
    the other findings travel with the report, with their justification where there is one.
    """
    blocking = [finding for finding in report.findings if finding.severity is Severity.BLOCK]
    order = {code: place for place, code in enumerate(report.template.indicators)}
    return tuple(sorted([*blocking, *unanswered(report.form)], key=lambda finding: order[finding.cell]))


def what_waits(report: OpenReport) -> tuple[Finding, ...]:
    """Return the warnings that nobody has corrected or justified yet: a checked report has none."""
    return tuple(
        finding
        for finding in report.findings
        if finding.severity is Severity.WARN and finding.code not in report.kept
    )


def mark_checked(report: OpenReport) -> Changes:
    """Say that the report was checked: nothing blocks its lock, and every warning is settled or justified.

    The next change of a figure makes it a draft again.
    """
    refuse_locked(report.archive, report.head)
    if report.head.stage is not Stage.DRAFT:
        raise LockRefused(_NO_DRAFT.format(stage=report.head.stage.label))
    _refuse_unsettled(report, (*what_blocks_lock(report), *what_waits(report)), "Chưa ghi được “Đã kiểm tra”")
    return _step(report, Stage.CHECKED)


def what_hinders_checked(report: OpenReport) -> str:
    """Say why `mark_checked` would refuse; empty where it would not."""
    if report.head.stage is not Stage.DRAFT:
        return _NO_DRAFT.format(stage=report.head.stage.label)
    if left := len(what_blocks_lock(report)) + len(what_waits(report)):
        return f"Còn {left} chỗ phải trả lời, sửa hoặc giải trình rồi mới ghi được “Đã kiểm tra”."
    return ""


def lock(office: Office, period: Period) -> Changes:
    """Make the figures of the period's report final; `LockRefused` lists what stands in the way.

    The office file is backed up as it then is; where that fails the lock stands, and
    `Office.backup_trouble` says why.
    """
    report = office.report(period)
    refuse_locked(report.archive, report.head)
    _refuse_unsettled(report, what_blocks_lock(report), "Chưa chốt được số liệu")
    changes = _step(report, Stage.LOCKED)
    if not office.profile.is_sample:
        _back_up(office)
    return changes


def unlock(report: OpenReport, reason: str) -> Changes:
    """Open locked figures again, for a reason that the journal keeps.

    A report that was signed or sent is signed no longer: the next one gets a number of its own. A report
    that the superior has accepted is opened by the superior's return only.
    """
    present = lock_on(report.archive, report.head)
    if present is None:
        raise LockRefused(_OPEN_AGAIN.format(stage=report.head.stage.label))
    if present.stage is Stage.ACCEPTED:
        raise ReportLocked(present.words)
    written = normal(reason)
    if not written:
        raise LockRefused("Mở chốt số liệu cần có lý do. Hãy ghi lý do, ví dụ “Sửa theo ý kiến lãnh đạo”.")
    head = report.head
    was_signed = head.stage in (Stage.SIGNED, Stage.SUBMITTED)
    return report.set_head(replace(head.unsigned if was_signed else head, stage=Stage.DRAFT), written)


def locked_by(report: OpenReport) -> Lock | None:
    """Return who locked the figures and when, or None while they may be changed."""
    return lock_on(report.archive, report.head)


def _back_up(office: Office) -> None:
    try:
        office.back_up(Why.LOCK)
    except CchcError as trouble:
        office.backup_trouble = trouble


def _step(report: OpenReport, stage: Stage, reason: str = "") -> Changes:
    return report.set_head(replace(report.head, stage=stage), reason)


def _refuse_unsettled(report: OpenReport, findings: tuple[Finding, ...], what: str) -> None:
    if not findings:
        return
    first = findings[0]
    words = in_words(first, report.form)
    place = report.form.template.appendix_of(first.cell)
    row = report.template.indicators[first.cell]
    raise LockRefused(
        f"{what}: còn {len(findings)} chỗ phải xem. Trước hết là dòng {row.stt.rstrip('.')} “{row.label}” "
        f"{place.title}: {words.message} {words.remedy}",
        findings,
    )

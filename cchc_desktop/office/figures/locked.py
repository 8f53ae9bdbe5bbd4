"""Figures that are final: by whom and when they were locked, and the refusal to change them."""

from dataclasses import dataclass
from datetime import datetime

from cchc_desktop.errors import CchcError
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.archive import Archive
from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.values.moment import moment_in_sentence
from cchc_desktop.values.period import Period


class ReportLocked(CchcError):
    """The report's figures are locked and stay as they are."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Who locked a report's figures, and when."""

    period: Period
    stage: Stage
    who: str
    at: datetime
    """Local time."""

    @property
    def words(self) -> str:
        """Why the cells cannot be changed, by whom and since when, and what opens them."""
        name = self.who or "người chưa ghi tên"
        opening = (
            "Cơ quan nhận đã tiếp nhận báo cáo; muốn sửa thì đề nghị cơ quan nhận trả lại."
            if self.stage is Stage.ACCEPTED
            else "Muốn sửa thì mở chốt số liệu và ghi lý do."
        )
        return (
            f"Số liệu {self.period.name} đã chốt lúc {moment_in_sentence(self.at)}, "
            f"người chốt: {name}. {opening}"
        )


def lock_on(archive: Archive, head: ReportHead) -> Lock | None:
    """Return the lock on the report's figures, or None while they may be changed."""
    if not head.stage.holds_figures:
        return None
    stages = history(archive.db, head.period, "stage", Subject.REPORT)
    final = {compact(stage.value) for stage in Stage if stage.holds_figures}
    locked = next(change for change in reversed(stages) if change.old not in final)
    return Lock(head.period, head.stage, locked.who, locked.at.astimezone())


def text_lock_on(archive: Archive, head: ReportHead) -> Lock | None:
    """Return the lock on the report's prose, or None while it may be changed."""
    return lock_on(archive, head) if head.stage.holds_text else None


def refuse_locked_text(archive: Archive, head: ReportHead) -> None:
    """Raise `ReportLocked` where the prose is final."""
    if lock := text_lock_on(archive, head):
        raise ReportLocked(lock.words)


def refuse_locked(archive: Archive, head: ReportHead) -> None:
    """Raise `ReportLocked` where the figures are locked."""
    if lock := lock_on(archive, head):
        raise ReportLocked(lock.words)

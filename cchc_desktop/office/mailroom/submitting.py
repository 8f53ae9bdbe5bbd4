"""Sending a report up: the files in one folder, the words of the mail, what was sent remembered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from cchc_desktop.errors import CchcError
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.exported.exports import ExchangeDraft, Exported
from cchc_desktop.office.exported.producing import drafted, drafted_aside, worded_aside
from cchc_desktop.office.figures.locking import what_blocks_lock, what_waits
from cchc_desktop.office.mailroom.covering_mail import mail_of
from cchc_desktop.office.mailroom.mails import MAIL, Draft, draft_mail
from cchc_desktop.office.mailroom.requests_in import open_findings_policy
from cchc_desktop.office.mailroom.steps import signed_papers, was_sent
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.phrases import word_name
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.writing import make_folder, write_whole
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.period import Period
from cchc_desktop.values.text import normal

_SENDABLE = (Stage.LOCKED, Stage.PRESENTED, Stage.SIGNED, Stage.SUBMITTED, Stage.ACCEPTED)

_UNSIGNED = "Báo cáo chưa ký; bản đã ký có thể gửi sau, tính là lần gửi tiếp theo."

Worder: TypeAlias = Callable[[Office, Period], bytes]
"""Makes the Word report."""


class SubmitRefused(CchcError):
    """The report cannot be sent as it is."""


class Drafter(Protocol):
    """Makes the exchange file of a report; `reason` says why it leaves again."""

    def __call__(self, office: Office, period: Period, reason: str | None = None) -> ExchangeDraft: ...


@dataclass(frozen=True, slots=True)
class Submitted:
    """What was written to be sent."""

    exported: Exported
    files: tuple[Path, ...]
    """The exchange file first, then the signed papers and the Word report."""
    mail: Draft
    draft: Path | None
    """The mail as a file to open in a mail program, where it was asked for."""
    warnings: tuple[str, ...]
    """What the person who sends should know: unsigned, findings that nobody settled."""


def submit(
    office: Office,
    period: Period,
    folder: Path,
    *,
    reason: str = "",
    with_draft: bool = False,
    draft: Drafter = drafted,
    word: Worder | None = None,
) -> Submitted:
    """Write what is sent into the folder and put the report into the stage SUBMITTED.

    Figures must be locked. Content that was sent before takes the next number and needs a reason; the file
    says which one it supersedes and lists what changed. Not signed, it is sent all the same and marked.
    `word` makes the Word report that goes along; None: none does. Raises `SubmitRefused`, also where the
    superior wants open findings settled first.
    """
    report = office.report(period)
    warnings = tuple(_warnings(office, report))
    make_folder(folder)  # before the office takes a key for what cannot be written
    found = draft(office, period, _reason(report, reason))
    papers = {Path(name).name: paper for name, paper in signed_papers(report).items()}
    if word:
        papers[word_name(period)] = word(office, period)
    files = (
        write_whole(folder / found.name, found.content),
        *(write_whole(folder / name, paper) for name, paper in papers.items()),
    )
    mail = mail_of(office, report, found.sequence, files)
    mail_file = write_whole(files[0].with_suffix(MAIL), draft_mail(mail)) if with_draft else None
    _remember(office, report, found, normal(reason))
    return Submitted(Exported(files[0], found.sequence, found.is_new), files, mail, mail_file, warnings)


def submit_aside(
    path: Path,
    period: Period,
    folder: Path,
    *,
    reason: str = "",
    with_draft: bool = False,
    with_word: bool = False,
    still_wanted: Callable[[], object],
) -> Submitted:
    """Submit an office's report as above, what leaves being made in child processes.

    `still_wanted` may raise until the writing begins.
    """
    draft = partial(drafted_aside, still_wanted=still_wanted)
    word = partial(worded_aside, still_wanted=still_wanted) if with_word else None
    with Office.open(path) as office:
        return submit(office, period, folder, reason=reason, with_draft=with_draft, draft=draft, word=word)


def _remember(office: Office, report: OpenReport, draft: ExchangeDraft, reason: str) -> None:
    """Remember what was sent and that it was, both or neither, once every file is whole in its folder."""
    period = report.head.period
    try:
        with writing(office.archive.db):
            if draft.is_new:
                office.record_export(period, draft, draft.name)
            if report.head.stage not in (Stage.SUBMITTED, Stage.ACCEPTED):
                report.set_head(replace(report.head, stage=Stage.SUBMITTED), reason)
    except CchcError:
        office.forget(period)  # what it took in memory was taken back on the disk
        raise


def _reason(report: OpenReport, reason: str) -> str | None:
    """Return why the report leaves again; None where it has never been sent, so that nobody has to say."""
    return normal(reason) if was_sent(report) or normal(reason) else None


def _warnings(office: Office, report: OpenReport) -> list[str]:
    head = report.head
    if head.stage not in _SENDABLE:
        raise SubmitRefused(
            f"Báo cáo {head.period.name} đang ở bước “{head.stage.label}”. Hãy chốt số liệu rồi gửi."
        )
    found = [] if head.is_signed else [_UNSIGNED]
    policy = open_findings_policy(office, head.period)
    waiting = (*what_blocks_lock(report), *what_waits(report))
    if waiting and policy != "ignored":
        sentence = f"Còn {len(waiting)} phát hiện chưa sửa và chưa giải trình."
        if policy == "stop":
            raise SubmitRefused(
                f"{sentence} Cơ quan nhận yêu cầu xử lý hết trước khi gửi. Hãy sửa hoặc giải trình từng phát "
                "hiện."
            )
        found.append(sentence)
    return found

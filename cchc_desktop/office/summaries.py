"""Tổng quan: how far each report of the office is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from cchc_desktop.form.form import Completeness, Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.deadline import working_days_left
from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.storage.journal import last_changes
from cchc_desktop.storage.justifications import load_all_kept
from cchc_desktop.storage.submissions import Submission, last_submissions
from cchc_desktop.values.period import Period

_Checked: TypeAlias = dict[Period, tuple[tuple[Form | None, ...], tuple[Finding, ...]]]
"""Findings by period, with the forms in which they were found."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One report at a glance."""

    head: ReportHead
    completeness: Completeness
    working_days_left: int
    """To the deadline; negative once it has passed."""
    found: Mapping[Severity, int]
    """How many findings nobody has justified, by severity."""
    kept: int
    """How many findings stand with a justification."""
    saved: datetime | None
    """When the report last changed, in local time."""
    sent: Submission | None
    """What left last as an exchange file."""


class Summaries:
    """The summaries of an office's reports; a report is checked again only where its forms changed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._checked: _Checked = {}

    def all(self, today: date) -> tuple[Summary, ...]:
        """Return every report's summary, the latest period first."""
        db = self._archive.db
        saved, sent, kept = last_changes(db), last_submissions(db), load_all_kept(db)
        forms = self._archive.forms()
        return tuple(
            self._summary(
                head,
                forms[head.period],
                kept.get(head.period, {}),
                days_left=working_days_left(today, head.deadline),
                saved=saved.get(head.period),
                sent=sent.get(head.period),
            )
            for head in self._archive.heads()
        )

    def _summary(
        self,
        head: ReportHead,
        form: Form,
        kept: Mapping[str, str],
        *,
        days_left: int,
        saved: datetime | None,
        sent: Submission | None,
    ) -> Summary:
        findings = self._findings(head, form)
        standing = [finding for finding in findings if finding.code not in kept]
        return Summary(
            head,
            form.completeness,
            days_left,
            found=Counter(finding.severity for finding in standing),
            kept=len(findings) - len(standing),
            saved=saved.astimezone() if saved else None,
            sent=sent,
        )

    def _findings(self, head: ReportHead, form: Form) -> tuple[Finding, ...]:
        past = self._archive.past(head)
        parts = past.shorter.parts if past.shorter else ()
        used = (form, past.previous, past.earlier_this_year, *parts)
        known, findings = self._checked.get(head.period, ((), ()))
        if len(known) != len(used) or any(a is not b for a, b in zip(known, used, strict=True)):
            findings = check(form, past)
            self._checked[head.period] = used, findings
        return findings

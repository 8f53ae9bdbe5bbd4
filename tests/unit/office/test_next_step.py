"""The one thing to do next."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from cchc_desktop.form.form import Completeness
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.deadline import due_words
from cchc_desktop.office.next_step import Step, next_step
from cchc_desktop.office.proposing import Proposal
from cchc_desktop.office.summaries import Summary
from cchc_desktop.rules.finding import Severity
from cchc_desktop.storage.submissions import Submission
from cchc_desktop.values.period import Period

Q3, Q4 = Period.read("2026-Q3"), Period.read("2026-Q4")
PROPOSED = Proposal(Q4, Q4.window, date(2026, 12, 16), "X25")
HEAD = ReportHead(Q3, "X25", "1", Q3.window, date(2026, 9, 16))
DONE = Summary(HEAD, Completeness(100, 100), 2, found={}, kept=0, saved=None, sent=None)
SENT = Submission(1, "", "BC.xlsx", datetime(2026, 9, 15, tzinfo=UTC))


def test_an_office_with_no_report_begins_the_one_that_is_due() -> None:
    found = next_step((), PROPOSED)
    assert (found.step, found.period) == (Step.BEGIN, Q4)
    assert "Quý IV năm 2026" in found.sentence


@pytest.mark.parametrize(
    ("summary", "step", "words"),
    [
        (replace(DONE, completeness=Completeness(97, 100)), Step.ANSWER, "còn 3 dòng chưa trả lời"),
        (replace(DONE, found={Severity.BLOCK: 1, Severity.WARN: 2}), Step.SETTLE, "còn 3 phát hiện"),
        (replace(DONE, found={Severity.NOTE: 5}), Step.LOCK, "Chốt số liệu"),
        (replace(DONE, head=replace(HEAD, stage=Stage.LOCKED)), Step.SEND, "đã chốt"),
        (replace(DONE, head=replace(HEAD, stage=Stage.PRESENTED)), Step.SEND, "đang trình ký"),
        (replace(DONE, head=replace(HEAD, stage=Stage.SIGNED)), Step.SEND, "đã ký. Gửi cấp trên"),
        (replace(DONE, head=replace(HEAD, stage=Stage.LOCKED), sent=SENT), Step.BEGIN, "Quý IV năm 2026"),
        (replace(DONE, head=replace(HEAD, stage=Stage.RETURNED)), Step.LOCK, "Chốt số liệu"),
    ],
)
def test_the_latest_report_says_what_it_waits_for(summary: Summary, step: Step, words: str) -> None:
    found = next_step((summary,), PROPOSED)
    assert found.step is step
    assert words in found.sentence


def test_a_deadline_is_told_in_working_days() -> None:
    assert [due_words(days) for days in (2, 0, -3)] == [
        "còn 2 ngày làm việc",
        "hôm nay",
        "quá 3 ngày làm việc",
    ]

"""Locked figures: what stands in the way of a lock, what a lock refuses, and how it is opened."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc_desktop.__main__ import main
from cchc_desktop.form.stage import Stage
from cchc_desktop.narrative.arranging import Part
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.figures.filling import Filling
from cchc_desktop.office.figures.locked import ReportLocked
from cchc_desktop.office.figures.locking import (
    LockRefused,
    lock,
    locked_by,
    mark_checked,
    unlock,
    what_blocks_lock,
    what_hinders_checked,
    what_waits,
)
from cchc_desktop.office.keeping.backups import backups
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.covers import cover_of, set_cover
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Window
from cchc_desktop.values.source import Source
from tests.unit.office.an_office import NOW, Q3, reopened

LATER = timedelta(days=5)


CHANGING: Mapping[str, Callable[[OpenReport], object]] = {
    "enter": lambda report: report.enter("PL2.1", "7"),
    "annotate": lambda report: report.annotate("PL2.1", "ghi chú"),
    "clear": lambda report: report.clear(tuple(report.form.entries)[:1]),
    "put": lambda report: report.put(report.form.entries, Source.UNDONE),
    "take_fed": lambda report: report.take_fed(()),
    "take_back_override": lambda report: report.take_back_override("PL2.2"),
    "keep": lambda report: report.keep(report.findings[0].code, "có lý do"),
    "reschedule": lambda report: report.reschedule(
        Window(report.head.window.first, report.head.window.last - LATER), report.head.deadline
    ),
    "set_head": lambda report: report.set_head(
        replace(report.head, window=Window(report.head.window.first + LATER, report.head.window.last))
    ),
}
"""Every call of a report that can change its figures or what stands beside them."""
FREE: Mapping[str, Callable[[OpenReport], Changes]] = {
    "write": lambda report: report.write("I.1", "Lời văn người ký sửa."),
    "mark_section": lambda report: report.mark_section("I.1", is_done=True),
    "keep_in_prose": lambda report: report.keep_in_prose("R8-I.1-0000", "I.1", "có lý do"),
    "arrange": lambda report: report.arrange((Part("I.1", is_hidden=True),)),
}
"""Calls that a lock leaves free: the head corrects the words before signing."""


def test_every_call_that_changes_something_is_known_to_these_tests() -> None:
    calls = inspect.getmembers(OpenReport, inspect.isfunction)
    changing = {name for name, call in calls if inspect.signature(call).return_annotation is Changes}
    assert changing == {*CHANGING, *FREE}


@pytest.mark.parametrize("name", CHANGING)
def test_locked_figures_refuse_every_change_and_stay(office: Office, full: OpenReport, name: str) -> None:
    full.enter("PL2.2", "100", "theo biên bản")
    full.enter("PL2.4.1", "9")
    lock(office, Q3)
    before = full.form, full.head, dict(full.kept)
    with pytest.raises(ReportLocked, match=r"đã chốt lúc .+ người chốt: Trần Thị Mẫu\. Muốn sửa thì mở"):
        CHANGING[name](full)
    assert (full.form, full.head, dict(full.kept)) == before
    with Office.look(office.path) as other:
        assert other.report(Q3).form.entries == full.form.entries


@pytest.mark.parametrize("name", FREE)
def test_the_words_stay_free_while_figures_are_locked(office: Office, full: OpenReport, name: str) -> None:
    lock(office, Q3)
    assert FREE[name](full)


@pytest.mark.parametrize("name", FREE)
def test_the_words_of_a_report_that_was_sent_stay(full: OpenReport, name: str) -> None:
    full.set_head(replace(full.head, stage=Stage.SUBMITTED))
    with pytest.raises(ReportLocked, match="đã chốt"):
        FREE[name](full)
    assert not full.prose


def test_a_file_cannot_be_read_into_locked_figures(office: Office, full: OpenReport) -> None:
    lock(office, Q3)
    with pytest.raises(ReportLocked):
        Filling(dict(full.form.entries), 0, 0, 0, 0, ()).apply(full)


def test_the_deadline_and_the_cover_stay_free(office: Office, full: OpenReport) -> None:
    lock(office, Q3)
    assert full.reschedule(full.head.window, date(2026, 9, 20)).head
    assert set_cover(full, replace(cover_of(full), number="12", issued=date(2026, 9, 16))).head
    assert (full.head.stage, full.head.number) == (Stage.LOCKED, "12")


def test_what_stands_in_the_way_is_listed_and_nothing_else(office: Office, report: OpenReport) -> None:
    waiting = report.form.completeness
    assert len(what_blocks_lock(report)) == waiting.required - waiting.answered
    with pytest.raises(LockRefused, match="Chưa chốt được số liệu: còn") as refused:
        lock(office, Q3)
    assert refused.value.findings == what_blocks_lock(report)
    assert report.head.stage is Stage.DRAFT


def test_what_cannot_be_true_stands_in_the_way(office: Office, full: OpenReport) -> None:
    assert what_blocks_lock(full) == ()
    full.enter("PL2.4.2", "5")
    assert {finding.case for finding in what_blocks_lock(full)} == {"more-than-all"}
    with pytest.raises(LockRefused):
        lock(office, Q3)


def test_a_warning_does_not_stand_in_the_way(office: Office, full: OpenReport) -> None:
    full.enter("PL2.4.1", "9")
    assert what_waits(full)
    assert lock(office, Q3).head


def test_the_lock_is_told_with_its_maker_and_local_time_and_outlasts_the_program(
    office: Office, full: OpenReport, office_file: Path
) -> None:
    assert locked_by(full) is None
    lock(office, Q3)
    office.close()
    with reopened(office_file) as again:
        made = locked_by(again.report(Q3))
        assert made is not None
        assert (made.who, made.at) == ("Trần Thị Mẫu", NOW)
        assert f"lúc {NOW.astimezone():%H:%M} ngày 15/9/2026" in made.words


def test_a_lock_is_told_by_its_own_maker_after_the_report_was_sent(office: Office, full: OpenReport) -> None:
    lock(office, Q3)
    office.set_profile(replace(office.profile, prepared_by="Lê Văn Khác"))
    full.set_head(replace(full.head, stage=Stage.SUBMITTED))
    made = locked_by(full)
    assert made is not None
    assert made.who == "Trần Thị Mẫu"


def test_opening_again_needs_a_reason_that_the_journal_keeps(office: Office, full: OpenReport) -> None:
    lock(office, Q3)
    with pytest.raises(LockRefused, match="cần có lý do"):
        unlock(full, "  ")
    unlock(full, "Sửa theo ý kiến Chủ tịch")
    assert full.head.stage is Stage.DRAFT
    assert full.enter("PL2.1", "7").cells
    stages = history(office.archive.db, Q3, "stage", Subject.REPORT)
    assert [(change.new, change.reason) for change in stages[-2:]] == [
        ('"locked"', ""),
        ('"draft"', "Sửa theo ý kiến Chủ tịch"),
    ]


def test_what_is_open_cannot_be_opened_and_what_is_locked_not_locked(
    office: Office, full: OpenReport
) -> None:
    with pytest.raises(LockRefused, match="“Đang nhập”"):
        unlock(full, "lý do")
    lock(office, Q3)
    with pytest.raises(ReportLocked):
        lock(office, Q3)


def test_an_accepted_report_is_opened_by_the_superior_alone(office: Office, full: OpenReport) -> None:
    lock(office, Q3)
    full.set_head(replace(full.head, stage=Stage.ACCEPTED))
    with pytest.raises(ReportLocked, match="đề nghị cơ quan nhận trả lại"):
        unlock(full, "sửa")


def test_a_returned_report_can_be_corrected(office: Office, full: OpenReport) -> None:
    lock(office, Q3)
    full.set_head(replace(full.head, stage=Stage.RETURNED))
    assert full.enter("PL2.1", "7").cells


def test_checked_means_that_no_warning_is_left_without_a_word(full: OpenReport) -> None:
    full.enter("PL2.4.1", "9")
    with pytest.raises(LockRefused, match="Chưa ghi được “Đã kiểm tra”"):
        mark_checked(full)
    for finding in what_waits(full):
        full.keep(finding.code, "đang làm")
    assert mark_checked(full).head
    assert full.head.stage is Stage.CHECKED


def test_a_changed_figure_makes_a_checked_report_a_draft_again(office: Office, full: OpenReport) -> None:
    mark_checked(full)
    assert not full.put({}, Source.TYPED).head
    assert full.enter("PL2.1", "7").head
    assert full.head.stage is Stage.DRAFT
    with Office.look(office.path) as other:
        assert other.reports()[0].stage is Stage.DRAFT


def test_a_justification_taken_back_makes_a_checked_report_a_draft_again(full: OpenReport) -> None:
    full.enter("PL2.4.1", "9")
    codes = [finding.code for finding in what_waits(full)]
    for code in codes:
        full.keep(code, "đang làm")
    mark_checked(full)
    assert not full.keep(codes[0], "đang làm, xong trong tháng").head
    assert full.keep(codes[0], "").head
    assert full.head.stage is Stage.DRAFT


def test_only_a_draft_is_noted_as_checked(full: OpenReport) -> None:
    assert what_hinders_checked(full) == ""
    full.set_head(replace(full.head, stage=Stage.RETURNED))
    assert "“Bị trả lại”" in what_hinders_checked(full)
    with pytest.raises(LockRefused, match="“Bị trả lại”"):
        mark_checked(full)
    assert full.head.stage is Stage.RETURNED


def test_what_hinders_checking_is_counted(full: OpenReport) -> None:
    full.enter("PL2.4.1", "9")
    full.clear((IndicatorCode("PL2.1"),))
    left = len(what_blocks_lock(full)) + len(what_waits(full))
    assert f"Còn {left} chỗ" in what_hinders_checked(full)


@pytest.mark.usefixtures("full")
def test_the_file_is_backed_up_at_lock(office: Office) -> None:
    lock(office, Q3)
    assert office.backup_trouble is None
    assert [copy.why.name for copy in backups(office.path)] == ["LOCK"]


def test_the_command_line_notes_a_report_as_checked_once_nothing_is_left(
    office: Office, full: OpenReport, office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    full.enter("PL2.4.1", "9")
    (code,) = {finding.code for finding in what_waits(full)}
    office.close()
    where = ["--office", str(office_file), "--period", str(full.head.period)]
    assert main(["checked", *where]) == 3
    told = capsys.readouterr()
    assert code in told.out
    assert "Chưa ghi được “Đã kiểm tra”" in told.err
    assert main(["keep", *where, code, "đang làm"]) == 0
    assert main(["checked", *where]) == 0
    with Office.look(office_file) as other:
        assert other.reports()[0].stage is Stage.CHECKED


def test_the_command_line_obeys_the_lock_too(
    office: Office, full: OpenReport, office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.close()
    where = ["--office", str(office_file), "--period", str(full.head.period)]
    assert main(["lock", *where]) == 0
    assert main(["set", *where, "PL2.1", "7"]) == 3
    assert "đã chốt" in capsys.readouterr().err
    assert main(["unlock", *where, "--reason", "sửa"]) == 0
    assert main(["set", *where, "PL2.1", "7"]) == 0


def test_the_command_line_lists_what_stands_in_the_way(
    office: Office, report: OpenReport, office_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.close()
    assert main(["lock", "--office", str(office_file), "--period", str(report.head.period)]) == 3
    assert "R4-PL2.1 Chưa có số liệu" in capsys.readouterr().out

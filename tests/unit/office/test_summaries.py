"""Tổng quan: every report at a glance, quickly, and the next one proposed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cchc_desktop.form.form import Form
from cchc_desktop.form.profile import Profile
from cchc_desktop.office import summaries
from cchc_desktop.office.exported.producing import write_exchange_file
from cchc_desktop.office.office import Office
from cchc_desktop.office.proposing import propose
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.settings import DEFAULTS
from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from tests.unit.office.an_office import NOW, Q3, WARD


def test_a_report_tells_how_far_it_is(office: Office, report: OpenReport, tmp_path: Path) -> None:
    report.enter("PL2.4.1", "9")
    report.enter("PL2.4.2", "3")
    report.enter("PL2.4.3", "0")
    report.enter("PL2.4.4", "0")
    report.enter("PL2.2.1", "1")
    report.enter("PL2.2.2", "2")
    written = write_exchange_file(office, Q3, tmp_path)
    (summary,) = office.report_summaries()
    assert summary.head == report.head
    assert summary.completeness == report.form.completeness
    assert summary.working_days_left == 1  # Tuesday 15/9, due on Wednesday 16/9
    assert summary.found[Severity.WARN] == sum(each.severity is Severity.WARN for each in report.findings)
    assert summary.found[Severity.BLOCK] == sum(each.severity is Severity.BLOCK for each in report.findings)
    assert summary.saved == NOW
    assert summary.sent is not None
    assert (summary.sent.sequence, summary.sent.file_name, summary.sent.at) == (1, written.path.name, NOW)


def test_a_justified_finding_is_counted_apart(office: Office, report: OpenReport) -> None:
    for row, number in (("1", "9"), ("2", "3"), ("3", "0"), ("4", "0")):
        report.enter(f"PL2.4.{row}", number)
    (before,) = office.report_summaries()
    report.keep("R9-PL2.4.1", "đang làm")
    (after,) = office.report_summaries()
    assert (before.found[Severity.WARN] - after.found[Severity.WARN], before.kept, after.kept) == (1, 0, 1)


def test_the_latest_report_comes_first_and_nothing_has_left_yet(office: Office) -> None:
    for name in ("2026-Q1", "2026-Q3", "2026-Q2"):
        office.start(Period.read(name))
    found = office.report_summaries()
    assert [str(each.head.period) for each in found] == ["2026-Q3", "2026-Q2", "2026-Q1"]
    assert [each.sent for each in found] == [None, None, None]
    assert found[-1].working_days_left < 0


def test_only_reports_whose_forms_changed_are_checked_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    def counting(form: Form, past: Past) -> tuple[Finding, ...]:
        checked.append(str(form.period))
        return check(form, past)

    monkeypatch.setattr(summaries, "check", counting)
    for name in ("2026-Q1", "2026-Q2", "2026-Q3"):
        office.start(Period.read(name))
    office.report_summaries()
    assert len(checked) == 3
    office.report_summaries()
    assert len(checked) == 3
    office.report(Period.read("2026-Q2")).enter("PL2.1", "5")
    office.report_summaries()
    assert sorted(checked[3:]) == ["2026-Q2", "2026-Q3"]  # the next one looks back at it


@pytest.mark.parametrize(
    ("today", "taken", "proposed"),
    [
        (date(2026, 11, 21), (), "2026-Q4"),
        (date(2026, 9, 18), (), "2026-Q3"),  # two days late
        (date(2026, 9, 14), (), "2026-Q3"),
        (date(2026, 9, 15), ("2026-Q3",), "2026-Q4"),
        (date(2026, 10, 16), (), "2026-Q3"),
        (date(2026, 10, 17), (), "2026-Q4"),  # more than a month late: nobody will send it now
        (date(2026, 12, 20), ("2026-Q3", "2026-Q4"), "2027-Q1"),
        (date(2027, 1, 10), ("2026-Q4", "2027-Q1"), "2027-Q2"),
        (date(2026, 5, 10), ("2025-H2",), "2026-H1"),
        (date(2026, 6, 10), ("2026-Q1", "2025-Q4", "2025"), "2026-Q2"),  # the shorter one is the habit
        (date(2026, 11, 21), ("2025",), "2026"),
        (date(2026, 9, 1), ("2025-9M",), "2026-9M"),
        (date(2026, 9, 1), ("2026-07",), "2026-08"),
    ],
)
def test_the_report_to_open_next_is_proposed(
    office: Office, today: date, taken: tuple[str, ...], proposed: str
) -> None:
    for name in taken:
        office.start(Period.read(name), templates="X25")
    assert str(propose(office, today).period) == proposed


def test_the_proposal_says_its_days_and_set(office: Office) -> None:
    made = propose(office, date(2026, 9, 15))
    assert made.templates == "X25"
    assert made.words == "Quý III năm 2026, tính từ ngày 15/6/2026 đến ngày 14/9/2026, hạn gửi 16/9/2026."


def test_the_office_s_own_deadline_rule_counts(office: Office) -> None:
    office.set_settings(replace(DEFAULTS, working_days=5))
    assert propose(office, date(2026, 9, 15)).deadline == date(2026, 9, 21)
    assert office.start(Q3).head.deadline == date(2026, 9, 21)


def test_an_office_for_which_no_set_is_in_force_chooses_by_itself(tmp_path: Path) -> None:
    district = Profile("UBND huyện Mẫu", Level.DISTRICT)
    with Office.create(tmp_path / "huyện.cchc", district) as office:
        assert propose(office, date(2026, 9, 15)).templates == ""


def test_days_left_follow_the_clock(tmp_path: Path) -> None:
    now = [NOW]
    with Office.create(tmp_path / "a.cchc", WARD, clock=lambda: now[0]) as office:
        office.start(Q3)
        first = office.report_summaries()[0].working_days_left
        now[0] = datetime(2026, 9, 18, 1, tzinfo=UTC)
        assert (first, office.report_summaries()[0].working_days_left) == (1, -2)

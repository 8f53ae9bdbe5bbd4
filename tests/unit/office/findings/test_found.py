"""All findings of a report in one list: told, placed, kept with a reason."""

from dataclasses import replace

import pytest

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.exported.payload import report_payload
from cchc_desktop.office.figures.locked import ReportLocked
from cchc_desktop.office.findings.found import Passage, found_in_figures, keep_found
from cchc_desktop.office.findings.in_prose import found_in_prose
from cchc_desktop.office.office import Office
from cchc_desktop.office.prose.outlines import add_section, move_section
from cchc_desktop.office.report import OpenReport, ReportRefused
from tests.unit.office.an_office import Q3, reopened


def test_figures_are_told_in_their_order_and_prose_in_that_of_the_outline(report: OpenReport) -> None:
    report.enter("PL2.2.1", "1")
    report.enter("PL2.2.2", "3")
    report.write("I.2", "{PL2.1}")
    report.write("I.1", "Nhờ {PL2.4.1} mà [^vb9]")
    figures, found = found_in_figures(report), found_in_prose(report)
    assert [each.code for each in figures] == [finding.code for finding in report.findings]
    assert not any(each.passage for each in figures)
    assert [each.passage for each in found] == [
        Passage("I.1", 1, 4, 5),
        Passage("I.1", 1, 9, 10),
        Passage("I.2", 1, 0, 1),
    ]
    assert [each.cell for each in found] == ["PL2.4.1", None, "PL2.1"]


def test_an_own_section_is_told_by_its_heading(report: OpenReport) -> None:
    add_section(report, "I.1", "Việc riêng")
    report.write("them-1", "{PL2.1}")
    (found,) = found_in_prose(report)
    assert found.words.message.startswith("Mục “Việc riêng”, dòng 1: ")


def test_where_numbers_are_not_those_of_the_set_a_section_is_told_by_its_heading(report: OpenReport) -> None:
    report.write("I.2", "{PL2.1}")
    assert found_in_prose(report)[0].words.message.startswith("Mục I.2, ")
    move_section(report, "I.2", is_down=False)
    assert found_in_prose(report)[0].words.message.startswith("Mục “Công tác chỉ đạo, điều hành”, ")


def test_a_finding_in_prose_is_kept_with_a_reason_that_travels_and_is_taken_back(
    office: Office, report: OpenReport
) -> None:
    report.write("I.2", "{PL2.1}")
    (found,) = found_in_prose(report)
    assert keep_found(report, found.code, "chờ số").sections == {"I.2"}
    assert [(kept.code, kept.reason) for kept in report_payload(report, 1).kept] == [(found.code, "chờ số")]
    office.close()
    with reopened(office.path) as again:
        there = again.report(Q3)
        assert there.kept == {found.code: "chờ số"}
        keep_found(there, found.code, "")
        assert not there.kept


def test_a_finding_of_figures_is_kept_as_ever_and_an_unknown_one_refused(report: OpenReport) -> None:
    report.enter("PL2.2.1", "1")
    report.enter("PL2.2.2", "3")
    code = report.findings[0].code
    keep_found(report, code, "đúng vậy")
    assert report.kept == {code: "đúng vậy"}
    with pytest.raises(ReportRefused, match="không có phát hiện R8-I.2-0000"):
        keep_found(report, "R8-I.2-0000", "gì đó")


def test_words_that_left_are_not_justified_any_more(report: OpenReport) -> None:
    report.write("I.2", "{PL2.1}")
    (found,) = found_in_prose(report)
    report.set_head(replace(report.head, stage=Stage.SUBMITTED))
    with pytest.raises(ReportLocked):
        keep_found(report, found.code, "chờ số")


def test_a_reason_whose_finding_is_gone_stays_at_home_and_comes_back_with_it(report: OpenReport) -> None:
    report.write("I.2", "Đã thực hiện 23/25 nội dung, đạt 82%.")
    (found,) = found_in_prose(report)
    keep_found(report, found.code, "theo biên bản họp")
    assert [kept.code for kept in report_payload(report, 1).kept] == [found.code]
    report.write("I.2", "Đã thực hiện 23/25 nội dung, đạt 92%.")
    assert report_payload(report, 2).kept == ()
    assert report.kept == {found.code: "theo biên bản họp"}
    report.write("I.2", "Đã thực hiện 23/25 nội dung, đạt 82%.")
    assert [kept.reason for kept in report_payload(report, 3).kept] == ["theo biên bản họp"]

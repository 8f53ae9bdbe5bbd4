"""Texts of further appendices are read by the same rules as the prose, and kept with a reason like it."""

from dataclasses import replace

import pytest

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.exported.payload import report_payload
from cchc_desktop.office.figures.locked import ReportLocked
from cchc_desktop.office.findings.found import Passage, keep_found
from cchc_desktop.office.findings.in_prose import found_in_prose
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.annexes import add_annex, annexes_of, set_annex
from cchc_desktop.office.report import OpenReport
from tests.unit.office.an_office import Q3, reopened


def test_an_appendix_is_read_after_the_sections_and_told_by_its_title(report: OpenReport) -> None:
    key, _ = add_annex(report, "Danh sách", "Đã kiểm tra 23/25 đơn vị, đạt 82%.")
    report.write("I.2", "Đã thực hiện 23/25 nội dung, đạt 82%.")
    first, second = found_in_prose(report)
    assert (first.section, second.section) == ("I.2", key)
    assert second.passage == Passage(key, 1, 30, 33)
    assert second.words.message.startswith("Phụ lục thêm “Danh sách”, đoạn 1: ")
    assert second.remedied == "Đã kiểm tra 23/25 đơn vị, đạt 92%."
    assert found_in_prose(report, key) == (second,)


def test_what_text_and_appendix_tell_differently_names_the_other_place(report: OpenReport) -> None:
    report.write("I.2", "Thực hiện Kế hoạch số 45/KH-UBND ngày 05/02/2026 của UBND tỉnh.")
    key, _ = add_annex(report, "Văn bản", "Kế hoạch số 45/KH-UBND ngày 06/02/2026 của UBND tỉnh.")
    (found,) = found_in_prose(report)
    assert (found.section, "mục I.2" in found.words.message) == (key, True)
    set_annex(report, key, text="")
    add_annex(report, "Văn bản đến", "- Kế hoạch số 46/KH-UBND ngày 05/02/2026 của UBND tỉnh.")
    add_annex(report, "Văn bản đi", "- Kế hoạch số 46/KH-UBND ngày 06/02/2026 của UBND tỉnh.")
    (found,) = found_in_prose(report)
    assert "phụ lục thêm “Văn bản đến”" in found.words.message


def test_a_finding_in_an_appendix_is_kept_with_a_reason_and_taken_back(
    office: Office, report: OpenReport
) -> None:
    key, _ = add_annex(report, "Danh sách", "Đã kiểm tra 23/25 đơn vị, đạt 82%.")
    (found,) = found_in_prose(report)
    changes = keep_found(report, found.code, "theo biên bản")
    assert changes.annexes == {key}
    assert not changes.sections
    assert [kept.code for kept in report_payload(report, 1).kept] == [found.code]
    office.close()
    with reopened(office.path) as again:
        there = again.report(Q3)
        assert there.kept == {found.code: "theo biên bản"}
        keep_found(there, found.code, "")
        assert not there.kept


def test_words_of_an_appendix_that_left_are_not_justified_any_more(report: OpenReport) -> None:
    add_annex(report, "Danh sách", "Đã kiểm tra 23/25 đơn vị, đạt 82%.")
    (found,) = found_in_prose(report)
    report.set_head(replace(report.head, stage=Stage.SUBMITTED))
    with pytest.raises(ReportLocked):
        keep_found(report, found.code, "theo biên bản")


def test_an_appendix_without_words_is_no_text(report: OpenReport) -> None:
    add_annex(report, "Ảnh")
    assert found_in_prose(report) == found_in_prose(report, next(iter(annexes_of(report)))) == ()

"""Figures of the registers in the prose: live, compared with the period before, proposed as sentences."""

import pytest

from cchc_desktop.office.findings.in_prose import found_in_prose
from cchc_desktop.office.office import Office
from cchc_desktop.office.prose.prose import last_period_as_printed, suggested_sentences, text_as_printed
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.period import Period
from tests.unit.office.an_office import Q3

Q2 = Period.read("2026-Q2")


def train(office: Office, subject: str, day: str) -> None:
    office.registers.add("outreach", {"kind": "training", "subject": subject, "held": day, "people": "30"})


@pytest.fixture
def report(office: Office) -> OpenReport:
    """Start both quarters' reports."""
    office.start(Q2)
    return office.start(Q3)


def test_a_figure_of_a_register_follows_it_and_is_no_finding(office: Office, report: OpenReport) -> None:
    text = "Mở {SO.TH.LOP dv}, {SO.TH.LOP sosanh}; bình quân {SO.TH.NGUOI / SO.TH.LOP %}."
    report.write("I.5", text)
    assert found_in_prose(report) == ()
    train(office, "Một cửa", "01/05/2026")
    train(office, "Chữ ký số", "01/07/2026")
    train(office, "Dịch vụ công", "02/07/2026")
    assert text_as_printed(report, text).startswith("Mở 2 lớp, tăng 1 lớp so với quý trước; bình quân 3.000%")


def test_the_last_periods_text_says_what_was_counted_then(office: Office, report: OpenReport) -> None:
    office.report(Q2).write("I.5", "Mở {SO.TH.LOP} lớp.")
    train(office, "Một cửa", "01/05/2026")
    train(office, "Chữ ký số", "01/07/2026")
    train(office, "Dịch vụ công", "02/07/2026")
    assert last_period_as_printed(report, "I.5") == "Mở 1 lớp."


def test_sentences_are_proposed_for_registers_that_are_kept(office: Office, report: OpenReport) -> None:
    assert not [text for text in suggested_sentences(report, "I.5") if "SO." in text]
    train(office, "Một cửa", "01/07/2026")
    (training, spreading) = suggested_sentences(report, "I.5")[-2:]
    assert text_as_printed(report, training) == (
        "Đã mở 1 lớp tập huấn, bồi dưỡng về Một cửa, có 30 lượt người dự."
    )
    assert spreading.startswith("Trong kỳ chưa có")


def test_documents_are_listed_with_their_citations(office: Office, report: OpenReport) -> None:
    given = {"direction": "đi", "type_name": "Kế hoạch", "issued": "01/07/2026", "guides": "có"}
    office.registers.add("documents", {**given, "code": "07/KH-UBND", "subject": "Kiểm tra"})
    text = suggested_sentences(report, "I.2")[-1]
    told = text_as_printed(report, text)
    assert told.startswith("Trong kỳ có 1 văn bản chỉ đạo")
    assert "Kế hoạch số 07/KH-UBND[1]" in told
    assert "[1] Kế hoạch số 07/KH-UBND ngày 01/7/2026 của UBND phường Mẫu về kiểm tra" in told


def test_open_tasks_come_along_into_the_plans_of_the_next_report(office: Office) -> None:
    office.registers.add(
        "tasks",
        {"source": "assigned", "task": "Số hóa hồ sơ", "assigned": "01/02/2026", "deadline": "31/12/2027"},
    )
    later = office.start(Period.read("2026-Q4"))
    plans = [text_as_printed(later, text) for text in suggested_sentences(later, "IV")]
    assert plans[-1] == "Tiếp tục thực hiện 1 nhiệm vụ chuyển sang kỳ sau: Số hóa hồ sơ."


def test_an_unknown_count_is_found_like_an_unknown_row(report: OpenReport) -> None:
    report.write("I.5", "{SO.XX}")
    (found,) = found_in_prose(report)
    assert "nêu dòng SO.XX" in found.words.message

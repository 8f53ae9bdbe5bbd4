"""R11, R17 and the zeros of R18: days, periods and how they are written."""

import pytest

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.section import HEADING
from cchc_desktop.values.period import Period
from tests.unit.rules.text.told import cases, found


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Họp ngày 31/6/2026.", "text-no-such-day", ""),
        ("Họp ngày 30 tháng 02 năm 2026.", "text-no-such-day", ""),
        ("Kế hoạch số 45/KH-UBND ngày 30/12/2026.", "text-after-report", ""),
        ("Tính đến ngày 20/9/2026, phường có 45 người.", "text-after-report", ""),
        ("Kế hoạch số 45/KH-UBND ngày 20/01/2025 về CCHC năm 2026.", "text-last-year", "20/01/2026"),
        ("Tính đến ngày 14/9/2025, phường có 45 người.", "text-last-year", "14/9/2026"),
        ("Số liệu tính từ ngày 15/6/2025.", "text-last-year", "15/6/2026"),
        ("Số liệu từ ngày 15/8/2026 đến ngày 14/7/2026.", "text-ends-before", ""),
        ("Họp ngày 5/7/2026.", "text-zero", "05/7/2026"),
        ("Họp ngày 12/1/2026.", "text-zero", "12/01/2026"),
        ("Họp ngày 5 tháng 7 năm 2026.", "text-zero", "05 tháng 7 năm 2026"),
    ],
)
def test_a_day_that_cannot_be_is_found(text: str, case: str, expected: str) -> None:
    (finding,) = found(text)
    assert (finding.case, finding.expected) == (case, expected)
    if finding.remedy_text:
        assert found(text[: finding.start] + finding.remedy_text + text[finding.end :]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.",
        "Tính đến ngày 14/9/2026 có 45 người; cùng kỳ, tính đến ngày 14/9/2025 có 44 người.",
        "Số liệu từ ngày 15/6/2026 đến ngày 14/9/2026; hoàn thành trước ngày 31/12/2026.",
        "Họp ngày 06/04/2026 và ngày 10/11/2025.",
    ],
)
def test_laws_of_any_day_and_other_periods_named_so_are_left_alone(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("NHIỆM VỤ QUÝ 9 THÁNG CUỐI NĂM 2026", "QUÝ 9", ""),
        (
            "UBND phường báo cáo kết quả cải cách hành chính quý II năm 2026 như sau:",
            "quý II năm 2026",
            "quý III năm 2026",
        ),
        (
            "Thực hiện Kế hoạch số 12/KH-UBND năm 2026, UBND phường báo cáo kết quả quý I năm 2026 như sau:",
            "quý I năm 2026",
            "quý III năm 2026",
        ),
        ("Trên đây là kết quả cải cách hành chính quý III năm 2025.", "quý III năm 2025", "quý III năm 2026"),
        ("PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ III NĂM 2026", "QUÝ III NĂM 2026", "QUÝ IV NĂM 2026"),
        ("KẾT QUẢ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ II", "QUÝ II", "QUÝ III"),
        ("Trong quý IV năm 2026, phường đã ban hành ba văn bản.", "quý IV năm 2026", ""),
        ("Kết quả của năm 202 rất tốt.", "năm 202", ""),
    ],
)
def test_a_period_that_is_named_wrongly_is_found(text: str, passage: str, expected: str) -> None:
    (finding,) = found(text)
    assert (finding.rule, finding.text, finding.expected) == ("R17", passage, expected)


@pytest.mark.parametrize(
    "text",
    [
        "UBND phường báo cáo kết quả cải cách hành chính quý III năm 2026 như sau:",
        "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV NĂM 2026",
        "Kế hoạch cải cách hành chính năm 2026 được ban hành từ quý IV năm 2025.",
        "So với quý II năm 2026, số hồ sơ đã tăng.",
        "Trong quý IV năm 2026 sẽ hoàn thành các việc còn lại.",
    ],
)
def test_the_reports_own_period_and_others_named_as_such_are_left_alone(text: str) -> None:
    assert found(text) == ()


def test_a_years_plans_are_of_the_next_year_and_a_headings_finding_says_so() -> None:
    year = TextContext(Period.read("2026"))
    (finding,) = found("Tiếp tục thực hiện.", context=year, heading="PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026")
    assert (finding.paragraph, finding.expected) == (HEADING, "NĂM 2027")
    assert cases("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027", context=year) == []

"""R8: numbers and percentages told in the words of an indicator, against the tables of the same report."""

import pytest

from tests.unit.narrative.a_form import a_form
from tests.unit.rules.text.told import found, with_form

CONTEXT = with_form(
    a_form(
        {
            "PL2.2.1": 33,
            "PL2.2.2": 14,
            "PL4.1.4.3": 368,
            "PL4.3.X.1": 900,
            "PL4.3.X.2": 880,
            "PL8.6.2.1": 120,
            "PL8.6.2.2": 110,
        }
    )
)


@pytest.mark.parametrize(
    ("text", "passage", "expected", "row"),
    [
        ("Niêm yết 360 TTHC thuộc thẩm quyền giải quyết cấp xã.", "360", "368", "PL4.1.4.3"),
        ("Tổng số TTHC của các xã, phường cấp xã là 350 thủ tục.", "350", "368", "PL4.1.4.3"),
        ("Trong quý III năm 2026 đã hoàn thành 14 nhiệm vụ, đạt 100%.", "100%", "42,42%", "PL2.2"),
        ("Đến nay đã hoàn thành 14 nhiệm vụ đạt tỷ lệ 42,5%.", "42,5%", "42,4%", "PL2.2"),
        (
            "Tỷ lệ hồ sơ TTHC do UBND cấp xã tiếp nhận được giải quyết đúng hạn là 95%.",
            "95%",
            "97,78%",
            "PL4.3.X",
        ),
    ],
)
def test_what_is_told_of_a_row_is_compared_with_the_table(
    text: str, passage: str, expected: str, row: str
) -> None:
    (finding,) = found(text, context=CONTEXT)
    assert (finding.rule, finding.text, finding.expected, finding.related) == (
        "R8",
        passage,
        expected,
        (row,),
    )
    assert finding.remedy_text == expected
    assert found(text.replace(passage, expected), context=CONTEXT) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Đã rà soát 20 TTHC cấp xã, kiến nghị bãi bỏ 02 TTHC.",
        "Cắt giảm thời gian giải quyết của 15 thủ tục hành chính cấp xã.",
        "Có 45 TTHC cấp xã được thực hiện liên thông.",
        "Lĩnh vực hộ tịch đã giải quyết xong 300 hồ sơ TTHC.",
        "Hoàn thành 14 nhiệm vụ, đạt 100% kế hoạch quý.",
        "Tổ dân phố 5 hoàn thành 14 nhiệm vụ, đạt 100%.",
        "Quý II năm 2026 đã hoàn thành 14 nhiệm vụ, đạt 50%.",
        "Kế hoạch kiểm tra có 14 nhiệm vụ, đã hoàn thành 14 nhiệm vụ, đạt 100%.",
        "Đã hoàn thành 14 nhiệm vụ, đạt 42,42%; đã hoàn thành 14 nhiệm vụ, đạt 42%.",
        "Tỷ lệ TTHC đủ điều kiện được cung cấp trực tuyến toàn trình đạt 91,7%.",
    ],
)
def test_what_is_told_of_some_of_another_period_or_of_a_plan_is_left_alone(text: str) -> None:
    assert found(text, context=CONTEXT) == ()

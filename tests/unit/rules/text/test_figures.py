"""R1, R4, R5: percentages, sums and parts in sentences of all kinds, in both customs of writing."""

import pytest

from tests.unit.rules.text.told import cases, found


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("Đã thực hiện 23/25 nội dung, đạt 82%.", "82%", "92%"),
        ("Đã thực hiện 23/26 nội dung của kế hoạch năm 2026, đạt tỷ lệ 98,46%.", "98,46%", "88,46%"),
        ("Đã thực hiện 23/26 nội dung (98.46%).", "98.46%", "88,46%"),
        ("Đã thực hiện 23/26 nội dung, 98,46%.", "98,46%", "88,46%"),
        ("Tỷ lệ hài lòng đạt 91% (45/50 phiếu).", "91%", "90%"),
        ("Kế hoạch 40, hoàn thành 10, đạt 100%.", "100%", "25%"),
        ("Kế hoạch có 40 nhiệm vụ. Đến nay đã hoàn thành 11 nhiệm vụ, đạt 25%.", "25%", "27,5%"),
        ("Giải quyết 90 hồ sơ trên tổng số 120 hồ sơ, đạt 85%.", "85%", "75%"),
        ("Giải quyết 90 hồ sơ, đạt 85% tổng số 120 hồ sơ.", "85%", "75%"),
        ("Tiếp nhận 3.000 hồ sơ, trong đó 1.234 hồ sơ nộp trực tuyến, chiếm 41,12%.", "41,12%", "41,13%"),
        (
            "Cả 200 người: 100 người xuất sắc đạt tỷ lệ 50%; 60 người tốt đạt 30%; 40 người khá đạt 25%.",
            "25%",
            "20%",
        ),
    ],
)
def test_a_percentage_that_its_numbers_do_not_give_is_found(text: str, passage: str, expected: str) -> None:
    (finding,) = found(text)
    assert (finding.rule, finding.text, finding.expected) == ("R1", passage, expected)
    assert finding.remedy_text == expected
    assert found(text[: finding.start] + expected + text[finding.end :]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Đã thực hiện 23/26 nội dung, đạt 88,5%.",
        "Đã thực hiện 23/26 nội dung, đạt 88.46%; 3/26 nội dung còn lại đang làm.",
        "Khảo sát 207/200 phiếu, đạt tỷ lệ 103,5%.",
        "Giải quyết 23/26 hồ sơ, tăng 5% so với quý trước.",
        "Giải quyết 23/26 hồ sơ, đạt trên 80%.",
        "Có 100% đơn vị thực hiện; ban hành 12 văn bản và tổ chức 3 lớp, đạt 100% kế hoạch.",
        "Trong 5 lĩnh vực, phường làm 3 việc: 20 lượt tập huấn đạt 40%.",
        "Có 0/0 hồ sơ, đạt 100%.",
        "Họp 24/24 giờ, 7/7 ngày; công dân chấm 9,5/10 điểm.",
    ],
)
def test_a_percentage_that_fits_or_belongs_to_nothing_is_left_alone(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("paragraphs", "case", "expected"),
    [
        (("Tổng số 15 hồ sơ, gồm 5 hồ sơ đất đai, 6 hồ sơ hộ tịch và 5 hồ sơ xây dựng.",), "differ", "16"),
        (("Có 172 người (gồm: khu A: 112 người; khu B: 61 người).",), "differ", "173"),
        (("Ban hành 12 văn bản (05 kế hoạch, 04 công văn, 02 quyết định).",), "differ", "11"),
        (
            ("Tổng số 1.500 hồ sơ, cụ thể:", "- Đất đai: 500 hồ sơ;", "- Hộ tịch: 900 hồ sơ."),
            "differ",
            "1.400",
        ),
        (("Có 15 hồ sơ, trong đó có 10 hồ sơ đất đai và 6 hồ sơ hộ tịch.",), "exceed", "16"),
        (("Nhận 120 hồ sơ, đã giải quyết 100 hồ sơ, đang giải quyết 25 hồ sơ.",), "", ""),
    ],
)
def test_parts_that_do_not_make_their_total_are_found(
    paragraphs: tuple[str, ...], case: str, expected: str
) -> None:
    if not case:
        assert cases(*paragraphs) == []  # “nhận” alone may be of anything
        return
    (finding,) = found(*paragraphs)
    assert (finding.rule, finding.case, finding.expected) == ("R4", f"text-parts-{case}", expected)


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận 120 hồ sơ, đã giải quyết 100 hồ sơ, đang giải quyết 25 hồ sơ.",
        "Tiếp nhận 120 hồ sơ, giải quyết đúng hạn 100 hồ sơ, hiện còn 20 hồ sơ chờ xử lý, trễ hạn 2 hồ sơ.",
        "Đã giải quyết 100 hồ sơ, trước hạn 40, đúng hạn 58, quá hạn 3.",
    ],
)
def test_received_is_settled_and_pending_and_a_late_one_is_counted_once(text: str) -> None:
    assert [case for case, _, _ in cases(text)] == ["text-states-differ"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Tổng số 15 hồ sơ, trong đó chủ yếu là 12 hồ sơ đất đai.",),
        ("Tổng số 15 hồ sơ, gồm 5 hồ sơ đất đai, 6 hồ sơ hộ tịch và 4 hồ sơ xây dựng.",),
        ("Tiếp nhận 120 hồ sơ (kỳ trước chuyển sang 10), đã giải quyết 100 hồ sơ, còn lại 30.",),
        ("Giải quyết 300 hồ sơ, tăng 20 hồ sơ so với quý trước, trong đó 290 hồ sơ đúng hạn.",),
        ("Có 150 người dự, trong đó 20 người là nữ, 30 đảng viên.",),
        ("Rút thời gian từ 10 ngày xuống 8 ngày, gồm 3 ngày thẩm định, 2 ngày ký.",),
        ("Kiểm tra 7 đơn vị (Phường 1, 3, 4, 6, 8, 10 và trường mầm non).",),
        ("Hoàn thành 43 việc, trong đó đúng hạn 34; các xã hoàn thành 46/48 việc, đúng hạn 45, quá hạn 1.",),
    ],
)
def test_some_of_the_parts_and_other_things_are_no_breakdown(paragraphs: tuple[str, ...]) -> None:
    assert found(*paragraphs) == ()


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Có 15 hồ sơ, trong đó có 16 hồ sơ đất đai.", "text-part-above-whole"),
        ("Đã kiểm tra 9/8 đơn vị.", "text-more-than-all"),
    ],
)
def test_a_part_above_its_whole_is_found(text: str, case: str) -> None:
    assert [(each.rule, each.case) for each in found(text)] == [("R5", case)]


@pytest.mark.parametrize("text", ["Phát 207/200 phiếu, vượt kế hoạch.", "Từ ngày 15/6 đến 14/9 đơn vị trực."])
def test_achievements_above_plan_and_days_are_no_parts(text: str) -> None:
    assert found(text) == ()


def test_one_total_told_twice_with_two_results_is_found_at_the_later_place() -> None:
    first = "Tổng số thủ tục hành chính thuộc thẩm quyền giải quyết của phường là 120 thủ tục."
    assert cases(first, first) == []
    assert cases(first, first.replace("120", "121")) == [("text-told-otherwise", "121", "")]


def test_a_small_table_is_reckoned_row_by_row_and_down_its_columns() -> None:
    rows = [
        "Đơn vị\tGiao\tXong\tTỷ lệ",
        "A\t20\t15\t75%",
        "B\t40\t30\t75%",
        "C\t10\t4\t45%",
        "Tổng\t70\t50\t71,43%",
    ]
    assert cases(*rows) == [("text-ratio-differs", "45%", "40%"), ("text-parts-differ", "50", "49")]
    good = [*rows[:3], "C\t10\t4\t40%", "Tổng\t70\t49\t70%"]
    assert cases(*good) == []

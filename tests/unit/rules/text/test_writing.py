"""R13, R14, R16, R18 and R8: leftovers, decimal signs, old sentences, capitals, and numbers against cells."""

from datetime import date

import pytest

from cchc_desktop.rules.text.check import check_text
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.section import Live, TextSection
from tests.unit.narrative.a_form import a_form
from tests.unit.rules.text.told import THIRD_QUARTER, cases, found, with_form


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Đã ban hành xxx văn bản.", "xxx"),
        ("Đã ban hành … văn bản, đạt 100%.", "…"),
        ("Tỷ lệ đạt ......%.", "......"),
        ("Đạt x% kế hoạch.", "x"),
        ("UBND [tên phường] đã làm.", "[tên phường]"),
        ("Kết quả đạt được (nêu rõ số liệu).", "(nêu rõ số liệu)"),
        ("- Nêu rõ số lượng văn bản đã ban hành và kết quả thực hiện", None),
        ("Số hồ sơ (Phòng Văn hóa bổ sung số liệu) đã giải quyết.", "(Phòng Văn hóa bổ sung số liệu)"),
        ("Ông Nguyễn Văn A phụ trách.", "Nguyễn Văn A"),
    ],
)
def test_what_a_draft_left_in_the_text_is_found(text: str, passage: str | None) -> None:
    (finding,) = found(text)
    assert (finding.rule, finding.text) == ("R13", passage or text)
    assert finding.remedy_text is None


@pytest.mark.parametrize(
    "text",
    [
        "Số: ……/BC-UBND, ngày … tháng … năm 2026",
        "Chỉ đạo về đô thị, môi trường, … bằng nhiều hình thức.",
        "Đi cơ sở, đi họp...; tổ thẩm định,...",
        "Nghị định (sửa đổi, bổ sung năm 2025) và chế độ khác (nếu có) tại cơ quan.",
        "Xem chú thích [1] và bảng (2).",
    ],
)
def test_blanks_for_number_and_date_and_the_rest_of_a_list_are_left_alone(text: str) -> None:
    assert found(text) == ()


def test_the_decimal_sign_that_a_report_uses_less_is_put_right_with_one_click() -> None:
    (finding,) = found("Đạt 95,5% và 96,2%.", "Riêng hộ tịch đạt 99.75%.")
    assert (finding.rule, finding.text, finding.remedy_text) == ("R14", "99.75%", "99,75%")
    (comma,) = found("Đạt 95.5% và 96.2%.", "Riêng hộ tịch đạt 99,75%.")
    assert comma.remedy_text == "99.75%"
    assert found("Đạt 95.5% và 96.2%; 1.304 hồ sơ; cách mạng công nghiệp 4.0.") == ()


def test_a_sentence_of_the_last_period_with_its_numbers_is_found_and_live_ones_are_not() -> None:
    old = "Trong kỳ phường tổ chức 12 lớp tập huấn cho công chức."
    context = TextContext(THIRD_QUARTER, previous_texts={"I.1": f"Mở đầu.\n{old}"})
    assert [(each.rule, each.text) for each in found(f"Mới. {old}", context=context)] == [("R16", old)]
    assert cases(old.replace("12", "13"), context=context) == []
    assert cases("Phường luôn quan tâm đến công tác này.", context=context) == []
    start = old.index("12")
    live = TextSection("I.1", "", (old,), ((Live(start, start + 2, ()),),))
    assert check_text([live], context) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban chỉ đạo họp ba lần.", "Ban Chỉ đạo"),
        ("Tại Bộ phận tiếp nhận và trả kết quả của phường.", "Bộ phận Tiếp nhận và Trả kết quả"),
        ("Sở Thông tin và truyền thông đã hướng dẫn.", "Sở Thông tin và Truyền thông"),
        ("Trung tâm hành chính công đã mở.", "Trung tâm Hành chính công"),
        ("Ủy ban Nhân dân phường.", "Ủy ban nhân dân"),
        ("Tại UBND phường 6 đã làm.", "Phường"),
        ("Có 10 Phường tham gia.", "phường"),
        ("Được nhân dân ủng hộ.", "Nhân dân"),
        ("Theo quy định tại Khoản 3 Điều 11.", "khoản"),
        ("Theo Luật ban hành văn bản quy phạm pháp luật.", "Luật Ban"),
        ("Xây dựng kế hoạch số 12/KH-UBND.", "Kế hoạch"),
    ],
)
def test_a_capital_that_the_decree_settles_is_put_right_with_one_click(text: str, expected: str) -> None:
    (finding,) = found(text)
    assert (finding.rule, finding.remedy_text) == ("R18", expected)
    assert found(text[: finding.start] + expected + text[finding.end :]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân và Hội đồng nhân dân các phường; Tòa án nhân dân.",
        "Bộ phận một cửa của các phường; bộ phận tiếp nhận và trả kết quả.",
        "Ban hành 5 văn bản; phòng chuyên môn; Trung tâm tiếp nhận hồ sơ.",
        "Theo Luật này và pháp luật năm 2026; Khoản 2 của bài này.",
        "TRUNG TÂM HÀNH CHÍNH CÔNG VÀ BAN CHỈ ĐẠO",
        "Quy định tại điểm d khoản 3 Điều 11; Phường 6; 10 phường.",
    ],
)
def test_matters_of_taste_are_left_alone(text: str) -> None:
    assert found(text) == ()


def test_a_number_in_the_words_of_a_row_differs_from_its_cell() -> None:
    context = with_form(a_form({"PL2.4.2": 41, "PL2.4.1": 50}))
    (finding,) = found("Phường đã hoàn thành đúng hạn 40 nhiệm vụ UBND tỉnh giao.", context=context) or (
        None,
    )
    assert finding is None  # another office's words: nobody can tell whose tasks they are
    (finding,) = found("Có 40 nhiệm vụ đã hoàn thành đúng hạn.", context=context)
    assert (finding.rule, finding.expected, finding.related) == ("R8", "41", ("PL2.4.2",))
    assert found("Có 41 nhiệm vụ đã hoàn thành đúng hạn.", context=context) == ()
    assert found("Quý trước có 40 nhiệm vụ đã hoàn thành đúng hạn.", context=context) == ()


def test_without_the_day_of_the_report_what_lies_long_after_its_period_is_found() -> None:
    context = TextContext(THIRD_QUARTER, issued=None)
    assert [case for case, _, _ in cases("Kế hoạch số 45/KH-UBND ngày 20/12/2026.", context=context)] == [
        "text-after-report"
    ]
    assert cases("Kế hoạch số 45/KH-UBND ngày 20/9/2026.", context=context) == []
    assert date(2026, 9, 20) > THIRD_QUARTER.window.last

"""Last period's prose as a proposal: old figures become live, names and dates do not."""

import pytest

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.carrying import carried_over
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.values.period import Period
from tests.unit.narrative.a_form import a_form

OLD = a_form(
    {
        "PL2.1": 6,
        "PL2.2.1": 28,
        "PL2.2.2": 20,
        "PL2.3.1": 45,
        "PL2.4.1": 61,
        "PL2.4.2": 41,
        "PL4.2.2": 61,
        "PL4.3.X.1": 3127,
        "PL4.3.X.2": 3102,
        "PL7.1.1": "34150.5",
        "PL5.2.1": 2026,
    },
    "2026-Q2",
)
NEW = a_form({})


def carried(text: str) -> str:
    return carried_over({"I.1": text}, OLD, NEW, {"I.1"}).sections["I.1"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("giải quyết 3.127 hồ sơ, đúng hạn 3.102.", "giải quyết {PL4.3.X.1} hồ sơ, đúng hạn {PL4.3.X.2}."),
        ("giải quyết 3127 hồ sơ", "giải quyết {PL4.3.X.1} hồ sơ"),
        ("đạt 71,43% kế hoạch", "đạt {PL2.2} kế hoạch"),
        ("34.150,5 triệu đồng", "{PL7.1.1} triệu đồng"),
        ("ban hành 6 văn bản", "ban hành {PL2.1} văn bản"),
        ("giao 61 nhiệm vụ và 61 thủ tục", "giao {PL2.4.1} nhiệm vụ và {PL4.2.2} thủ tục"),
        ("(45 đơn vị)", "({PL2.3.1} đơn vị)"),
    ],
)
def test_an_old_figure_of_one_cell_follows_the_cell_from_then_on(old: str, new: str) -> None:
    assert carried(old) == new


@pytest.mark.parametrize(
    "text",
    [
        "đã có 61 việc",
        "nhóm 6 và khoản 6 Điều 41",
        "ngày 20/6/2026, số 28/KH-UBND, 41-KH",
        "năm 2026",
        "quý II/2026",
        "lúc 20:41",
        "20. Việc thứ hai mươi",
        "đạt 41%",
        "mã H57.45 và 45a",
        "đã là {PL2.2.1} từ trước, chú thích[^28]",
        "1,234 hoặc 30.162%",
    ],
)
def test_numbers_that_are_names_dates_or_several_cells_stay(text: str) -> None:
    assert carried(text) == text


def test_only_sections_and_rows_that_are_still_there_are_carried() -> None:
    assert not carried_over({"IX": "Câu cũ.", "I.2": " "}, OLD, NEW, {"I.2"}).sections
    department = Form(shipped().get("S21"), Period.read("2026-Q3"))
    given = carried_over({"I.1.a": "Có 3.127 hồ sơ."}, OLD, department, {"I.1.a"})
    assert given.sections == {"I.1.a": "Có 3.127 hồ sơ."}


def test_last_periods_plans_are_given_as_they_printed() -> None:
    prose = {"IV": "- Xong {PL2.1} việc\n- Sửa **bảng**", "III.1": "Khác"}
    assert carried_over(prose, OLD, NEW, set()).plans == "- Xong 6 việc\n- Sửa bảng"

"""A small table with a title above it, or drawn as a chart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.narrative.blocks import Chart, Dot, Grid, Line, Shape
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.rendering import rendered
from cchc_desktop.narrative.storing import stored
from tests.unit.narrative.a_form import NOTHING, a_form, printed

ROWS = """| Việc | Kỳ trước | Kỳ này |
|---|--:|--:|
| Đúng hạn | 35 | {PL2.4.2} |
| Quá hạn | 1.204 | {PL2.4.3} |"""
FORM = a_form({"PL2.4.2": 41, "PL2.4.3": "3"})


def chart(text: str) -> Chart:
    (found,) = rendered(text, FORM)
    assert isinstance(found, Chart)
    return found


def test_a_chart_draws_the_figures_of_the_form_and_writes_them_as_they_print() -> None:
    found = chart(f"::: biểu đồ cột: Nhiệm vụ được giao\n{ROWS}")
    assert (found.shape, found.title) == (Shape.COLUMNS, "Nhiệm vụ được giao")
    assert found.names == ("Đúng hạn", "Quá hạn")
    assert found.series == (
        ("Kỳ trước", (Dot(Decimal(35), "35"), Dot(Decimal(1204), "1.204"))),
        ("Kỳ này", (Dot(Decimal(41), "41"), Dot(Decimal(3), "3"))),
    )


@pytest.mark.parametrize(
    ("asked", "shape"),
    [
        ("::: biểu đồ thanh", Shape.BARS),
        (":::Biểu đồ đường:", Shape.LINE),
        ("::: bieu do cot: Có dấu hay không", Shape.COLUMNS),
    ],
)
def test_marks_and_capitals_do_not_count(asked: str, shape: Shape) -> None:
    assert chart(f"{asked}\n{ROWS}").shape is shape


def test_the_heading_of_a_group_is_no_bar() -> None:
    grouped = "| A | B |\n|---|--:|\n| **Nhóm 1** | |\n| Một | 5 |"
    assert chart(f"::: biểu đồ thanh\n{grouped}").names == ("Một",)


def test_what_is_still_awaited_is_not_drawn_as_zero() -> None:
    found = chart(
        "::: biểu đồ cột\n| A | B |\n|---|--:|\n| Một | {PL2.7} |\n| Hai | 71,43% |\n| Ba | đang làm |"
    )
    assert found.series[0][1] == (
        Dot(None, "……"),
        Dot(Decimal("71.43"), "71,43%"),
        Dot(None, "đang làm"),
    )


@pytest.mark.parametrize(
    "text",
    [
        f"::: biểu đồ tròn\n{ROWS}",
        "::: biểu đồ tròn\n| A | B |\n|---|--:|\n| Một | 0 |",
        "::: biểu đồ tròn\n| A | B |\n|---|--:|\n| Một | {PL2.4.3 - PL2.4.2} |\n| Hai | 90 |",
        "::: biểu đồ cột\n| A | B |\n|---|--:|\n| Một | chưa có |",
        "::: biểu đồ cột\n| A |\n|---|\n| Một |",
    ],
)
def test_what_makes_no_chart_stays_a_table(text: str) -> None:
    (found,) = rendered(text, FORM)
    assert isinstance(found, Grid)


def test_a_table_may_have_a_title_that_follows_figures() -> None:
    (found,) = rendered(f"::: bảng: Kết quả {{PL2.4.2 dv}}\n{ROWS}", FORM)
    assert isinstance(found, Grid)
    assert printed(f"::: bảng: Kết quả {{PL2.4.2 dv}}\n{ROWS}", FORM).startswith(
        "Kết quả 41 nhiệm vụ\nViệc | "
    )


@pytest.mark.parametrize(
    "text",
    [
        "::: biểu đồ cột: Không có bảng",
        f"::: bản đồ: Không ai biết\n{ROWS}",
        f"- ::: biểu đồ cột\n{ROWS}",
        f"::: biểu đồ cột\nMột đoạn ở giữa\n{ROWS}",
    ],
)
def test_a_line_that_asks_for_nothing_known_prints_as_typed(text: str) -> None:
    first = rendered(text, NOTHING)[0]
    assert isinstance(first, Line)
    assert printed(text).splitlines()[0].removeprefix("- ") == text.splitlines()[0].removeprefix("- ")


def test_in_plain_text_a_chart_is_its_table() -> None:
    assert printed(f"::: biểu đồ cột: Nhiệm vụ\n{ROWS}", FORM) == (
        "Nhiệm vụ\n| Kỳ trước | Kỳ này\nĐúng hạn | 35 | 41\nQuá hạn | 1.204 | 3"
    )


@given(st.text(st.sampled_from("|:- \nbiểuđồcột{}PL2.1*[^a]\\#0"), max_size=60))
def test_every_text_with_such_lines_is_read_and_kept(text: str) -> None:
    wild = f"::: biểu đồ cột: {text}\n{ROWS}\n{text}"
    rendered(wild, FORM)
    assert parse(stored(parse(wild))) == parse(wild)

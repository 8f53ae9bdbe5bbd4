"""The subset of Markdown: what it reads, and that it leaves everything else as typed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.narrative.blocks import Figure, Grid, Line, LineKind, Mark, Prose, Words
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.rendering import plain_text, rendered
from cchc_desktop.values.text import composed
from tests.unit.narrative.a_form import NOTHING, printed

MEANT = "*_#|-+[]^{}\\: \n;1a%ộ"
wild = st.text(max_size=80) | st.text(alphabet=MEANT, max_size=60)


def faces(text: str) -> list[tuple[str, bool, bool]]:
    (line,) = parse(text).blocks
    assert isinstance(line, Line)
    return [(piece.text, piece.bold, piece.italic) for piece in line.pieces if isinstance(piece, Words)]


def kinds(text: str) -> list[LineKind]:
    return [block.kind for block in parse(text).blocks if isinstance(block, Line)]


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


def told(prose: Prose) -> str:
    said = "".join(piece.text if isinstance(piece, Words) else piece.source for _, piece in prose.pieces())
    return said + "".join(prose.notes)


@given(wild)
def test_every_text_can_be_read_and_nothing_of_it_is_lost(text: str) -> None:
    assert letters(told(parse(text))) == letters(composed(text))


@given(wild)
def test_every_text_can_be_printed(text: str) -> None:
    plain_text(rendered(text, NOTHING))


@given(st.text(alphabet="ộa1 .,;:_()+-/%“”–", max_size=80))
def test_plain_writing_prints_as_typed(text: str) -> None:
    typed = [line for line in map(str.strip, composed(text).split("\n")) if line]
    assert printed(text).split("\n") == (typed or [""])


@pytest.mark.parametrize(
    "text",
    [
        "1. Về kế hoạch",
        "# Kế hoạch",
        "## Kế hoạch",
        "+ Tổ chức họp",
        "* Lưu ý",
        "*) Tính cả xã",
        "-không có dấu cách",
        "2*3*4 = 24",
        "BC_UBND_2026",
        "__không đậm__",
        "Số liệu (*) và (**) xem ghi chú (*)",
        "**chưa đóng",
        "a | b | c",
        "| một | hai",
        "<b>chữ</b> &amp; `mã`",
        "[liên kết](https://vi.example) ![ảnh](a.png)",
        "> trích",
        "    thụt vào",
        "C:\\Báo cáo\\quý",
        "\\\\maychu\\bao-cao",
        "~~gạch~~ ---",
    ],
)
def test_what_a_clerk_types_by_the_way_prints_as_typed(text: str) -> None:
    assert printed(text) == text.strip()


def test_stars_make_bold_and_italic() -> None:
    assert faces("một **hai** *ba* ***bốn*** năm") == [
        ("một ", False, False),
        ("hai", True, False),
        (" ", False, False),
        ("ba", False, True),
        (" ", False, False),
        ("bốn", True, True),
        (" năm", False, False),
    ]


def test_emphasis_ends_with_its_line() -> None:
    assert printed("*Ghi chú thứ nhất\nsố liệu*") == "*Ghi chú thứ nhất\nsố liệu*"


def test_one_line_is_one_block_and_blank_lines_say_nothing() -> None:
    text = "### Nhóm một\n- việc a\n  - việc b\n\n \nĐoạn.\nĐoạn nữa."
    item, paragraph = LineKind.ITEM, LineKind.PARAGRAPH
    assert kinds(text) == [LineKind.HEADING, item, item, paragraph, paragraph]


def test_a_line_knows_where_it_stands_in_the_text() -> None:
    assert [block.number for block in parse("Một\n\n- hai\n\n| a |\n|---|\n| b |").blocks] == [1, 3, 5]


def test_backslashes_take_the_meaning_from_signs() -> None:
    assert printed(r"\- không phải mục \*sao\* \[^vb1] \| \#") == "- không phải mục *sao* [^vb1] | #"
    assert kinds(r"\- không phải mục") == [LineKind.PARAGRAPH]
    assert faces(r"\\*nghiêng*") == [("\\", False, False), ("nghiêng", False, True)]


def test_a_small_table_is_read_with_its_columns_of_figures() -> None:
    (grid,) = parse("| Nhóm | Số |\n|---|--:|\n| **Một** \\| hai | 3 |").blocks
    assert isinstance(grid, Grid)
    assert grid.header == ((Words("Nhóm"),), (Words("Số"),))
    assert grid.rows == (((Words("Một", bold=True), Words(" | hai")), (Words("3"),)),)
    assert grid.figures == {1}


@pytest.mark.parametrize("ragged", ["| a | b |\n|---|---|\n| c |", "| a |\n|---|\n| b | c |", "| a |\n| b |"])
def test_a_table_with_uneven_rows_stays_as_typed(ragged: str) -> None:
    assert printed(ragged) == ragged


def test_text_right_below_a_table_is_no_row_of_it() -> None:
    grid, line = parse("| a |\n|---|\n| b |\nĐoạn sau.").blocks
    assert isinstance(grid, Grid)
    assert len(grid.rows) == 1
    assert line == Line(LineKind.PARAGRAPH, (Words("Đoạn sau."),))


def test_notes_are_marked_in_the_text_and_written_below() -> None:
    prose = parse("Đã xong[^1][^vb1;vb2].\n\n[^1]: Kể cả {PL2.1}.")
    (line,) = prose.blocks
    assert isinstance(line, Line)
    assert line.pieces[1:3] == (Mark(("1",)), Mark(("vb1", "vb2")))
    assert [type(piece) for piece in prose.notes["1"]] == [Words, Figure, Words]


def test_a_note_that_no_mark_names_or_that_comes_twice_stays_in_the_text() -> None:
    assert printed("Câu.\n[^9]: Lời chú lẻ.") == "Câu.\n[^9]: Lời chú lẻ."
    assert printed("Câu[^1].\n[^1]: Một.\n[^1]: Hai.") == "Câu[1].\n[^1]: Hai.\n[1] Một."


@pytest.mark.parametrize(
    ("typed", "shown"), [("{{a}", "{a}"), ("{", "{"), ("x {a, b}", "x {a, b}"), ("}", "}")]
)
def test_braces_that_name_no_figure_print_as_typed(typed: str, shown: str) -> None:
    assert printed(typed) == shown

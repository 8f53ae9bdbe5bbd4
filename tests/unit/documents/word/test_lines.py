"""Where long centred texts break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.documents.word.lines import dashed, name_lines, side_indent
from cchc_desktop.documents.word.metrics import width

ROOM = 3715


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Sở Nội vụ", ("SỞ NỘI VỤ",)),
        ("Ủy ban nhân dân phường Mẫu", ("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU")),
        ("Ủy ban nhân dân thị xã Hương Trà", ("ỦY BAN NHÂN DÂN", "THỊ XÃ HƯƠNG TRÀ")),
        ("Ủy ban nhân dân đặc khu Mẫu", ("ỦY BAN NHÂN DÂN", "ĐẶC KHU MẪU")),
        ("Ủy ban nhân dân Cồn Cỏ Mẫu", ("ỦY BAN NHÂN DÂN", "CỒN CỎ MẪU")),
        ("Sở Thông tin và Truyền thông", ("SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG")),
        ("Văn phòng\nĐoàn đại biểu", ("VĂN PHÒNG", "ĐOÀN ĐẠI BIỂU")),
    ],
)
def test_a_long_name_breaks_where_a_clerk_breaks_it(name: str, lines: tuple[str, ...]) -> None:
    assert name_lines(name, 13, ROOM, bold=True) == lines


@given(st.text(st.sampled_from("aăâbđeêơưA "), max_size=80))
def test_breaking_a_name_loses_no_word(name: str) -> None:
    assert " ".join(name_lines(name, 13, ROOM, bold=True)).split() == name.upper().split()


def test_a_title_drawn_in_breaks_into_even_lines_and_keeps_numbers_with_their_words() -> None:
    subject = (
        "Tình hình, kết quả công tác cải cách hành chính 6 tháng đầu năm 2026 của Ủy ban nhân dân phường"
    )
    room = 8787 - 2 * side_indent(subject, 14, 8787, bold=True)
    first, second = greedy(subject, room)
    assert not first[-1].isdigit()
    assert not second[0].isdigit()
    assert min(len(first), len(second)) > 0.6 * max(len(first), len(second))


@pytest.mark.parametrize("subject", ["Quý I năm 2026", "Dài " * 200, "Hai dòng\n" + "có sẵn " * 30, ""])
def test_a_title_that_needs_no_help_keeps_all_its_room(subject: str) -> None:
    assert side_indent(subject, 14, 8787, bold=True) == 0


@given(st.text(st.sampled_from("abc 12"), min_size=60, max_size=200))
def test_drawing_in_never_adds_a_line(subject: str) -> None:
    drawn_in = side_indent(subject, 14, 8787)
    assert drawn_in >= 0
    if drawn_in:
        assert all(width(line, 14) <= 8787 - 2 * drawn_in for line in greedy(subject, 8787 - 2 * drawn_in))


def greedy(text: str, room: int) -> list[str]:
    """The text broken as a word processor breaks it: each line takes the words that fit."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer, 14, bold=True) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def test_the_lines_of_a_list_end_with_semicolons_and_the_last_with_a_stop() -> None:
    assert dashed(("Như trên", "- UBND tỉnh (để b/c);", "Lưu: VT.")) == [
        "- Như trên;",
        "- UBND tỉnh (để b/c);",
        "- Lưu: VT.",
    ]
    assert dashed(()) == []

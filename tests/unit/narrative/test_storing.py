"""Prose written back to its stored text: the same prose is read in it."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.narrative.blocks import Figure, Grid, Line, LineKind, Mark, Prose, Words, Written
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.storing import joined, stored, stored_block

MEANT = "*_#|-+[]^{}\\: ;1a%ộ"
words = st.text(alphabet=MEANT, min_size=1, max_size=12)
faces = st.sampled_from([(False, False), (True, False), (False, True), (True, True)])
figures = st.sampled_from(["{PL2.1}", "{PL2.1 sosanh}", "{lạ}"]).map(
    lambda source: next(piece for _, piece in parse(source).pieces())
)
pieces = st.lists(
    st.builds(lambda text, face: Words(text, *face), words, faces) | figures | st.just(Mark(("a",))),
    max_size=6,
)
wild = st.text(max_size=80) | st.text(alphabet=MEANT + "\n", max_size=80)


def told(written: Iterable[Written]) -> str:
    return "".join(piece.text if isinstance(piece, Words) else piece.source for piece in written).strip()


@given(wild)
def test_what_was_read_and_stored_is_read_the_same_again(text: str) -> None:
    prose = parse(text)
    again = parse(stored(prose))
    assert [type(block) for block in again.blocks] == [type(block) for block in prose.blocks]
    assert told(piece for _, piece in again.pieces()) == told(piece for _, piece in prose.pieces())
    assert parse(stored(again)) == again


@given(pieces)
def test_no_word_figure_or_mark_of_a_line_is_lost_or_means_something_else(line: list[Written]) -> None:
    block = Line(LineKind.ITEM, joined(line))
    wanted = told(line)
    read = parse(stored_block(block)).blocks
    if not wanted:
        assert not read
        return
    (again,) = read
    assert isinstance(again, Line)
    assert again.kind is LineKind.ITEM
    assert told(again.pieces) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Đã ban hành **{PL2.1}** văn bản, *trong đó* ***{PL2.1 sosanh}***.",
        "- Kế hoạch số 12[^vb-1;n1] đã xong\n[^n1]: theo báo cáo của *phường*",
        "### Kết quả\nĐoạn một\n- mục {{ và \\* và 2*3*4",
        "| Tên | Số |\n| --- | ---: |\n| **Một** | {PL2.1} |\n|  | a\\|b |",
    ],
)
def test_writing_in_its_usual_form_stays_letter_for_letter(text: str) -> None:
    assert stored(parse(text)) in (text, text.replace("2*3*4", "2\\*3\\*4"))


def test_a_face_that_changes_within_a_word_goes_to_the_whole_word() -> None:
    line: Line[Written] = Line(LineKind.PARAGRAPH, (Words("kế ho"), Words("ạch năm", bold=True)))
    assert stored_block(line) == "kế hoạch **năm**"


def test_two_tables_stay_two() -> None:
    grid: Grid[Written] = Grid(((Words("A"),),), (((Words("1"),),),))
    assert len(parse(stored(Prose((grid, grid)))).blocks) == 2


def test_a_figure_that_nobody_understands_stays_as_typed() -> None:
    line = parse("số {PL2.1").blocks
    assert stored(Prose(line)) == "số {PL2.1"
    (block,) = line
    assert isinstance(block, Line)
    assert any(isinstance(piece, Figure) for piece in block.pieces)

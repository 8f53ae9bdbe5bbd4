"""Columns of small tables are wide enough for their words."""

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.documents.word.columns import fitted, longest_word

_WHOLE = 8787
_COLUMNS = st.lists(st.tuples(st.integers(4, 40), st.integers(240, 3000)), min_size=1, max_size=9)


def test_a_date_does_not_break_beside_long_texts() -> None:
    least = [longest_word(["TT"], bold=True), longest_word(["21/11/2026"]), longest_word(["Đã nhận"])]
    widths = fitted((4, 10, 40), least, 4000)
    assert widths[1] == least[1]
    assert sum(widths) <= 4000


def test_shares_that_leave_room_for_every_word_stay() -> None:
    assert fitted((40, 4), (900, 500), _WHOLE) == (40, 4)


def test_words_without_room_share_what_there_is() -> None:
    assert fitted((4, 4), (9000, 3000), _WHOLE) == (9000, 3000)


@given(_COLUMNS)
def test_no_column_is_narrower_than_its_longest_word_where_there_is_room(
    columns: list[tuple[int, int]],
) -> None:
    shares, least = zip(*columns, strict=True)
    widths = fitted(shares, least, _WHOLE)
    if sum(least) <= _WHOLE:
        printed = [_WHOLE * width // sum(widths) for width in widths]
        assert all(here >= needed - 1 for here, needed in zip(printed, least, strict=True))

"""Vietnamese words in the order of CLDR's `vi`."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.collation import collation_key


@pytest.mark.parametrize(
    "order",
    [
        "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b",
        "d đ e ẹ ê ệ f g",
        "n o ỏ ô ộ ơ ợ p",
        "t u ụ ư ự v",
        "ca cá cab cha chi co",
        "ma mà mả mã má mạ man",
        "An án anh",
        "2 9 010 10 A",
        "phòng Phòng phong1",
    ],
)
def test_words_stand_as_in_a_dictionary(order: str) -> None:
    words = order.split()
    shuffled = random.Random(1).sample(words, len(words))
    assert sorted(shuffled, key=collation_key) == words


def test_a_tone_decides_only_where_the_letters_are_the_same() -> None:
    assert collation_key("mạ a") < collation_key("ma b")
    assert collation_key("hồ sơ") > collation_key("họ sao")


def test_numbers_stand_by_their_size_and_signs_before_them() -> None:
    codes = ["BC-UBND", "496/BC-UBND", "10/QĐ-UBND", "10/KH-UBND", "9/KH-UBND"]
    assert sorted(codes, key=collation_key, reverse=True) == codes
    assert collation_key("-") < collation_key("1") < collation_key("a")
    assert collation_key("9" * 5_000) < collation_key("1" + "0" * 5_000)


@given(st.text())
def test_how_a_text_is_composed_does_not_move_it(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert collation_key(composed)[:2] == collation_key(apart)[:2]


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    key, others = collation_key(one), collation_key(other)
    assert (key < others) + (key > others) + (key == others) == 1
    assert key == collation_key(one)

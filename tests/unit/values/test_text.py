"""One normal form of text, and the form in which texts are compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.text import composed, likeness, normal, plain_words, printable, without_marks


def test_decomposed_text_becomes_composed_with_single_blanks() -> None:
    decomposed = unicodedata.normalize("NFD", "  Ủy  ban\u00a0nhân\n dân ")
    assert normal(decomposed) == "Ủy ban nhân dân"


@given(st.text())
def test_normal_text_is_composed_trimmed_and_stays_as_it_is(text: str) -> None:
    once = normal(text)
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert normal(once) == once


@given(st.text())
def test_composing_keeps_the_lines_and_settles(text: str) -> None:
    once = composed(text)
    assert "\r" not in once
    assert composed(once) == once


def test_line_ends_of_every_system_become_one() -> None:
    assert composed("một\r\nhai\rba\nbốn") == "một\nhai\nba\nbốn"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("CỘNG HÒA", "Cộng hoà"),
        ("thủy", "thuỷ"),
        (unicodedata.normalize("NFD", "Tỷ lệ"), "Tỷ lệ"),
        ("Số TTHC (cấp huyện).", "số tthc cấp  huyện"),
        ("Đã", "đã"),
    ],
)
def test_spellings_of_one_word_are_alike(one: str, other: str) -> None:
    assert likeness(one) == likeness(other)


@pytest.mark.parametrize(("one", "other"), [("1.1", "1.2"), ("cấp huyện", "cấp xã"), ("", "a")])
def test_different_texts_are_not_alike(one: str, other: str) -> None:
    assert likeness(one) != likeness(other)


def test_the_spelling_a_person_chose_is_never_rewritten() -> None:
    assert normal("hoà") == "hoà"
    assert normal("hòa") == "hòa"


def test_marks_and_strokes_come_off() -> None:
    assert without_marks("Đường Nguyễn Huệ, phường Ỷ Lan") == "Duong Nguyen Hue, phuong Y Lan"


def test_a_search_compares_words_without_marks_capitals_or_runs_of_blanks() -> None:
    assert plain_words("  Hồ  SƠ\nĐang giải quyết ") == "ho so dang giai quyet"


def test_what_no_document_can_hold_is_left_out() -> None:
    assert printable("a\x00b\x0bc\x1fd\n\te") == "abcd\n\te"
    assert normal("a\ud800b\x00") == "ab"

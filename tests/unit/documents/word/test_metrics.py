"""Widths in Times New Roman, in twips."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.documents.word.metrics import width


def test_the_national_title_has_the_width_that_the_typeface_gives_it() -> None:
    assert width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True) == 5424
    assert width("Độc lập - Tự do - Hạnh phúc", 14, bold=True) == 3428


def test_a_tone_adds_no_width_and_a_horn_does() -> None:
    assert width("ệ", 14) == width("e", 14)
    assert width("ữ", 14) == width("ư", 14) > width("u", 14)
    assert width("ợ", 14, bold=True) == width("ơ", 14, bold=True) > width("o", 14, bold=True)


@given(st.text())
def test_how_a_text_is_composed_does_not_change_its_width(text: str) -> None:
    composed, taken_apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert width(composed, 14) == width(taken_apart, 14) >= 0

"""Text as XML can hold it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cchc_desktop.documents.word.markup import clean, fill, new_root
from tests.unit.documents.reports import saying, text
from tests.unit.documents.word.opened import opened, text_of


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Hồ\x00 sơ\x07", "Hồ sơ"),
        ("một\x0bhai", "một\nhai"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("a\ud800b\ufffec", "abc"),
        ("a & b < c > d \"e\" 'f'", "a & b < c > d \"e\" 'f'"),
        ("đường 🙂", "đường 🙂"),
    ],
)
def test_only_what_xml_forbids_is_left_out(pasted: str, kept: str) -> None:
    assert clean(pasted) == kept
    assert opened(saying(text(f"{pasted} hết"))).texts("BodyText")[-1] == f"{kept} hết./."


@given(st.text(st.characters()))
def test_any_text_comes_back_from_the_file_as_it_was_cleaned(words: str) -> None:
    run = new_root("r")
    fill(run, words)
    assert text_of(etree.fromstring(etree.tostring(run))) == clean(words)


@given(st.text())
def test_cleaning_twice_changes_nothing(words: str) -> None:
    assert clean(clean(words)) == clean(words)

"""Text from elsewhere that has to print as it was."""

from hypothesis import example, given
from hypothesis import strategies as st

from cchc_desktop.narrative.literal import literal
from cchc_desktop.values.text import composed
from tests.unit.narrative.a_form import printed
from tests.unit.narrative.test_markup import wild


@given(wild | st.text(alphabet="\\*[^|-# {}\n", max_size=30))
@example("\\*\\\\- - [^a]: b\n| a |\n|---|\n| b |\n### {PL2.1}")
def test_literal_text_prints_exactly_as_it_was(text: str) -> None:
    lines = [line for line in map(str.strip, composed(text).split("\n")) if line]
    assert printed(literal(text)) == "\n".join(lines)


def test_plain_text_needs_no_escape() -> None:
    text = "Trong quý, đạt 95,9% (tăng 2) - đúng hạn.\n1. Một_hai + ba"
    assert literal(text) == text

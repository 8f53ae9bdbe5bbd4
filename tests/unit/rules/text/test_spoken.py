"""From the stored text of a section to what it says, and back."""

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.rules.text.check import check_section
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.spoken import Spoken, text_of
from tests.unit.narrative.a_form import a_form

FORM = a_form({"PL2.1": 6})


def spoken(markup: str) -> Spoken:
    return text_of("I.1", "Về kế hoạch", markup, FORM)


def a_finding(says: Spoken, words: str, remedy: str) -> TextFinding:
    """A finding at the first place where the words stand."""
    paragraph, text = next((at, line) for at, line in enumerate(says.section.paragraphs) if words in line)
    start = text.index(words)
    return TextFinding(
        "R1", "test", "I.1", paragraph, start, start + len(words), words, expected=remedy, remedy_text=remedy
    )


def test_a_section_says_its_figures_and_not_its_markup() -> None:
    says = spoken(
        "Có **{PL2.1}** văn bản[^a].\n\n- một {{hai\n\n| Tên | Số |\n|---|---|\n| An | 5 |\n[^a]: Lời *chú*."
    )
    assert says.section.paragraphs == ("Có 6 văn bản.", "- một {hai", "Tên\tSố", "An\t5", "Lời chú.")
    (live,) = says.section.live_in(0, 3, 4)
    assert live.rows == ("PL2.1",)


def test_a_remedy_goes_into_the_stored_text_past_bold_notes_and_figures() -> None:
    markup = "Giao **{PL2.1}** việc[^a], đạt *tỷ lệ* 82,93%.\n[^a]: Xem {{1}."
    says = spoken(markup)
    assert says.remedied(a_finding(says, "82,93%", "92,68%")) == markup.replace("82,93%", "92,68%")
    place = says.place(0, 0, 4)
    assert place is not None
    assert (place.line, place.start, place.end) == (1, 0, 4)


def test_what_a_live_figure_says_is_never_replaced() -> None:
    says = spoken("Có {PL2.1} văn bản.")
    assert says.remedied(a_finding(says, "6", "7")) is None
    assert says.remedied(a_finding(says, "6 văn", "7 văn")) is None
    assert says.place(0, 3, 4) is None
    assert says.shown(0, 3, 8) == (1, 3, 8)


@given(st.text("ab*{}[]^:|-# \n\\1PL2.", max_size=60))
def test_every_text_is_spoken_and_a_remedy_changes_nothing_else(markup: str) -> None:
    says = spoken(markup)
    context = TextContext(FORM.period)
    for finding in check_section(says.section, context):
        assert says.section.paragraphs[finding.paragraph][finding.start : finding.end] == finding.text
    for number, text in enumerate(says.section.paragraphs):
        for at in range(len(text)):
            remedy = TextFinding("R1", "test", "I.1", number, at, at + 1, text[at], remedy_text="9")
            new = says.remedied(remedy)
            if new is not None:
                expected = list(says.section.paragraphs)
                expected[number] = f"{text[:at]}9{text[at + 1 :]}"
                assert list(spoken(new).section.paragraphs) == expected

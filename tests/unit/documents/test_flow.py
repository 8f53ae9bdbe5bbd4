"""The running text: no empty section, and "./." exactly once, at its end."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.documents.content import (
    Block,
    BulletItem,
    DottedLine,
    Footnote,
    Heading,
    Inline,
    Paragraph,
    Run,
    Table,
)
from cchc_desktop.documents.flow import running_text
from tests.unit.documents.reports import REPORT, row, saying, text

NOTE = Footnote((Run("Quyết định số 1."),))


def last_words(block: Block) -> str:
    match block:
        case Paragraph(inlines) | BulletItem(inlines):
            return "".join(inline.text if isinstance(inline, Run) else "¹" for inline in inlines)
        case DottedLine(words):
            return f"…{words}"
        case _:
            raise AssertionError(block)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Đã làm xong", "Đã làm xong./."),
        ("Đã làm xong.", "Đã làm xong./."),
        ("Đã làm xong;", "Đã làm xong./."),
        ("Đã làm xong. \n", "Đã làm xong./."),
        ("Đã làm xong./.", "Đã làm xong./."),
        ("Theo tiêu chuẩn ISO,...", "Theo tiêu chuẩn ISO,..../."),
        ("Đạt 42,42%", "Đạt 42,42%./."),
    ],
)
def test_the_last_paragraph_ends_with_the_mark_in_place_of_its_stop(written: str, printed: str) -> None:
    assert last_words(running_text(saying(text(written)))[-1]) == printed


@pytest.mark.parametrize(
    ("inlines", "printed"),
    [
        ((Run("Đã làm."), NOTE), "Đã làm¹./."),
        ((Run("Đã làm"), NOTE, Run(".")), "Đã làm¹./."),
        ((Run("Đã "), Run("làm.", bold=True), Run("  ")), "Đã làm./."),
        ((NOTE,), "¹./."),
    ],
)
def test_the_mark_follows_a_note_and_its_face(inlines: tuple[Inline, ...], printed: str) -> None:
    assert last_words(running_text(saying(Paragraph(inlines)))[-1]) == printed
    assert last_words(running_text(saying(BulletItem(inlines)))[-1]) == printed


def test_the_mark_closes_the_last_words_even_after_the_outline() -> None:
    report = replace(REPORT, closing=(text("Trên đây là báo cáo."),))
    blocks = running_text(report)
    assert blocks[-1] == text("Trên đây là báo cáo./.")
    assert blocks[-2] == text("Đã ban hành kế hoạch.")


def test_an_empty_section_shows_a_dotted_line_and_the_last_one_carries_the_mark() -> None:
    first, inner, last = Heading(1, "Đánh giá"), Heading(2, "Tồn tại"), Heading(1, "Kiến nghị")
    blocks = running_text(saying(first, inner, last))
    assert blocks[1:] == (first, inner, DottedLine(), last, DottedLine("./."))


def test_a_section_of_blanks_is_an_empty_section() -> None:
    heading = Heading(2, "Tồn tại")
    assert running_text(saying(heading, text(" \n"), BulletItem(())))[1:] == (heading, DottedLine("./."))


def test_a_section_that_is_one_note_is_not_empty() -> None:
    note = Paragraph((NOTE,))
    assert running_text(saying(Heading(2, "Tồn tại"), note, text("Hết")))[2] == note


def test_a_report_without_sections_still_has_a_line_to_write_on() -> None:
    assert running_text(saying())[1:] == (DottedLine("./."),)


def test_a_table_at_the_end_is_followed_by_the_mark() -> None:
    table = Table((("A",),), (row("1"),), (1,))
    assert running_text(saying(table))[-2:] == (table, text("./."))


@given(st.lists(st.text().map(lambda words: Paragraph((Run(words),)))))
def test_whatever_is_written_the_text_ends_with_one_mark(paragraphs: list[Paragraph]) -> None:
    end = last_words(running_text(saying(*paragraphs))[-1])
    assert end.rstrip().endswith("./.")
    assert last_words(running_text(saying(text(end)))[-1]) == end, "a closed text is not closed again"

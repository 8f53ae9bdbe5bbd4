"""The preview says what the Word report says, in the same styles."""

from dataclasses import replace

import pytest

from cchc_desktop.documents.content import (
    Annex,
    BulletItem,
    DottedLine,
    Footnote,
    Heading,
    MinorHeading,
    Paragraph,
    Picture,
    Report,
    Run,
    Table,
)
from cchc_desktop.documents.word.markup import w
from tests.gui.preview.a_preview import sample
from tests.unit.documents.reports import REPORT, row, saying, text
from tests.unit.documents.word.opened import opened, style_of, text_of
from tests.unit.values.photos import a_png
from ui.preview.blocks import Drawing, Passage
from ui.preview.composing import sections

_TABLE = Table((("TT", "Nội dung"),), (row("1", "Một"),), (1, 3), frozenset({0}))
_NOTED = Paragraph((Run("Đã ban hành"), Footnote((Run("Quyết định số 1."),)), Run(" rồi.")))
_GROUPED = Table(
    (("TT", "Phường"),),
    (((Run("Nhóm 1", bold=True),), ()), ((Run("1"),), (Run("Một"), Footnote((Run("Chú."),))))),
    (1, 3),
    groups=frozenset({0}),
    title="Xếp nhóm",
)
_EVERYTHING = saying(
    Heading(1, "MỘT"),
    Heading(2, "Hai"),
    Heading(3, "Ba"),
    text("Chữ\nxuống dòng."),
    BulletItem((Run("gạch;"),)),
    DottedLine(),
    MinorHeading((Run("Nhỏ"),)),
    _TABLE,
    _GROUPED,
    _NOTED,
)


def composed(report: Report) -> list[tuple[str, str]]:
    """Style and text, without the marks of notes, of each paragraph that says something, in order."""
    found = []
    for section in sections(report):
        for block in section.blocks:
            if isinstance(block, Drawing):
                continue
            passages = (
                [block]
                if isinstance(block, Passage)
                else [each for row in block.rows for cell in row.cells for each in cell.passages]
            )
            said = [
                (each.style, "".join(piece.text for piece in each.pieces if not piece.raised))
                for each in passages
            ]
            found += [(style, text) for style, text in said if text.strip()]
    return found


def printed(report: Report) -> list[tuple[str, str]]:
    """The same of the Word report."""
    paragraphs = ((style_of(p), text_of(p)) for p in opened(report).body.iter(w("p")))
    return [(style, said) for style, said in paragraphs if said.strip()]


def bare(style: str, said: str) -> tuple[str, str]:
    """A paragraph without what Word puts in by itself: numbers, dashes, capitals."""
    if style.startswith("Heading"):
        said = said.rpartition(" ")[2]
    said = said.removeprefix("- ") if style == "ListBullet" else said
    return style, "".join(said.upper().split())


_ANNEXED = replace(
    REPORT,
    annexes=(
        Annex("Phụ lục 3", ("Danh sách",), "(Kèm theo Báo cáo số 1)", (_NOTED, _GROUPED)),
        Annex("Phụ lục 4", ("Ảnh",), "", (Picture(a_png(), "png", 4, 3, "Ngày hội"),)),
    ),
)
_MADE_UP = {"made-up": REPORT, "everything": _EVERYTHING, "annexed": _ANNEXED}


@pytest.mark.parametrize("name", [*_MADE_UP, "phuong-mau", "huong-tra"])
def test_the_preview_has_the_paragraphs_of_the_word_report_in_its_styles(name: str) -> None:
    report = _MADE_UP.get(name) or sample(name)
    ours = [bare(*each) for each in composed(report) if each[0] != "DottedLine"]
    theirs = [bare(*each) for each in printed(report) if each[0] != "DottedLine"]
    assert ours == theirs


def test_headings_are_numbered_and_items_have_dashes() -> None:
    found = composed(_EVERYTHING)
    assert ("Heading1", "I. MỘT") in found
    assert ("Heading3", "a) Ba") in found
    assert ("ListBullet", "- gạch;") in found


def test_the_last_paragraph_stays_with_the_signature() -> None:
    main = sections(saying(text("Hết.")))[0]
    last = main.blocks[-2]
    assert isinstance(last, Passage)
    assert last.keep_next

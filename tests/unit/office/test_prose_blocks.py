"""Rendered prose as blocks of the Word report."""

from cchc_desktop.documents.content import BulletItem, Footnote, Paragraph, Run, Table
from cchc_desktop.narrative.rendering import rendered
from cchc_desktop.office.prose_blocks import prose_blocks
from tests.unit.narrative.a_form import NOTHING, PAPERS


def blocks(text: str) -> list[object]:
    return list(prose_blocks(rendered(text, NOTHING, None, PAPERS)))


def test_lines_become_paragraphs_items_and_bold_lines() -> None:
    assert blocks("### Nhóm *một*\n- việc **a**\nĐoạn.") == [
        Paragraph((Run("Nhóm ", bold=True), Run("một", bold=True, italic=True))),
        BulletItem((Run("việc "), Run("a", bold=True))),
        Paragraph((Run("Đoạn."),)),
    ]


def test_a_note_becomes_a_footnote_with_its_faces() -> None:
    (paragraph,) = blocks("Câu[^a].\n[^a]: Lời *riêng*")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines[1] == Footnote((Run("Lời "), Run("riêng", italic=True)))


def test_a_tables_columns_share_the_width_by_their_longest_text() -> None:
    (table,) = blocks("| Đơn vị | Số |\n|---|--:|\n| Một phòng có tên dài như thế này đây, dài hơn nữa | 3 |")
    assert isinstance(table, Table)
    assert table.widths == (40, 4)
    assert table.figures == {1}
    assert table.header == (("Đơn vị", "Số"),)


def test_a_note_in_a_table_stands_in_brackets() -> None:
    (table,) = blocks("| Đơn vị[^a] |\n|---|\n| b |\n[^a]: Cả năm")
    assert isinstance(table, Table)
    assert table.header == (("Đơn vị (Cả năm)",),)

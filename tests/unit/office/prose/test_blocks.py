"""Rendered prose as blocks of the Word report."""

from cchc_desktop.documents.content import (
    BulletItem,
    Chart,
    ChartKind,
    Footnote,
    MinorHeading,
    Paragraph,
    Run,
    Table,
)
from cchc_desktop.narrative.rendering import rendered
from cchc_desktop.office.prose.blocks import prose_blocks
from tests.unit.narrative.a_form import NOTHING, PAPERS


def blocks(text: str) -> list[object]:
    return list(prose_blocks(rendered(text, NOTHING, None, PAPERS)))


def test_lines_become_paragraphs_items_and_minor_headings() -> None:
    assert blocks("### Nhóm *một*\n- việc **a**\nĐoạn.") == [
        MinorHeading((Run("Nhóm "), Run("một", italic=True))),
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


def test_a_note_in_a_table_is_a_footnote_and_one_in_its_header_stands_in_brackets() -> None:
    (table,) = blocks("| Đơn vị[^a] |\n|---|\n| **b**[^a] |\n[^a]: Cả năm")
    assert isinstance(table, Table)
    assert table.header == (("Đơn vị (Cả năm)",),)
    assert table.rows == (((Run("b", bold=True), Footnote((Run("Cả năm"),))),),)


def test_a_bold_first_cell_alone_in_its_row_is_the_heading_of_a_group() -> None:
    (table,) = blocks(
        "| TT | Phường |\n|---|---|\n| **Nhóm 1: trên 90 điểm** | |\n| 1 | Một |\n| **2** | Hai |\n| Cộng | |"
    )
    assert isinstance(table, Table)
    assert table.groups == {0}
    assert table.widths == (4, 6)


def test_a_table_that_asks_to_be_drawn_becomes_a_chart() -> None:
    (chart,) = blocks(
        "::: biểu đồ tròn: Hồ sơ\n| Cách nộp | Số |\n|---|--:|\n| Trực tuyến | 7 |\n| Trực tiếp | 3 |"
    )
    assert isinstance(chart, Chart)
    assert chart.kind is ChartKind.PIE
    assert chart.description == "Hồ sơ. Số: Trực tuyến 7; Trực tiếp 3"


def test_a_column_that_numbers_the_rows_is_set_as_numbers_are() -> None:
    (table,) = blocks("| STT | Đơn vị | TT huyện |\n|---|---|---|\n| 1 | Một | x |")
    assert isinstance(table, Table)
    assert table.figures == {0}

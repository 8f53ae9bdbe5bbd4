"""A small table of the text shown as a chart, by the menu of the table."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from cchc_desktop.documents.content import Chart, ChartKind, Table
from cchc_desktop.narrative.blocks import Shape
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.storing import stored
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.office.report import OpenReport
from ui.prose.editor import ProseEditor
from ui.prose.table_showing import WORDS, shown_as
from ui.prose.text_menu import text_menu
from ui.prose.texts import prose_of, put, table_at
from ui.prose.workplace import Workplace

TABLE = "| Việc | Số |\n| --- | ---: |\n| Đúng hạn | {PL2.4.2} |"


def in_table(editor: ProseEditor) -> None:
    """Put the caret into the table."""
    cursor = editor.document().find("Đúng hạn")
    cursor.clearSelection()
    editor.setTextCursor(cursor)
    assert table_at(editor.textCursor())


def choose(editor: ProseEditor, shape: Shape | None) -> None:
    """Choose a way in the menu of the table the caret stands in."""
    in_table(editor)
    menu = text_menu(editor, -1, lambda _place: None)
    (ways,) = (each for each in menu.findChildren(QMenu) if each.title() == "Hiện bảng này dưới dạng")
    (way,) = (each for each in ways.actions() if each.text() == WORDS[shape])
    way.trigger()
    menu.close()


def text(editor: ProseEditor) -> str:
    return stored(prose_of(editor.document()))


@pytest.fixture
def tabled(editor: ProseEditor) -> ProseEditor:
    """The text with a sentence and a table below it."""
    put(editor.textCursor(), parse(f"Kết quả như sau.\n{TABLE}"))
    return editor


def test_a_table_becomes_a_chart_with_the_title_that_is_typed(
    tabled: ProseEditor, workplace: Workplace, report: OpenReport
) -> None:
    choose(tabled, Shape.COLUMNS)
    QTest.keyClicks(tabled, "Nhiem vu")
    assert text(tabled) == f"Kết quả như sau.\n::: biểu đồ cột: Nhiem vu\n{TABLE}"
    workplace.show_section("I.1")
    (chart,) = (block for block in printed_report(report).blocks if isinstance(block, Chart))
    assert (chart.kind, chart.title) == (ChartKind.COLUMNS, "Nhiem vu")


def test_another_way_keeps_the_title_and_none_takes_the_line_away(tabled: ProseEditor) -> None:
    choose(tabled, Shape.BARS)
    QTest.keyClicks(tabled, "Nhiem vu")
    choose(tabled, Shape.PIE)
    assert text(tabled) == f"Kết quả như sau.\n::: biểu đồ tròn: Nhiem vu\n{TABLE}"
    in_table(tabled)
    table = table_at(tabled.textCursor())
    assert table
    assert shown_as(table) is Shape.PIE
    choose(tabled, None)
    assert text(tabled) == f"Kết quả như sau.\n{TABLE}"


def test_it_is_one_step_to_undo(tabled: ProseEditor) -> None:
    before = text(tabled)
    choose(tabled, Shape.LINE)
    assert text(tabled) != before
    tabled.undo()
    assert text(tabled) == before


def test_a_table_that_begins_the_text_can_have_a_title_too(workplace: Workplace, report: OpenReport) -> None:
    put(workplace.editor.textCursor(), parse(TABLE))
    choose(workplace.editor, Shape.TABLE)
    QTest.keyClicks(workplace.editor, "Ket qua")
    assert text(workplace.editor) == f"::: bảng: Ket qua\n{TABLE}"
    workplace.editor.moveCursor(QTextCursor.MoveOperation.Start)
    workplace.show_section("I.1")
    (table,) = (block for block in printed_report(report).blocks if isinstance(block, Table))
    assert table.title == "Ket qua"

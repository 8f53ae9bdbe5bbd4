"""What registers give figures: shown beside the answer, taken over with one button, undone with one key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.codes import IndicatorCode
from tests.gui.registers.keys import go, write
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.registers.workplace import RegisterWorkplace

FED = IndicatorCode("PL2.1")


@pytest.fixture
def fed(page: RegisterWorkplace) -> RegisterWorkplace:
    """Two documents of the quarter that guide the reform, typed."""
    for row, code in enumerate(("05/KH-UBND", "06/CT-UBND")):
        for column, text in (("direction", "đi"), ("code", code), ("issued", "01/08/2026"), ("guides", "có")):
            go(page, row, column)
            write(page, text)
    return page


def test_a_register_shows_what_it_gives_and_what_the_report_says(fed: RegisterWorkplace) -> None:
    assert "sổ 2 · Số liệu: trống" in fed.feeding.text.toPlainText()
    assert fed.feeding.take.text() == "Lấy 1 số từ sổ"


def test_the_button_writes_the_figure_and_ctrl_z_takes_it_back(
    fed: RegisterWorkplace, report: OpenReport, window: MainWindow
) -> None:
    QTest.mouseClick(fed.feeding.take, Qt.MouseButton.LeftButton)
    assert report.form.number(FED) == 2
    assert "khớp với Số liệu" in fed.feeding.text.toPlainText()
    assert not fed.feeding.take.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert report.form.answer(FED).is_blank


def test_a_typed_figure_that_differs_is_marked_on_so_lieu_as_soon_as_the_register_changes(
    fed: RegisterWorkplace, desk: Desk, report: OpenReport, window: MainWindow
) -> None:
    desk.figures.enter(FED, "2")
    assert report.findings_at(FED) == ()
    go(fed, 2, "direction")
    for column, text in (("direction", "đi"), ("issued", "02/08/2026"), ("guides", "có")):
        go(fed, 2, column)
        write(fed, text)
    (finding,) = report.findings_at(FED)
    assert finding.rule == "R8"
    assert finding.expected == 3
    table = window.figures.tabs.tables[0]
    place = table.form.place_of(FED)
    assert place is not None
    assert "3" in str(table.form.index(place, 3).data(Qt.ItemDataRole.ToolTipRole))
    assert "sổ 3 · Số liệu: 2" in fed.feeding.text.toPlainText()


def test_a_figure_kept_with_a_reason_is_not_taken_over(
    fed: RegisterWorkplace, desk: Desk, report: OpenReport
) -> None:
    desk.figures.enter(FED, "9")
    (finding,) = report.findings_at(FED)
    desk.keep(finding.code, "Có 7 văn bản mật không ghi sổ")
    assert not fed.feeding.take.isEnabled()


def test_a_link_leads_to_the_figure(fed: RegisterWorkplace, window: MainWindow) -> None:
    fed.feeding.text.followed.emit(FED)
    assert window.figures.isVisible()
    assert window.figures.table
    assert window.figures.table.current_code == FED


def test_the_panel_beside_a_fed_figure_shows_the_lines_it_is_made_of(
    fed: RegisterWorkplace, window: MainWindow
) -> None:
    fed.feeding.text.followed.emit(FED)
    window.figures.show_panel(shown=True)
    told = window.figures.panel.text.toPlainText()
    assert "Sổ văn bản tính được 2, từ 2 dòng" in told
    assert "vb1: Đi, 05/KH-UBND, 01/8/2026" in told


def test_locked_figures_do_not_follow_and_the_page_says_so(
    fed: RegisterWorkplace, report: OpenReport, desk: Desk
) -> None:
    report.head = replace(report.head, stage=Stage.LOCKED)
    desk.opened.emit()
    assert "đã chốt nên không đổi theo sổ" in fed.feeding.text.toPlainText()
    assert not fed.feeding.take.isEnabled()


def test_a_register_that_feeds_nothing_shows_no_figures(page: RegisterWorkplace) -> None:
    page.show_register("contacts")
    assert not page.feeding.isVisible()

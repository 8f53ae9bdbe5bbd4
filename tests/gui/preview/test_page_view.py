"""The widget: what it shows, how large, and where one is after something changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.office.printed.preview import PAPER, Report
from tests.gui.preview.a_preview import form_of, report_of, rows, sample
from ui.preview.page_view import PageView
from ui.preview.pages import Page, pages
from ui.preview.preview_pane import PreviewPane
from ui.preview.zoom import LARGEST, SMALLEST, Fit, Room, scale, stepped


@pytest.fixture
def pane(qtbot: QtBot) -> PreviewPane:
    """A shown preview of the sample ward."""
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.set_report(sample("phuong-mau"))
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def page_width(view: PageView) -> int:
    return view._place(0).width()


def turn(view: PageView, notches: int, modifier: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(100, 100),
        view.mapToGlobal(QPointF(100, 100)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_pages_are_set_only_once_they_are_seen(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.set_report(sample("phuong-mau"))
    assert view.pages == ()
    view.show()
    assert len(view.pages) > 1


def test_the_same_report_is_not_set_again(pane: PreviewPane) -> None:
    before = pane.view.pages
    pane.set_report(replace(sample("phuong-mau")))
    assert pane.view.pages is before


def test_a_changed_figure_shows_without_moving_the_view(pane: PreviewPane) -> None:
    pane.set_report(report_of(form_of(*rows(40))))
    pane.view.verticalScrollBar().setValue(1500)
    pane.set_report(report_of(form_of(*rows(39), replace(rows(40)[-1], figure="4.711"))))
    assert "4.711" in pane.view.pages[-1].text
    assert pane.view.verticalScrollBar().value() == 1500


def test_pages_are_let_go_before_others_are_set(pane: PreviewPane, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []

    def set_anew(report: Report) -> tuple[Page, ...]:
        held.append(len(pane.view.pages))
        return pages(report)

    monkeypatch.setattr("ui.preview.page_view.pages", set_anew)
    pane.set_report(report_of(form_of(*rows(40))))
    assert held == [0]


def test_keys_go_through_the_pages(pane: PreviewPane) -> None:
    bar = pane.view.verticalScrollBar()
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert pane.position.text() == f"Trang {len(pane.view.pages)}/{len(pane.view.pages)}"
    QTest.keyClick(pane.view, Qt.Key.Key_PageUp)
    assert bar.value() == bar.maximum() - bar.pageStep()
    QTest.keyClick(pane.view, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(pane.view, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()


def test_a_page_can_be_gone_to(pane: PreviewPane) -> None:
    pane.view.go_to(3)
    assert pane.view.current == 3
    assert pane.position.text().startswith("Trang 4/")


def test_zoom_by_keys_and_wheel_and_buttons(pane: PreviewPane) -> None:
    QTest.keyClick(pane.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.sizes.currentText() == "100 %"
    assert page_width(pane.view) == round(PAPER.width * pane.view.logicalDpiY() / 1440)
    QTest.keyClick(pane.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pane.sizes.currentText() == "110 %"
    turn(pane.view, 2, Qt.KeyboardModifier.ControlModifier)
    assert pane.sizes.currentText() == "130 %"
    QTest.keyClick(pane.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    pane.smaller.click()
    pane.larger.click()
    assert pane.view.zoom == 120


def test_the_wheel_alone_scrolls(pane: PreviewPane) -> None:
    pane.view.set_zoom(100)
    turn(pane.view, -1, Qt.KeyboardModifier.NoModifier)
    assert pane.view.zoom == 100
    assert pane.view.verticalScrollBar().value() > 0


def test_zoom_keeps_what_is_in_the_middle(pane: PreviewPane) -> None:
    pane.view.set_zoom(100)
    pane.view.go_to(5)
    for percent in (200, 60, 150):
        pane.view.set_zoom(percent)
        assert pane.view.current in {5, 6} if percent == 60 else pane.view.current == 5


def test_a_page_fits_as_wide_and_as_a_whole(pane: PreviewPane) -> None:
    pane.view.set_zoom(Fit.WIDTH)
    assert pane.view.viewport().width() - 60 <= page_width(pane.view) <= pane.view.viewport().width()
    assert pane.view.horizontalScrollBar().maximum() == 0
    pane.view.set_zoom(Fit.PAGE)
    assert pane.view._place(0).height() <= pane.view.viewport().height()


def test_zoom_has_bounds() -> None:
    room = Room(800, 600, 96)
    assert stepped(LARGEST, room, 1) == LARGEST
    assert stepped(SMALLEST, room, -1) == SMALLEST
    assert scale(Fit.WIDTH, Room(9000, 600, 96)) == pytest.approx(2 * 96 / 1440)
    assert scale(Fit.WIDTH, Room(0, 0, 96)) > 0


def test_a_step_from_a_fitting_page_is_the_next_round_percentage() -> None:
    room = Room(800, 600, 96)  # the whole width of A4 is 793.7 pixels there: 100.8 %
    assert stepped(Fit.WIDTH, room, 1) == 110
    assert stepped(Fit.WIDTH, room, -1) == 100


def test_paper_stays_white_in_dark_colours(pane: PreviewPane) -> None:
    dark = QPalette(QColor("#202020"))
    pane.view.setPalette(dark)
    picture = pane.view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    inside = pane.view._place(0).topLeft() + QPoint(20, 20)
    assert picture.pixelColor(round(inside.x() * ratio), round(inside.y() * ratio)) == QColor("white")
    assert picture.pixelColor(round(8 * ratio), round(8 * ratio)).lightness() < 100


def test_a_screen_reader_gets_the_page_that_is_looked_at(pane: PreviewPane) -> None:
    assert pane.view.accessibleName() == "Bản xem trước báo cáo"
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pane.view.accessibleDescription()
    pane.view.go_to(4)
    assert pane.view.accessibleDescription().startswith("Trang 5/")
    assert "Phụ lục 2" in pane.view.accessibleDescription()


def test_without_a_report_nothing_can_be_printed(qtbot: QtBot) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.print_button.isEnabled()
    assert pane.position.text() == "Chưa có trang nào"
    assert pane.view.accessibleDescription() == "Chưa có báo cáo."
    pane.set_report(sample("phuong-mau"))
    assert pane.print_button.isEnabled()
    pane.set_report(None)
    assert not pane.print_button.isEnabled()

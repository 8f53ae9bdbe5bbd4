"""How a register is listed, named and looked through."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTabBar,
    QTableView,
    QTextEdit,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.registers.keys import cell, documents, entries, go, press, table_of
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.registers.drawn_widths import DrawnWidths
from ui.registers.register_model import FIRST
from ui.registers.workplace import RegisterWorkplace
from ui.remembered import Remembered
from ui.worker import Worker

Key = Qt.Key
Role = Qt.ItemDataRole
CheckModel = Callable[[QAbstractItemModel], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def check_model(qtmodeltester: ModelTester) -> CheckModel:
    """Qt's rules for models, as pytest-qt checks them."""
    return qtmodeltester.check


def test_f8_leads_to_the_next_cell_at_which_something_is_odd(
    desk: Desk, page: RegisterWorkplace, window: MainWindow
) -> None:
    documents(desk, page, "05/KH-UBND", "1.138/KH-UBND")
    go(page, 0, "direction")
    QTest.keyClick(window, Key.Key_F8)
    assert table_of(page).currentIndex() == cell(page, 1, "code")


def test_the_search_finds_words_without_their_marks_and_esc_shows_all_again(
    desk: Desk, page: RegisterWorkplace, window: MainWindow
) -> None:
    documents(desk, page, "05/KH-UBND", "06/CT-UBND")
    QTest.keyClick(window, Key.Key_F, CONTROL)
    QTest.keyClicks(page.bar.search, "van ban ct")
    assert list(entries(page)) == ["vb2"]
    QTest.keyClick(page.bar.search, Key.Key_Escape)
    assert list(entries(page)) == ["vb1", "vb2"]
    assert table_of(page).hasFocus()


def test_a_click_on_a_heading_sorts_as_vietnamese_does_and_back(desk: Desk, page: RegisterWorkplace) -> None:
    assert desk.office
    for subject in ("Ứng dụng", "Đào tạo", "Áp dụng", "Dạy nghề"):
        desk.office.registers.add("documents", {"subject": subject})
    page.bar.narrowed.emit()
    header = table_of(page).horizontalHeader()
    place = list(table_of(page).register.register.by_name).index("subject") + FIRST
    table_of(page).scrollTo(cell(page, 0, "subject"))
    spot = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
    orders = []
    for _ in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot, header.height() // 2))
        orders.append([str(values["subject"]) for values in entries(page).values()])
    assert orders[0] == ["Áp dụng", "Dạy nghề", "Đào tạo", "Ứng dụng"]
    assert orders[1] == orders[0][::-1]


def test_only_what_belongs_to_the_period_is_listed_if_asked(desk: Desk, page: RegisterWorkplace) -> None:
    documents(desk, page, "05/KH-UBND")
    assert desk.office
    desk.office.registers.add("documents", {"code": "88/KH-UBND", "issued": "1/2/2025"})
    page.bar.time.setCurrentIndex(1)
    assert list(entries(page)) == ["vb1"]
    page.bar.time.setCurrentIndex(0)
    assert set(entries(page)) == {"vb1", "vb2"}


def test_an_empty_register_says_what_belongs_there_and_how_to_begin(window: MainWindow) -> None:
    window.show_page(window.page_names.index("Sổ theo dõi"))
    assert window.registers.workplace
    sheet = window.registers.workplace.sheet
    assert sheet
    assert sheet.begin.isVisible()
    assert sheet.begin.hasFocus()
    QTest.keyClick(sheet.begin, Key.Key_Space)
    assert sheet.table.isVisible()
    assert sheet.table.hasFocus()


def test_every_cell_has_a_word_and_its_place_for_those_who_listen(
    desk: Desk, page: RegisterWorkplace
) -> None:
    documents(desk, page, "05/KH-UBND")
    assert cell(page, 0, "organ").data(Role.AccessibleTextRole) == "trống"
    assert str(cell(page, 0, "organ").data(Role.AccessibleDescriptionRole)).startswith(
        "Cơ quan ban hành, dòng vb1"
    )
    go(page, 0, "code")
    press(page, Key.Key_F2)
    editor = table_of(page).entry.editor
    assert editor
    assert editor.accessibleName() == "Số, ký hiệu, dòng vb1"


def test_the_model_keeps_qts_rules(check_model: CheckModel, desk: Desk, page: RegisterWorkplace) -> None:
    documents(desk, page, "05/KH-UBND", "1.138/KH-UBND")
    check_model(table_of(page).register)


def test_every_control_has_a_name_to_be_heard(page: RegisterWorkplace) -> None:
    spoken = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)
    silent = [
        f"{type(each).__name__} in {type(each.parent()).__name__}"
        for kind in spoken
        for each in page.findChildren(kind)
        if each.isVisible()
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and (each.text() or each.toolTip()))
        and not isinstance(each.parent(), QComboBox | QTabBar | QLineEdit | QTableView)
        and not isinstance(each, QHeaderView)
    ]
    assert silent == []


def test_the_width_a_column_was_drawn_to_is_remembered(
    qtbot: QtBot,
    page: RegisterWorkplace,
    window: MainWindow,
    worker: Worker,
    tmp_path: Path,
    office_file: Path,
) -> None:
    place = cell(page, 0, "subject").column()
    table_of(page).setColumnWidth(place, 333)
    window.close()
    again = MainWindow(Desk(window), worker, Remembered(tmp_path / "config"), tmp_path)
    qtbot.addWidget(again)
    assert again.desk.open(office_file)
    again.show()
    again.show_page(again.page_names.index("Sổ theo dõi"))
    assert again.registers.workplace
    sheet = again.registers.workplace.sheet
    assert sheet
    sheet.begin.click()
    assert sheet.table.columnWidth(place) == 333
    again.close()


def test_widths_that_cannot_be_read_are_as_if_nobody_drew() -> None:
    widths = DrawnWidths()
    for written in ("", "[]", '{"documents": 3}', '{"documents": {"code": "wide"}}'):
        widths.read(written)
        assert widths.of("documents") == {}

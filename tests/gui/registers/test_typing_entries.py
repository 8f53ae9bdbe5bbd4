"""Lines of a register typed with real keys: what the office file has, what the screen says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, Qt
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

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.registers.entry import Value
from tests.gui.registers.keys import begin, cell, entries, go, press, table_of, write
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.registers.choice_editor import ChoiceEditor
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


def on_disk(path: Path, register: str = "documents") -> dict[str, dict[str, Value]]:
    with Office.look(path) as office:
        return {entry.id: dict(entry.values) for entry in office.registers.entries(register)}


def documents(desk: Desk, page: RegisterWorkplace, *codes: str) -> None:
    """Documents as they were written down before the page is looked at."""
    assert desk.office
    for place, code in enumerate(codes, 1):
        given = {"direction": "Đi", "code": code, "issued": f"{place}/8/2026", "subject": f"Văn bản {place}"}
        desk.office.registers.add("documents", given)
    page.bar.narrowed.emit()


def test_a_line_typed_across_is_in_the_office_file_cell_by_cell(
    page: RegisterWorkplace, office_file: Path
) -> None:
    for text in ("đi", "05/KH-UBND", "09/02/2026", "Kế hoạch"):
        write(page, text)
    assert on_disk(office_file) == {
        "vb1": {
            "direction": "issued",
            "code": "05/KH-UBND",
            "issued": date(2026, 2, 9),
            "type_name": "Kế hoạch",
        }
    }
    assert cell(page, 0, "direction").data() == "Đi"


def test_an_empty_line_for_the_next_entry_follows_the_last(page: RegisterWorkplace) -> None:
    write(page, "đi", Key.Key_Return)
    assert table_of(page).register.rowCount() == 2
    assert table_of(page).currentIndex() == cell(page, 1, "direction")


def test_a_day_is_typed_without_strokes_too(page: RegisterWorkplace) -> None:
    go(page, 0, "issued")
    write(page, "09022026")
    assert entries(page)["vb1"]["issued"] == date(2026, 2, 9)


def test_a_choice_is_picked_from_a_list_with_the_arrows(page: RegisterWorkplace) -> None:
    press(page, Key.Key_F2)
    editor = table_of(page).entry.editor
    assert isinstance(editor, ChoiceEditor)
    QTest.qWait(1)
    assert [editor.list.item(row).text() for row in range(editor.list.count())] == ["Đi", "Đến"]
    assert editor.list.isVisible()
    press(page, Key.Key_Down)
    press(page, Key.Key_Down)
    press(page, Key.Key_Return)
    assert entries(page)["vb1"]["direction"] == "received"


def test_a_click_in_the_list_picks_a_choice(page: RegisterWorkplace) -> None:
    press(page, Key.Key_F2)
    editor = table_of(page).entry.editor
    assert isinstance(editor, ChoiceEditor)
    QTest.qWait(1)
    place = editor.list.visualItemRect(editor.list.item(1)).center()
    QTest.mouseClick(editor.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    press(page, Key.Key_Return)
    assert entries(page)["vb1"]["direction"] == "received"


def test_a_text_that_is_no_day_stays_in_its_cell_and_is_told_as_not_saved(
    page: RegisterWorkplace, office_file: Path
) -> None:
    write(page, "đi")
    go(page, 0, "issued")
    write(page, "31/02/2026")
    assert cell(page, 0, "issued").data() == "31/02/2026"
    assert "không phải là ngày" in str(cell(page, 0, "issued").data(Role.ToolTipRole))
    assert "Chưa lưu" in page.strip.toPlainText()
    assert "issued" not in on_disk(office_file)["vb1"]
    write(page, "28/02/2026")
    assert on_disk(office_file)["vb1"]["issued"] == date(2026, 2, 28)
    assert "không phải là ngày" not in str(cell(page, 0, "issued").data(Role.ToolTipRole))


def test_a_refused_text_of_the_new_line_goes_with_the_entry_it_becomes(page: RegisterWorkplace) -> None:
    go(page, 0, "issued")
    write(page, "hôm nay")
    go(page, 0, "code")
    write(page, "12/KH-UBND")
    assert cell(page, 0, "issued").data() == "hôm nay"
    assert cell(page, 1, "issued").data() == ""


def test_a_number_given_twice_is_marked_at_both_lines(desk: Desk, page: RegisterWorkplace) -> None:
    documents(desk, page, "496/BC-UBND")
    go(page, 1, "direction")
    for text in ("đi", "496/BC-UBND", "10/08/2026"):
        write(page, text)
    for row in range(2):
        assert "nhiều lần trong cùng năm" in str(cell(page, row, "code").data(Role.AccessibleDescriptionRole))
        assert cell(page, row, "code").data(Role.DecorationRole)
    press(page, Key.Key_Home)
    go(page, 0, "code")
    assert "R12-vb1" in page.strip.toPlainText()


def test_f8_leads_to_the_next_cell_at_which_something_is_odd(
    desk: Desk, page: RegisterWorkplace, window: MainWindow
) -> None:
    documents(desk, page, "05/KH-UBND", "1.138/KH-UBND")
    go(page, 0, "direction")
    QTest.keyClick(window, Key.Key_F8)
    assert table_of(page).currentIndex() == cell(page, 1, "code")


def test_deleted_lines_come_back_to_their_places_with_ctrl_z(
    desk: Desk, page: RegisterWorkplace, window: MainWindow, office_file: Path
) -> None:
    documents(desk, page, "05/KH-UBND", "06/KH-UBND", "07/KH-UBND")
    go(page, 1, "code")
    press(page, Key.Key_Minus, CONTROL)
    assert list(entries(page)) == list(on_disk(office_file)) == ["vb1", "vb3"]
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert list(entries(page)) == list(on_disk(office_file)) == ["vb1", "vb2", "vb3"]
    QTest.keyClick(window, Key.Key_Y, CONTROL)
    assert list(on_disk(office_file)) == ["vb1", "vb3"]


def test_each_typed_cell_is_a_step_to_undo(
    page: RegisterWorkplace, window: MainWindow, office_file: Path
) -> None:
    write(page, "đi")
    write(page, "05/KH-UBND")
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert on_disk(office_file) == {"vb1": {"direction": "issued"}}
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert on_disk(office_file) == {}


def test_delete_empties_the_selected_cells_as_one_step(
    desk: Desk, page: RegisterWorkplace, window: MainWindow, office_file: Path
) -> None:
    documents(desk, page, "05/KH-UBND", "06/KH-UBND")
    go(page, 0, "subject")
    table_of(page).selectionModel().select(cell(page, 1, "subject"), QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClick(window, Key.Key_Delete)
    assert ["subject" in values for values in on_disk(office_file).values()] == [False, False]
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert ["subject" in values for values in on_disk(office_file).values()] == [True, True]


def test_ctrl_d_takes_over_the_cell_above(
    desk: Desk, page: RegisterWorkplace, window: MainWindow, office_file: Path
) -> None:
    documents(desk, page, "05/KH-UBND", "06/KH-UBND")
    go(page, 1, "subject")
    QTest.keyClick(window, Key.Key_D, CONTROL)
    assert on_disk(office_file)["vb2"]["subject"] == "Văn bản 1"


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


def test_an_open_editor_is_handed_over_before_another_register_is_shown(
    page: RegisterWorkplace, office_file: Path
) -> None:
    go(page, 0, "code")
    begin(page, "05/KH")
    page.tabs.setCurrentIndex(1)
    assert on_disk(office_file)["vb1"]["code"] == "05/KH"


def test_a_list_that_changes_elsewhere_leaves_the_open_editor_alone(
    desk: Desk, page: RegisterWorkplace
) -> None:
    documents(desk, page, "05/KH-UBND", "06/KH-UBND")
    go(page, 1, "subject")
    begin(page, "đang gõ")
    page._wishes.remove(["vb1"])
    editor = table_of(page).entry.editor
    assert editor
    assert editor.text() == "đang gõ"
    press(page, Key.Key_Return)
    assert entries(page)["vb2"]["subject"] == "đang gõ"


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


@pytest.mark.parametrize("name", ["tasks", "inspections", "surveys", "outreach", "initiatives", "contacts"])
def test_every_register_is_typed_into(page: RegisterWorkplace, name: str, office_file: Path) -> None:
    page.show_register(name)
    assert page.sheet
    page.sheet.begin.click()
    column = next(each for each in page.sheet.register.columns if each.required and each.type.value == "text")
    go(page, 0, column.name)
    write(page, "Nội dung")
    assert [values[column.name] for values in on_disk(office_file, name).values()] == ["Nội dung"]
    assert "(1)" in page.tabs.tabText(page.tabs.currentIndex())


def test_who_may_only_look_is_told_why_nothing_can_be_written(
    desk: Desk, window: MainWindow, office_file: Path
) -> None:
    desk.close()
    with Office.open(office_file) as office:
        office.registers.add("documents", {"code": "05/KH-UBND"})
        assert desk.open(office_file, look=True)
        window.show_page(window.page_names.index("Sổ theo dõi"))
        page = window.registers.workplace
        assert page
        go(page, 0, "code")
        press(page, Key.Key_F2)
        assert table_of(page).state() is not QAbstractItemView.State.EditingState
        assert "chưa ghi sổ được" in page.strip.toPlainText()


def test_a_locked_report_leaves_the_registers_open(
    report: OpenReport, page: RegisterWorkplace, office_file: Path
) -> None:
    report.head = replace(report.head, stage=Stage.LOCKED)
    go(page, 0, "code")
    write(page, "05/KH-UBND")
    assert on_disk(office_file)["vb1"]["code"] == "05/KH-UBND"


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

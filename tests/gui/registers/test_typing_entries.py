"""Lines of a register typed with real keys: what the office file has, what the screen says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
)

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.registers.entry import Value
from tests.gui.registers.keys import begin, cell, documents, entries, go, press, table_of, write
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.registers.choice_editor import ChoiceEditor
from ui.registers.workplace import RegisterWorkplace

Key = Qt.Key
Role = Qt.ItemDataRole
CheckModel = Callable[[QAbstractItemModel], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


def on_disk(path: Path, register: str = "documents") -> dict[str, dict[str, Value]]:
    with Office.look(path) as office:
        return {entry.id: dict(entry.values) for entry in office.registers.entries(register)}


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


def test_what_was_changed_in_a_line_stands_under_it_the_latest_first(
    desk: Desk, page: RegisterWorkplace
) -> None:
    documents(desk, page, "05/KH-UBND")
    go(page, 0, "code")
    write(page, "06/KH-UBND")
    go(page, 0, "code")
    told = page.strip.toPlainText()
    assert "Số, ký hiệu: 05/KH-UBND → Số, ký hiệu: 06/KH-UBND" in told.replace("\n", " ")
    assert told.index("06/KH-UBND") < told.index("trống → ")


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

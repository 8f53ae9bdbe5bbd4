"""Who has sent: signs, filters, what is told of a cell, reminder, exception, file and paper."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.sample_offices import write_sample_offices
from cchc_desktop.template.model import Level
from tests.gui.totals.conftest import CheckModel
from tests.unit.office.totals.below import NOW, Q3, province
from ui.desk import Desk
from ui.dialogs import files
from ui.mailroom.workplace import Mailroom
from ui.main_window import MainWindow
from ui.totals.arrival_question import ArrivalQuestion
from ui.totals.below_tabs import BelowTabs
from ui.totals.matrix_model import FIRST_PERIOD, NAME
from ui.totals.matrix_print import new_printer, print_matrix
from ui.totals.received_form import ReceivedForm
from ui.totals.reminder_page import ReminderPage
from ui.totals.special_question import SpecialQuestion


def shown(tabs: BelowTabs) -> dict[str, str]:
    """What the current period's column says, by office."""
    model = tabs.sending.model
    return {
        str(model.index(row, NAME).data())[-1]: str(model.index(row, FIRST_PERIOD).data())
        for row in range(model.rowCount())
    }


def go_to(tabs: BelowTabs, number: int, column: int = FIRST_PERIOD) -> None:
    model = tabs.sending.model
    row = model.row_of(f"dv{number}")
    assert row is not None
    tabs.sending.table.setCurrentIndex(model.index(row, column))


def press(question: object, words: str) -> None:
    assert isinstance(question, ReminderPage | SpecialQuestion)
    (button,) = (each for each in question.findChildren(QPushButton) if each.text() == words)
    button.click()


def test_every_office_has_its_sign_and_how_late_it_was(tabs: BelowTabs) -> None:
    said = shown(tabs)
    assert said["1"] == "● 3/75"
    assert said["2"] == "● 3/75, muộn 6 ngày"
    assert said["4"].startswith("!")


def test_the_summary_says_the_deadline_and_which_moment_makes_late(tabs: BelowTabs) -> None:
    told = tabs.sending.summary.text()
    assert "hạn gửi 16/9/2026" in told
    assert "2 quá hạn, 3 đã nhận" in told
    assert "Muộn tính theo: lúc nhận được thư hoặc tệp" in told


def test_making_the_tabs_opens_no_window_that_takes_the_keyboard(tabs: BelowTabs, window: MainWindow) -> None:
    assert tabs.sending.isVisible()
    assert window.isActiveWindow()


def test_the_matrix_model_keeps_qts_rules(tabs: BelowTabs, check_model: CheckModel) -> None:
    check_model(tabs.sending.model)


def test_a_search_without_diacritics_and_a_group_choose_among_the_rows(tabs: BelowTabs) -> None:
    bar = tabs.sending.bar
    QTest.keyClicks(bar.search, "xa mau 2")
    assert set(shown(tabs)) == {"2"}
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert len(shown(tabs)) == 5
    bar.group.setCurrentText("Phường")
    assert set(shown(tabs)) == {"2", "4"}


def test_who_owes_a_report_can_be_listed_alone(tabs: BelowTabs) -> None:
    tabs.sending.bar.state.setCurrentText("Còn nợ báo cáo")
    assert set(shown(tabs)) == {"4", "5"}


def test_what_is_to_know_of_a_cell_stands_below(tabs: BelowTabs) -> None:
    go_to(tabs, 2)
    told = tabs.sending.here.told.text()
    assert "muộn" in told
    assert "Giữ nguyên 1 phát hiện, có giải trình" in told
    assert tabs.sending.here.open_button.isEnabled()
    go_to(tabs, 4)
    assert not tabs.sending.here.open_button.isEnabled()


def test_without_offices_the_one_way_is_to_their_list(
    tabs: BelowTabs, mailroom: Mailroom, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    with province(tmp_path / "moi.cchc"):
        pass
    desk.open(tmp_path / "moi.cchc")
    qtbot.waitUntil(tabs.sending.list_button.isVisible)
    assert not tabs.sending.table.isVisible()
    tabs.sending.list_button.click()
    assert mailroom.currentWidget() is tabs.offices


def test_a_ward_with_nobody_below_it_sees_no_such_tabs(
    tabs: BelowTabs, mailroom: Mailroom, desk: Desk, tmp_path: Path
) -> None:
    with Office.create(tmp_path / "xa.cchc", Profile("UBND xã Thử", Level.COMMUNE)) as office:
        office.start(Q3)
    desk.open(tmp_path / "xa.cchc")
    places = [mailroom.indexOf(tab) for tab in tabs.in_order]
    assert not any(mailroom.isTabVisible(place) for place in places)
    desk.the_office.offices.add({"name": "Tổ dân phố Thử"})
    mailroom.refresh()
    assert all(mailroom.isTabVisible(place) for place in places)


def test_the_reminder_names_who_owes_and_is_copied(tabs: BelowTabs) -> None:
    tabs.sending.bar.remind.click()
    page = tabs.sending.findChild(ReminderPage)
    assert page
    press(page, "Chép lời nhắc")
    copied = QGuiApplication.clipboard().text()
    assert "UBND xã Mẫu 4" in copied
    assert "UBND xã Mẫu 1" not in copied
    assert not page.copy_addresses.isEnabled()
    page.close()


def test_an_exception_needs_a_reason_and_changes_the_cell(tabs: BelowTabs, qtbot: QtBot) -> None:
    go_to(tabs, 4)
    tabs.sending.here.agree_button.click()
    question = tabs.sending.findChild(SpecialQuestion)
    assert question
    question.excused.setChecked(True)
    press(question, "Ghi ngoại lệ")
    assert "cần có lý do" in question.told.text()
    QTest.keyClicks(question.reason, "Bao lut")
    press(question, "Ghi ngoại lệ")
    qtbot.waitUntil(lambda: shown(tabs)["4"] == "×")


def test_when_a_report_really_came_is_corrected_and_it_is_not_late_any_more(
    tabs: BelowTabs, qtbot: QtBot
) -> None:
    go_to(tabs, 2)
    tabs.sending.here.arrival_button.click()
    question = tabs.sending.findChild(ArrivalQuestion)
    assert question
    came = (NOW + timedelta(days=9)).astimezone()
    assert f"{came:%H:%M} ngày 24/9/2026" in " ".join(each.text() for each in question.findChildren(QLabel))
    for day, hour, reason, told in (
        ("31/2/2026", "8:30", "", "không phải là ngày"),
        ("16/9/2026", "8 giờ kém", "", "Giờ nhận viết như"),
        ("16/9/2096", "8h", "", "còn ở phía trước"),
        ("16/9/2026", "8h05", " ", "cần có lý do"),
    ):
        question.day.setText(day)
        question.hour.setText(hour)
        question.reason.setText(reason)
        question.go_button.click()
        assert told in question.told.text()
    QTest.keyClicks(question.reason, "Thu den hom truoc")
    question.go_button.click()
    assert not question.isVisible()
    qtbot.waitUntil(lambda: shown(tabs)["2"] == "● 3/75")
    assert "Đến lúc 08:05 ngày 16/9/2026" in tabs.sending.here.told.text()
    go_to(tabs, 4)
    assert not tabs.sending.here.arrival_button.isEnabled()


def test_enter_opens_what_an_office_sent_and_nothing_in_it_can_be_typed(
    tabs: BelowTabs, window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    files = write_sample_offices(tmp_path / "gui", 1, Q3, 1)
    (line,) = receive(desk.the_office, files.good, may_register=True)
    assert line.office_id
    tabs.sending.refresh()
    qtbot.waitUntil(lambda: tabs.sending.model.row_of(line.office_id) is not None)
    tabs.sending.table.setCurrentIndex(
        tabs.sending.model.index(tabs.sending.model.row_of(line.office_id) or 0, FIRST_PERIOD)
    )
    QTest.keyClick(tabs.sending.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(ReceivedForm) is not None)
    form = window.findChild(ReceivedForm)
    assert form
    assert "UBND xã Mẫu 1" in form.windowTitle()
    cells = [form.tables[0].model().index(row, 3) for row in range(form.tables[0].model().rowCount())]
    assert any(str(cell.data()) for cell in cells)
    assert not any(cell.flags() & Qt.ItemFlag.ItemIsEditable for cell in cells)
    form.close()


def test_the_shown_rows_go_into_a_workbook(
    tabs: BelowTabs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "ra.xlsx"
    monkeypatch.setattr(files, "choose_workbook", lambda *_: out)
    tabs.sending.bar.write.click()
    qtbot.waitUntil(lambda: "ra.xlsx" in tabs.sending.told.text())
    assert out.stat().st_size


def test_the_matrix_prints_with_its_heading_on_every_page(tabs: BelowTabs, tmp_path: Path) -> None:
    matrix = tabs.sending.model.shown
    assert matrix
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ra.pdf"))
    print_matrix(printer, matrix, "UBND tỉnh Mẫu")
    assert (tmp_path / "ra.pdf").read_bytes().startswith(b"%PDF")


def test_the_period_of_the_open_report_is_the_chosen_one(tabs: BelowTabs) -> None:
    assert tabs.sending.bar.chosen_period == Q3

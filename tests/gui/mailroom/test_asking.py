"""From the menu: a request to the offices below, rows for a colleague and back, copies of the office file."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from cchc_desktop.exchange.messages import RequestPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.storage.identity import load_key
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from tests.gui.mailroom.dropping import press, received, verdicts
from ui.desk import Desk
from ui.dialogs.asking_colleague import ColleagueDialog
from ui.dialogs.asking_offices import RequestDialog
from ui.mailroom.decision_question import DecisionQuestion
from ui.mailroom.written_page import WrittenPage
from ui.main_window import MainWindow

ASKED = ("PL2.1", "PL2.4.1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that every question for one is answered with."""
    chosen = tmp_path / "chọn"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen / "bản.cchc"), ""))
    return chosen


def chosen_from_menu(window: MainWindow, words: str) -> None:
    """Choose the entry of the menu by its words."""
    actions = [action for menu in window.findChildren(QMenu) for action in menu.actions()]
    action = next(each for each in actions if each.text().replace("&", "") == words)
    assert action.isEnabled()
    action.trigger()


def ask_of_colleague(qtbot: QtBot, window: MainWindow, folder: Path) -> Path:
    """Write the workbook for a colleague and return it."""
    chosen_from_menu(window, "Hỏi đồng nghiệp…")
    dialog = window.findChild(ColleagueDialog)
    assert dialog
    assert not dialog.go_button.isEnabled()
    for code in ASKED:
        dialog.leaves[code].setCheckState(0, Qt.CheckState.Checked)
    QTest.keyClicks(dialog.to, "Tu phap")
    dialog.go_button.click()
    qtbot.waitUntil(lambda: bool(list(folder.glob("GSL-*.xlsx"))), timeout=20000)
    qtbot.waitUntil(lambda: window.findChild(WrittenPage) is not None)
    page = window.findChild(WrittenPage)
    assert page
    page.close()
    (made,) = folder.glob("GSL-*.xlsx")
    return made


def answered(file: Path, figures: dict[str, int]) -> Path:
    """Fill the workbook in as Excel would."""
    book = openpyxl.load_workbook(file)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            if len(row) > 5 and row[5].value in figures:
                row[3].value = figures[str(row[5].value)]
    book.save(file)
    return file


def test_a_superior_writes_one_request_for_all(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, folder: Path, shown: list[Path]
) -> None:
    province = tmp_path / "tinh.cchc"
    with Office.create(province, Profile("UBND tỉnh Mẫu", Level.PROVINCE, prepared_by="Hoa")) as office:
        office.offices.add({"name": "UBND xã Mẫu 1", "email": "xa1@mau.example"})
        office.offices.add({"name": "UBND xã Mẫu 2", "email": "xa2@mau.example"})
    window.opening.open(province)
    chosen_from_menu(window, "Lập yêu cầu báo cáo…")
    dialog = window.findChild(RequestDialog)
    assert dialog
    dialog.period.setCurrentIndex(dialog.period.findData("2026-Q3"))
    assert (dialog.first.text(), dialog.last.text()) == ("15/6/2026", "14/9/2026")
    dialog.deadline.setText("1/9/2026")
    assert not dialog.go_button.isEnabled()
    dialog.deadline.setText("18/9/2026")
    QTest.keyClicks(dialog.text, "Gui dung han")
    dialog.findings.setCurrentIndex(1)
    dialog.go_button.click()
    qtbot.waitUntil(lambda: bool(list(folder.glob("YC-*.xlsx"))), timeout=20000)
    (made,) = folder.glob("YC-*.xlsx")
    payload = payload_in(made.read_bytes())
    assert isinstance(payload, RequestPayload)
    said = (payload.period, str(payload.DueDate), payload.text, payload.open_findings, payload.level)
    assert said == ("2026-Q3", "2026-09-18", "Gui dung han", "stop", "commune")
    qtbot.waitUntil(lambda: window.findChild(WrittenPage) is not None)
    page = window.findChild(WrittenPage)
    assert page
    press(page, "Chép địa chỉ")
    assert QGuiApplication.clipboard().text() == "xa1@mau.example; xa2@mau.example"
    press(page, "Chép nội dung")
    assert f"Tệp kèm theo: {made.name}" in QGuiApplication.clipboard().text()
    press(page, "Mở thư mục")
    assert shown == [made, made]
    press(page, "Đóng")


@pytest.mark.usefixtures("shown")
def test_a_colleagues_answers_are_merged_and_what_differs_is_asked(
    qtbot: QtBot, window: MainWindow, desk: Desk, folder: Path
) -> None:
    made = answered(ask_of_colleague(qtbot, window, folder), {"PL2.1": 5, "PL2.4.1": 9})
    desk.figures.enter("PL2.4.1", "4")
    tab = received(qtbot, window, made)
    assert verdicts(tab) == ["Chờ xem"]
    assert tab.table.lines.lines[0].name == "Tu phap"
    form = desk.the_report.form
    assert [form.number(IndicatorCode(code)) for code in ASKED] == [5, 4]
    tab.decide.click()
    qtbot.waitUntil(lambda: tab.findChild(DecisionQuestion) is not None, timeout=20000)
    question = tab.findChild(DecisionQuestion)
    assert question
    assert question.second.text() == "Lấy số của đồng nghiệp"
    question.second.click()
    QTest.keyClicks(question.reason, "Da hoi lai")
    press(question, "Nhận như đã chọn")
    qtbot.waitUntil(lambda: desk.the_report.form.number(IndicatorCode("PL2.4.1")) == 9, timeout=20000)
    assert window.pages.shown is window.exchange


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize(("words", "has_key"), [("Bàn giao tệp cơ quan…", True), ("Bản để hỗ trợ…", False)])
def test_a_copy_carries_the_key_only_to_a_successor(
    qtbot: QtBot, window: MainWindow, desk: Desk, folder: Path, words: str, has_key: bool
) -> None:
    desk.the_office.private_key()
    chosen_from_menu(window, words)
    copy = folder / "bản.cchc"
    qtbot.waitUntil(lambda: "Đã tạo bản.cchc" in window.statusBar().currentMessage(), timeout=20000)
    with Office.open(copy, read_only=True) as office:
        assert (load_key(office.archive.db) is not None) == has_key
    page = window.findChild(WrittenPage)
    assert page
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert ("ký được tệp như cơ quan này" if has_key else "không có khóa ký") in told
    assert not page.mail.isVisible()
    page.close()

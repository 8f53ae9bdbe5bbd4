"""Nhận: reports of the offices below, one line a file; what waits is laid open, and a person chooses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.mailroom.ledger import waiting_count
from cchc_desktop.office.mailroom.requests_out import Request, write_request
from cchc_desktop.office.mailroom.reviewing import under_review
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.sample_offices import write_sample_offices
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.gui.mailroom.conftest import CheckModel
from tests.gui.mailroom.dropping import drop, press, received, verdicts
from tests.journeys.hand_filled import filled_by_hand
from ui.desk import Desk
from ui.dialogs.question import Question
from ui.mailroom.decision_question import DecisionQuestion
from ui.mailroom.intake_tab import IntakeTab
from ui.main_window import MainWindow
from ui.models.asked_cells_model import AskedColumn

Q3 = Period.read("2026-Q3")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two good files, a late one, one changed on the way, a forged and a damaged one."""
    folder = tmp_path_factory.mktemp("đến")
    write_sample_offices(folder, 2, Q3, 7, with_trouble=True)
    return folder


@pytest.fixture
def superior_file(tmp_path: Path) -> Path:
    """A province's office file that knows the senders of the good files and of the changed one."""
    path = tmp_path / "tinh.cchc"
    with Office.create(path, Profile("UBND tỉnh Mẫu", Level.PROVINCE, prepared_by="Hoa")) as office:
        for number in (1, 2, 4):
            office.offices.add({"name": f"UBND xã Mẫu {number} (SỐ LIỆU MẪU)", "code": f"H99.00.00{number}"})
    return path


@pytest.fixture
def superior(window: MainWindow, superior_file: Path) -> MainWindow:
    """The window on the province's file."""
    window.opening.open(superior_file)
    return window


def question_of(qtbot: QtBot, tab: IntakeTab, row: int) -> DecisionQuestion:
    """Open the line's question with Enter."""
    tab.table.choose(row)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.findChild(DecisionQuestion) is not None, timeout=20000)
    question = tab.findChild(DecisionQuestion)
    assert question
    return question


def test_a_dropped_folder_has_one_line_a_file_and_a_bad_one_stops_nothing(
    qtbot: QtBot, superior: MainWindow, inbox: Path, desk: Desk
) -> None:
    tab = received(qtbot, superior, inbox)
    assert superior.pages.shown is superior.exchange
    assert sorted(verdicts(tab)) == ["Chờ xem"] * 3 + ["Không nhận"] + ["Đã nhận"] * 2
    assert tab.head.told.text().startswith("6 tệp: đã nhận 2, chờ xem 3, không nhận 1.")
    assert waiting_count(desk.the_office) == 3
    number = superior.exchange.number()
    assert number
    assert (number.text, number.spoken) == ("3", "3 tệp chờ xem")
    again = received(qtbot, superior, inbox)
    assert sorted(verdicts(again)) == sorted(verdicts(tab))
    assert waiting_count(desk.the_office) == 3


def test_the_cells_that_differ_are_chosen_one_by_one_for_a_reason(
    qtbot: QtBot, superior: MainWindow, inbox: Path, desk: Desk, check_model: CheckModel
) -> None:
    tab = received(qtbot, superior, inbox / "BC-CCHC_H99.00.004_2026-Q3_lan01.xlsx")
    question = question_of(qtbot, tab, 0)
    check_model(question.model)
    taken = question.model.index(0, AskedColumn.TAKEN)
    first, second = (str(taken.siblingAtColumn(column).data()) for column in (1, 2))
    assert int(second) == int(first) + 1
    QTest.keyClicks(question.reason, "Da goi dien")
    assert not question.take.isEnabled()
    question.first.click()
    assert taken.data() == first
    question.take.click()
    qtbot.waitUntil(lambda: "Đã nhận báo cáo" in tab.head.told.text(), timeout=20000)
    assert verdicts(tab) == ["Đã nhận"]
    assert waiting_count(desk.the_office) == 0
    form = under_review(desk.the_office, "H99.00.004", Q3).form
    assert form
    assert first in {str(answer.number) for answer in form.answers.values()}


def test_a_figure_of_ones_own_is_typed_into_the_column_of_what_is_taken(
    qtbot: QtBot, superior: MainWindow, inbox: Path
) -> None:
    tab = received(qtbot, superior, inbox / "BC-CCHC_H99.00.004_2026-Q3_lan01.xlsx")
    question = question_of(qtbot, tab, 0)
    taken = question.model.index(0, AskedColumn.TAKEN)
    question.table.setCurrentIndex(taken)
    question.table.edit(taken)
    editor = question.table.findChild(QLineEdit)
    assert editor
    QTest.keyClicks(editor, "77")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: taken.data() == "77")
    assert (question.model.waiting, list(question.model.choices.values())) == (0, ["77"])
    question.close()


def test_of_a_workbook_filled_by_hand_doubtful_cells_are_typed_or_left_out(
    qtbot: QtBot, superior: MainWindow, desk: Desk, tmp_path: Path, check_model: CheckModel
) -> None:
    asked = write_request(desk.the_office, Request(Q3, Level.COMMUNE), tmp_path / "đi")
    lines = {"Cơ quan báo cáo": "UBND xã Mẫu 1 (SỐ LIỆU MẪU)", "Mã cơ quan": "H99.00.001"}
    figures: dict[str, int | str] = {"PL2.1": 5, "PL2.2.1": "30,162", "PL2.2.2": "khoảng 20"}
    filled_by_hand(asked.path, tmp_path / "điền tay.xlsx", lines, figures)
    tab = received(qtbot, superior, tmp_path / "điền tay.xlsx")
    question = question_of(qtbot, tab, 0)
    check_model(question.model)
    assert question.table.isColumnHidden(AskedColumn.FIRST)
    assert not question.first.isVisible()
    doubtful = [question.model.index(row, AskedColumn.TAKEN) for row in range(2)]
    assert [str(cell.siblingAtColumn(AskedColumn.SECOND).data()) for cell in doubtful] == [
        "30,162",
        "khoảng 20",
    ]
    question.table.setCurrentIndex(doubtful[1])
    question.second.click()
    assert doubtful[1].data() == "để trống"
    question.model.setData(doubtful[0], "nhiều")
    QTest.keyClicks(question.reason, "Da goi dien")
    question.take.click()
    qtbot.waitUntil(lambda: "nhiều" in question.told.text(), timeout=20000)
    assert question.isVisible()
    assert doubtful[1].data() == "để trống"
    question.model.setData(doubtful[0], "30162")
    question.take.click()
    qtbot.waitUntil(lambda: verdicts(tab) == ["Đã nhận"], timeout=20000)
    form = under_review(desk.the_office, "H99.00.001", Q3).form
    assert form
    taken = [str(form.answer(IndicatorCode(code)).number) for code in figures]
    assert taken == ["5", "30162", "None"]


def test_an_unknown_office_is_put_on_the_list_by_the_answer(
    qtbot: QtBot, superior: MainWindow, inbox: Path, desk: Desk
) -> None:
    tab = received(qtbot, superior, inbox / "tre-han-3.eml")
    assert verdicts(tab) == ["Chờ xem"]
    question = question_of(qtbot, tab, 0)
    QTest.keyClicks(question.reason, "Don vi moi")
    assert not question.take.isEnabled()
    question.office.setCurrentIndex(1)
    assert question.office.currentText() == "Thêm “UBND xã Mẫu 3 (SỐ LIỆU MẪU)” vào danh sách đơn vị"
    question.take.click()
    qtbot.waitUntil(lambda: "Đã nhận báo cáo" in tab.head.told.text(), timeout=20000)
    assert desk.the_office.offices.all().find("H99.00.003")


def test_every_unknown_sender_is_put_on_the_list_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, inbox: Path, desk: Desk
) -> None:
    empty = tmp_path / "tinh.cchc"
    Office.create(empty, Profile("UBND tỉnh Mẫu", Level.PROVINCE, prepared_by="Hoa")).close()
    window.opening.open(empty)
    tab = received(qtbot, window, inbox)
    assert "Đã nhận" not in verdicts(tab)
    tab.register.click()
    question = next(each for each in tab.findChildren(Question) if each.isVisible())
    press(question, "Thêm 4 đơn vị")
    qtbot.waitUntil(lambda: verdicts(tab).count("Đã nhận") == 3, timeout=20000)
    assert len(desk.the_office.offices.all()) == 3


def test_a_file_that_is_not_used_waits_no_longer(
    qtbot: QtBot, superior: MainWindow, inbox: Path, desk: Desk
) -> None:
    tab = received(qtbot, superior, inbox / "tre-han-3.eml")
    question = question_of(qtbot, tab, 0)
    assert not question.aside.isEnabled()
    QTest.keyClicks(question.reason, "Gui nham")
    press(question, "Không dùng tệp này")
    qtbot.waitUntil(lambda: waiting_count(desk.the_office) == 0, timeout=20000)


def test_what_waits_is_there_when_the_station_is_opened_later(
    qtbot: QtBot, superior: MainWindow, inbox: Path
) -> None:
    received(qtbot, superior, inbox / "tre-han-3.eml")
    superior.show_page(0)
    path = superior.desk.the_office.path
    superior.desk.leave()
    superior.opening.open(path)
    superior.go_to(superior.exchange)
    tab = superior.exchange.mailroom.intake
    superior.exchange.mailroom.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: verdicts(tab) == ["Chờ xem"])


def test_receiving_can_be_called_off(qtbot: QtBot, superior: MainWindow, inbox: Path) -> None:
    tab = superior.exchange.mailroom.intake
    superior.go_to(superior.exchange)
    tab.taking.progressed.connect(lambda *_counts: tab.head.stop.click())
    tab.taking.take([inbox])
    qtbot.waitUntil(lambda: "Đã dừng" in tab.head.told.text(), timeout=20000)
    assert len(tab.table.lines.lines) < 6


def test_without_an_open_office_a_dropped_file_is_refused_with_what_to_do(
    window: MainWindow, desk: Desk, inbox: Path, qtbot: QtBot
) -> None:
    desk.leave()
    with qtbot.waitSignal(desk.refused) as refused:
        drop(window, inbox)
    assert refused.args
    assert "Hãy mở hoặc tạo tệp cơ quan" in refused.args[0].message


def test_an_empty_station_says_what_belongs_there(window: MainWindow) -> None:
    window.go_to(window.exchange)
    mailroom = window.exchange.mailroom
    mailroom.setCurrentWidget(mailroom.intake)
    assert mailroom.intake.empty.isVisible()
    assert not mailroom.intake.decide.isEnabled()

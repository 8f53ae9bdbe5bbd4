"""A watched folder: what lands in it is received beside the work, and said where files come in."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.mailroom import watching
from cchc_desktop.office.mailroom.answering import hand_back
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.mailroom.remarks import on_cells
from cchc_desktop.office.mailroom.submitting import submit
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.sample_offices import write_sample_offices
from cchc_desktop.storage.packages import Direction, list_packages
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.gui.mailroom.conftest import answer_and_lock
from tests.gui.mailroom.dropping import press, verdicts
from ui.desk import Desk
from ui.dialogs import files
from ui.dialogs.question import Question
from ui.mailroom.intake_tab import IntakeTab
from ui.main_window import MainWindow
from ui.worker import Worker

Q3 = Period.read("2026-Q3")
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file count as copied to its end as soon as it is seen."""
    monkeypatch.setattr(watching, "STILL", 0.0)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of two good offices and of troublesome ones."""
    folder = tmp_path_factory.mktemp("có sẵn")
    write_sample_offices(folder, 2, Q3, 7, with_trouble=True)
    return folder


@pytest.fixture
def landing(tmp_path: Path) -> Path:
    """The folder that is watched."""
    folder = tmp_path / "Hộp đến"
    folder.mkdir()
    return folder


@pytest.fixture
def superior(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window on a province's file that knows one sender."""
    path = tmp_path / "tinh.cchc"
    with Office.create(path, Profile("UBND tỉnh Mẫu", Level.PROVINCE, prepared_by="Hoa")) as office:
        office.start(Q3)
        office.offices.add({"name": "UBND xã Mẫu 1 (SỐ LIỆU MẪU)", "code": "H99.00.001"})
    window.opening.open(path)
    return window


@pytest.fixture
def tab(superior: MainWindow, landing: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> IntakeTab:
    """The tab of what comes in, on which the folder was chosen."""
    monkeypatch.setattr(files, "choose_folder", lambda *_: landing)
    superior.go_to(superior.exchange)
    mailroom = superior.exchange.mailroom
    mailroom.setCurrentWidget(mailroom.intake)
    QTest.mouseClick(mailroom.intake.head.watch, LEFT)
    qtbot.waitUntil(mailroom.intake.head.watch_bar.isVisible)
    superior.exchange.watching.timer.setInterval(20)
    return mailroom.intake


@pytest.fixture(autouse=True)
def settled(worker: Worker, qtbot: QtBot, window: MainWindow) -> Iterator[None]:
    """Let no look outlast its test."""
    yield
    window.exchange.watching.timer.stop()
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_a_file_that_lands_in_the_folder_has_its_line_and_its_verdict(
    tab: IntakeTab, landing: Path, inbox: Path, qtbot: QtBot, superior: MainWindow
) -> None:
    assert f"Đang theo dõi thư mục {landing}" in tab.head.watch_bar.told.text()
    for file in inbox.glob("*.xlsx"):
        shutil.copy(file, landing)
    qtbot.waitUntil(lambda: len(verdicts(tab)) == 5, timeout=20000)
    assert sorted(verdicts(tab)) == ["Chờ xem"] * 3 + ["Không nhận", "Đã nhận"]
    assert tab.head.told.text().startswith("Từ thư mục theo dõi lúc ")
    number = superior.exchange.number()
    assert number
    assert number.text == "3"
    assert sorted(landing.iterdir()) == sorted(landing / file.name for file in inbox.glob("*.xlsx"))


def test_unknown_senders_of_the_folder_are_put_on_the_list_at_once(
    tab: IntakeTab, landing: Path, inbox: Path, qtbot: QtBot, desk: Desk
) -> None:
    shutil.copy(inbox / "BC-CCHC_H99.00.002_2026-Q3_lan01.xlsx", landing)
    qtbot.waitUntil(lambda: verdicts(tab) == ["Chờ xem"], timeout=20000)
    QTest.mouseClick(tab.register, LEFT)
    press(next(each for each in tab.findChildren(Question) if each.isVisible()), "Thêm 1 đơn vị")
    qtbot.waitUntil(lambda: "Đã nhận" in verdicts(tab), timeout=20000)
    assert desk.the_office.offices.all().find("H99.00.002")


def test_paused_nothing_is_taken_and_resumed_what_waited_is(
    tab: IntakeTab, landing: Path, inbox: Path, qtbot: QtBot, superior: MainWindow, desk: Desk
) -> None:
    bar = tab.head.watch_bar
    QTest.mouseClick(bar.pause, LEFT)
    assert "tạm dừng" in bar.told.text()
    shutil.copy(inbox / "BC-CCHC_H99.00.001_2026-Q3_lan01.xlsx", landing)
    superior.exchange.watching.look()
    qtbot.wait(100)
    assert not verdicts(tab)
    assert bar.pause.text() == "Theo dõi tiếp"
    QTest.mouseClick(bar.pause, LEFT)
    qtbot.waitUntil(lambda: verdicts(tab) == ["Đã nhận"], timeout=20000)
    QTest.mouseClick(bar.stop, LEFT)
    assert not bar.isVisible()
    assert desk.origin
    assert superior.exchange.watching.folder is None


def test_what_is_typed_stays_typed_while_reports_land(
    tab: IntakeTab, landing: Path, inbox: Path, qtbot: QtBot, superior: MainWindow, desk: Desk
) -> None:
    superior.go_to(superior.figures)
    table = superior.figures.table
    assert table
    table.edit(table.currentIndex())
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "12")
    shutil.copy(inbox / "BC-CCHC_H99.00.001_2026-Q3_lan01.xlsx", landing)
    qtbot.waitUntil(lambda: verdicts(tab) == ["Đã nhận"], timeout=20000)
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "34")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "1234" in {str(each.number) for each in desk.the_report.form.answers.values()}


def test_the_folder_is_watched_again_when_the_file_is_opened_again_and_for_no_other(
    tab: IntakeTab, landing: Path, superior: MainWindow, desk: Desk, office_file: Path, qtbot: QtBot
) -> None:
    watched, province = superior.exchange.watching, desk.origin
    assert province
    qtbot.waitUntil(lambda: not superior.findChildren(Question))
    superior.opening.open(office_file)
    assert (watched.folder, watched.timer.isActive()) == (None, False)
    assert not tab.head.watch_bar.isVisible()
    superior.opening.open(province)
    assert (watched.folder, watched.timer.isActive()) == (landing, True)


def test_a_folder_that_is_gone_is_said_and_tried_again(
    tab: IntakeTab, landing: Path, inbox: Path, qtbot: QtBot
) -> None:
    landing.rmdir()
    bar = tab.head.watch_bar
    qtbot.waitUntil(lambda: "Không mở được thư mục theo dõi" in bar.told.text())
    landing.mkdir()
    shutil.copy(inbox / "BC-CCHC_H99.00.001_2026-Q3_lan01.xlsx", landing)
    qtbot.waitUntil(lambda: verdicts(tab) == ["Đã nhận"], timeout=20000)
    qtbot.waitUntil(lambda: "Đang theo dõi" in bar.told.text())


def test_while_other_work_runs_nothing_is_taken_and_then_it_is_said_what_comes(
    tab: IntakeTab, landing: Path, inbox: Path, qtbot: QtBot, worker: Worker, superior: MainWindow
) -> None:
    done, told = Event(), list[str]()
    superior.exchange.watching.told.connect(lambda: told.append(superior.exchange.watching.words))
    qtbot.waitUntil(lambda: not worker.is_busy)
    worker.start(lambda _ticket: done.wait(PATIENCE))
    shutil.copy(inbox / "BC-CCHC_H99.00.001_2026-Q3_lan01.xlsx", landing)
    qtbot.wait(150)
    assert not verdicts(tab)
    done.set()
    qtbot.waitUntil(lambda: verdicts(tab) == ["Đã nhận"], timeout=20000)
    assert f"Đang nhận 1 tệp từ thư mục {landing}…" in told
    qtbot.waitUntil(lambda: "Đang theo dõi" in superior.exchange.watching.words)


def test_while_a_question_is_open_nothing_is_taken(
    tab: IntakeTab, landing: Path, inbox: Path, qtbot: QtBot
) -> None:
    question = Question("Hỏi", "Có điều phải quyết định?", "", tab)
    question.add_button("Thôi")
    question.open()
    shutil.copy(inbox / "BC-CCHC_H99.00.001_2026-Q3_lan01.xlsx", landing)
    qtbot.wait(150)
    assert not verdicts(tab)
    press(question, "Thôi")
    qtbot.waitUntil(lambda: verdicts(tab) == ["Đã nhận"], timeout=20000)


def test_a_return_that_lands_waits_until_nothing_is_typed(
    window: MainWindow, desk: Desk, tmp_path: Path, landing: Path, qtbot: QtBot
) -> None:
    answer_and_lock(desk.the_office, Q3)
    sent = submit(desk.the_office, Q3, tmp_path / "đi")
    desk.read_again(Q3)
    with Office.create(tmp_path / "tinh.cchc", Profile("UBND tỉnh Mẫu", Level.PROVINCE)) as office:
        list(receive(office, sent.files, may_register=True))
        comments = on_cells({IndicatorCode("PL2.1"): "Xem lại"})
        hand_back(office, "dv1", Q3, comments, tmp_path / "về")
    window.exchange.watching.watch(landing)
    window.exchange.watching.timer.setInterval(20)
    window.go_to(window.figures)
    window.figures.begin_search()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    (returned,) = (tmp_path / "về").iterdir()
    shutil.copy(returned, landing)
    qtbot.waitUntil(lambda: bool(list_packages(desk.the_office.archive.db, Direction.IN)), timeout=20000)
    qtbot.wait(100)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert not window.comments.has_comments
    window.figures.begin()
    qtbot.waitUntil(lambda: window.comments.has_comments)
    assert "Xem lại" in window.comments.list.item(0).text()

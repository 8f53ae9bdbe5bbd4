"""Gửi: from the lock over the signature to the files and the mail, and every step back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.form.profile import Profile
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.mailroom.road import RoadStep
from cchc_desktop.office.mailroom.steps import sign, signed_papers
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.dialogs.locking import LockQuestion
from ui.dialogs.new_report import NewReport
from ui.dialogs.question import Question
from ui.dialogs.reason import ReasonQuestion
from ui.dialogs.sending import SendQuestion, SignedQuestion
from ui.mailroom.workplace import Mailroom
from ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def press(dialog: Question, words: str) -> None:
    click(next(each for each in dialog.findChildren(QPushButton) if each.text() == words))


def stage_in(office_file: Path, period: Period) -> Stage:
    with Office.look(office_file) as office:
        return office.report(period).head.stage


def sent(
    qtbot: QtBot, mailroom: Mailroom, folder: Path, reason: str = "", *, with_word: bool = False
) -> SendQuestion:
    """Send the report into the folder by the dialog, and wait until it is gone."""
    click(mailroom.road.steps.buttons[RoadStep.SEND])
    question = mailroom.road.findChild(SendQuestion)
    assert question
    question.folder.setText(str(folder))
    question.word.setChecked(with_word)
    if reason:
        QTest.keyClicks(question.reason, reason)
    question.draft.setChecked(True)
    click(question.go_button)
    qtbot.waitUntil(lambda: "Đã tạo" in mailroom.road.told.text(), timeout=20000)
    qtbot.waitUntil(mailroom.road.steps.buttons[RoadStep.SEND].isEnabled)
    return question


def test_a_report_whose_figures_are_open_is_led_to_the_lock(window: MainWindow, mailroom: Mailroom) -> None:
    buttons = mailroom.road.steps.buttons
    assert [step for step, button in buttons.items() if button.isEnabled()] == [RoadStep.LOCK]
    assert "Đang nhập" in mailroom.road.where.text()
    click(buttons[RoadStep.LOCK])
    question = window.findChild(LockQuestion)
    assert question
    question.close()


@pytest.mark.usefixtures("locked")
def test_the_road_leads_over_the_signature_and_each_step_back_says_why(
    mailroom: Mailroom, desk: Desk, office_file: Path, period: Period, tmp_path: Path
) -> None:
    road = mailroom.road
    click(road.steps.buttons[RoadStep.PRESENT])
    assert stage_in(office_file, period) is Stage.PRESENTED
    assert "người ký" in road.where.text()
    paper = tmp_path / "ký.pdf"
    paper.write_bytes(b"%PDF-1.7")
    click(road.steps.buttons[RoadStep.SIGN])
    question = road.findChild(SignedQuestion)
    assert question
    assert not question.go_button.isEnabled()
    QTest.keyClicks(question.number, "125")
    question.issued.setText("16/9/2026")
    question.paper.setText(str(paper))
    QTest.keyClick(question.number, Qt.Key.Key_Return)  # notes it; “Chọn…” beside the paper is not pressed
    assert (desk.the_report.head.number, desk.the_report.head.stage) == ("125", Stage.SIGNED)
    assert list(signed_papers(desk.the_report)) == ["ký.pdf"]
    click(road.back)
    back = road.findChild(ReasonQuestion)
    assert back
    QTest.keyClicks(back.field, "Ghi nham so")
    press(back, "Lùi một bước")
    assert stage_in(office_file, period) is Stage.PRESENTED
    assert road.steps.buttons[RoadStep.SIGN].isEnabled()


@pytest.mark.usefixtures("locked")
def test_sending_makes_the_files_shows_them_and_offers_the_words_of_the_mail(
    qtbot: QtBot, mailroom: Mailroom, office_file: Path, period: Period, tmp_path: Path, shown: list[Path]
) -> None:
    sent(qtbot, mailroom, tmp_path / "gửi")
    (made,) = (tmp_path / "gửi").glob("BC-CCHC_*.xlsx")
    assert made.with_suffix(".eml").exists()
    assert shown == [made]
    click(mailroom.road.sent.folder)
    assert shown == [made, made]
    assert stage_in(office_file, period) is Stage.SUBMITTED
    assert "chưa ký" in mailroom.road.told.text()
    words = mailroom.road.sent.mail
    assert words.isVisible()
    assert not words.buttons["địa chỉ"].isEnabled()
    click(words.buttons["tiêu đề"])
    assert QGuiApplication.clipboard().text().startswith("UBND phường Thử: ")
    click(words.buttons["nội dung"])
    assert made.name in QGuiApplication.clipboard().text()
    mailroom.setCurrentWidget(mailroom.ledger)
    qtbot.waitUntil(lambda: mailroom.ledger.table.lines.rowCount() == 1)
    click(mailroom.ledger.open_button)
    assert shown[-1].read_bytes() == made.read_bytes()


@pytest.mark.usefixtures("locked")
def test_sending_that_is_called_off_makes_no_file_and_says_so(
    qtbot: QtBot, mailroom: Mailroom, office_file: Path, period: Period, tmp_path: Path
) -> None:
    click(mailroom.road.steps.buttons[RoadStep.SEND])
    question = mailroom.road.findChild(SendQuestion)
    assert question
    question.folder.setText(str(tmp_path / "gửi"))
    click(question.go_button)
    assert mailroom.road.busy.isVisible()
    click(mailroom.road.busy.stop)
    qtbot.waitUntil(lambda: "Đã dừng" in mailroom.road.told.text(), timeout=20000)
    assert not mailroom.road.busy.isVisible()
    assert not list((tmp_path / "gửi").glob("*"))
    assert stage_in(office_file, period) is Stage.LOCKED


@pytest.mark.usefixtures("locked")
def test_the_word_report_goes_along_where_no_signed_paper_does(
    qtbot: QtBot, mailroom: Mailroom, tmp_path: Path, shown: list[Path]
) -> None:
    click(mailroom.road.steps.buttons[RoadStep.SEND])
    question = mailroom.road.findChild(SendQuestion)
    assert question
    assert question.word.isChecked()
    question.close()
    qtbot.waitUntil(lambda: mailroom.road.findChild(SendQuestion) is None)
    sent(qtbot, mailroom, tmp_path / "gửi", with_word=True)
    assert [file.suffix for file in shown] == [".xlsx", ".docx"]
    assert f"- {shown[1].name}" in mailroom.road.sent.mail.text.text()
    click(mailroom.road.sent.folder)
    assert shown[2:] == shown[:2]


@pytest.mark.usefixtures("locked")
def test_the_signed_paper_lies_selected_beside_the_file_that_is_sent(
    qtbot: QtBot, mailroom: Mailroom, desk: Desk, tmp_path: Path, shown: list[Path]
) -> None:
    paper = tmp_path / "ký.pdf"
    paper.write_bytes(b"%PDF-1.7")
    desk.wish(lambda: sign(desk.the_report, "125", date(2026, 9, 16), paper=paper))
    sent(qtbot, mailroom, tmp_path / "gửi")
    (made,) = (tmp_path / "gửi").glob("BC-CCHC_*.xlsx")
    assert shown == [made, tmp_path / "gửi" / "ký.pdf"]
    click(mailroom.road.sent.folder)
    assert shown[2:] == shown[:2]


@pytest.mark.usefixtures("locked", "shown")
def test_what_was_sent_before_is_sent_again_only_with_a_reason(
    qtbot: QtBot, mailroom: Mailroom, tmp_path: Path
) -> None:
    sent(qtbot, mailroom, tmp_path / "1")
    click(mailroom.road.steps.buttons[RoadStep.SEND])
    question = next(each for each in mailroom.road.findChildren(SendQuestion) if each.isVisible())
    assert question.reason.isVisible()
    assert not question.go_button.isEnabled()
    QTest.keyClicks(question.reason, "Gui lai")
    assert question.go_button.isEnabled()
    question.close()


def test_without_a_report_the_one_way_is_to_begin_one(
    window: MainWindow, mailroom: Mailroom, desk: Desk, tmp_path: Path
) -> None:
    assert not mailroom.road.new.isVisible()
    Office.create(tmp_path / "moi.cchc", Profile("UBND xã Mới", Level.COMMUNE)).close()
    desk.open(tmp_path / "moi.cchc")
    window.go_to(window.exchange)
    mailroom.setCurrentWidget(mailroom.road)
    assert not mailroom.road.steps.isVisible()
    click(mailroom.road.new)
    question = window.findChild(NewReport)
    assert question
    question.close()


def test_the_ledger_says_what_belongs_there_while_it_is_empty(qtbot: QtBot, mailroom: Mailroom) -> None:
    mailroom.setCurrentWidget(mailroom.ledger)
    qtbot.waitUntil(mailroom.ledger.empty.isVisible)
    assert not mailroom.ledger.open_button.isEnabled()

"""Xem xét: a received report is accepted in one step or two, or handed back with comments at its places."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.exchange.messages import ReturnPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.form.profile import Profile
from cchc_desktop.form.review import Review
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.mailroom.reviewing import under_review
from cchc_desktop.office.mailroom.submitting import submit
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from tests.gui.mailroom.conftest import CheckModel, answer_and_lock
from tests.gui.mailroom.dropping import press
from ui.desk import Desk
from ui.dialogs.reason import ReasonQuestion
from ui.mailroom.review_dialog import ReviewDialog
from ui.mailroom.review_model import REMARK
from ui.main_window import MainWindow

Q3 = Period.read("2026-Q3")
WARD = "dv1"
EDIT = Qt.ItemFlag.ItemIsEditable


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a province that has received a ward's report."""
    folder = tmp_path_factory.mktemp("tinh")
    ward, province = folder / "xa.cchc", folder / "tinh.cchc"
    with Office.create(ward, Profile("UBND phường Mẫu", Level.COMMUNE, prepared_by="Lan")) as office:
        office.start(Q3)
        answer_and_lock(office, Q3)
        sent = submit(office, Q3, folder / "đi")
    with Office.create(province, Profile("UBND tỉnh Mẫu", Level.PROVINCE, prepared_by="Hoa")) as office:
        list(receive(office, sent.files, may_register=True))
    return province


@pytest.fixture
def superior(window: MainWindow, province: Path, tmp_path: Path) -> MainWindow:
    """The window on that province's file."""
    window.opening.open(Path(shutil.copy(province, tmp_path / "tinh.cchc")))
    window.go_to(window.exchange)
    return window


def review_of(qtbot: QtBot, window: MainWindow) -> ReviewDialog:
    """Open the ward's report for review."""
    mailroom = window.exchange.mailroom
    for old in mailroom.findChildren(ReviewDialog):
        old.deleteLater()
    qtbot.waitUntil(lambda: not mailroom.findChildren(ReviewDialog))
    mailroom.reviewing.open(WARD, Q3)
    qtbot.waitUntil(lambda: bool(mailroom.findChildren(ReviewDialog)), timeout=20000)
    dialog = mailroom.findChild(ReviewDialog)
    assert dialog
    return dialog


def stage(desk: Desk) -> Review:
    return under_review(desk.the_office, WARD, Q3).received.stage


def test_a_report_is_accepted_in_one_step(qtbot: QtBot, superior: MainWindow, desk: Desk) -> None:
    dialog = review_of(qtbot, superior)
    assert "đã trả lời" in " ".join(label.text() for label in dialog.findChildren(type(dialog.told)))
    press(dialog, "Tiếp nhận")
    qtbot.waitUntil(lambda: stage(desk) is Review.ACCEPTED)
    told = superior.exchange.mailroom.intake.head.told
    qtbot.waitUntil(lambda: "đã tiếp nhận" in told.text())


def test_two_steps_are_taken_one_after_the_other_and_back_for_a_reason(
    qtbot: QtBot, superior: MainWindow, desk: Desk
) -> None:
    desk.set_settings(replace(desk.the_office.settings, review_steps=2))
    press(review_of(qtbot, superior), "Đã xem xét")
    qtbot.waitUntil(lambda: stage(desk) is Review.REVIEWED)
    press(review_of(qtbot, superior), "Tiếp nhận")
    qtbot.waitUntil(lambda: stage(desk) is Review.ACCEPTED)
    press(review_of(qtbot, superior), "Lùi một bước…")
    question = superior.exchange.mailroom.findChild(ReasonQuestion)
    assert question
    QTest.keyClicks(question.field, "Con sai so")
    press(question, "Lùi một bước")
    qtbot.waitUntil(lambda: stage(desk) is Review.RECEIVED)


def test_remarks_at_a_cell_and_at_words_go_back_with_the_report(
    qtbot: QtBot,
    superior: MainWindow,
    desk: Desk,
    tmp_path: Path,
    shown: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog = review_of(qtbot, superior)
    assert not dialog.return_button.isEnabled()
    table = dialog.tables[0]
    row = next(place for place in range(9) if table.model().flags(table.model().index(place, REMARK)) & EDIT)
    table.setCurrentIndex(table.model().index(row, REMARK))
    table.edit(table.currentIndex())
    editor = table.findChild(QLineEdit)
    assert editor
    QTest.keyClicks(editor, "Xem lai")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.remarks) == 1)
    dialog.tabs.setCurrentWidget(dialog.prose)
    dialog.prose.text.setTextCursor(dialog.prose.text.document().find("văn"))
    QTest.keyClicks(dialog.prose.remark, "Viet ro hon")
    QTest.keyClick(dialog.prose.remark, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.told.text() == "2 góp ý"
    QTest.keyClicks(dialog.deadline, "20/9/2026")
    press(dialog, "Trả lại…")
    qtbot.waitUntil(lambda: bool(shown), timeout=20000)
    payload = payload_in(shown[0].read_bytes())
    assert isinstance(payload, ReturnPayload)
    said = [(each.cell, each.section, each.quote, each.text) for each in payload.comments]
    assert said == [("PL2.1", "", "", "Xem lai"), ("", "I.1", "văn", "Viet ro hon")]
    assert str(payload.DueDate) == "2026-09-20"
    assert stage(desk) is Review.RETURNED


def test_a_remark_on_words_can_be_taken_away_again(qtbot: QtBot, superior: MainWindow) -> None:
    dialog = review_of(qtbot, superior)
    prose = dialog.prose
    dialog.tabs.setCurrentWidget(prose)
    prose.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(prose.remark, "Bo sung")
    prose.add.click()
    assert [(each.section, each.quote) for each in prose.comments] == [("I.1", "")]
    prose.list.setCurrentRow(0)
    prose.drop.click()
    assert not prose.comments
    assert not dialog.return_button.isEnabled()
    dialog.close()


def test_the_model_of_a_reviewed_form_keeps_qts_rules(
    qtbot: QtBot, superior: MainWindow, check_model: CheckModel
) -> None:
    dialog = review_of(qtbot, superior)
    for table in dialog.tables:
        check_model(table.model())
    dialog.close()


def test_rows_without_a_finding_can_be_hidden(qtbot: QtBot, superior: MainWindow) -> None:
    dialog = review_of(qtbot, superior)
    dialog.only_found.click()
    model = dialog.tables[0].model()
    assert any(dialog.tables[0].isRowHidden(place) for place in range(model.rowCount()))
    dialog.only_found.click()
    assert not any(dialog.tables[0].isRowHidden(place) for place in range(model.rowCount()))
    dialog.close()

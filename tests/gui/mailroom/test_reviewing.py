"""Xem xét: a received report is accepted in one step or two, or handed back with comments at its places."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.exchange.messages import ReturnPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.form.profile import Profile
from cchc_desktop.form.review import Review
from cchc_desktop.office.figures.locking import lock
from cchc_desktop.office.mailroom.answering import hand_back
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.mailroom.remarks import on_cells, on_passage
from cchc_desktop.office.mailroom.reviewing import under_review
from cchc_desktop.office.mailroom.submitting import submit
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.feeding import take
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.gui.mailroom.conftest import CheckModel, answer_and_lock
from tests.gui.mailroom.dropping import press
from ui.desk import Desk
from ui.dialogs.reason import ReasonQuestion
from ui.mailroom.review_dialog import ReviewDialog
from ui.mailroom.review_model import REMARK
from ui.main_window import MainWindow
from ui.totals.received_model import ReceivedColumn

Q3 = Period.read("2026-Q3")
WARD = "dv1"
PL2_1, TASKS = IndicatorCode("PL2.1"), IndicatorCode("PL2.4.1")
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


@pytest.mark.usefixtures("shown")
def test_a_report_that_is_handed_back_leaves_the_totals_on_the_screen(
    qtbot: QtBot, superior: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    desk.start(Q3)
    desk.wish(lambda: take(desk.the_office, Q3))
    assert not desk.the_report.form.answer(TASKS).is_blank
    superior.go_to(superior.exchange)
    told: set[IndicatorCode] = set()
    desk.changed.connect(lambda changes: told.update(changes.cells))
    dialog = review_of(qtbot, superior)
    QTest.keyClicks(dialog.text, "Xem lai")
    press(dialog, "Trả lại…")
    qtbot.waitUntil(lambda: TASKS in told, timeout=20000)
    assert desk.the_report.form.answer(TASKS).is_blank


def test_of_a_report_that_was_sent_again_the_changes_and_the_old_remarks_are_seen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, check_model: CheckModel
) -> None:
    remarks = (*on_cells({PL2_1: "Xem lại"}), on_passage("I.1", "văn", "Viết rõ hơn"))
    with (
        Office.create(tmp_path / "xa.cchc", Profile("UBND phường Mẫu", Level.COMMUNE)) as ward,
        Office.create(tmp_path / "tinh.cchc", Profile("UBND tỉnh Mẫu", Level.PROVINCE)) as province,
    ):
        ward.start(Q3)
        answer_and_lock(ward, Q3)
        list(receive(province, submit(ward, Q3, tmp_path / "1").files, may_register=True))
        returned = hand_back(province, WARD, Q3, remarks, tmp_path / "2")
        list(receive(ward, [returned.path]))
        ward.report(Q3).enter(PL2_1, "12")
        lock(ward, Q3)
        again = submit(ward, Q3, tmp_path / "3", reason="Sửa theo góp ý")
        list(receive(province, again.files))
    window.opening.open(tmp_path / "tinh.cchc")
    window.go_to(window.exchange)
    dialog = review_of(qtbot, window)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "1 dòng đổi so với lần gửi trước. Lý do gửi lại: Sửa theo góp ý." in told
    model = dialog.tables[0].model()
    note = str(model.index(0, ReceivedColumn.NOTE).data())
    assert note.startswith("Lần gửi trước: Không phát sinh. Đã góp ý: Xem lại")
    assert dialog.prose.before.text() == "Lần trước đã góp ý. Mục I.1 “văn”: Viết rõ hơn"
    dialog.only_changed.click()
    assert [place for place in range(model.rowCount()) if not dialog.tables[0].isRowHidden(place)] == [0]
    check_model(model)
    dialog.close()


def test_a_report_that_came_once_offers_no_list_of_changes(qtbot: QtBot, superior: MainWindow) -> None:
    dialog = review_of(qtbot, superior)
    assert not dialog.only_changed.isVisible()
    assert not dialog.prose.before.text()
    dialog.close()


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

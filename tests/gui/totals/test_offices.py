"""The list of offices: a tree with groups; added, corrected, merged, renamed, ended, taken from a file."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.totals.conftest import CheckModel
from ui.desk import Desk
from ui.dialogs.question import Question
from ui.mailroom.workplace import Mailroom
from ui.registers import register_work
from ui.registers.list_preview import ListPreview
from ui.totals.below_tabs import BelowTabs
from ui.totals.office_question import AbolishQuestion, MergeQuestion, OfficeQuestion, RenameQuestion
from ui.totals.offices_model import NAME
from ui.totals.offices_tab import OfficesTab


@pytest.fixture
def offices(tabs: BelowTabs, mailroom: Mailroom) -> OfficesTab:
    """The tab of the list."""
    mailroom.setCurrentWidget(tabs.offices)
    return tabs.offices


def press(question: Question, words: str) -> None:
    (button,) = (each for each in question.findChildren(QPushButton) if each.text() == words)
    button.click()


def line(question: OfficeQuestion, column: str) -> QLineEdit:
    field = question.fields[column]
    assert isinstance(field, QLineEdit)
    return field


def names(offices: OfficesTab) -> set[str]:
    return {office.name for office in offices.model.shown}


def choose(offices: OfficesTab, *ids: str) -> None:
    offices.tree.clearSelection()
    for each in ids:
        index = offices.model.index_of(each)
        flags = offices.tree.selectionModel().SelectionFlag
        offices.tree.selectionModel().select(index, flags.Select | flags.Rows)
    offices.tree.setFocus()


def test_offices_stand_under_their_groups(offices: OfficesTab) -> None:
    model = offices.model
    groups = [str(model.index(row, NAME).data()) for row in range(model.rowCount())]
    assert groups == ["Phường (2)", "Xã (3)"]
    assert str(model.index(0, NAME, model.index(1, NAME)).data()) == "UBND xã Mẫu 1"


def test_the_tree_keeps_qts_rules(offices: OfficesTab, check_model: CheckModel) -> None:
    check_model(offices.model)


def test_an_office_is_added_in_fields_and_undone(offices: OfficesTab, desk: Desk) -> None:
    offices.tree.setFocus()
    QTest.keyClick(offices.tree, Qt.Key.Key_Insert)
    question = offices.findChild(OfficeQuestion)
    assert question
    press(question, "Thêm đơn vị")
    assert "chưa có tên" in question.told.text()
    line(question, "name").setText("UBND xã Mẫu 9")
    line(question, "parent").setText("UBND xã Mẫu 1")
    press(question, "Thêm đơn vị")
    assert "UBND xã Mẫu 9" in names(offices)
    added = desk.the_office.offices.all().find("UBND xã Mẫu 9")
    assert added
    assert offices.model.parent(offices.model.index_of(added.id)) == offices.model.index_of("dv1")
    desk.undo.undo()
    assert "UBND xã Mẫu 9" not in names(offices)
    desk.undo.redo()
    assert "UBND xã Mẫu 9" in names(offices)


def test_f2_corrects_the_chosen_office(offices: OfficesTab, desk: Desk) -> None:
    choose(offices, "dv4")
    QTest.keyClick(offices.tree, Qt.Key.Key_F2)
    question = offices.findChild(OfficeQuestion)
    assert question
    line(question, "email").setText("xa4@mau.example")
    press(question, "Ghi lại")
    assert desk.the_office.offices.all().get("dv4").email == "xa4@mau.example"


def test_two_offices_merge_on_a_day_and_what_they_sent_stays(offices: OfficesTab, desk: Desk) -> None:
    choose(offices, "dv1", "dv3")
    offices.merge()
    question = offices.findChild(MergeQuestion)
    assert question
    question.name.setText("UBND xã Mẫu Mới")
    question.first.setText("khi nào đó")
    press(question, "Sáp nhập")
    assert question.told.text()
    question.first.setText("1/10/2026")
    press(question, "Sáp nhập")
    new = desk.the_office.offices.all().find("UBND xã Mẫu Mới")
    assert new
    assert set(new.replaces) == {"dv1", "dv3"}
    assert desk.the_office.offices.all().get("dv1").last == date(2026, 9, 30)
    desk.undo.undo()
    assert desk.the_office.offices.all().get("dv1").last is None


def test_an_office_is_renamed_from_a_day_on(offices: OfficesTab, desk: Desk) -> None:
    choose(offices, "dv4")
    offices.rename()
    question = offices.findChild(RenameQuestion)
    assert question
    question.name.setText("UBND phường Mẫu 4")
    question.first.setText("1/10/2026")
    press(question, "Đổi tên")
    new = desk.the_office.offices.all().find("UBND phường Mẫu 4")
    assert new
    assert new.replaces == ("dv4",)


def test_an_office_that_ended_is_hidden_until_wished(offices: OfficesTab) -> None:
    choose(offices, "dv5")
    offices.abolish()
    question = offices.findChild(AbolishQuestion)
    assert question
    question.last.setText("30/6/2026")
    press(question, "Ghi ngày cuối")
    assert "UBND xã Mẫu 5" not in names(offices)
    offices.with_gone.click()
    assert "UBND xã Mẫu 5" in names(offices)


def test_who_sent_something_is_not_removed_and_the_reason_is_told(offices: OfficesTab) -> None:
    choose(offices, "dv1")
    QTest.keyClick(offices.tree, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert "UBND xã Mẫu 1" in names(offices)
    assert "Hãy ghi ngày cuối" in offices.told.text()


def test_the_list_goes_into_a_file_and_comes_back(
    offices: OfficesTab, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "don-vi.csv"
    monkeypatch.setattr(register_work, "choose_target", lambda *_: out)
    monkeypatch.setattr(register_work, "choose_list", lambda *_: out)
    offices.write_list()
    qtbot.waitUntil(out.exists)
    out.write_text(out.read_text("utf-8-sig").replace("UBND xã Mẫu 5", "UBND xã Mẫu Năm"), "utf-8-sig")
    offices.file.read()
    qtbot.waitUntil(lambda: offices.findChild(ListPreview) is not None)
    preview = offices.findChild(ListPreview)
    assert preview
    press(preview, "Ghi 1 dòng")
    assert desk.the_office.offices.all().get("dv5").name == "UBND xã Mẫu Năm"


def test_ctrl_f_searches_the_list_without_diacritics(offices: OfficesTab) -> None:
    assert offices.begin_search()
    QTest.keyClicks(offices.search, "xa mau 3")
    assert names(offices) == {"UBND xã Mẫu 3"}

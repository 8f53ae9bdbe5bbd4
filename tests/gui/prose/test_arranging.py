"""The outline in the window: sections added, renamed, hidden, moved, and all of it taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.period import Period
from tests.gui.prose.typing import ALT, Key, on_disk, send
from ui.desk import Desk
from ui.dialogs.question import Question
from ui.prose.heading_question import HeadingQuestion
from ui.prose.workplace import Workplace


def choose(workplace: Workplace, section: str, words: str) -> None:
    """Choose from the menu of a section."""
    menu = workplace.arranging.menu(section)
    action(menu, words).trigger()
    menu.close()


def action(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if each.text().startswith(words))


def agree(question: Question) -> None:
    next(each for each in question.findChildren(QPushButton) if each.text() == "Ẩn mục").click()


def shown(workplace: Workplace) -> list[str]:
    model = workplace.model
    return [str(model.index(row, 0).data()).strip() for row in range(model.rowCount())]


def printed_on_disk(path: Path, period: Period) -> list[str]:
    with Office.look(path) as office:
        return [part.id for part in office.report(period).outline.sections]


@pytest.fixture
def questions(workplace: Workplace) -> list[Question]:
    """The questions about the outline, as they are opened."""
    opened: list[Question] = []
    workplace.arranging.asked.connect(opened.append)
    return opened


def test_an_added_section_is_numbered_written_in_and_taken_back(
    workplace: Workplace, questions: list[Question], desk: Desk, office_file: Path, period: Period
) -> None:
    choose(workplace, "I.1", "Thêm mục cùng cấp")
    question = questions[0]
    assert isinstance(question, HeadingQuestion)
    assert not question.button.isEnabled()
    send(question.field, "Việc riêng")
    QTest.mouseClick(question.button, Qt.MouseButton.LeftButton)
    assert shown(workplace)[2:4] == ["○ 2. Việc riêng", "○ 3. Công tác chỉ đạo, điều hành"]
    workplace.show_section("them-1")
    send(workplace.editor, "Có việc.")
    assert workplace.settle()
    assert on_disk(office_file, "them-1") == "Có việc."
    desk.undo.undo()
    assert "them-1" not in printed_on_disk(office_file, period)
    assert workplace.section in workplace.model.written
    desk.undo.redo()
    assert "them-1" in printed_on_disk(office_file, period)
    assert on_disk(office_file, "them-1") == "Có việc."


def test_a_section_without_text_is_hidden_at_once_and_shows_that_it_is(
    workplace: Workplace, questions: list[Question], desk: Desk
) -> None:
    choose(workplace, "I.2", "Ẩn mục")
    assert not questions
    assert shown(workplace)[2] == "⊘ Công tác chỉ đạo, điều hành"
    assert workplace.section == "I.3"
    back = workplace.arranging.menu("I.1")
    again = next(each for each in back.actions() if each.text() == "Hiện lại").menu()
    assert isinstance(again, QMenu)
    again.actions()[0].trigger()
    assert shown(workplace)[2] == "○ 2. Công tác chỉ đạo, điều hành"
    desk.undo.undo()
    desk.undo.undo()
    assert "I.2" in workplace.model.written


def test_hiding_what_somebody_wrote_is_asked_about_first(
    workplace: Workplace, questions: list[Question], report: OpenReport
) -> None:
    send(workplace.editor, "Có lời.")
    choose(workplace, "I", "Ẩn mục")
    assert "I.2" in workplace.model.written
    (question,) = questions
    agree(question)
    assert not any(section.startswith("I.") for section in workplace.model.written)
    assert report.prose["I.2"] == "Có lời."
    assert workplace.section == "II.1"


def test_keys_move_the_section_and_the_numbers_follow(
    workplace: Workplace, office_file: Path, period: Period
) -> None:
    workplace.outline.setFocus()
    QTest.keyClick(workplace.outline, Key.Key_Up, ALT)
    assert shown(workplace)[1].endswith("1. Công tác chỉ đạo, điều hành")
    assert printed_on_disk(office_file, period)[1:3] == ["I.2", "I.1"]
    QTest.keyClick(workplace.outline, Key.Key_Down, ALT)
    assert printed_on_disk(office_file, period)[1:3] == ["I.1", "I.2"]
    assert workplace.section == "I.2"


def test_another_heading_shows_where_the_section_is_written(
    workplace: Workplace, questions: list[Question]
) -> None:
    choose(workplace, "I.2", "Đổi tên")
    question = questions[0]
    assert isinstance(question, HeadingQuestion)
    assert question.field.text() == "Công tác chỉ đạo, điều hành"
    question.field.selectAll()
    send(question.field, "Chỉ đạo trong quý III năm 2026")
    QTest.keyClick(question.field, Key.Key_Return)
    assert workplace.head.heading.text() == "2. Chỉ đạo trong quý III năm 2026"


def test_button_and_outline_open_the_menu_of_their_section(
    workplace: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _where: opened.append(menu))
    workplace.sections.click()
    rect = workplace.outline.visualRect(workplace.model.index(0, 0))
    with qtbot.waitSignal(workplace.outline.menu_asked) as asked:
        workplace.outline.customContextMenuRequested.emit(rect.center())
    assert asked.args
    assert asked.args[0] == "I"
    below, top = ([each.text() for each in menu.actions()] for menu in opened)
    assert {"Thêm mục con…", "Đổi tên mục…", "Ẩn mục"} < {*below}
    assert any(words.startswith("Mục trên: CÔNG TÁC CHỈ ĐẠO") for words in below)
    assert not any(words.startswith("Mục trên") for words in top)


def test_hidden_sections_are_not_searched(workplace: Workplace, questions: list[Question]) -> None:
    send(workplace.editor, "tìm tôi")
    choose(workplace, "I.2", "Ẩn mục")
    agree(questions[0])
    workplace.searching.begin(replacing=False)
    workplace.bar.field.setText("tim toi")
    workplace.searching.step(True)
    assert workplace.bar.found.text() == "Không tìm thấy."

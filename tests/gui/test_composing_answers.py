"""Words that an input method is still composing, in the lines of questions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.form.cover import Cover
from ui.dialogs.office_details import NewOffice
from ui.dialogs.question import Question
from ui.dialogs.reason import ReasonQuestion
from ui.dialogs.sending import SendQuestion, SignedQuestion
from ui.prose.heading_question import HeadingQuestion
from ui.widgets.text_line import TextLine
from ui.widgets.text_lines import TextLines

Asked = tuple[Question, TextLine, QPushButton, list[str]]


def reason() -> Asked:
    given: list[str] = []
    question = ReasonQuestion("Mở chốt", "Vì sao?", "")
    return question, question.field, question.add_decision("Mở chốt", given.append), given


def heading() -> Asked:
    given: list[str] = []
    question = HeadingQuestion("Thêm mục", "", "", given.append)
    return question, question.field, question.button, given


def new_office() -> Asked:
    given: list[str] = []
    question = NewOffice()
    question.chosen.connect(lambda profile: given.append(profile.name))
    return question, question.name, question.go_button, given


def sent_again() -> Asked:
    given: list[str] = []
    question = SendQuestion("quý III", "", Path("noi-nhan"), needs_reason=True, with_word=False)
    question.agreed.connect(lambda sending: given.append(sending.reason))
    return question, question.reason, question.go_button, given


def signed() -> Asked:
    given: list[str] = []
    question = SignedQuestion("quý III", Cover(), Path("noi-nhan"))
    question.noted.connect(lambda number, *_rest: given.append(number))
    return question, question.number, question.go_button, given


@pytest.mark.parametrize("ask", [reason, heading, new_office, sent_again, signed])
def test_a_word_that_is_still_composed_is_an_answer(ask: Callable[[], Asked], qtbot: QtBot) -> None:
    question, line, button, given = ask()
    question.show()  # it deletes itself when the button closes it
    with qtbot.waitActive(question):
        question.activateWindow()
    line.setFocus()
    assert not button.isEnabled()
    QApplication.sendEvent(line, QInputMethodEvent("sót", []))
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given == ["sót"]


def step(line: QWidget, preedit: str, commit: str = "") -> None:
    """A step of an input method."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(line, event)


def test_a_word_composed_in_several_lines_stays_in_its_line_and_when_they_are_left(qtbot: QtBot) -> None:
    holder = QWidget()
    left: list[str] = []
    lines, other = TextLines("Nơi nhận"), TextLine()
    lines.left.connect(lambda: left.append(lines.toPlainText()))
    column = QVBoxLayout(holder)
    for field in (lines, other):
        column.addWidget(field)
    qtbot.addWidget(holder)
    holder.show()
    with qtbot.waitActive(holder):
        holder.activateWindow()
    lines.setFocus()
    step(lines, "trên")
    QTest.keyClick(lines, Qt.Key.Key_Return)  # fcitx hands the key on before it commits the word
    step(lines, "", "trên")
    step(lines, "lưu")
    step(lines, "")  # and drops a word when the focus leaves
    other.setFocus()
    assert left == ["trên\nlưu"]

"""Words that an input method is still composing, in the lines of questions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.form.cover import Cover
from ui.dialogs.office_details import NewOffice
from ui.dialogs.question import Question
from ui.dialogs.reason import ReasonQuestion
from ui.dialogs.sending import SendQuestion, SignedQuestion
from ui.prose.heading_question import HeadingQuestion
from ui.widgets.text_line import TextLine

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

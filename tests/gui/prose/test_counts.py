"""What the registers count, within the text: chosen by words, alive, told where it comes from."""

from PySide6.QtTest import QTest

from cchc_desktop.office.report import OpenReport
from cchc_desktop.registers.outreach import OUTREACH
from tests.gui.prose.test_beside import words_beside
from tests.gui.prose.typing import Key, send
from ui.desk import Desk
from ui.prose.workplace import Workplace
from ui.registers.register_desk import RegisterDesk


def train(desk: Desk) -> None:
    """Note a training course as the register's page does."""
    registers = RegisterDesk(desk)
    values = {"kind": "training", "subject": "Một cửa", "held": "01/07/2026"}
    entry = ""
    for column, text in values.items():
        entry = registers.enter(OUTREACH, entry, column, text)


def test_a_count_is_chosen_by_words_and_follows_its_register(workplace: Workplace, desk: Desk) -> None:
    editor = workplace.editor
    send(editor, "Mở {lop tap huan")
    assert editor.brace.choice.isVisible()
    QTest.keyClick(editor, Key.Key_Return)
    assert workplace.texts.stored("I.2") == "Mở {SO.TH.LOP}"
    assert editor.figures.shown("{SO.TH.LOP}").text == "0"
    train(desk)
    assert editor.figures.shown("{SO.TH.LOP}").text == "1"
    assert editor.figures.told("{SO.TH.LOP}").startswith("Sổ theo dõi, “Lớp tập huấn")


def test_sentences_from_a_register_appear_once_something_stands_in_it(
    workplace: Workplace, desk: Desk, report: OpenReport
) -> None:
    workplace.show_section("I.5")
    assert "tập huấn, bồi dưỡng về" not in words_beside(workplace)
    train(desk)
    assert "Đã mở 1 lớp tập huấn, bồi dưỡng về Một cửa" in words_beside(workplace)
    assert report.counts.kept == {"outreach"}

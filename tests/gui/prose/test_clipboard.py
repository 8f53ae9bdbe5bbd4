"""What comes from elsewhere, and words found and replaced."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cchc_desktop.office.report import OpenReport
from tests.gui.prose.typing import ALT, CONTROL, SHIFT, Key, send
from ui.dialogs.question import Question
from ui.prose.editor import ProseEditor
from ui.prose.workplace import Workplace

if TYPE_CHECKING:
    from ui.prose.note_question import NoteQuestion

FROM_WORD = """<html><head><style>p.MsoNormal {margin:0cm; font-family:"Times New Roman"}</style></head><body>
<!--StartFragment-->
<p class=MsoNormal style='font-size:14pt;color:red'>Đã <b>ban hành</b> <i>kế hoạch</i>
<u>năm</u><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>rà soát thủ tục</p>
<ul><li>công khai</li></ul>
<table border=1><tr><td>Tên</td><td>Số</td></tr><tr><td>Họp</td><td>3</td></tr></table>
<p class=MsoNormal>Hết <img src="file:///nowhere.png"></p>
<!--EndFragment--></body></html>"""


def paste(editor: ProseEditor, *, html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(editor, Key.Key_V, CONTROL)


def press(question: Question, words: str) -> None:
    next(each for each in question.findChildren(QPushButton) if each.text() == words).click()


def test_text_from_word_is_cleaned_to_what_prose_can_hold(editor: ProseEditor, workplace: Workplace) -> None:
    paste(editor, html=FROM_WORD)
    assert workplace.texts.stored("I.2") == (
        "Đã **ban hành** *kế hoạch* năm\n- rà soát thủ tục\n- công khai\n"
        "| Tên | Số |\n| --- | --- |\n| Họp | 3 |\nHết"
    )


def test_plain_text_keeps_lines_and_bullets(editor: ProseEditor, workplace: Workplace) -> None:
    paste(editor, text="ho\u0302\u0300 so\u031b\r\n• một\n- hai\n{PL2.1} *x*")
    assert workplace.texts.stored("I.2") == "hồ sơ\n- một\n- hai\n{{PL2.1} \\*x\\*"


def test_a_paste_is_one_step_to_undo(editor: ProseEditor, workplace: Workplace) -> None:
    send(editor, "trước ")
    paste(editor, html=FROM_WORD)
    QTest.keyClick(editor, Key.Key_Z, CONTROL)
    assert workplace.texts.stored("I.2") == "trước"


def test_text_in_an_old_encoding_is_offered_for_conversion(editor: ProseEditor, workplace: Workplace) -> None:
    asked: list[Question] = []
    workplace.notes.asked.connect(asked.append)
    paste(editor, text="B¸o c¸o c¶i c¸ch hµnh chÝnh")
    assert editor.toPlainText() == ""
    (question,) = asked
    buttons = {each.text(): each for each in question.findChildren(QPushButton)}
    buttons["Chuyển sang Unicode"].click()
    assert editor.toPlainText() == "Báo cáo cải cách hành chính"


def test_a_note_is_asked_for_numbered_and_changed(editor: ProseEditor, workplace: Workplace) -> None:
    asked: list[NoteQuestion] = []
    workplace.notes.asked.connect(asked.append)
    send(editor, "theo kế hoạch")
    QTest.keyClick(editor, Key.Key_F, CONTROL | ALT)
    asked[0].field.setText("Kế hoạch của *phường*")
    press(asked[0], "Ghi lời chú")
    assert workplace.texts.stored("I.2") == "theo kế hoạch[^n1]\n[^n1]: Kế hoạch của \\*phường\\*"
    assert workplace.editor.objects.told(13) == "Kế hoạch của *phường*"
    workplace.notes.edit(13)
    asked[1].field.setText("số {PL2.1}")
    press(asked[1], "Ghi lời chú")
    assert workplace.texts.stored("I.2") == "theo kế hoạch[^n1]\n[^n1]: số {PL2.1}"


@dataclass(frozen=True)
class Kept:
    """A document of the register."""

    subject: str
    type_name: str = "Kế hoạch"
    number: str = "142"
    notation: str = "KH-UBND"
    issued: date | None = date(2026, 7, 3)
    organ: str = "UBND tỉnh"


def test_a_document_of_the_register_is_found_without_marks_and_cited(
    editor: ProseEditor, workplace: Workplace, report: OpenReport
) -> None:
    report.documents = {"vb-1": Kept("về cải cách hành chính"), "vb-2": Kept("về chuyển đổi số")}
    asked: list[NoteQuestion] = []
    workplace.notes.asked.connect(asked.append)
    send(editor, "thực hiện kế hoạch")
    workplace.tools.note.trigger()
    (question,) = asked
    send(question.field, "chuyen doi so")
    assert question.list.count() == 1
    question.list.setCurrentRow(0)
    press(question, "Trích văn bản đã chọn")
    assert workplace.texts.stored("I.2") == "thực hiện kế hoạch[^vb-2]"
    assert "142/KH-UBND ngày 03/7/2026 của UBND tỉnh về chuyển đổi số" in editor.objects.told(18)


def test_find_goes_over_all_sections_with_or_without_marks(workplace: Workplace, report: OpenReport) -> None:
    report.write("I.2", "Hồ sơ đúng hạn, hồ sơ quá hạn")
    report.write("II.1", "Giải quyết hồ sơ")
    workplace.texts.read_again("I.2")
    QTest.keyClick(workplace.editor, Key.Key_Home, CONTROL)
    QTest.keyClick(workplace.editor, Key.Key_F, CONTROL)
    assert workplace.bar.isVisible()
    send(workplace.bar.field, "ho so")
    found = []
    for _ in range(3):
        QTest.keyClick(workplace.bar.field, Key.Key_Return)
        found.append((workplace.section, workplace.editor.textCursor().selectedText()))
    assert found == [("I.2", "Hồ sơ"), ("I.2", "hồ sơ"), ("II.1", "hồ sơ")]
    assert workplace.bar.found.text() == "3/3."
    QTest.keyClick(workplace.bar.field, Key.Key_Return, SHIFT)
    assert workplace.section == "I.2"
    QTest.keyClick(workplace.bar.field, Key.Key_Escape)
    assert not workplace.bar.isVisible()
    assert workplace.editor.hasFocus()


def test_words_are_replaced_one_by_one_or_all_at_once(workplace: Workplace, report: OpenReport) -> None:
    report.write("I.2", "Hồ sơ đúng hạn, hồ sơ **quá hạn**")
    report.write("II.1", "Giải quyết hồ sơ")
    workplace.texts.read_again("I.2")
    QTest.keyClick(workplace.editor, Key.Key_Home, CONTROL)
    QTest.keyClick(workplace.editor, Key.Key_H, CONTROL)
    send(workplace.bar.field, "hồ sơ")
    QTest.keyClick(workplace.bar.field, Key.Key_Return)
    send(workplace.bar.replacement, "việc")
    workplace.bar.replacement.setFocus()
    QTest.keyClick(workplace.bar.replacement, Key.Key_Return)
    assert workplace.texts.stored("I.2") == "việc đúng hạn, hồ sơ **quá hạn**"
    every = next(b for b in workplace.bar.findChildren(QPushButton) if b.text() == "Thay tất cả")
    every.click()
    assert workplace.save()
    assert report.prose["I.2"] == "việc đúng hạn, việc **quá hạn**"
    assert report.prose["II.1"] == "Giải quyết việc"
    assert workplace.bar.found.text() == "Đã thay 2 chỗ."


@pytest.mark.parametrize(("wanted", "found"), [("ho so", 2), ("hồ sơ", 1), ("Hồ SƠ", 1), ("", 0)])
def test_words_with_marks_find_only_themselves(wanted: str, found: int) -> None:
    from ui.prose.finding_text import places_of

    assert len(places_of(wanted, "hồ sơ và ho so")) == found

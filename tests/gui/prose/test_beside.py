"""What stands beside the text: guidance, sentences to take, the last period; states and counts."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from cchc_desktop.form.stage import Stage
from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from tests.gui.prose.typing import CONTROL, Key, on_disk, send
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.prose.workplace import Workplace


def words_beside(workplace: Workplace) -> str:
    inside = workplace.beside.widget()
    assert inside
    return "\n".join(label.text() for label in inside.findChildren(QLabel))


def button(workplace: Workplace, words: str) -> QPushButton:
    inside = workplace.beside.widget()
    assert inside
    return next(each for each in inside.findChildren(QPushButton) if each.text() == words)


def state_of(report: OpenReport, section: str) -> SectionState:
    return report.states[section]


def state_line(workplace: Workplace, section: str) -> str:
    model = workplace.model
    return str(model.index(model.place_of(section), 0).data())


def test_guidance_stands_beside_and_never_in_the_text(workplace: Workplace) -> None:
    assert "phân công trách nhiệm" in words_beside(workplace)
    assert workplace.texts.stored("I.2") == ""


def test_a_suggested_sentence_is_text_to_edit_with_live_figures(workplace: Workplace, desk: Desk) -> None:
    assert "Trong kỳ đã ban hành 8 văn bản" in words_beside(workplace)
    button(workplace, "Chèn câu này").click()
    text = workplace.texts.stored("I.2")
    assert "{PL2.1}" in text
    assert "{PL2.1 sosanh}" in text
    assert workplace.editor.hasFocus()
    desk.figures.enter("PL2.1", "5")
    assert "giảm 1 văn bản so với quý trước" in words_beside(workplace)


def test_the_last_periods_text_is_taken_over_with_its_mark_until_it_is_touched(
    workplace: Workplace, office_file: Path, report: OpenReport
) -> None:
    workplace.show_section("I.1")
    assert "Kế hoạch năm đề ra 25 nhiệm vụ." in words_beside(workplace)
    button(workplace, "Mang sang").click()
    assert on_disk(office_file, "I.1") == "Kế hoạch năm đề ra {PL2.2.1} nhiệm vụ."
    assert state_of(report, "I.1") is SectionState.CARRIED_OVER
    assert "mang sang" in workplace.head.state.text()
    send(workplace.editor, "Trong kỳ: ")
    assert workplace.save()
    assert state_of(report, "I.1") is SectionState.EDITED
    assert "đã sửa" in workplace.head.state.text()


def test_text_taken_over_can_be_confirmed_as_it_stands(workplace: Workplace, report: OpenReport) -> None:
    assert workplace.carry.isVisible()
    workplace.carry.click()
    assert {each for each, state in report.states.items() if state is SectionState.CARRIED_OVER} == {
        "I.1",
        "IV",
    }
    assert not workplace.carry.isVisible()
    workplace.show_section("IV")
    assert workplace.editor.toPlainText() == "Rà soát thủ tục\nMở hai lớp tập huấn"
    workplace.head.confirm.click()
    assert report.states["IV"] is SectionState.EDITED


def test_last_periods_plans_stand_beside_this_periods_results(workplace: Workplace) -> None:
    workplace.show_section("II.1")
    assert "Phương hướng kỳ trước đã nêu\n- Rà soát thủ tục" in words_beside(workplace)
    workplace.show_section("I.1")
    assert "Phương hướng" not in words_beside(workplace)


def test_a_section_is_done_by_key_and_the_station_counts(
    workplace: Workplace, window: MainWindow, report: OpenReport, office_file: Path
) -> None:
    count = sum(section.has_text for section in report.template.outline.sections)
    number = window.stations._numbers[window.page_names.index("Lời văn")]
    assert number.text() == f"0/{count}"
    assert state_line(workplace, "I.2").strip().startswith("○")
    send(workplace.editor, "một\n")
    assert number.text() == f"1/{count}"
    assert state_line(workplace, "I.2").strip().startswith("✎")
    QTest.keyClick(workplace.editor, Key.Key_Return, CONTROL)
    assert report.states["I.2"] is SectionState.DONE
    assert state_line(workplace, "I.2").strip().startswith("✓")
    assert workplace.head.done.text() == "Mở lại mục"
    with Office.look(office_file) as office:
        assert office.report(report.head.period).states["I.2"] is SectionState.DONE


def test_up_and_down_walk_the_outline_past_headings_and_enter_goes_to_the_text(workplace: Workplace) -> None:
    workplace.outline.setFocus()
    workplace.show_section("I.5")
    QTest.keyClick(workplace.outline, Key.Key_Down)
    assert workplace.section == "II.1"
    QTest.keyClick(workplace.outline, Key.Key_Up)
    assert workplace.section == "I.5"
    QTest.keyClick(workplace.outline, Key.Key_Return)
    assert workplace.editor.hasFocus()
    QTest.keyClick(workplace.editor, Key.Key_PageUp, CONTROL)
    assert workplace.section == "I.4"


def test_every_control_has_words_for_a_screen_reader(workplace: Workplace) -> None:
    place = workplace.model.index(workplace.model.place_of("I.2"), 0)
    from PySide6.QtCore import Qt

    assert str(place.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(": trống")
    assert workplace.editor.accessibleName() == "Lời văn mục 2. Công tác chỉ đạo, điều hành"
    for part in (workplace.outline, workplace.tools, workplace.beside, workplace.bar.field):
        assert part.accessibleName()


def come_to(stage: Stage, desk: Desk) -> None:
    """Let the open report have come to that stage."""
    report = desk.report
    assert report
    report.set_head(replace(report.head, stage=stage))
    desk.tell(Changes(report.head.period, head=True))


def test_the_text_can_be_mended_for_whoever_signs_after_the_figures_are_locked(
    workplace: Workplace, desk: Desk
) -> None:
    come_to(Stage.LOCKED, desk)
    send(workplace.editor, "một")
    assert workplace.editor.toPlainText() == "một"
    assert not workplace.head.closed.text()


def test_a_report_that_was_sent_is_read_only_and_says_why(workplace: Workplace, desk: Desk) -> None:
    send(workplace.editor, "một\n")
    come_to(Stage.SUBMITTED, desk)
    send(workplace.editor, "hai")
    assert workplace.editor.toPlainText() == "một\n"
    assert "đã chốt" in workplace.head.closed.text()
    assert "mở chốt số liệu" in workplace.head.closed.text()

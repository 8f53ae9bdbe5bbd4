"""Keys sent to the real table on a real office file: what is on the disk, what is on the screen."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.answer import LATER, NOT_ARISEN, NOT_COMPETENT, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.dialogs.readings import ReadingsQuestion
from ui.dialogs.reason import ReasonQuestion
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.widgets.entry_editor import EntryEditor
from ui.widgets.entry_table import EntryTable
from ui.widgets.state_menu import StateMenu

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST, RATIO, BELOW_RATIO, LAST_PART = (
    IndicatorCode(code) for code in ("PL2.1", "PL2.2", "PL2.2.1", "PL2.2.2")
)


@pytest.fixture
def table(window: MainWindow) -> EntryTable:
    window.show_page(window.page_names.index("Số liệu"))
    table = window.figures.table
    assert table
    table.setFocus()
    table.go_to(0)
    return table


def on_disk(path: Path) -> dict[str, Answer]:
    with Office.open(path) as office:
        form = office.report(Period.read("2026-Q3")).form
        return {code: entry.answer for code, entry in form.entries.items()}


def code_here(table: EntryTable) -> str:
    assert table.current_code
    return table.current_code


def go(table: EntryTable, code: str, column: Column = Column.FIGURE) -> None:
    place = table.form.place_of(IndicatorCode(code))
    assert place is not None
    table.go_to(place, column)


def shown(table: EntryTable, code: str, column: Column = Column.FIGURE) -> str:
    place = table.form.place_of(IndicatorCode(code))
    assert place is not None
    return str(table.form.index(place, column).data())


def open_editor(table: EntryTable) -> EntryEditor:
    assert table.entry.editor
    return table.entry.editor


def press(table: EntryTable, key: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Send the key to where the keyboard is: an open editor, or the table."""
    target = table.entry.editor or table
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def send(target: QWidget, text: str) -> None:
    """Type letters of any alphabet; QTest knows ASCII only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


class KeyboardWatch(QObject):
    """Notes why a line edit got the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons: list[Qt.FocusReason] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QLineEdit):
            self.reasons.append(event.reason())
        return False


def write(table: EntryTable, text: str, leave: Key = Key.Key_Return) -> None:
    QTest.keyClicks(table, text[0])
    assert table.entry.editor
    QTest.keyClicks(table.entry.editor, text[1:])
    press(table, leave)


def test_a_typed_number_is_in_the_office_file_and_on_the_screen(table: EntryTable, office_file: Path) -> None:
    write(table, "1.234")
    assert on_disk(office_file)["PL2.1"] == Answer(Decimal(1234))
    assert shown(table, "PL2.1") == "1.234"


def test_typing_over_a_cell_replaces_what_stood_there(table: EntryTable, report: OpenReport) -> None:
    write(table, "15")
    go(table, FIRST)
    write(table, "7")
    assert report.form.number(FIRST) == 7


def test_enter_skips_computed_rows_and_headings_to_the_next_cell_that_waits(table: EntryTable) -> None:
    write(table, "8")
    assert code_here(table) == "PL2.2.1"
    write(table, "28")
    write(table, "20")
    assert code_here(table) == "PL2.3.1"  # PL2.3 is a heading


def test_enter_passes_over_a_cell_that_is_answered(table: EntryTable) -> None:
    go(table, BELOW_RATIO)
    write(table, "28")
    go(table, FIRST)
    press(table, Key.Key_Return)
    assert code_here(table) == LAST_PART


def test_shift_enter_goes_up(table: EntryTable) -> None:
    go(table, BELOW_RATIO)
    press(table, Key.Key_Return, SHIFT)
    assert code_here(table) == FIRST


def test_the_last_row_does_not_lead_back_to_the_first(table: EntryTable) -> None:
    last = table.form.rowCount() - 1
    table.go_to(last)
    press(table, Key.Key_Return)
    assert table.currentIndex().row() == last


def test_tab_goes_over_what_can_be_typed_into(table: EntryTable) -> None:
    places = []
    for _ in range(3):
        press(table, Key.Key_Tab)
        places.append((code_here(table), table.currentIndex().column()))
    assert places == [("PL2.1", Column.NOTE), ("PL2.2", Column.NOTE), ("PL2.2.1", Column.FIGURE)]
    press(table, Key.Key_Backtab)
    assert (code_here(table), table.currentIndex().column()) == ("PL2.2", Column.NOTE)


def test_tab_from_an_editor_takes_its_text_along(table: EntryTable, report: OpenReport) -> None:
    write(table, "5", Key.Key_Tab)
    assert report.form.number(FIRST) == 5
    assert table.currentIndex().column() == Column.NOTE


def test_f2_edits_with_the_caret_at_the_end_and_esc_gives_the_old_value_back(
    table: EntryTable, report: OpenReport
) -> None:
    write(table, "15")
    go(table, FIRST)
    press(table, Key.Key_F2)
    editor = open_editor(table)
    QTest.keyClicks(editor, "0")
    assert editor.text() == "150"
    press(table, Key.Key_Escape)
    assert not table.entry.editor
    assert report.form.number(FIRST) == 15


def test_an_arrow_leaves_an_editor_and_takes_its_text_along(table: EntryTable, report: OpenReport) -> None:
    write(table, "15", Key.Key_Down)
    assert report.form.number(FIRST) == 15
    assert code_here(table) == RATIO


def test_control_and_arrow_go_to_the_edge(table: EntryTable) -> None:
    press(table, Key.Key_Down, CONTROL)
    assert table.currentIndex().row() == table.form.rowCount() - 1
    press(table, Key.Key_Left, CONTROL)
    press(table, Key.Key_Up, CONTROL)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, 0)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("kps", NOT_ARISEN), ("ktq", NOT_COMPETENT), ("bcs", LATER), ("0", Answer(Decimal(0)))],
)
def test_states_can_be_typed(table: EntryTable, office_file: Path, typed: str, answer: Answer) -> None:
    write(table, typed)
    assert on_disk(office_file)["PL2.1"] == answer


def test_a_key_opens_the_menu_of_states_and_a_choice_answers_the_cell(
    table: EntryTable, report: OpenReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[StateMenu] = []
    monkeypatch.setattr(StateMenu, "popup", lambda menu, _where: menus.append(menu))  # no screen to grab
    press(table, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (menu,) = menus
    menu.actions()[1].trigger()
    menu.deleteLater()
    assert report.form.answer(FIRST) == NOT_ARISEN


def test_delete_empties_a_range_as_one_step(table: EntryTable, report: OpenReport) -> None:
    for text in ("8", "28", "20"):
        write(table, text)
    go(table, FIRST)
    for _ in range(3):
        press(table, Key.Key_Down, SHIFT)
    press(table, Key.Key_Delete)
    assert [report.form.number(code) for code in (FIRST, BELOW_RATIO, LAST_PART)] == [None] * 3
    press(table, Key.Key_Z, CONTROL)
    assert [report.form.number(code) for code in (FIRST, BELOW_RATIO, LAST_PART)] == [8, 28, 20]


def test_a_range_goes_to_excel_and_comes_back(table: EntryTable, report: OpenReport) -> None:
    for text in ("8", "28", "20"):
        write(table, text)
    go(table, FIRST)
    for _ in range(3):
        press(table, Key.Key_Down, SHIFT)
    press(table, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "8\n71,43%\n28\n20"
    press(table, Key.Key_X, CONTROL)
    assert report.form.number(LAST_PART) is None
    go(table, FIRST)
    press(table, Key.Key_V, CONTROL)
    assert [report.form.number(code) for code in (FIRST, BELOW_RATIO, LAST_PART)] == [8, 28, 20]


def test_a_paste_tells_how_many_cells_took_their_text_and_why_others_did_not(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    go(table, BELOW_RATIO)
    QGuiApplication.clipboard().setText("28\tx\r\nhai mươi\ty")
    press(table, Key.Key_V, CONTROL)
    assert report.form.number(BELOW_RATIO) == 28
    assert report.form.entry(BELOW_RATIO).note == "x"
    assert "3 ô nhận, 1 ô từ chối." in window.figures.strip.toPlainText()
    kept = window.figures.refused.list.item(0)
    assert kept.text().startswith("Dòng 2.2 Phụ lục 2: “hai mươi” không phải là số.")


def test_control_d_fills_down(table: EntryTable, report: OpenReport) -> None:
    go(table, BELOW_RATIO)
    write(table, "28")
    go(table, BELOW_RATIO)
    press(table, Key.Key_Down, SHIFT)
    press(table, Key.Key_D, CONTROL)
    assert report.form.number(LAST_PART) == 28


def test_undo_reaches_across_tabs_and_redo_follows(
    window: MainWindow, table: EntryTable, office_file: Path
) -> None:
    write(table, "8")
    window.figures.tabs.setCurrentIndex(1)
    other = window.figures.table
    assert other
    assert other is not table
    other.setFocus()
    QTest.keyClick(other, Key.Key_Z, CONTROL)
    assert "PL2.1" not in on_disk(office_file)
    QTest.keyClick(other, Key.Key_Y, CONTROL)
    assert on_disk(office_file)["PL2.1"] == Answer(Decimal(8))


def test_what_cannot_be_read_stays_out_and_the_cursor_stays(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    write(table, "abc")
    assert FIRST not in report.form.entries
    assert code_here(table) == FIRST
    assert "Dòng 1 Phụ lục 2: “abc” không phải là số." in window.figures.strip.toPlainText()


def test_a_typed_text_that_no_cell_takes_is_kept_and_can_be_corrected(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    write(table, "12a")
    kept = window.figures.refused
    assert kept.isVisible()
    assert "“12a”" in kept.list.item(0).text()
    go(table, LAST_PART)
    kept.list.setFocus()
    kept.list.setCurrentRow(0)
    QTest.keyClick(kept.list, Key.Key_Return)
    assert code_here(table) == FIRST
    assert open_editor(table).text() == "12a"
    press(table, Key.Key_End)
    press(table, Key.Key_Backspace)
    press(table, Key.Key_Return)
    assert report.form.number(FIRST) == 12
    assert not kept.isVisible()


def test_a_number_that_reads_two_ways_is_asked_about_and_the_cell_waits(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    write(table, "1,234")
    question = window.findChild(ReadingsQuestion)
    assert question
    assert FIRST not in report.form.entries
    words = [button.text() for button in question.findChildren(QPushButton)]
    assert words == ["1,234", "1.234", "Nhập lại"]
    QTest.mouseClick(question.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert report.form.number(FIRST) == 1234


def computed(window: MainWindow, table: EntryTable) -> ReasonQuestion:
    """Fill the rows of the ratio, type 100 over it, and return the question."""
    go(table, BELOW_RATIO)
    write(table, "28")
    write(table, "20")
    go(table, RATIO)
    write(table, "100")
    question = window.findChild(ReasonQuestion)
    assert question
    return question


def button(question: ReasonQuestion, words: str) -> QPushButton:
    return next(each for each in question.findChildren(QPushButton) if each.text() == words)


def test_a_step_of_another_appendix_is_undone_and_redone_before_ones_eyes(
    window: MainWindow, table: EntryTable
) -> None:
    go(table, "PL2.2.1")
    send(table, "7")
    press(table, Key.Key_Return)
    for key, expected in ((Key.Key_Z, ""), (Key.Key_Y, "7")):
        window.figures.tabs.setCurrentIndex(2)
        QTest.keyClick(window, key, CONTROL)
        assert window.figures.table is table
        assert code_here(table) == "PL2.2.1"
        assert shown(table, "PL2.2.1") == expected


def test_what_is_typed_after_a_click_into_the_words_below_lands_in_the_current_cell(
    window: MainWindow, table: EntryTable
) -> None:
    go(table, "PL2.2.1")
    strip = window.figures.strip
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.viewport().rect().center())
    assert strip.hasFocus()
    QTest.keyClick(strip, Key.Key_4)
    QTest.keyClick(open_editor(table), Key.Key_2)
    press(table, Key.Key_Return)
    assert shown(table, "PL2.2.1") == "42"


@pytest.mark.parametrize("column", [Column.STT, Column.LABEL, Column.UNIT])
def test_what_is_typed_beside_a_figure_lands_in_it(
    table: EntryTable, office_file: Path, column: Column
) -> None:
    go(table, "PL2.2.1", column)
    QTest.keyClick(table, Key.Key_1)
    QTest.keyClick(open_editor(table), Key.Key_2)
    press(table, Key.Key_Return)
    assert shown(table, "PL2.2.1") == "12"
    assert (code_here(table), table.currentIndex().column()) == (LAST_PART, Column.FIGURE)
    assert on_disk(office_file)["PL2.2.1"] == Answer(Decimal(12))


def test_a_composed_word_beside_a_figure_lands_in_it_too(table: EntryTable) -> None:
    go(table, "PL2.1", Column.LABEL)
    composed = QInputMethodEvent()
    composed.setCommitString("kps")
    QApplication.sendEvent(table, composed)
    press(table, Key.Key_Return)
    assert shown(table, "PL2.1") == "Không phát sinh"


def test_what_is_typed_where_nothing_can_be_is_answered_quietly(
    window: MainWindow, table: EntryTable
) -> None:
    heading = next(row.code for row in table.form.appendix.indicators if not row.is_asked and not row.unit)
    go(table, heading, Column.LABEL)
    QTest.keyClick(table, Key.Key_7)
    assert "là dòng tiêu đề" in window.figures.strip.toPlainText()
    assert code_here(table) == heading
    go(table, "PL2.1", Column.PREVIOUS)
    QTest.keyClick(table, Key.Key_7)
    assert "Cột Kỳ trước chỉ để xem" in window.figures.strip.toPlainText()
    assert table.entry.editor is None


def test_a_computed_cell_is_replaced_only_with_a_reason(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    question = computed(window, table)
    decide = button(question, "Thay số tính được")
    assert not decide.isEnabled()
    send(question.field, "Theo kết luận của tỉnh")
    QTest.mouseClick(decide, Qt.MouseButton.LeftButton)
    assert report.form.number(RATIO) == 100
    assert shown(table, RATIO) == "100%"


def test_without_a_reason_a_stated_value_is_kept_and_reported(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    question = computed(window, table)
    QTest.mouseClick(button(question, "Chỉ ghi nhận"), Qt.MouseButton.LeftButton)
    assert shown(table, RATIO) == "71,43%"
    assert report.form.entry(RATIO).answer == Answer(Decimal(100))
    assert "R1-PL2.2" in [finding.code for finding in report.findings]


def test_a_composed_word_survives_a_click_elsewhere(table: EntryTable, report: OpenReport) -> None:
    go(table, FIRST, Column.NOTE)
    QApplication.sendEvent(table, QInputMethodEvent("tiế", []))
    editor = table.entry.editor
    assert isinstance(editor, EntryEditor)
    elsewhere = table.visualRect(table.form.index(2, Column.LABEL)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(elsewhere))
    assert report.form.entry(FIRST).note == "tiế"


def test_a_word_that_comes_complete_opens_the_cell_with_its_first_letter(
    table: EntryTable, report: OpenReport
) -> None:
    go(table, FIRST, Column.NOTE)
    complete = QInputMethodEvent()
    complete.setCommitString("đ")
    QApplication.sendEvent(table, complete)
    assert table.entry.editor
    send(table.entry.editor, "ã")
    press(table, Key.Key_Return)
    assert report.form.entry(FIRST).note == "đã"


def test_a_word_that_comes_complete_replaces_what_stood_in_the_cell(
    table: EntryTable, report: OpenReport
) -> None:
    go(table, FIRST, Column.NOTE)
    write(table, "cu")
    go(table, FIRST, Column.NOTE)
    for word in ("mới ", "hơn"):
        complete = QInputMethodEvent()
        complete.setCommitString(word)
        QApplication.sendEvent(QApplication.focusWidget() or table, complete)
    press(table, Key.Key_Return)
    assert report.form.entry(FIRST).note == "mới hơn"


def test_the_editor_takes_the_keyboard_over_without_emptying_the_input_method(
    table: EntryTable, qapp: QApplication
) -> None:
    go(table, FIRST, Column.NOTE)
    watch = KeyboardWatch()
    qapp.installEventFilter(watch)
    QApplication.sendEvent(table, QInputMethodEvent("từ", []))
    assert QApplication.focusWidget() is table  # the word goes on being composed where it began
    finished = QInputMethodEvent("n", [])
    finished.setCommitString("từ ")
    QApplication.sendEvent(table, finished)
    qapp.removeEventFilter(watch)
    assert QApplication.focusWidget() is open_editor(table)
    assert open_editor(table).whole_text == "từ n"
    # any other reason has Qt reset the method, and the letters typed meanwhile are lost (seen with ibus)
    assert watch.reasons == [Qt.FocusReason.PopupFocusReason]


def step_of_method(target: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(target, event)


@pytest.mark.parametrize("words", [("tiếng",), ("tiếng", "Việt")])
def test_a_word_committed_only_after_the_key_that_ends_it_stays_in_its_cell(
    table: EntryTable, report: OpenReport, words: tuple[str, ...]
) -> None:
    go(table, FIRST, Column.NOTE)
    *before, last = words
    for word in before:
        step_of_method(table, word)
        step_of_method(table, "", f"{word} ")
    step_of_method(QApplication.focusWidget() or table, last)
    QTest.keyClick(QApplication.focusWidget() or table, Key.Key_Return)  # so does fcitx: the key comes first
    step_of_method(QApplication.focusWidget() or table, "", last)
    assert report.form.entry(FIRST).note == " ".join(words)
    assert table.entry.editor is None
    step_of_method(table, "", last)  # the same word again is typed, not late
    assert open_editor(table).text() == last


def test_a_word_that_the_method_drops_when_the_focus_leaves_is_kept(
    table: EntryTable, report: OpenReport
) -> None:
    go(table, FIRST, Column.NOTE)
    table.edit(table.currentIndex())
    step_of_method(open_editor(table), "tiếng")
    step_of_method(open_editor(table), "")
    table.setFocus()
    assert report.form.entry(FIRST).note == "tiếng"


def test_a_word_that_is_erased_while_it_is_composed_is_gone(table: EntryTable, qtbot: QtBot) -> None:
    go(table, FIRST, Column.NOTE)
    table.edit(table.currentIndex())
    editor = open_editor(table)
    step_of_method(editor, "t")
    step_of_method(editor, "")
    qtbot.waitUntil(lambda: not editor.whole_text)
    table.setFocus()
    assert table.form.index(0, Column.NOTE).data() == ""


def test_a_keyboard_that_corrects_with_backspaces_doubles_no_letter(
    table: EntryTable, report: OpenReport
) -> None:
    go(table, FIRST, Column.NOTE)
    QTest.keyClicks(table, "du")  # Telex: then w and d come, and the keyboard takes both letters back
    for _ in range(2):
        press(table, Key.Key_Backspace)
    send(open_editor(table), "đư")
    press(table, Key.Key_Return)
    assert report.form.entry(FIRST).note == "đư"


def test_control_s_takes_the_open_editor_along_and_says_saved(
    window: MainWindow, table: EntryTable, office_file: Path
) -> None:
    QTest.keyClicks(table, "8")
    press(table, Key.Key_S, CONTROL)
    assert on_disk(office_file)["PL2.1"] == Answer(Decimal(8))
    assert window.status.text().startswith("Đã lưu ")


def test_nothing_resets_under_an_open_editor(table: EntryTable, desk: Desk, report: OpenReport) -> None:
    QTest.keyClicks(table, "1")
    editor = open_editor(table)
    QTest.keyClicks(editor, "2")
    desk.figures.enter("PL2.2.1", "28")
    desk.figures.enter("PL3.1", "kps")
    desk.keep("R15-PL2.1", "")
    assert open_editor(table) is editor
    assert editor.text() == "12"
    press(table, Key.Key_Return)
    assert report.form.number(FIRST) == 12


def test_control_and_page_keys_turn_to_the_next_appendix_and_back(
    window: MainWindow, table: EntryTable
) -> None:
    tabs = window.figures.tabs
    press(table, Key.Key_PageDown, CONTROL)
    after = tabs.table
    assert after
    assert after is tabs.tables[1]
    assert after.hasFocus()
    press(after, Key.Key_PageUp, CONTROL)
    press(table, Key.Key_PageUp, CONTROL)  # the first does not lead round to the last
    assert tabs.table is table
    assert table.hasFocus()


def test_a_tab_change_takes_the_open_editor_along(
    window: MainWindow, table: EntryTable, report: OpenReport
) -> None:
    QTest.keyClicks(table, "8")
    window.figures.tabs.setCurrentIndex(2)
    assert report.form.number(FIRST) == 8
    assert table.findChild(QLineEdit) is None or table.entry.editor is None


def test_closing_takes_the_open_editor_along(
    window: MainWindow, table: EntryTable, office_file: Path
) -> None:
    QTest.keyClicks(table, "8")
    assert window.close()
    assert on_disk(office_file)["PL2.1"] == Answer(Decimal(8))


def test_the_window_stays_while_the_last_cell_is_in_question(window: MainWindow, table: EntryTable) -> None:
    QTest.keyClicks(table, "a")
    assert not window.close()
    assert "không phải là số" in window.figures.strip.toPlainText()

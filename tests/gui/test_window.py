"""The window as a whole: what it shows, where its buttons lead, how it opens and closes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cchc_desktop.errors import FileRefused
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.dialogs.new_report import NewReport
from ui.dialogs.office_details import NewOffice
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.remembered import Remembered
from ui.vietnamese import VietnameseWords
from ui.worker import Worker

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SPEAKING = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)


def page(window: MainWindow) -> str:
    return next((each.title for each in window.pages.in_order if each.isVisible()), "")


def test_the_first_window_is_no_larger_than_the_screen(
    worker: Worker, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    window = MainWindow(Desk(qapp), worker, Remembered(tmp_path / "new"), tmp_path)
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.size().boundedTo(room) == window.size()


def test_the_title_names_office_and_period(window: MainWindow) -> None:
    assert window.windowTitle() == "UBND phường Thử · Báo cáo CCHC quý III năm 2026"
    assert "bộ biểu mẫu tham khảo, phục dựng" in window.header.form_set.text()
    assert not window.header.sample.isVisible()


def test_the_keyboard_leads_to_every_page(window: MainWindow) -> None:
    seen = []
    names = window.page_names
    for place in range(len(names)):
        QTest.keyClick(window, Key(Key.Key_1 + place), CONTROL)
        seen.append(page(window))
    assert tuple(seen) == names


def test_every_control_has_a_name_to_be_heard(window: MainWindow) -> None:
    questions: list[Question] = [NewOffice(window), NewReport(Period.read("2026-Q4"), 2026, 2, window)]
    silent = [
        f"{type(each).__name__} in {type(each.parent()).__name__}"
        for root in (window, *questions)
        for each in root.findChildren(QWidget)
        if isinstance(each, SPEAKING) and not _is_qts_own(each)
        if not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))
    ]
    for question in questions:
        question.close()
    assert silent == []


def test_f8_goes_to_the_next_finding_in_whichever_tab(window: MainWindow, desk: Desk) -> None:
    desk.figures.override("PL2.2", "100", "")
    desk.figures.override("PL3.1", "7", "")
    table = window.figures.table
    assert table
    table.setFocus()
    table.go_to(0)
    visited = []
    for key, modifier in (
        (Key.Key_F8, None),
        (Key.Key_F8, None),
        (Key.Key_F8, Qt.KeyboardModifier.ShiftModifier),
    ):
        QTest.keyClick(window, key, modifier or Qt.KeyboardModifier.NoModifier)
        assert window.figures.table
        visited.append(window.figures.table.current_code)
    assert visited == ["PL2.2", "PL3.1", "PL2.2"]


def test_a_tab_counts_its_findings(window: MainWindow, desk: Desk) -> None:
    desk.figures.override("PL2.2", "100", "")
    assert window.figures.tabs.tabText(0) == "Phụ lục 2 (1)"
    desk.keep("R2-PL2.2", "Theo tỉnh")
    assert window.figures.tabs.tabText(0) in ("Phụ lục 2", "Phụ lục 2 (1)")


def test_the_strip_tells_a_finding_and_leads_to_its_other_cells(window: MainWindow, desk: Desk) -> None:
    for code, text in (("PL2.4.1", "61"), ("PL2.4.2", "41"), ("PL2.4.3", "3"), ("PL2.4.4", "0")):
        desk.figures.enter(code, text)
    window.figures.jump("PL2.4.1")
    told = window.figures.strip.toPlainText()
    assert "R9-PL2.4.1" in told
    assert "17 nhiệm vụ" in told
    window.figures.strip.anchorClicked.emit(QUrl("row:PL2.4.3"))
    assert window.figures.table
    assert window.figures.table.current_code == "PL2.4.3"


def test_f1_tells_what_a_row_means(window: MainWindow) -> None:
    window.figures.jump("PL2.2")
    QTest.keyClick(window, Key.Key_F1)
    assert (
        "Chương trình tính: dòng 2.2, Phụ lục 2 : dòng 2.1, Phụ lục 2" in window.figures.strip.toPlainText()
    )


def test_a_finding_in_the_list_leads_to_its_cell(window: MainWindow, desk: Desk) -> None:
    desk.figures.override("PL3.1", "7", "")
    window.show_page(window.page_names.index("Kiểm tra"))
    finding = window.findings.model.index(1, 0)
    place = window.findings.table.visualRect(finding).center()
    QTest.mouseClick(window.findings.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page(window) == "Số liệu"
    assert window.figures.table
    assert window.figures.table.current_code == "PL3.1"


def test_a_page_without_findings_says_what_belongs_there(window: MainWindow) -> None:
    window.show_page(window.page_names.index("Kiểm tra"))
    assert window.findings.empty.isVisible()


@pytest.mark.parametrize("kind", ["word", "exchange"])
def test_a_file_is_made_beside_the_window_with_what_was_just_typed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    out = tmp_path / "gửi đi"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out / "báo cáo"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    table = window.figures.table
    assert table
    table.setFocus()
    QTest.keyClicks(table, "8")
    window.make_word() if kind == "word" else window.make_exchange()
    assert window.report.progress.isVisible()
    qtbot.waitUntil(window.report.open_folder.isVisible, timeout=20000)
    (made,) = out.iterdir()
    assert made.suffix == (".docx" if kind == "word" else ".xlsx")
    assert made.name in window.report.result.text()
    assert window.desk.report
    assert window.desk.report.form.number(next(iter(window.desk.report.template.indicators))) == 8
    assert opened == [QUrl.fromLocalFile(str(out))]
    window.report.open_folder.click()
    assert opened == [QUrl.fromLocalFile(str(out))] * 2


def test_typing_goes_on_while_a_file_is_made(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: OpenReport
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    window.make_exchange()
    for number in range(20):
        window.desk.figures.enter("PL2.1", str(number))
        QApplication.processEvents()
    assert report.form.number(next(iter(report.template.indicators))) == 19
    qtbot.waitUntil(window.report.open_folder.isVisible, timeout=20000)


def test_a_new_file_and_its_first_report_are_made_from_the_window(
    qtbot: QtBot, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    desk = Desk(qapp)
    window = MainWindow(desk, worker, Remembered(tmp_path / "config"), tmp_path)
    qtbot.addWidget(window)
    window.show()
    path = tmp_path / "mới.cchc"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.opening.ask_create()
    question = window.findChild(NewOffice)
    assert question
    assert not question.go_button.isEnabled()
    QTest.keyClicks(question.name, "UBND xa Moi")
    question.go_button.click()
    assert path.exists()
    assert desk.report
    assert page(window) == "Tổng quan"
    assert window.overview.model.rowCount() == 1
    window.overview.new_button.click()
    asked = window.findChild(NewReport)
    assert asked
    asked.findChildren(QPushButton)[0].click()
    assert len(desk.heads) == 2
    window.close()


@pytest.mark.parametrize(
    ("has_been_here", "first"), [(False, "Tạo tệp cơ quan mới…"), (True, "Mở tệp cơ quan…")]
)
def test_the_first_page_marks_the_usual_first_step_and_enter_takes_it(
    has_been_here: bool,
    first: str,
    office_file: Path,
    qtbot: QtBot,
    worker: Worker,
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    remembered = Remembered(tmp_path / "config")
    if has_been_here:
        remembered.remember_office(office_file, "UBND phường Thử")
    begun: list[str] = []
    for name, words in (("ask_open", "Mở tệp cơ quan…"), ("ask_create", "Tạo tệp cơ quan mới…")):
        monkeypatch.setattr(Opening, name, lambda *_, words=words: begun.append(words))
    window = MainWindow(Desk(qapp), worker, remembered, tmp_path)
    qtbot.addWidget(window)
    window.show()
    (marked,) = [
        each for each in window.pages.findChildren(QPushButton) if each.isVisible() and each.isDefault()
    ]
    assert marked.text() == first
    QTest.keyClick(marked, Qt.Key.Key_Return)
    assert begun == [first]
    window.close()


def test_a_place_not_chosen_loses_nothing_of_what_was_typed(
    qtbot: QtBot, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    window = MainWindow(Desk(qapp), worker, Remembered(tmp_path / "config"), tmp_path)
    qtbot.addWidget(window)
    window.show()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.opening.ask_create()
    question = window.findChild(NewOffice)
    assert question
    QTest.keyClicks(question.name, "UBND xa Moi")
    QTest.keyClicks(question.place, "xa Moi")
    question.go_button.click()
    (again,) = [each for each in window.findChildren(NewOffice) if each.isVisible()]
    assert (again.name.text(), again.place.text()) == ("UBND xa Moi", "xa Moi")
    again.close()
    window.close()


def test_the_sample_is_marked_and_its_reports_can_be_chosen(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    with qtbot.waitSignal(window.opening.ready, timeout=20000):
        window.opening.open_sample()
    assert window.windowTitle() == "UBND phường Mẫu · Báo cáo CCHC quý III năm 2026 (SỐ LIỆU MẪU)"
    assert window.header.sample.isVisible()
    names = [window.header.reports.itemText(place) for place in range(window.header.reports.count())]
    assert names[0] == "Quý III năm 2026"
    window.header.reports.setCurrentIndex(1)
    window.header.reports.activated.emit(1)
    assert "quý II năm 2026" in window.windowTitle()
    assert desk.report
    assert desk.report.head.period == Period.read("2026-Q2")


def test_a_file_that_cannot_be_opened_is_told_and_changes_nothing(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    bad = tmp_path / "hỏng.cchc"
    bad.write_bytes(b"not an office file")
    window.show_page(window.page_names.index("Báo cáo"))
    window.opening.open(bad)
    told = window.findChildren(Question)
    assert len(told) == 1
    told[0].close()
    assert desk.report
    assert bad.read_bytes() == b"not an office file"


def test_the_last_page_file_and_place_are_remembered(
    qtbot: QtBot, window: MainWindow, worker: Worker, tmp_path: Path, office_file: Path, qapp: QApplication
) -> None:
    window.show_page(window.page_names.index("Kiểm tra"))
    window.resize(780, 640)
    window.close()
    again = MainWindow(Desk(qapp), worker, Remembered(tmp_path / "config"), tmp_path)
    qtbot.addWidget(again)
    again.open_first([], None)
    with qtbot.waitSignal(again.painted):
        again.show()
    assert again.desk.path == office_file
    assert page(again) == "Kiểm tra"
    assert again.size().width() == 780
    again.close()


def test_qts_own_buttons_speak_vietnamese(qtbot: QtBot, qapp: QApplication) -> None:
    words = VietnameseWords(qapp)
    qapp.installTranslator(words)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    texts = {button.text() for button in box.buttons()}
    qapp.removeTranslator(words)
    assert texts == {"Đồng ý", "Thôi"}


def test_a_second_report_of_a_period_is_refused_in_words(window: MainWindow, desk: Desk) -> None:
    desk.start(Period.read("2026-Q3"))
    assert "Đã có báo cáo quý III năm 2026" in window.figures.strip.toPlainText()


def test_a_disk_that_refuses_is_told_and_the_cell_keeps_its_value(
    window: MainWindow, desk: Desk, report: OpenReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FileRefused("Đĩa đầy. Hãy xóa bớt tệp rồi nhập lại.")

    monkeypatch.setattr(report, "put", full)
    desk.figures.enter("PL2.1", "8")
    assert "Đĩa đầy" in window.figures.strip.toPlainText()
    assert "PL2.1" not in report.form.entries
    assert desk.undo.count() == 0


def _is_qts_own(widget: QWidget) -> bool:
    """Parts Qt puts inside its own widgets."""
    inside = widget.parent()
    in_popup = isinstance(inside, QFrame) and isinstance(inside.parent(), QComboBox)
    return in_popup or isinstance(inside, (QAbstractItemView, QMenuBar, QTabBar, QTabWidget))


def test_every_report_an_office_has_stays_apart(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "hai.cchc"
    with Office.create(path, Profile("UBND xã Hai", Level.COMMUNE)) as office:
        office.start(Period.read("2026-Q2"))
        office.start(Period.read("2026-Q3"))
    desk = Desk(qapp)
    desk.open(path)
    desk.figures.enter("PL2.1", "8")
    desk.turn_to(Period.read("2026-Q2"))
    assert desk.report
    assert desk.report.form.entries.get(next(iter(desk.report.template.indicators))) is None
    assert not desk.undo.last
    desk.close()


def test_an_office_of_another_form_set_opens_over_the_one_that_is_open(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    with Office.create(tmp_path / "tinh.cchc", Profile("UBND tỉnh Thử", Level.PROVINCE)) as office:
        office.start(Period.read("2026-Q3"))
    before = desk.path
    assert before
    for path in (tmp_path / "tinh.cchc", before):  # rows of the set before are told of no more
        desk.open(path)
        assert desk.report
        assert window.figures.tabs.count() == len(desk.report.template.appendices)

"""Who reports, what is set, past reports and backups, asked and answered in the real dialogs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.office.exported.producing import write_exchange_file, write_word_report
from cchc_desktop.office.office import Office
from cchc_desktop.office.settings import AppendixNumerals
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.journeys.word_files import typed_anew
from ui.desk import Desk
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.office_details import OfficeDetails
from ui.dialogs.past_report import PastPeriod, PastReportQuestion
from ui.dialogs.question import Question
from ui.dialogs.settings import SettingsDialog
from ui.documents.waiting import Waiting
from ui.look import is_dark
from ui.main_window import MainWindow
from ui.prose.workplace import Workplace
from ui.remembered import Remembered
from ui.theme import dress

FIRST = IndicatorCode("PL2.1")
OUTLINE = (
    "*I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "*1. Về kế hoạch cải cách hành chính",
    "Đã ban hành kế hoạch.",
    "*2. Công tác chỉ đạo, điều hành",
    "Đã họp giao ban.",
    "*3. Kỷ luật, kỷ cương hành chính",
    "Đã nhắc nhở.",
)


def choose(dialog: SettingsDialog, name: str, words: str) -> None:
    """Choose a setting with the arrow keys."""
    box = dialog.choices[name]
    steps = box.findText(words) - box.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert box.currentText() == words


def press(dialog: Question, words: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()


def told_of(dialog: BackupsDialog, column: int) -> str:
    """Return what the list says of the newest backup."""
    return str(dialog.table.model().index(0, column).data())


def test_what_is_typed_first_goes_into_the_offices_name(qtbot: QtBot, window: MainWindow) -> None:
    window.opening.ask_create()
    details = window.findChild(OfficeDetails)
    assert details
    qtbot.waitUntil(details.isActiveWindow)
    assert QApplication.focusWidget() is details.name
    details.close()


def test_who_signs_is_corrected_and_kept(window: MainWindow, office_file: Path) -> None:
    window.matters.ask_details()
    details = window.findChild(OfficeDetails)
    assert details
    QTest.keyClicks(details.address, "cchc@example.vn")
    details.authority.setCurrentIndex(details.authority.findData("KT."))
    assert not details.go_button.isEnabled()
    details.position.setText("Phó Chủ tịch")
    assert details.signing.text() == "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; PHÓ CHỦ TỊCH"
    details.name.setText("UBND phường Mới")
    details.go_button.click()
    assert window.windowTitle().startswith("UBND phường Mới")
    with Office.open(office_file) as office:
        assert office.profile.superior.email == "cchc@example.vn"
        assert office.profile.signing[-1] == "PHÓ CHỦ TỊCH"


def test_a_setting_of_the_office_holds_at_once_and_stays(
    qtbot: QtBot, window: MainWindow, office_file: Path
) -> None:
    window.show_page(window.page_names.index("Báo cáo"))
    window.matters.ask_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog
    choose(dialog, "appendix_numerals", "Phụ lục II")
    dialog.close()
    with Office.look(office_file) as office:
        assert office.settings.appendix_numerals is AppendixNumerals.ROMAN
    pages = window.report.preview.view
    qtbot.waitUntil(lambda: any("phụ lục ii" in page.text.lower() for page in pages.pages), timeout=5000)


def test_theme_and_letters_hold_at_once_and_are_remembered(window: MainWindow, tmp_path: Path) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(SettingsDialog)
    assert dialog
    size = QApplication.font().pointSizeF()
    try:
        choose(dialog, "theme", "Tối")
        choose(dialog, "letters", "125 %")
        assert is_dark()
        assert QApplication.font().pointSizeF() == pytest.approx(size * 1.25)
        assert (Remembered(tmp_path / "config").theme, Remembered(tmp_path / "config").letters) == (
            "dark",
            125,
        )
    finally:
        dress("light", 100)
        dress("system", 100)


def shown_prose(window: MainWindow) -> Workplace:
    window.show_page(window.page_names.index("Lời văn"))
    assert window.prose.workplace
    return window.prose.workplace


def past_question(window: MainWindow, qtbot: QtBot) -> PastReportQuestion:
    """Return the question that tells what was read, once the file was read."""
    qtbot.waitUntil(lambda: window.findChild(PastReportQuestion) is not None, timeout=20000)
    told = window.findChild(PastReportQuestion)
    assert told
    return told


def test_a_past_report_is_read_from_the_offices_own_file(
    qtbot: QtBot, window: MainWindow, desk: Desk, office_file: Path, tmp_path: Path
) -> None:
    older = tmp_path / "cũ.cchc"
    assert desk.office
    with Office.create(older, desk.office.profile) as office:
        office.start(Period.read("2026-Q2")).enter("PL2.1", "7")
        sent = write_exchange_file(office, Period.read("2026-Q2"), tmp_path).path
    window.matters.past.read(sent)
    told = past_question(window, qtbot)
    assert len(desk.heads) == 1
    told.read_button.click()
    assert desk.report
    assert desk.report.head.period == Period.read("2026-Q3")
    assert desk.report.previous
    assert desk.report.previous.number(FIRST) == 7
    with Office.look(office_file) as office:
        assert len(office.reports()) == 2


def test_last_quarters_word_report_is_read_and_says_its_period_itself(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.office
    with Office.create(tmp_path / "cũ.cchc", desk.office.profile) as office:
        past = office.start(Period.read("2026-Q2"))
        past.enter("PL2.1", "7")
        past.write("V", "Đề nghị mở lớp tập huấn.")
        made = write_word_report(office, Period.read("2026-Q2"), tmp_path / "quý hai.docx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(made), ""))
    window.matters.past.ask()
    told = past_question(window, qtbot)
    words = " ".join(label.text() for label in told.findChildren(QLabel))
    assert "quý II năm 2026" in words
    assert "1 mục lời văn" in words
    told.read_button.click()
    assert desk.report
    workplace = shown_prose(window)
    workplace.show_section("V")
    assert any("Đề nghị mở lớp tập huấn." in label.text() for label in workplace.beside.findChildren(QLabel))
    assert desk.report.previous
    assert desk.report.previous.number(FIRST) == 7


def test_a_word_report_that_names_no_period_is_asked_about(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    assert desk.report
    row = desk.report.template.indicators[FIRST]
    heads = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu")
    tables = {"Phụ lục 2": [heads, (row.stt, row.label, row.unit, "9")]}
    file = typed_anew(tmp_path / "báo cáo.docx", "Kết quả cải cách hành chính", OUTLINE, tables)
    window.matters.past.read(file)
    qtbot.waitUntil(lambda: window.findChild(PastPeriod) is not None, timeout=20000)
    asked = window.findChild(PastPeriod)
    assert asked
    press(asked, "Đọc thử")
    past_question(window, qtbot).read_button.click()
    assert desk.report.previous
    assert desk.report.previous.number(FIRST) == 9


def test_reading_a_past_report_can_be_given_up(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = typed_anew(tmp_path / "báo cáo.docx", "Kết quả quý II năm 2026", OUTLINE, {})
    window.matters.past.read(file)
    waiting = window.findChild(Waiting)
    assert waiting
    waiting.stop.click()
    qtbot.waitUntil(lambda: not window.findChildren(Waiting))
    assert not window.findChildren(PastReportQuestion)


def test_a_table_is_asked_of_which_period_it_is(
    qtbot: QtBot, window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "quý hai.tsv"
    assert desk.report
    row = desk.report.template.indicators[FIRST]
    table.write_text(
        f"phu_luc\tstt\tchi_tieu\tdvt\tso_lieu\n2\t{row.stt}\t{row.label}\t{row.unit}\t9\n"
        "2\t4.1\tTổng số nhiệm vụ được giao\tNhiệm vụ\tabc\n",
        "utf-8",
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    window.matters.past.ask()
    asked = window.findChild(PastPeriod)
    assert asked
    assert asked.period.currentText() == "Quý II năm 2026"
    press(asked, "Đọc thử")
    told = past_question(window, qtbot)
    (unread,) = told.findChildren(QPlainTextEdit)
    assert unread.toPlainText().startswith("Dòng 3 của tệp (4.1, Phụ lục 2): “abc” không phải là số.")
    told.read_button.click()
    assert desk.report.previous
    assert desk.report.previous.number(FIRST) == 9


def test_a_backup_is_made_listed_and_put_back_in_two_clicks(
    qtbot: QtBot, window: MainWindow, desk: Desk, office_file: Path
) -> None:
    desk.figures.enter("PL2.1", "8")
    window.matters.ask_backups()
    dialog = window.findChild(BackupsDialog)
    assert dialog
    qtbot.waitUntil(dialog.make_button.isEnabled, timeout=10000)
    before = dialog.table.rowCount()
    dialog.make_button.click()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == before + 1, timeout=10000)
    assert told_of(dialog, 1) == "Theo yêu cầu"
    assert told_of(dialog, 3).startswith("Đọc được: 1 báo cáo")
    desk.figures.enter("PL2.1", "9")
    dialog.restore_button.click()
    sure = next(each for each in dialog.findChildren(Question))
    press(sure, "Khôi phục")
    qtbot.waitUntil(lambda: desk.path == office_file, timeout=10000)
    assert desk.report
    assert desk.report.form.number(FIRST) == 8
    told = next(each for each in window.findChildren(Question) if each.windowTitle() == "Đã khôi phục")
    (aside,) = office_file.parent.glob("phuong.truoc-khi-khoi-phuc-*")
    assert any(aside.name in label.text() for label in told.findChildren(QLabel))
    press(told, "Làm tiếp")


def test_a_damaged_backup_is_told_and_cannot_be_put_back(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    assert desk.office
    made = desk.office.back_up().path
    made.write_bytes(made.read_bytes()[:2000])
    window.matters.ask_backups()
    dialog = window.findChild(BackupsDialog)
    assert dialog
    qtbot.waitUntil(dialog.make_button.isEnabled, timeout=10000)
    assert told_of(dialog, 3) == "Hỏng, không dùng được"
    assert not dialog.restore_button.isEnabled()
    dialog.close()


def test_that_a_disk_takes_its_backups_along_is_said_once(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    assert desk.office
    desk.office.back_up()
    reminders = []
    for _ in range(2):
        window.matters.ask_backups()
        dialog = window.findChildren(BackupsDialog)[-1]
        qtbot.waitUntil(dialog.make_button.isEnabled, timeout=10000)
        reminders.append(dialog.told.isVisible() and "cùng ổ đĩa" in dialog.told.text())
        dialog.close()
    assert reminders == [True, False]


def test_a_backup_folder_holds_from_the_moment_it_is_chosen(
    window: MainWindow, desk: Desk, office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.report
    chosen = tmp_path / "ổ đĩa khác"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    window.matters.ask_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog
    buttons = dialog.findChildren(QPushButton)
    next(each for each in buttons if each.accessibleName() == "Thư mục sao lưu: Chọn…").click()
    dialog.close()
    waiting = [code for code in desk.report.template.indicators if desk.report.form.answer(code).is_blank]
    desk.figures.paste(dict.fromkeys(waiting, "kps"), {})
    desk.lock()
    assert any(chosen.rglob("*chot-so-lieu*"))
    assert not any((office_file.parent / "sao-luu").glob("*chot-so-lieu*"))
    assert desk.create(tmp_path / "mới.cchc", desk.the_office.profile)
    assert desk.the_office.copies == chosen

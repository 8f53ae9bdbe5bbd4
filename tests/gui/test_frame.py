"""The frame: recent files, dropped files, files somebody else has, sizes, what is remembered."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.errors import CchcError
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.beginning import as_begun
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from tests.gui.dragging import drop
from ui.desk import Desk
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.remembered import Remembered
from ui.widgets.bar_menu import BarMenu
from ui.worker import Worker

_NARROWEST, _LOWEST = 1366 * 100 // 150, (768 - 40 - 32) * 100 // 150
"""Of 1366 × 768 at 150 %, without task bar and title."""
_OWNER = """
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from cchc_desktop.office.office import Office
with Office.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def other_file(tmp_path: Path) -> Path:
    path = tmp_path / "khác.cchc"
    with Office.create(path, Profile("UBND xã Khác", Level.COMMUNE)) as office:
        office.start(Period.read("2026-Q3"))
    return path


@pytest.fixture
def taken(other_file: Path) -> Iterator[Path]:
    """The other file, open for writing in another process until the test ends."""
    owner = subprocess.Popen(
        [sys.executable, "-c", _OWNER, str(other_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert owner.stdout
    assert owner.stdin
    assert owner.stdout.readline() == "open\n"
    yield other_file
    owner.communicate("\n", timeout=10)


def test_a_dropped_office_file_opens(window: MainWindow, other_file: Path) -> None:
    assert drop(window, other_file)
    assert window.windowTitle().startswith("UBND xã Khác")


def test_anything_else_that_is_dropped_is_not_taken(
    window: MainWindow, other_file: Path, tmp_path: Path
) -> None:
    assert not drop(window, tmp_path / "ảnh.png")
    assert not drop(window, other_file, other_file)


def test_offices_opened_lately_are_in_the_menu_under_their_names(
    window: MainWindow, desk: Desk, other_file: Path
) -> None:
    window.opening.open(other_file)
    recent = next(menu for menu in window.menuBar().findChildren(QMenu) if "gần đây" in menu.title())
    recent.aboutToShow.emit()
    names = [action.text().partition(" – ")[0] for action in recent.actions()]
    assert names == ["UBND xã Khác", "UBND phường Thử"]
    recent.actions()[1].trigger()
    assert desk.office
    assert desk.office.profile.name == "UBND phường Thử"


def test_what_has_to_be_known_of_the_file_is_marked_on_every_page_and_said_on_the_first(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch, office_file: Path
) -> None:
    assert not window.header.warning.isVisible()
    told = "Tệp nằm trong thư mục đồng bộ. Hãy chép ra ổ đĩa của máy."
    monkeypatch.setattr("cchc_desktop.office.keeping.places.risky_place", lambda _path: told)
    desk.open(office_file)
    assert desk.office
    desk.office.backup_trouble = CchcError("Chưa sao lưu được. Hãy kiểm tra ổ đĩa.")
    desk.look_again()
    window.show_page(window.page_names.index("Số liệu"))
    assert window.header.warning.isVisible()
    assert window.header.warning.toolTip() == f"Chưa sao lưu được. Hãy kiểm tra ổ đĩa.\n{told}"
    window.show_page(0)
    assert window.overview.remark.text() == window.header.warning.toolTip()


def test_a_version_that_a_service_split_off_is_said_when_the_file_opens(
    window: MainWindow, desk: Desk, office_file: Path
) -> None:
    office_file.with_stem(f"{office_file.stem}-DESKTOP-1AB2C").touch()
    desk.open(office_file)
    assert window.header.warning.isVisible()
    assert "phuong-DESKTOP-1AB2C.cchc" in window.header.warning.toolTip()


def test_files_that_are_gone_are_not_offered(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path / "config")
    gone, there = tmp_path / "mất.cchc", tmp_path / "còn.cchc"
    there.touch()
    remembered.remember_office(gone, "UBND xã Mất")
    remembered.remember_office(there, "UBND xã Còn")
    assert Remembered(tmp_path / "config").recent == ((there, "UBND xã Còn"),)


def test_a_file_somebody_has_is_told_with_name_and_time_and_may_be_looked_at(
    window: MainWindow, desk: Desk, taken: Path
) -> None:
    window.opening.open(taken)
    (told,) = window.findChildren(Question)
    words = " ".join(label.text() for label in told.findChildren(QLabel))
    assert "đang mở để sửa ở máy" in words
    assert ", từ " in words
    look = next(button for button in told.findChildren(QPushButton) if button.text() == "Mở để xem")
    look.click()
    assert window.windowTitle().endswith("(CHỈ XEM)")
    assert window.header.looking.isVisible()
    before = taken.read_bytes()
    desk.figures.enter("PL2.1", "8")
    assert "chỉ để xem" in window.figures.strip.toPlainText()
    assert taken.read_bytes() == before
    window.show_page(window.page_names.index("Báo cáo"))
    assert not window.report.cover.isEnabled()


def test_a_file_somebody_has_leaves_the_open_one_as_it_is(
    window: MainWindow, desk: Desk, office_file: Path, taken: Path
) -> None:
    window.opening.open(taken)
    (told,) = window.findChildren(Question)
    told.close()
    assert desk.path == office_file
    assert not desk.is_looking


def test_no_two_entries_of_a_menu_answer_to_one_letter(window: MainWindow) -> None:
    for menu in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        letters = [found[1].lower() for each in menu.actions() if (found := re.search("&(.)", each.text()))]
        assert len(letters) == len(set(letters)), [each.text() for each in menu.actions()]


class _KeysOfX11(QKeySequence):
    """Standard keys as X11 has them: Ctrl+D is another Delete there."""

    @staticmethod
    def keyBindings(key: QKeySequence.StandardKey) -> list[QKeySequence]:
        more = [QKeySequence("Ctrl+D")] if key is QKeySequence.StandardKey.Delete else []
        return [*QKeySequence.keyBindings(key), *more]


def test_no_two_entries_of_the_menu_answer_to_one_key(
    desk: Desk, worker: Worker, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.menus.QKeySequence", _KeysOfX11)
    window = MainWindow(desk, worker, Remembered(tmp_path / "config"), tmp_path)
    qtbot.addWidget(window)
    menus = window.menuBar().findChildren(QMenu)
    keys = [key.toString() for menu in menus for each in menu.actions() for key in each.shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    assert "Ctrl+D" in keys


def test_the_first_window_offers_both_samples(
    qtbot: QtBot, tmp_path: Path, worker: Worker, qapp: QApplication
) -> None:
    desk = Desk(qapp)
    window = MainWindow(desk, worker, Remembered(tmp_path / "config"), tmp_path / "samples")
    qtbot.addWidget(window)
    window.show()
    words = [button.text() for button in window.findChildren(QPushButton) if button.isVisible()]
    assert words[:2] == ["Tạo tệp cơ quan mới…", "Mở tệp cơ quan…"]
    sample = next(each for each in window.findChildren(QPushButton) if "Hương Trà" in each.text())
    with qtbot.waitSignal(window.opening.ready, timeout=20000):
        sample.click()
    assert desk.office
    assert desk.office.profile.name == "UBND thị xã Hương Trà"
    window.close()


def test_every_page_fits_a_cheap_notebook_at_150_percent(window: MainWindow) -> None:
    for place in range(len(window.page_names)):
        window.show_page(place)
        page, smallest = window.pages.in_order[place].minimumSizeHint(), window.minimumSizeHint()
        around = window.size() - window.pages.size()
        needed = smallest.expandedTo(page + around)
        assert (needed.width() <= _NARROWEST, needed.height() <= _LOWEST) == (True, True), place


def test_the_status_tells_what_is_saved_and_how_long_there_is(window: MainWindow, desk: Desk) -> None:
    desk.figures.enter("PL2.1", "8")
    assert window.status.text().startswith("Đã lưu ")
    assert " · hạn gửi 16/9/2026 (" in window.status.text()
    assert "ngày làm việc)" in window.status.text()


def test_a_status_with_nothing_saved_yet_begins_with_a_capital(window: MainWindow, desk: Desk) -> None:
    desk.opened.emit()
    assert re.match(r"Còn \d+ dòng chưa trả lời ", window.status.text())


def test_rows_that_the_form_answers_by_itself_are_said_to_be_so(
    window: MainWindow, desk: Desk, report: OpenReport
) -> None:
    first, *others = sorted(as_begun(report.form))
    desk.opened.emit()
    assert f"(biểu mẫu đã điền sẵn {1 + len(others)} dòng)" in window.status.text()
    window.figures.jump(first)
    assert "Biểu mẫu điền sẵn" in window.figures.strip.toPlainText()
    desk.figures.enter(first, "3")
    assert f"(biểu mẫu đã điền sẵn {len(others)} dòng)" in window.status.text()
    assert "Biểu mẫu điền sẵn" not in window.figures.strip.toPlainText()


def test_esc_in_a_menu_gives_the_keyboard_back_to_the_cell(window: MainWindow) -> None:
    table = window.figures.table
    assert table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, BarMenu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert QApplication.focusWidget() is table


def test_ctrl_s_answers_with_the_same_sentence(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.status.text().startswith("Đã lưu ")


def test_tab_goes_over_the_overview_in_reading_order(window: MainWindow) -> None:
    window.show_page(0)
    overview = window.overview
    order = [overview.step_button, overview.table, overview.open_button, overview.new_button]
    for before, after in pairwise(order):
        before.setFocus()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after

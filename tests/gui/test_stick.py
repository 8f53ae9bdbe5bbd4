"""A window that runs from a stick: files are copied beside it; a pulled or slow stick costs nothing."""

import os
import shutil
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.form.profile import Profile
from cchc_desktop.office import writing
from cchc_desktop.office.keeping.portable import MARKER, stick_of
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from ui.desk import Desk
from ui.dialogs import files
from ui.dialogs.copying import Copying, NotCopied
from ui.dialogs.question import Question
from ui.main_window import MainWindow

SLOW = 0.3
"""Seconds that a slow stick takes for each piece."""


@pytest.fixture
def stick(window: MainWindow, tmp_path: Path) -> Path:
    """The folder of a stick from which the window runs; the file that is open lies on another disk."""
    program = tmp_path / "stick" / "cchc-desktop"
    program.mkdir(parents=True)
    (program / MARKER).touch()
    window.desk.carrying.stick = stick_of(program, tmp_path / "machine")
    window.desk.copies = program / "sao-luu"
    return program.parent


@pytest.fixture
def on_stick(window: MainWindow, desk: Desk, stick: Path, new_office_file: Path, qtbot: QtBot) -> Path:
    """The window has an office file of its stick open."""
    path = Path(shutil.copy(new_office_file, stick / "xa.cchc"))
    window.take([path])
    qtbot.waitUntil(lambda: desk.origin == path)
    return path


def made(path: Path, name: str) -> Path:
    with Office.create(path, Profile(name, Level.COMMUNE)):
        pass
    return path


def name_in(path: Path) -> str:
    with Office.look(path) as office:
        return office.profile.name


def rename(desk: Desk, name: str) -> None:
    """Do some work in the open file."""
    desk.describe(Profile(name, Level.COMMUNE))


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def not_copied(window: MainWindow, qtbot: QtBot) -> NotCopied:
    """Wait for the question of a window that could not bring its file back."""
    qtbot.waitUntil(lambda: bool(window.findChildren(NotCopied)))
    (question,) = window.findChildren(NotCopied)
    return question


def slow_down(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """Let every piece take its time to reach the disk, as on a cheap stick; return who waited for each."""
    sync = os.fsync
    waited: list[threading.Thread] = []

    def slowly(number: int) -> None:
        waited.append(threading.current_thread())
        time.sleep(SLOW)
        sync(number)

    monkeypatch.setattr(os, "fsync", slowly)
    return waited


def longest_pause(qtbot: QtBot, act: Callable[[], object], until: Callable[[], bool]) -> float:
    """Return how long the window's thread did nothing else at most, in seconds."""
    beats = [time.perf_counter()]
    clock = QTimer()
    clock.timeout.connect(lambda: beats.append(time.perf_counter()))
    clock.start(5)
    act()
    qtbot.waitUntil(until, timeout=10000)
    clock.stop()
    return max(after - before for before, after in pairwise(beats))


def test_a_file_of_the_stick_is_worked_on_here_and_copied_out_when_the_window_closes(
    window: MainWindow, desk: Desk, on_stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert desk.path
    assert desk.path.is_relative_to(tmp_path / "machine")
    assert window.opening.recent[0][0] == on_stick
    rename(desk, "UBND xã Mới")
    assert not window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert name_in(on_stick) == "UBND xã Mới"
    assert not list((tmp_path / "machine").rglob("*.cchc"))


def test_its_backups_lie_on_the_stick_too(desk: Desk, on_stick: Path) -> None:
    assert desk.copies
    assert desk.copies.is_relative_to(on_stick.parent)
    assert list(desk.copies.rglob("*.cchc"))


def test_a_pulled_stick_is_told_of_and_the_window_closes_when_it_is_back(
    window: MainWindow, desk: Desk, on_stick: Path, qtbot: QtBot
) -> None:
    rename(desk, "UBND xã Mới")
    away = on_stick.parent.rename(on_stick.parent.with_name("pulled"))
    window.close()
    question = not_copied(window, qtbot)
    assert window.isVisible()
    away.rename(on_stick.parent)
    press(question.again)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert name_in(on_stick) == "UBND xã Mới"


def test_without_its_stick_a_window_closes_and_goes_on_the_next_time(
    window: MainWindow, desk: Desk, on_stick: Path, qtbot: QtBot
) -> None:
    working = desk.path
    assert working
    rename(desk, "UBND xã Mới")
    on_stick.parent.rename(on_stick.parent.with_name("pulled"))
    window.close()
    press(not_copied(window, qtbot).leave)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert name_in(working) == "UBND xã Mới"


def test_a_slow_stick_never_freezes_the_window(
    window: MainWindow, desk: Desk, on_stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(desk, "UBND xã Mới")
    waited = slow_down(monkeypatch)
    pause = longest_pause(qtbot, window.close, lambda: not window.isVisible())
    assert len(waited) > 1
    assert threading.main_thread() not in waited
    assert pause < SLOW
    assert name_in(on_stick) == "UBND xã Mới"


def test_copying_is_shown_piece_by_piece_and_given_up_with_a_word_the_stick_keeps_what_it_had(
    window: MainWindow, desk: Desk, on_stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(desk, "UBND xã Mới")
    slow_down(monkeypatch)
    monkeypatch.setattr(writing, "_PIECE", 1 << 15)
    window.close()
    (copying,) = window.findChildren(Copying)
    qtbot.waitUntil(lambda: copying.progress.value() > 0)
    assert copying.progress.format().endswith(" MB")
    QTest.keyClick(copying, Qt.Key.Key_Escape)
    question = not_copied(window, qtbot)
    assert name_in(on_stick) == "UBND phường Thử"
    assert [each.name for each in on_stick.parent.iterdir() if "dang-ghi" in each.name] == []
    question.close()
    assert window.isVisible()
    assert desk.office
    assert desk.office.profile.name == "UBND xã Mới"


def test_a_stick_that_is_pulled_while_it_is_written_loses_nothing(
    window: MainWindow, desk: Desk, on_stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(desk, "UBND xã Mới")

    def pulled(_: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", pulled)
        window.close()
        question = not_copied(window, qtbot)
    assert name_in(on_stick) == "UBND phường Thử"
    press(question.again)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert name_in(on_stick) == "UBND xã Mới"


def test_what_changed_on_the_stick_meanwhile_is_never_written_over(
    window: MainWindow, desk: Desk, on_stick: Path, qtbot: QtBot
) -> None:
    rename(desk, "UBND xã Ở đây")
    with Office.open(on_stick) as other:
        other.set_profile(Profile("UBND xã Nơi khác", Level.COMMUNE))
    window.close()
    qtbot.waitUntil(lambda: "bản đang làm" in " ".join(each.text() for each in window.findChildren(QLabel)))
    (leave,) = (each for each in window.findChildren(QPushButton) if each.text() == "Đóng cửa sổ")
    assert window.isVisible()
    press(leave)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert name_in(on_stick) == "UBND xã Nơi khác"
    (aside,) = on_stick.parent.glob("* (bản đang làm).cchc")
    assert name_in(aside) == "UBND xã Ở đây"


def test_the_menu_copies_out_and_work_goes_on(
    window: MainWindow, desk: Desk, on_stick: Path, qtbot: QtBot
) -> None:
    rename(desk, "UBND xã Mới")
    window.stick.carry_out()
    qtbot.waitUntil(lambda: "Đã chép" in window.statusBar().currentMessage())
    assert name_in(on_stick) == "UBND xã Mới"
    rename(desk, "UBND xã Mới hơn")
    assert desk.office
    assert desk.office.profile.name == "UBND xã Mới hơn"


def test_another_file_sends_the_one_of_before_back_to_the_stick(
    window: MainWindow, desk: Desk, on_stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    rename(desk, "UBND xã Mới")
    other = made(on_stick.parent / "phuong.cchc", "UBND phường Khác")
    window.take([other])
    qtbot.waitUntil(lambda: desk.origin == other)
    assert name_in(on_stick) == "UBND xã Mới"
    (left,) = (tmp_path / "machine").rglob("*.cchc")
    assert left == desk.path


def test_without_its_stick_another_file_opens_all_the_same_and_the_copy_waits_here(
    window: MainWindow, desk: Desk, on_stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    working = desk.path
    assert working
    rename(desk, "UBND xã Mới")
    here = made(tmp_path / "machine" / "xa-khac.cchc", "UBND xã Khác")
    on_stick.parent.rename(on_stick.parent.with_name("pulled"))
    window.take([here])
    qtbot.waitUntil(lambda: desk.path == here)
    assert "thẻ nhớ" in " ".join(each.windowTitle().lower() for each in window.findChildren(Question))
    assert name_in(working) == "UBND xã Mới"


def test_what_is_made_of_it_is_proposed_to_lie_on_the_stick(
    window: MainWindow, on_stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[Path] = []
    monkeypatch.setattr(files, "choose_word", lambda _, path: proposed.append(path))
    window.make_word()
    assert [path.parent for path in proposed] == [on_stick.parent]


def test_the_open_file_opened_once_more_is_not_copied_over_itself(
    window: MainWindow, desk: Desk, on_stick: Path
) -> None:
    working = desk.path
    rename(desk, "UBND xã Mới")
    window.take([on_stick])
    for told in window.findChildren(Question):
        told.close()
    assert desk.path == working
    assert desk.office
    assert desk.office.profile.name == "UBND xã Mới"


def test_a_new_office_file_on_the_stick_is_worked_on_here_with_its_first_report(
    window: MainWindow, desk: Desk, stick: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stick / "moi.cchc"
    monkeypatch.setattr(files, "choose_new_office", lambda *_: path)
    window.opening._create(Profile("UBND xã Mới", Level.COMMUNE))
    qtbot.waitUntil(lambda: desk.origin == path and desk.report is not None)
    assert desk.path != path


def test_only_a_program_on_a_stick_offers_to_copy_out(window: MainWindow) -> None:
    words = [each.text() for menu in window.menuBar().findChildren(QMenu) for each in menu.actions()]
    assert not any("thẻ &nhớ" in each for each in words)


def test_a_file_that_cannot_be_read_from_the_stick_leaves_the_present_one_open(
    window: MainWindow, desk: Desk, stick: Path, qtbot: QtBot
) -> None:
    before, path = desk.path, made(stick / "xa.cchc", "UBND xã Thẻ")
    path.unlink()
    path.mkdir()  # what a stick with a spoilt directory shows
    window.take([path])
    qtbot.waitUntil(
        lambda: any("Không đọc được tệp" in label.text() for label in window.findChildren(QLabel))
    )
    assert desk.path == before

"""A damaged office file: the window offers a backup, or what can be read of it, and harms nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.office.office import Office
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.dialogs import files
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.question import Question
from ui.main_window import MainWindow

ROW = IndicatorCode("PL2.1")


@pytest.fixture
def damaged(tmp_path: Path, new_office_file: Path, period: Period) -> Path:
    """An office file with a figure, of whose texts a page was overwritten."""
    path = tmp_path / "hong" / "xa.cchc"
    path.parent.mkdir()
    path.write_bytes(new_office_file.read_bytes())
    with Office.open(path, copies=tmp_path / "sao-luu") as office:
        office.report(period).enter(ROW, "6")
    spoil(path, "template_file")
    return path


def spoil(path: Path, table: str) -> None:
    """Overwrite the first page of a table."""
    with closing(sqlite3.connect(path)) as db:
        ((page,),) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
        ((size,),) = db.execute("PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 64)


def asked(window: MainWindow, title: str) -> Question:
    (found,) = (each for each in window.findChildren(Question) if each.windowTitle() == title)
    return found


def press(question: Question, words: str) -> None:
    (button,) = (each for each in question.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def is_shown(window: MainWindow, title: str) -> Callable[[], bool]:
    return lambda: any(each.windowTitle() == title for each in window.findChildren(Question))


def test_what_can_be_read_comes_into_a_new_file_that_opens_and_the_old_one_stays(
    window: MainWindow, desk: Desk, damaged: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, out = damaged.read_bytes(), damaged.with_name("xa-cuu-duoc.cchc")
    proposed: list[Path] = []

    def choose(_: object, path: Path) -> Path:
        proposed.append(path)
        return path

    monkeypatch.setattr(files, "choose_new_office", choose)
    window.take([damaged])
    question = asked(window, "Tệp cơ quan bị hỏng")
    assert any("bị hỏng" in label.text() for label in question.findChildren(QLabel))
    press(question, "Cứu những gì đọc được…")
    qtbot.waitUntil(lambda: desk.path == out)
    assert proposed == [out]
    assert damaged.read_bytes() == before
    assert desk.the_report.form.number(ROW) == 6
    told = next(each for each in window.findChildren(Question) if each.findChild(QPlainTextEdit))
    (lost,) = told.findChildren(QPlainTextEdit)
    assert "X25" in lost.toPlainText()
    press(told, "Làm tiếp")


@pytest.mark.parametrize("table", ["answer", "report", "prose", "journal", "profile"])
def test_its_backups_are_offered_and_the_one_put_back_opens(
    window: MainWindow, desk: Desk, damaged: Path, tmp_path: Path, table: str, qtbot: QtBot
) -> None:
    desk.copies = tmp_path / "sao-luu"
    spoil(damaged, table)
    window.take([damaged])
    press(asked(window, "Tệp cơ quan bị hỏng"), "Xem các bản sao lưu…")
    (dialog,) = window.findChildren(BackupsDialog)
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    press(dialog, "Khôi phục…")
    press(asked_in(dialog, "Khôi phục"), "Khôi phục")
    qtbot.waitUntil(lambda: desk.path == damaged)
    assert desk.heads


def asked_in(dialog: Question, title: str) -> Question:
    (found,) = (each for each in dialog.findChildren(Question) if each.windowTitle() == title)
    return found


def test_where_nothing_can_be_read_a_sentence_says_so_and_no_file_is_left(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = tmp_path / "rong.cchc", tmp_path / "moi.cchc"
    path.touch()
    monkeypatch.setattr(files, "choose_new_office", lambda *_: out)
    opened = desk.path
    window.take([path])
    press(asked(window, "Tệp cơ quan bị hỏng"), "Cứu những gì đọc được…")
    with qtbot.waitSignal(desk.refused):
        pass
    assert not out.exists()
    assert desk.path == opened

"""An unexpected error: logged, told once, with nothing of the office in it."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from traceback import FrameSummary

import pytest
from PySide6.QtCore import qDebug, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.office.aside import ChildBroke
from ui.alarm import Alarm
from ui.dialogs.messages import ProblemMessage
from ui.main_window import MainWindow
from ui.problem_report import problem_report

SECRET = 98765


@pytest.fixture
def alarm(tmp_path: Path, qtbot: QtBot) -> Iterator[Alarm]:
    qtbot.wait(0)  # an application is there
    alarm = Alarm(tmp_path / "log" / "cchc-desktop.log")
    alarm.install()
    yield alarm
    alarm.uninstall()


def break_down(figure: int) -> None:
    try:
        dict[int, str]()[figure]
    except KeyError as error:
        raise ValueError(f"số liệu {figure}") from error


def hear() -> None:
    try:
        break_down(SECRET)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_the_report_tells_the_way_to_the_error_and_no_figures(alarm: Alarm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(alarm.raised) as told:
        hear()
    assert told.args
    report = str(told.args[0])
    assert "ValueError" in report
    assert "KeyError" in report
    assert "break_down" in report
    assert "PySide6" in report or "Qt 6" in report
    assert str(SECRET) not in report
    assert str(Path.home()) not in report
    assert str(Path(__file__).parents[2]) not in report
    assert report in alarm.log_file.read_text("utf-8")


def test_an_error_on_another_thread_is_heard(alarm: Alarm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(alarm.raised):
        thread = threading.Thread(target=break_down, args=(SECRET,))
        thread.start()
        thread.join()


def test_what_qt_complains_of_is_in_the_log(alarm: Alarm) -> None:
    qWarning("beware")
    qDebug("of the dog")
    log = alarm.log_file.read_text("utf-8")
    assert "Qt: beware" in log
    assert "dog" not in log


def test_an_alarm_that_breaks_does_not_ring_again(alarm: Alarm, capsys: pytest.CaptureFixture[str]) -> None:
    rings: list[str] = []

    def ring(report: str, _log: str) -> None:
        rings.append(report)
        hear()

    alarm.raised.connect(ring)
    hear()
    assert len(rings) == 1
    assert "ValueError" in capsys.readouterr().err


def test_a_log_that_cannot_be_written_keeps_no_one_from_hearing(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("in the way")
    alarm = Alarm(tmp_path / "file" / "cchc-desktop.log")
    with qtbot.waitSignal(alarm.raised):
        alarm._hear(ValueError, ValueError(), None)


def test_the_window_tells_it_once_with_a_report_to_copy(window: MainWindow) -> None:
    window.tell_problem("ValueError ở đâu đó", "log")
    window.tell_problem("một lỗi nữa", "log")
    told = window.findChildren(ProblemMessage)
    assert len(told) == 1
    shown = told[0].findChild(QPlainTextEdit)
    assert shown
    assert shown.toPlainText() == "ValueError ở đâu đó"
    told[0].findChildren(QPushButton)[0].click()
    assert QGuiApplication.clipboard().text() == "ValueError ở đâu đó"
    told[0].close()


def test_a_problem_of_a_child_process_is_told_with_the_way_it_took_there() -> None:
    frame = FrameSummary(
        "/program/cchc_desktop/office/exported/drafting.py", 24, "word_report", line="return made"
    )
    told = problem_report(ChildBroke("ZeroDivisionError", (frame,)), None)
    assert "\nZeroDivisionError\n" in told
    assert told.endswith("  cchc_desktop/office/exported/drafting.py:24 word_report: return made")

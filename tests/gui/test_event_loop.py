"""The window never freezes: nothing on its thread works longer than a tenth of a second at a stretch."""

import time
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.office.samples.samples import make_sample
from cchc_desktop.values.codes import IndicatorCode
from tests.gui.stations import STATIONS
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.question import Question
from ui.main_window import MainWindow

_LONGEST = 0.1
_compiled = SourceFileLoader.source_to_code
_A_WHILE = 500
"""Milliseconds in which whatever a step set off is over."""


class Watch:
    """Measures the work of this thread between two turns of the event loop.

    Other processes do not count, nor does the compiling of sources: an installed program is compiled.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._compiling = 0.0
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def compiled(self, *source: Any) -> CodeType:
        """Compile a source as its loader does, and count how long that takes."""
        begun = time.thread_time()
        code = _compiled(*source)
        self._compiling += time.thread_time() - begun
        return code

    def _turn(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self._last - self._compiling)
        self._last, self._compiling = now, 0.0

    def stop(self) -> None:
        self._timer.stop()


@pytest.fixture
def watch(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    window.opening.open(make_sample("phuong-mau", tmp_path / "mau.cchc"))
    QApplication.processEvents()
    watch = Watch()

    def compiled(*source: Any) -> CodeType:  # a function, so that the loader is handed over
        return watch.compiled(*source)

    monkeypatch.setattr(SourceFileLoader, "source_to_code", compiled)
    yield watch
    watch.stop()


@pytest.mark.parametrize("page", STATIONS)
def test_going_to_a_page_for_the_first_time_never_holds_the_window_up(
    qtbot: QtBot, window: MainWindow, watch: Watch, page: str
) -> None:
    window.show_page(window.page_names.index(page))
    qtbot.wait(_A_WHILE)
    assert watch.longest < _LONGEST


def test_typing_goes_on_while_backups_are_looked_at_and_made(
    qtbot: QtBot, window: MainWindow, watch: Watch
) -> None:
    window.matters.ask_backups()
    dialog = window.findChild(BackupsDialog)
    assert dialog
    qtbot.waitUntil(dialog.make_button.isEnabled, timeout=10000)
    dialog.make_button.click()
    for number in range(20):
        window.desk.figures.enter("PL2.1", str(number))
        QApplication.processEvents()
    qtbot.waitUntil(dialog.make_button.isEnabled, timeout=10000)
    assert window.desk.report
    assert window.desk.report.form.number(IndicatorCode("PL2.1")) == 19
    assert watch.longest < _LONGEST
    dialog.close()


def test_asking_never_holds_the_window_up(qtbot: QtBot, window: MainWindow, watch: Watch) -> None:
    matters = window.matters
    for ask in (matters.ask_new_report, matters.ask_details, matters.ask_settings, matters.ask_lock):
        ask()
        qtbot.wait(50)
        for question in window.findChildren(Question):
            question.close()
    assert watch.longest < _LONGEST

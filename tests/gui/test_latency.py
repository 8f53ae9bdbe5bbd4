"""The window never freezes: an event-loop watch over the main journeys, and typing beside long work."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.form.entry import Entry, read_answer
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.widgets.entry_table import EntryTable

Key = Qt.Key
PAST_REPORTS, CELLS = 40, 130
LONGEST = 0.100
"""Seconds: what a call on the window's thread may take."""
ATTEMPTS = 3
"""A busy machine is no fault of ours: one quiet attempt shows that the work itself is short."""


class Watch:
    """Measures how long the event loop was away, by a timer that wants to tick every two milliseconds."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._longest = 0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def longest_call(self, journey: Callable[[], None]) -> float:
        """Return the longest time in seconds in which the loop did not turn during the journey."""
        self._longest = 0
        self._clock.start()
        self._timer.start(2)
        QTimer.singleShot(0, journey)
        QTest.qWait(60)
        self._timer.stop()
        self._tick()
        return self._longest / 1e9

    def _tick(self) -> None:
        self._longest = max(self._longest, self._clock.nsecsElapsed())
        self._clock.restart()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(scope="module")
def many_reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file with forty past reports, every row answered in each."""
    path = tmp_path_factory.mktemp("forty") / "nhieu.cchc"
    template = next(shipped().get(*edition) for edition in shipped().sets if edition[0] == "X25")
    period = Period.read("2026-Q3")
    with Office.create(path, Profile("UBND phường Thử", Level.COMMUNE, prepared_by="Lan")) as office:
        for number in range(PAST_REPORTS):
            report = office.start(period, templates=template.id)
            period = period.previous
            report.put(
                {
                    code: Entry(read_answer(row, str(number % 2)))
                    for code, row in report.template.indicators.items()
                    if row.is_asked and row.kind.value in "NMI"
                },
                Source.TYPED,
            )
    return path


def quietest(watch: Watch, journeys: Callable[[int], Callable[[], None]]) -> float:
    return min(watch.longest_call(journeys(attempt)) for attempt in range(ATTEMPTS))


@pytest.fixture
def office_file(many_reports: Path) -> Path:
    """The file with forty past reports."""
    return many_reports


def test_no_call_is_long_while_a_report_among_forty_is_opened(
    window: MainWindow, desk: Desk, watch: Watch
) -> None:
    window.show_page(window.page_names.index("Số liệu"))
    periods = [Period.read(name) for name in ("2026-Q2", "2026-Q1", "2025-Q4")]
    assert quietest(watch, lambda attempt: lambda: desk.turn_to(periods[attempt])) <= LONGEST


def test_no_call_is_long_while_tabs_are_turned(window: MainWindow, watch: Watch) -> None:
    window.show_page(window.page_names.index("Số liệu"))
    tabs = window.figures.tabs
    assert quietest(watch, lambda attempt: lambda: tabs.setCurrentIndex(attempt + 1)) <= LONGEST


def test_no_call_is_long_while_130_cells_are_pasted(
    window: MainWindow, watch: Watch, report: OpenReport
) -> None:
    window.show_page(window.page_names.index("Số liệu"))
    counted = [code for code, row in report.template.indicators.items() if row.is_asked]

    def paste(attempt: int) -> Callable[[], None]:
        figures = dict.fromkeys(counted, str(attempt))
        notes = dict.fromkeys(counted, f"ghi chú {attempt}")
        assert len(figures) + len(notes) >= CELLS
        return partial(window.figures.pasting.take, figures, notes, ())

    assert quietest(watch, paste) <= LONGEST
    assert report.form.number(counted[0]) == ATTEMPTS - 1


def test_keys_are_taken_while_a_file_is_made(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: OpenReport
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bc.docx"), ""))
    window.make_word()
    window.show_page(window.page_names.index("Số liệu"))
    table = window.figures.table
    assert table
    place = table.form.place_of(IndicatorCode("PL2.1"))
    assert place is not None
    for number in range(10, 20):
        table.go_to(place)
        type_in(table, str(number))
        QApplication.processEvents()
    assert report.form.number(IndicatorCode("PL2.1")) == 19
    qtbot.waitUntil((tmp_path / "bc.docx").exists, timeout=20000)
    qtbot.waitUntil(window.report.word.isEnabled, timeout=20000)


def type_in(table: EntryTable, text: str) -> None:
    QTest.keyClicks(table, text[0])
    assert table.entry.editor
    QTest.keyClicks(table.entry.editor, text[1:])
    QTest.keyClick(table.entry.editor, Key.Key_Return)

"""A bug in each page: told once, with nothing of the office; what was typed before stays, work goes on."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from cchc_desktop.office.keeping.verification import verify
from cchc_desktop.office.office import Office
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.gui.registers import keys
from tests.gui.stations import STATIONS
from ui.alarm import Alarm
from ui.dialogs.messages import ProblemMessage
from ui.main_window import MainWindow

Key = Qt.Key
TYPED = "98765"
"""A figure, a number, a word: whatever is typed when the bug strikes."""


@pytest.fixture
def alarm(window: MainWindow, tmp_path: Path) -> Iterator[Alarm]:
    """The last line of defence, as the program sets it up."""
    alarm = Alarm(tmp_path / "log" / "cchc-desktop.log")
    alarm.raised.connect(window.tell_problem, Qt.ConnectionType.QueuedConnection)
    alarm.install()
    yield alarm
    alarm.uninstall()


def type_figure(window: MainWindow) -> None:
    table = window.figures.table
    assert table
    table.setFocus()
    table.go_to(0)
    QTest.keyClicks(table, TYPED[0])
    QTest.keyClicks(table.entry.editor or table, TYPED[1:])
    QTest.keyClick(table.entry.editor or table, Key.Key_Return)


def type_prose(window: MainWindow) -> None:
    workplace = window.prose.workplace
    assert workplace
    workplace.show_section("I.2")
    QTest.keyClicks(workplace.editor, TYPED)
    QTest.keyClick(window, Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def type_line(window: MainWindow) -> None:
    page = window.registers.workplace
    assert page
    page.show_register("documents")
    keys.go(page, page.table.register.rowCount() - 1 if page.table else 0, "subject")
    keys.write(page, TYPED)


def type_cover(window: MainWindow) -> None:
    cover = window.report.cover
    cover.number.setFocus()
    QTest.keyClicks(cover.number, TYPED)
    QTest.keyClick(cover.number, Key.Key_Tab)


WISHES: Mapping[str, tuple[str, Callable[[MainWindow], None]]] = {
    "Số liệu": ("answers", type_figure),
    "Lời văn": ("prose", type_prose),
    "Sổ theo dõi": ("registers", type_line),
    "Báo cáo": ("reports", type_cover),
}
"""By page: which module of the storage breaks in the middle of its transaction, and what somebody types."""


def told_of(window: MainWindow) -> str:
    """Return the report that the window shows, once, and close it."""
    QCoreApplication.processEvents()
    (told,) = window.findChildren(ProblemMessage)
    shown = told.findChild(QPlainTextEdit)
    assert shown
    report = shown.toPlainText()
    told.close()
    QCoreApplication.processEvents()
    return report


@pytest.mark.parametrize("page", WISHES)
def test_a_bug_while_a_page_writes_keeps_the_file_and_the_next_try_is_taken(
    window: MainWindow, alarm: Alarm, office_file: Path, page: str
) -> None:
    module, act = WISHES[page]
    window.show_page(window.page_names.index(page))
    with patch(f"cchc_desktop.storage.{module}.record", side_effect=ZeroDivisionError(TYPED)):
        act(window)
        report = told_of(window)
    assert "ZeroDivisionError" in report
    assert TYPED not in report
    assert report in alarm.log_file.read_text("utf-8")
    assert TYPED not in alarm.log_file.read_text("utf-8")
    act(window)
    assert not window.findChildren(ProblemMessage)
    assert verify(office_file).is_sound


@pytest.mark.usefixtures("alarm")
@pytest.mark.parametrize("station", [each for each in STATIONS if each != "Số liệu"])
def test_a_page_that_cannot_be_shown_leaves_the_figures_at_work(
    window: MainWindow, office_file: Path, station: str
) -> None:
    page = dict(zip(STATIONS, window.pages.in_order, strict=True))[station]

    def broken(_page: object, _event: QShowEvent) -> None:
        raise ZeroDivisionError(TYPED)

    with patch.object(type(page), "showEvent", broken):
        window.show_page(window.page_names.index(station))
        assert "ZeroDivisionError" in told_of(window)
    window.show_page(window.page_names.index("Số liệu"))
    type_figure(window)
    with Office.look(office_file) as office:
        figure = office.report(Period.read("2026-Q3")).form.answer(IndicatorCode("PL2.1"))
    assert str(figure.number) == TYPED

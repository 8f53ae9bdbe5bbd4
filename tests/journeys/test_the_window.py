"""From an empty folder to the file a superior looks into, by keys and buttons of the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document as WordDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.journeys.calling import Cchc
from ui.desk import Desk
from ui.dialogs.locking import LockQuestion
from ui.dialogs.office_details import NewOffice
from ui.main_window import MainWindow
from ui.remembered import Remembered
from ui.widgets.entry_table import EntryTable
from ui.worker import Worker

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
Key = Qt.Key
MAX_MILLISECONDS = 20_000


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The window of somebody who has never opened the program."""
    desk, worker = Desk(qapp), Worker(qapp)
    window = MainWindow(desk, worker, Remembered(tmp_path / "config"), tmp_path / "samples")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    yield window
    window.close()
    desk.deleteLater()
    worker.deleteLater()


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which everything is put that the window asks a place for."""
    folder = tmp_path / "gửi"
    folder.mkdir()
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda _parent, _title, proposed, *_: (str(folder / Path(proposed).name), ""),
    )
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return folder


def make_office(window: MainWindow) -> None:
    window.opening.ask_create()
    details = window.findChild(NewOffice)
    assert details
    QTest.keyClicks(details.name, "UBND xa Moi")
    QTest.keyClick(details.name, Key.Key_Return)


def answer(table: EntryTable, digit: Qt.Key) -> None:
    """Type a digit into the current cell and leave it."""
    QTest.keyClick(table, digit)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor is not table
    QTest.keyClick(editor, Key.Key_Return)


def type_every_figure(window: MainWindow) -> None:
    """Answer every waiting cell "1" by keys alone, tab after tab."""
    window.show_page(window.page_names.index("Số liệu"))
    for place in range(window.figures.tabs.count()):
        window.figures.tabs.setCurrentIndex(place)
        table = window.figures.table
        assert table
        for row in range(table.form.rowCount()):
            if table.form.is_waiting(row):
                table.go_to(row)
                answer(table, Key.Key_1)


def lock(window: MainWindow) -> None:
    """Be led to the one total that is not the sum of its parts, mend it, and lock."""
    window.matters.ask_lock()
    blocked = window.findChild(LockQuestion)
    assert blocked
    assert blocked.places.count() == 1
    blocked.go_button.click()
    table = window.figures.table
    assert table
    assert table.current_code == "PL2.4.1"
    answer(table, Key.Key_3)
    QTest.qWait(0)  # lets the question that was answered go
    window.matters.ask_lock()
    question = window.findChild(LockQuestion)
    assert question
    question.lock_button.click()


def test_a_clerk_goes_from_nothing_to_a_file_the_superior_can_inspect(
    window: MainWindow, sent: Path, cchc: Cchc, qtbot: QtBot
) -> None:
    make_office(window)
    report = window.desk.report
    assert report
    type_every_figure(window)
    assert report.form.completeness.answered == report.form.completeness.required
    lock(window)
    assert window.desk.report
    assert window.desk.report.head.stage.holds_figures
    window.make_word()
    qtbot.waitUntil(
        lambda: any(sent.glob("*.docx")) and window.report.open_folder.isVisible(), timeout=MAX_MILLISECONDS
    )
    window.make_exchange()
    qtbot.waitUntil(
        lambda: any(sent.glob("*.xlsx")) and not window.report.progress.isVisible(), timeout=MAX_MILLISECONDS
    )
    (word,), (file,) = sent.glob("*.docx"), sent.glob("*.xlsx")
    assert any("./." in each.text for each in WordDocument(str(word)).paragraphs)
    looked = cchc("inspect", file, "--json")
    assert looked.status == 0
    assert looked.json.at("office") == "UBND xa Moi"
    assert looked.json.at("period") == str(window.desk.report.head.period)
    assert looked.json.at("differences") == []

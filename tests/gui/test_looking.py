"""A file that is open to look at: nothing is offered that would change it, and the reason is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from cchc_desktop.office.office import Office
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.dialogs.reason import ReasonQuestion
from ui.main_window import MainWindow

_CODE = "R9-PL2.4.1"


@pytest.fixture
def office_file(office_file: Path) -> Path:
    """The office file with a finding and a computed cell that was replaced."""
    with Office.open(office_file) as office:
        report = office.report(Period.read("2026-Q3"))
        for code, text in (("PL2.4.1", "61"), ("PL2.4.2", "41"), ("PL2.4.3", "3"), ("PL2.4.4", "0")):
            report.enter(code, text)
    return office_file


@pytest.fixture
def looking(window: MainWindow, desk: Desk, office_file: Path) -> MainWindow:
    desk.close()
    assert desk.open(office_file, look=True)
    return window


def enabled(window: MainWindow, words: str) -> bool:
    menus = window.menuBar().findChildren(QMenu)
    found = [each for menu in menus for each in menu.actions() if each.text().replace("&", "") == words]
    assert found
    return any(each.isEnabled() for each in found)


def test_a_finding_can_be_justified_where_the_file_can_be_changed(window: MainWindow) -> None:
    window.figures.jump("PL2.4.1")
    assert "Giải trình…" in window.figures.strip.toPlainText()
    assert enabled(window, "Giải trình…")
    window.show_page(window.page_names.index("Kiểm tra"))
    assert window.findings.keep.isEnabled()


def test_justifying_is_not_offered_in_a_file_to_look_at(looking: MainWindow) -> None:
    looking.figures.jump("PL2.4.1")
    told = looking.figures.strip.toPlainText()
    assert _CODE in told
    assert "Giải trình…" not in told
    assert "Tới dòng" in told
    assert not enabled(looking, "Giải trình…")
    looking.figures.toggle_panel()
    assert "Giải trình…" not in looking.figures.panel.text.toPlainText()
    looking.show_page(looking.page_names.index("Kiểm tra"))
    assert looking.findings.table.currentIndex().isValid()
    assert not looking.findings.keep.isEnabled()
    assert not looking.findings.checked.isEnabled()


def test_final_figures_are_not_justified_and_the_key_says_why(window: MainWindow, desk: Desk) -> None:
    assert desk.report
    waiting = [code for code in desk.report.template.indicators if desk.report.form.answer(code).is_blank]
    desk.figures.paste(dict.fromkeys(waiting, "kps"), {})
    desk.lock()
    window.figures.jump("PL2.4.1")
    assert "Giải trình…" not in window.figures.strip.toPlainText()
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert "đã chốt" in window.figures.strip.toPlainText()
    assert not window.findChildren(ReasonQuestion)

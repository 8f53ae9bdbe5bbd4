"""A department's report, whose form set asks for prose alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.widgets.report_status import ReportStatus


@pytest.fixture
def department(tmp_path: Path, desk: Desk, window: MainWindow) -> MainWindow:
    """The window on a department's new report."""
    path = tmp_path / "so.cchc"
    with Office.create(path, Profile("Sở Nội vụ tỉnh Mẫu", Level.DEPARTMENT, prepared_by="Mẫu")) as office:
        office.start(Period.read("2026-Q3"))
    assert desk.open(path)
    return window


def test_so_lieu_says_why_it_is_empty_and_leads_to_the_prose(department: MainWindow) -> None:
    department.show_page(department.page_names.index("Số liệu"))
    assert department.figures.nothing.isVisible()
    assert not department.figures.sides.isVisible()
    department.figures.begin()
    QTest.keyClick(department.figures.nothing.button, Qt.Key.Key_Space)
    assert department.prose.isVisible()


def test_nothing_is_counted_that_is_not_asked_for(department: MainWindow) -> None:
    assert department.figures.number() is None
    (status,) = department.findChildren(ReportStatus)
    assert status.toolTip().startswith(("Đã viết 0/21 mục", "Đã lưu"))
    assert "0/0" not in department.report.facts.text()
    assert "Đã viết 0/21 mục" in department.report.facts.text()


def test_a_report_with_figures_shows_its_tables(window: MainWindow) -> None:
    assert window.figures.sides.isVisible()
    assert not window.figures.nothing.isVisible()

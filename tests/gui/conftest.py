"""A real office file, a desk and a window for the tests of the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.remembered import Remembered
from ui.worker import Worker

_PERIOD = Period.read("2026-Q3")


@pytest.fixture(scope="session")
def new_office_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file of a ward with one report, nothing typed yet: made once, to be copied."""
    path = tmp_path_factory.mktemp("new") / "phuong.cchc"
    with Office.create(path, Profile("UBND phường Thử", Level.COMMUNE, prepared_by="Lan")) as office:
        office.start(_PERIOD)
    return path


@pytest.fixture(autouse=True)
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test ask the file manager of the desktop it runs on."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture
def period() -> Period:
    """The period of the report that is open."""
    return _PERIOD


@pytest.fixture
def office_file(tmp_path: Path, new_office_file: Path) -> Path:
    """An office file of a ward with one report, nothing typed yet."""
    return Path(shutil.copy(new_office_file, tmp_path))


@pytest.fixture
def desk(office_file: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk with that file open."""
    desk = Desk(qapp)
    assert desk.open(office_file)
    yield desk
    desk.close()
    desk.deleteLater()


@pytest.fixture
def report(desk: Desk) -> OpenReport:
    """The report on the desk."""
    assert desk.report
    return desk.report


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    """A worker whose thread ends with the test."""
    worker = Worker(qapp)
    yield worker
    worker.close()
    worker.deleteLater()


@pytest.fixture
def first_page() -> str:
    """The station that the window remembers."""
    return "Số liệu"


@pytest.fixture
def window(desk: Desk, worker: Worker, first_page: str, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window on that desk, shown and active."""
    remembered = Remembered(tmp_path / "config")
    remembered.last_page = first_page
    window = MainWindow(desk, worker, remembered, tmp_path / "samples")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    yield window
    window.settle()


_UNKNOWN_OFFSCREEN = (
    "does not support propagateSizeHints",
    "does not support raise",
    "does not support grabbing the keyboard",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen screen say that it knows no smallest size, no front, no keyboard of menus."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(*_UNKNOWN_OFFSCREEN, extend=True))

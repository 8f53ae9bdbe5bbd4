"""A province with five communes, of which three have sent, open in a window at Gửi – Nhận."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel
from pytestqt.qtbot import QtBot

from cchc_desktop.office.office import Office
from tests.unit.office.totals.below import NOW, Q3, province, receive
from ui.mailroom.workplace import Mailroom
from ui.main_window import MainWindow
from ui.totals.below_tabs import BelowTabs
from ui.worker import Worker

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

CheckModel = Callable[[QAbstractItemModel], None]
TASKS = {"PL2.4.1": "10", "PL2.4.2": "8", "PL2.1": "3"}


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    """The province: dv1 in time, dv2 late with a kept finding, dv3 last quarter too, dv4 and dv5 owe."""
    path = tmp_path / "tinh.cchc"
    with province(path, communes=5) as office:
        fill(office)
    return path


def fill(office: Office) -> None:
    receive(office, "dv1", TASKS)
    receive(
        office, "dv2", {**TASKS, "PL2.1": "30"}, came=NOW + timedelta(days=9), kept={"R1-PL2.1": "Đúng vậy."}
    )
    receive(office, "dv3", {**TASKS, "PL2.1": "5"}, period=Q3.previous)
    receive(office, "dv3", {**TASKS, "PL2.1": "7"})


@pytest.fixture
def first_page() -> str:
    """The station of sending and receiving."""
    return "Gửi – Nhận"


@pytest.fixture
def check_model(qtmodeltester: "ModelTester") -> CheckModel:
    """Qt's rules for models, as pytest-qt checks them."""
    return qtmodeltester.check


@pytest.fixture
def mailroom(window: MainWindow, qtbot: QtBot) -> Mailroom:
    """The tabs of the station, which come a moment after its page."""
    qtbot.waitUntil(lambda: window.findChild(Mailroom) is not None)
    room = window.findChild(Mailroom)
    assert room
    return room


@pytest.fixture
def tabs(mailroom: Mailroom, worker: Worker, qtbot: QtBot) -> BelowTabs:
    """The tabs of an office that receives reports, the first one shown with what was gathered."""
    mailroom.setCurrentWidget(mailroom.below.sending)
    qtbot.waitUntil(lambda: not worker.is_busy)
    return mailroom.below

"""Offices whose reports go up and come back, for the tests of Gửi – Nhận."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel

from cchc_desktop.office.figures.locking import lock
from ui import showing

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from cchc_desktop.office.office import Office
    from cchc_desktop.values.period import Period
    from ui.desk import Desk
    from ui.mailroom.workplace import Mailroom
    from ui.main_window import MainWindow

CheckModel = Callable[[QAbstractItemModel], None]


@pytest.fixture
def check_model(qtmodeltester: ModelTester) -> CheckModel:
    """Qt's rules for models, as pytest-qt checks them."""
    return qtmodeltester.check


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which files were shown or opened in other programs; none of them is started."""
    files: list[Path] = []
    monkeypatch.setattr(showing, "show_in_folder", lambda *shown: files.extend(shown))
    monkeypatch.setattr(showing, "open_file", files.append)
    return files


@pytest.fixture
def locked(desk: Desk, period: Period) -> Desk:
    """The desk with a report that is answered and locked."""
    answer_and_lock(desk.the_office, period)
    desk.look_again()
    return desk


@pytest.fixture
def mailroom(window: MainWindow, qtbot: QtBot) -> Mailroom:
    """The station Gửi – Nhận, shown."""
    window.show_page(window.page_names.index("Gửi – Nhận"))
    qtbot.waitUntil(window.exchange.mailroom.isVisible)
    return window.exchange.mailroom


def answer_and_lock(office: Office, period: Period) -> None:
    """Answer every asked row and lock the figures."""
    report = office.report(period)
    for code, row in report.template.indicators.items():
        if report.form.is_asked(row):
            report.enter(code, "kps")
    report.write("I.1", "Lời văn.")
    lock(office, period)

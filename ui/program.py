"""The window from its start to its end, and what it takes from the command line."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui import qt
from ui.alarm import Alarm
from ui.desk import Desk
from ui.icons import program_icon
from ui.main_window import MainWindow
from ui.one_window import OneWindow
from ui.opening import DEFAULT_SAMPLE
from ui.places import Places, places_of
from ui.remembered import Remembered
from ui.theme import dress
from ui.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the window until it is closed; return the exit status."""
    options = _options(arguments)
    if options.self_test is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.self_test import self_test

        return self_test(qt.application(), options.sample or DEFAULT_SAMPLE, options.self_test)
    app = qt.application()
    places = places_of(Path(sys.executable).parent if _is_bundle() else None)
    only = OneWindow(places.settings)
    if only.hand_over(options.files):
        return 0
    only.listen()
    alarm = Alarm(places.log / "cchc-desktop.log")
    alarm.install()
    window = _window(places)
    alarm.raised.connect(window.tell_problem, Qt.ConnectionType.QueuedConnection)
    only.asked.connect(window.take)
    window.open_first(options.files, options.sample)
    if options.until_painted:
        window.painted.connect(window.close)
    window.show()
    status = app.exec()
    alarm.uninstall()
    only.close()
    return status


def _window(places: Places) -> MainWindow:
    remembered = Remembered(places.settings)
    dress(remembered.theme, remembered.letters)
    desk = Desk()
    desk.carrying.stick = places.stick
    window = MainWindow(desk, Worker(), remembered, places.samples)
    if places.stick and desk.copies is None:
        desk.copies = places.stick.backups
    window.setWindowIcon(program_icon())
    return window


def _is_bundle() -> bool:
    return bool(getattr(sys, "frozen", False))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "cchc-desktop", description="Báo cáo cải cách hành chính.", add_help=False
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="TỆP", help="tệp cơ quan, hoặc tệp nhận được")
    parser.add_argument("--sample", nargs="?", const=DEFAULT_SAMPLE, metavar="TÊN", help="mở một cơ quan mẫu")
    parser.add_argument(
        "--self-test", nargs="?", const="", metavar="KẾT-QUẢ", help="thử mọi tệp đi kèm và cửa sổ, rồi thoát"
    )
    parser.add_argument("--until-painted", action="store_true", help="đóng ngay khi cửa sổ hiện ra, để đo")
    parser.add_argument("-h", "--help", action="help", help="in lời hướng dẫn này")
    return parser.parse_args(arguments)

"""Starts the window: `cchc-desktop [FILE] [--sample [NAME]] [--self-test]`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.alarm import Alarm
from ui.desk import Desk
from ui.icons import program_icon
from ui.main_window import MainWindow
from ui.opening import DEFAULT_SAMPLE
from ui.remembered import APP_NAME, Remembered
from ui.theme import dress
from ui.vietnamese import speak_vietnamese
from ui.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; return the exit status."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a child process of the bundle is this very program
    options = _options(sys.argv[1:] if arguments is None else arguments)
    if options.self_test is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.self_test import self_test

        return self_test(application(), options.sample or DEFAULT_SAMPLE, options.self_test)
    app = application()
    alarm = Alarm(platformdirs.user_log_path(APP_NAME, appauthor=False) / "cchc-desktop.log")
    alarm.install()
    remembered = Remembered(platformdirs.user_config_path(APP_NAME, appauthor=False))
    dress(remembered.theme, remembered.letters)
    window = MainWindow(
        Desk(),
        Worker(),
        remembered,
        platformdirs.user_data_path(APP_NAME, appauthor=False),
    )
    alarm.raised.connect(window.tell_problem, Qt.ConnectionType.QueuedConnection)
    window.setWindowIcon(program_icon())
    window.open_first(options.file, options.sample)
    if options.until_painted:
        window.painted.connect(window.close)
    window.show()
    status = app.exec()
    alarm.uninstall()
    return status


def application() -> QApplication:
    """Return the one Qt application, with Vietnamese words on the buttons Qt makes."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    speak_vietnamese(app)
    return app


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "cchc-desktop", description="Báo cáo cải cách hành chính.", add_help=False
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="TỆP", help="tệp cơ quan cần mở")
    parser.add_argument("--sample", nargs="?", const=DEFAULT_SAMPLE, metavar="TÊN", help="mở một cơ quan mẫu")
    parser.add_argument(
        "--self-test", nargs="?", const="", metavar="KẾT-QUẢ", help="thử mọi tệp đi kèm và cửa sổ, rồi thoát"
    )
    parser.add_argument("--until-painted", action="store_true", help="đóng ngay khi cửa sổ hiện ra, để đo")
    parser.add_argument("-h", "--help", action="help", help="in lời hướng dẫn này")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

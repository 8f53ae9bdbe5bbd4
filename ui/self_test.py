"""Whether a shipped program is whole: every file opens, the window shows a sample office."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop import bundled
from cchc_desktop.errors import CchcError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from PySide6.QtWidgets import QApplication


def self_test(app: QApplication, sample: str) -> int:
    """Print a line for each check; return 0 if all went well, else 1."""
    failed = 0
    for name, fault in (*_files(), _window(app, sample)):
        failed += bool(fault)
        sys.stdout.write(f"{'HỎNG' if fault else 'tốt '}  {name}{f': {fault}' if fault else ''}\n")
    return 1 if failed else 0


def _files() -> Iterator[tuple[str, str]]:
    """Open every shipped file; a folder of the program that came without its files is a fault."""
    for room in ("calendar", "help", "samples", "templates", "word"):
        shipped = list(_leaves(bundled.resource(room)))
        yield f"resources/{room}: {len(shipped)} tệp", "" if shipped else "không có tệp nào"
        for file in shipped:
            try:
                fault = "" if file.read_bytes() else "tệp rỗng"
            except OSError as error:
                fault = error.strerror or "không đọc được"
            if fault:
                yield file.name, fault


def _leaves(folder: Traversable) -> Iterator[Traversable]:
    if folder.is_dir():
        for inside in folder.iterdir():
            yield from _leaves(inside)
    elif folder.is_file():
        yield folder


def _window(app: QApplication, sample: str) -> tuple[str, str]:
    from cchc_desktop.office.samples import open_sample
    from ui.desk import Desk
    from ui.main_window import MainWindow
    from ui.remembered import Remembered
    from ui.worker import Worker

    with tempfile.TemporaryDirectory() as folder:
        desk, worker = Desk(), Worker()
        window = MainWindow(desk, worker, Remembered(Path(folder)), Path(folder))
        try:
            opened = desk.open(open_sample(sample, Path(folder)))
            window.show()
            app.processEvents()
            tabs = window.figures.tabs.count()
        except CchcError as refusal:
            return f"cửa sổ với mẫu {sample}", refusal.message
        finally:
            window.close()
            window.deleteLater()
    return f"cửa sổ với mẫu {sample}: {tabs} phụ lục", "" if opened and tabs else "không mở được"

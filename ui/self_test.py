"""Whether the window is whole: fonts, pictures, the sample office on every page."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QImageReader

from cchc_desktop.errors import CchcError
from cchc_desktop.office.samples.self_test import Checked, shipped_files

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_PICTURES = ("svg", "png", "jpeg")
"""What the window draws: its own icons, pictures of the help, pictures in a report."""


def self_test(app: QApplication, sample: str, out: str = "") -> int:
    """Tell of each check, on standard output or in the file `out`; return 0 if all went well, else 1."""
    found = [*shipped_files(), _fonts(), _pictures(), _window(app, sample)]
    lines = "".join(f"{checked.line}\n" for checked in found)
    if out:
        Path(out).write_text(lines, encoding="utf-8")
    else:
        sys.stdout.write(lines)
    return 1 if any(checked.fault for checked in found) else 0


def _fonts() -> Checked:
    """Whether some font of this machine can write Vietnamese; without one Qt shows boxes."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.Vietnamese)
    return Checked(f"phông có chữ tiếng Việt: {len(families)} họ", "" if families else "không có phông nào")


def _pictures() -> Checked:
    """Whether Qt came with the readers of the pictures we show."""
    known = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    missing = [name for name in _PICTURES if name not in known]
    return Checked("định dạng hình", f"không đọc được {', '.join(missing)}" if missing else "")


def _window(app: QApplication, sample: str) -> Checked:
    """Show the sample office on every page, in a folder of its own."""
    from cchc_desktop.office.samples.samples import open_sample
    from ui.desk import Desk
    from ui.main_window import MainWindow
    from ui.remembered import Remembered
    from ui.worker import Worker

    what = f"cửa sổ với mẫu {sample}"
    with tempfile.TemporaryDirectory() as folder:
        desk, worker = Desk(), Worker()
        window = MainWindow(desk, worker, Remembered(Path(folder)), Path(folder))
        try:
            opened = desk.open(open_sample(sample, Path(folder)))
            window.show()
            for place in range(len(window.page_names)):
                window.show_page(place)
                app.processEvents()
            tabs = window.figures.tabs.count()
        except CchcError as refusal:
            return Checked(what, refusal.message)
        finally:
            window.close()
            window.deleteLater()
    return Checked(f"{what}: {tabs} phụ lục", "" if opened and tabs else "không mở được")

"""Starting the program: what it checks of itself, what it opens first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop import bundled
from ui.__main__ import main
from ui.main_window import MainWindow
from ui.qt import application


@pytest.fixture
def titles(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lets the program run until its window shows a report, closes it and keeps its title."""
    seen: list[str] = []

    def run(_app: QApplication) -> int:
        (window,) = (each for each in qapp.topLevelWidgets() if isinstance(each, MainWindow))
        qtbot.waitUntil(window.overview.isVisible, timeout=20000)
        seen.append(window.windowTitle())
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return 0

    monkeypatch.setattr(QApplication, "exec", run)
    return seen


@pytest.mark.usefixtures("qapp")
def test_the_self_test_opens_every_shipped_file_and_the_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--self-test"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("tốt") for line in lines)
    assert "cửa sổ với mẫu phuong-mau: 7 phụ lục" in lines[-1]


@pytest.mark.usefixtures("qapp")
def test_the_self_test_tells_of_a_folder_that_came_empty(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = bundled.resource
    monkeypatch.setattr(bundled, "resource", lambda *names: tmp_path if names == ("word",) else whole(*names))
    assert main(["--self-test"]) == 1
    assert "HỎNG  resources/word: 0 tệp: không có tệp nào" in capsys.readouterr().out


def test_the_sample_opens_and_is_opened_again_the_next_time(titles: list[str]) -> None:
    assert main(["--sample"]) == 0
    assert main([]) == 0
    assert titles == ["UBND phường Mẫu · Báo cáo CCHC quý III năm 2026 (SỐ LIỆU MẪU)"] * 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("method", "asked"), [("fcitx", "fcitx;ibus"), ("fcitx5", "fcitx;ibus"), ("ibus", None)]
)
def test_fcitx_is_asked_in_the_tongue_of_ibus_too(
    monkeypatch: pytest.MonkeyPatch, method: str, asked: str | None
) -> None:
    monkeypatch.setenv("QT_IM_MODULES", "")
    monkeypatch.delenv("QT_IM_MODULES")
    monkeypatch.setenv("QT_IM_MODULE", method)
    application()
    assert os.environ.get("QT_IM_MODULES") == asked


def test_a_named_file_opens(titles: list[str], office_file: Path) -> None:
    assert main([str(office_file)]) == 0
    assert titles == ["UBND phường Thử · Báo cáo CCHC quý III năm 2026"]


def test_the_window_is_painted_without_the_libraries_of_files(tmp_path: Path) -> None:
    heavy = ("sqlite_utils", "msgspec", "lxml", "docx", "openpyxl", "markdown_it")
    late = (*heavy, "ui.preview", "ui.dialogs.settings")
    places = f"program.Places(*map(program.Path, 3 * [{str(tmp_path)!r}]))"
    painted = f"from ui import program; program.qt.application(); program._window({places}).grab()"
    assert _told(f"{painted}; print([name for name in {late} if name in sys.modules])") == "[]"


def test_the_window_keeps_no_source_of_its_modules_in_memory() -> None:
    started = "import linecache; from pathlib import Path; import ui.program"
    ours = "{name.name for name in map(Path, linecache.cache) if {'ui', 'cchc_desktop'} & {*name.parts}}"
    assert _told(f"{started}; print({ours} - {{'__init__.py', 'qt.py'}})") == "set()"


def test_a_child_process_of_the_window_loads_no_qt() -> None:
    begun = "import runpy; runpy.run_module('ui.__main__', run_name='__mp_main__')"  # as a child does it
    assert _told(f"{begun}; print('PySide6' in sys.modules)") == "False"


def _told(script: str) -> str:
    program = [sys.executable, "-c", f"import sys; {script}"]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout.strip()

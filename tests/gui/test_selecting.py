"""Files that were made are shown selected, all of them, whatever the file manager."""

import os
import sys
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.selecting import WindowsShell, select_by_bus, select_in_explorer

FILES = (Path("/đi/BC-CCHC.xlsx"), Path("/đi/ký, bản 2.pdf"))


def shell32(answer: int) -> MagicMock:
    """What stands in for the library of Windows: the folder is 1, its files 2 and 3."""
    library = MagicMock()
    library.ILCreateFromPathW.side_effect = [1, 2, 3]
    library.SHOpenFolderAndSelectItems.return_value = answer
    return library


def test_the_shell_of_windows_is_given_every_file_and_its_ids_back() -> None:
    library = shell32(0)
    select_in_explorer(FILES, WindowsShell(library))
    named = [call.args[0] for call in library.ILCreateFromPathW.call_args_list]
    assert [Path(each) for each in named] == [Path("/đi"), *FILES]
    folder, count, array, _ = library.SHOpenFolderAndSelectItems.call_args.args
    assert (folder, count, list(array)) == (1, 2, [2, 3])
    assert [call.args[0] for call in library.ILFree.call_args_list] == [1, 2, 3]


def test_where_the_shell_refuses_the_first_file_is_selected_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *given: started.append([given[0], *given[1]]))
    library = shell32(-1)
    select_in_explorer(FILES, WindowsShell(library))
    assert [each[:2] for each in started] == [["explorer.exe", "/select,"]]
    assert library.ILFree.call_count == 3


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the program of the bus")
@pytest.mark.parametrize("status", [0, 1])
def test_a_desktop_is_asked_by_its_bus_and_the_folder_opened_where_nobody_answers(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    asked = tmp_path / "asked"
    opened: list[QUrl] = []
    program = tmp_path / "dbus-send"
    program.write_text(
        f'#!/bin/sh\nfor each; do echo "$each"; done > "{asked}.part"\n'
        f'mv "{asked}.part" "{asked}"\nexit {status}\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    select_by_bus(FILES)
    qtbot.waitUntil(lambda: not qapp.findChildren(QProcess))
    names = next(line for line in asked.read_text().splitlines() if line.startswith("array:"))
    assert names.count(",") == 1  # the one in a name would begin another file
    assert names.endswith("k%C3%BD%2C%20b%E1%BA%A3n%202.pdf")
    assert [Path(each.toLocalFile()) for each in opened] == [Path("/đi")] * status


def test_without_a_bus_the_folder_is_opened_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    select_by_bus(FILES)
    assert [Path(each.toLocalFile()) for each in opened] == [Path("/đi")]

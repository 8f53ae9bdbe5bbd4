"""One running window takes further files: by a second start, by dropping."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.keeping.portable import MARKER
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from ui.desk import Desk
from ui.dropping import Dropping, is_office_file
from ui.main_window import MainWindow
from ui.one_window import OneWindow
from ui.places import places_of

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def only(tmp_path: Path, qapp: QCoreApplication) -> Iterator[OneWindow]:
    """The running window's ear."""
    only = OneWindow(tmp_path, qapp)
    assert only.listen()
    yield only
    only.close()
    only.deleteLater()


@pytest.fixture
def other_file(tmp_path: Path) -> Path:
    path = tmp_path / "xa.cchc"
    with Office.create(path, Profile("UBND xã Khác", Level.COMMUNE)):
        pass
    return path


def test_a_second_start_hands_its_files_over_and_ends(only: OneWindow, tmp_path: Path, qtbot: QtBot) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication([]); from ui.one_window import OneWindow;"
        "print(OneWindow(Path(sys.argv[1])).hand_over([Path(each) for each in sys.argv[2:]]))"
    )
    command = [sys.executable, "-c", code, str(tmp_path), "xa.cchc", str(tmp_path / "b.xlsx")]
    with qtbot.waitSignal(only.asked, timeout=10000) as asked:
        second = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    told, _ = second.communicate(timeout=10)
    assert told == "True\n"
    assert asked.args == [[CHECKOUT / "xa.cchc", tmp_path / "b.xlsx"]]


def test_where_no_window_runs_nothing_is_handed_over(tmp_path: Path) -> None:
    assert not OneWindow(tmp_path / "nobody").hand_over([])


def test_other_settings_are_another_window(only: OneWindow, tmp_path: Path) -> None:
    assert OneWindow(tmp_path / "stick").name != only.name


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows goes with its process")
def test_on_linux_the_pipe_lies_where_nobody_else_can_listen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own := Path(tempfile.mkdtemp())).chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(own))
    only = OneWindow(tmp_path)
    assert Path(only.name).parent == own
    assert only.listen()
    assert [each.name for each in own.iterdir()] == [Path(only.name).name]
    only.close()
    shutil.rmtree(own)
    assert OneWindow(tmp_path).name == Path(only.name).name


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows goes with its process")
def test_what_a_killed_window_left_behind_is_cleared_away(tmp_path: Path) -> None:
    code = (
        "import sys, os; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication([]); from ui.one_window import OneWindow;"
        "door = OneWindow(Path(sys.argv[1])); assert door.listen(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=CHECKOUT, check=False)
    after = OneWindow(tmp_path)
    assert not after.hand_over([])
    assert after.listen()
    after.close()


@pytest.mark.parametrize("message", [b"no json\n", b'{"a": 1}\n', b"[1, null]\n"])
def test_a_message_that_names_no_files_only_raises_the_window(
    only: OneWindow, message: bytes, qtbot: QtBot
) -> None:
    caller = QLocalSocket()
    caller.connectToServer(only.name)
    assert caller.waitForConnected(1000)
    with qtbot.waitSignal(only.asked) as asked:
        caller.write(message)
    assert asked.args == [[]]
    caller.abort()


def test_the_window_takes_the_files_of_a_second_start(
    window: MainWindow, desk: Desk, other_file: Path
) -> None:
    window.take([other_file])
    assert desk.path == other_file
    window.take([])
    assert desk.path == other_file


def dropped(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and let go; say whether it would have them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
    over.ignore()
    window.dragEnterEvent(over)
    if over.isAccepted():
        window.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none))
    return over.isAccepted()


def test_an_office_file_dropped_on_the_window_opens(window: MainWindow, desk: Desk, other_file: Path) -> None:
    assert dropped(window, other_file)
    assert desk.path == other_file


def test_each_kind_of_file_goes_to_who_takes_it(tmp_path: Path, qtbot: QtBot) -> None:
    dropping = Dropping()
    taken: list[tuple[Path, ...]] = []
    dropping.add(is_office_file, taken.append, one=True)
    dropping.add(lambda path: path.suffix == ".xlsx", taken.append)
    paths = [tmp_path / name for name in ("a.xlsx", "b.cchc", "c.xlsx", "d.exe")]
    with qtbot.waitSignal(dropping.refused) as refused:
        dropping.take(paths)
    assert taken == [(paths[1],), (paths[0], paths[2])]
    assert "d.exe" in refused.args[0].message
    assert dropping.knows(paths)
    assert not dropping.knows(paths[3:])


def test_of_two_office_files_none_is_chosen_by_chance(tmp_path: Path, qtbot: QtBot) -> None:
    dropping = Dropping()
    taken: list[tuple[Path, ...]] = []
    dropping.add(is_office_file, taken.append, one=True)
    with qtbot.waitSignal(dropping.refused) as refused:
        dropping.take([tmp_path / "a.cchc", tmp_path / "b.cchc"])
    assert "từng tệp một" in refused.args[0].message
    assert taken == []


def test_a_program_on_a_stick_keeps_all_of_its_own_there(tmp_path: Path) -> None:
    assert places_of(tmp_path).stick is None
    assert places_of(None).stick is None
    (tmp_path / MARKER).touch()
    places = places_of(tmp_path)
    assert places.stick
    assert all(place.is_relative_to(tmp_path) for place in (places.settings, places.log, places.samples))

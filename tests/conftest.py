"""Rules for every test: nothing is sent, nothing left running, nothing of this machine's user touched.

Warnings and Qt's complaints fail a test too; that is said in pyproject.toml.
"""

import gc
import os
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:  # the tests of the product run with no Qt installed
    from PySide6.QtWidgets import QApplication, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("here", deadline=None)  # a busy machine is no failure
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_REACHING_OUT = {f"socket.{call}" for call in ("bind", "connect", "getaddrinfo", "gethostbyname", "sendto")}
_attempts: list[str] = []


class InternetOpened(BaseException):
    """Raised where a test reaches for the internet; no handler of the product can catch it by its name."""


def _refuse_internet(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _REACHING_OUT:
        return
    address = arguments[-1]
    if event.startswith("socket.get") or isinstance(address, tuple):  # a local socket's address is a path
        _attempts.append(f"{event} {arguments[1:] or arguments}")
        raise InternetOpened(_attempts[-1])


sys.addaudithook(_refuse_internet)


@pytest.fixture(autouse=True)
def _nothing_is_sent() -> Iterator[None]:
    """Promise: no internet connection is ever opened."""
    _attempts.clear()
    yield
    assert not _attempts, f"the internet was reached for: {_attempts}"


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    """A thread that outlives its test works on files that are gone."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if not thread.daemon and thread not in before]
    for thread in left:
        thread.join(timeout=1)
    still = [thread.name for thread in left if thread.is_alive()]
    assert not still, f"threads left running: {still}"


@pytest.fixture(autouse=True)
def _no_window_stays(request: pytest.FixtureRequest) -> Iterator[None]:
    """A window that outlives its test catches the keys and the focus of the next one."""
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp: QApplication = request.getfixturevalue("qapp")
    before = _windows(qapp)
    yield
    if _windows(qapp) - before:
        gc.collect()  # a window in a ring of Python references
    left = sorted(f"{type(window).__name__} {window.objectName()}" for window in _windows(qapp) - before)
    assert not left, f"windows left open: {left}"


def _windows(qapp: "QApplication") -> set["QWidget"]:
    from PySide6.QtCore import QEvent

    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {window for window in qapp.topLevelWidgets() if window.parent() is None}


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, keys and logs of the tests go into a folder of their own."""
    home = tmp_path_factory.mktemp("home")
    linux = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    with pytest.MonkeyPatch.context() as patch:
        for name in (*linux, "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name.lower()))
        yield

"""The rules of tests/conftest.py and pyproject.toml, broken on purpose: each breach has to fail its test."""

import shutil
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

NOISE = """
import contextlib, socket, threading, time, warnings
import pytest

def test_quiet():
    pass

def test_reaches_for_the_internet():
    socket.create_connection(("203.0.113.1", 9), timeout=0.1)

def test_asks_for_a_name_and_hides_it():
    with contextlib.suppress(BaseException):
        socket.getaddrinfo("example.invalid", 80)

def test_talks_on_a_local_pipe(tmp_path):
    with socket.socket(socket.AF_UNIX) as door, socket.socket(socket.AF_UNIX) as caller:
        door.bind(str(tmp_path / "door"))
        door.listen()
        caller.connect(str(tmp_path / "door"))

def test_leaves_a_thread():
    threading.Thread(target=time.sleep, args=(3,)).start()

def test_warns():
    warnings.warn("beware")

@pytest.mark.xfail
def test_passes_unexpectedly():
    pass
"""

WINDOWS = """
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_closes_its_window(qtbot):
    qtbot.addWidget(QWidget())

def test_leaves_a_window(qtbot):
    kept.append(QWidget())

def test_makes_qt_complain(qtbot):
    qWarning("beware")
"""


def outcomes(pytester: pytest.Pytester, source: str) -> dict[str, int]:
    """Run a test file under the rules of this checkout; return pytest's counts."""
    shutil.copy(CHECKOUT / "pyproject.toml", pytester.path)
    shutil.copy(CHECKOUT / "tests" / "conftest.py", pytester.path)
    pytester.mkdir("inner").joinpath("test_noise.py").write_text(source, "utf-8")
    return pytester.runpytest_subprocess("inner").parseoutcomes()


def test_noise_fails(pytester: pytest.Pytester) -> None:
    counts = outcomes(pytester, NOISE)
    # Passed: the quiet one, the pipe, and the two whose rule is checked after them, which count as errors.
    assert counts == {"passed": 4, "failed": 3, "errors": 3}


def test_windows_left_open_and_complaints_of_qt_fail(pytester: pytest.Pytester) -> None:
    counts = outcomes(pytester, WINDOWS)
    assert counts == {"passed": 2, "failed": 1, "errors": 1}


def test_an_unknown_marker_is_refused(pytester: pytest.Pytester) -> None:
    counts = outcomes(pytester, "import pytest\n\n@pytest.mark.unheard_of\ndef test_a(): pass\n")
    assert counts == {"errors": 1}

"""Rules for tests of the window, above those for every test."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture(autouse=True)
def _no_window_stays(qapp: QApplication) -> Iterator[None]:
    """A window that outlives its test catches the keys and the focus of the next one."""
    before = set(qapp.topLevelWidgets())
    yield
    if _windows(qapp) - before:
        gc.collect()  # a window in a ring of Python references
    left = sorted(f"{type(window).__name__} {window.objectName()}" for window in _windows(qapp) - before)
    assert not left, f"windows left open: {left}"


def _windows(qapp: QApplication) -> set[QWidget]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {window for window in qapp.topLevelWidgets() if window.parent() is None}

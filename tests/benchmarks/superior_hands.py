"""A superior's hands on the window, clocked: what `hands` has done at Gửi – Nhận.

The matrix is shown from the first click on its tab to the paint of its rows, and scrolled by page.
"""

import time
from functools import partial

from tests.benchmarks.at_work import rest, seconds_until_painted, wait_until
from ui.mailroom.workplace import Mailroom
from ui.main_window import MainWindow


def opened(window: MainWindow, rounds: int) -> list[float]:
    """From the click on the tab until the matrix, gathered anew beside the window, is painted."""
    room = _mailroom(window)
    return [_opened(room) for _ in range(rounds)]


def leafed(window: MainWindow, rounds: int) -> list[float]:
    """The matrix scrolled by whole pages of cells, as somebody drags the bar at its fastest."""
    room = _mailroom(window)
    _opened(room)
    table = room.below.sending.table
    bar = table.verticalScrollBar()
    steps = range(bar.pageStep(), bar.pageStep() * (rounds + 1), bar.pageStep())
    return [seconds_until_painted(table.viewport(), partial(bar.setValue, step)) for step in steps]


def _opened(room: Mailroom) -> float:
    shown: list[bool] = []
    sending = room.below.sending
    room.setCurrentWidget(room.road)
    rest()
    told = sending.model.modelReset.connect(lambda: shown.append(True))
    begun = time.perf_counter()
    room.setCurrentWidget(sending)
    wait_until(lambda: bool(shown))
    rest()
    spent = time.perf_counter() - begun
    sending.model.modelReset.disconnect(told)
    if not sending.model.rowCount():
        raise LookupError("the matrix is empty")
    return spent


def _mailroom(window: MainWindow) -> Mailroom:
    wait_until(lambda: window.findChild(Mailroom) is not None)
    return window.exchange.mailroom

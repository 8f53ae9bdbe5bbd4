"""An hour's work in the window, done as fast as it goes: `python -m tests.benchmarks.hour FILE`.

Tells on the standard output the bytes of memory held after each minute of it. The memory held is read where
Linux keeps it.
"""

import json
import sys
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks.at_work import at_work, rest, shown_table, type_figure, wait_until
from tests.benchmarks.offices import CURRENT
from ui import producing
from ui.main_window import MainWindow

MINUTES = 60
FIGURES, UNDONE, LETTERS = 50, 6, 40
"""A minute: a figure about every second, some taken back and done again, a line of prose."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_HELD = Path("/proc/self/status")


def main(file: str) -> int:
    """Do the work and tell what the process held after each minute."""
    with at_work(Path(file), "Số liệu") as window:
        _turn_back(window)
        held = [_minute(window, Path(file), minute) for minute in range(MINUTES)]
        if window.desk.undo.count() < MINUTES * FIGURES / 2:
            raise LookupError("the figures did not arrive")
    sys.stdout.write(json.dumps(held))
    return 0


def _minute(window: MainWindow, file: Path, minute: int) -> int:
    """Type figures in one tab, take some back, write a line, look at every page, make a file."""
    window.show_page(window.page_names.index("Số liệu"))
    QTest.keyClick(shown_table(window), Qt.Key.Key_Tab, _CONTROL)
    _type_figures(window, minute)
    _write_line(window)
    for page in range(len(window.page_names)):
        window.show_page(page)
        QTest.qWait(50)
    _make_file(window, file, minute)
    return _held()


def _turn_back(window: MainWindow) -> None:
    """Look at the last report before work begins: turning to another one forgets what can be undone."""
    for period in (CURRENT.previous, CURRENT):
        window.desk.turn_to(period)
        QTest.qWait(20)


def _type_figures(window: MainWindow, minute: int) -> None:
    table = shown_table(window)
    table.setFocus()
    first = table.currentIndex().row()
    for turn in range(FIGURES):
        if turn % 8 == 0:
            table.go_to(first)
        type_figure(table, str(100 + (turn + minute) % 50))
        rest()
    for step in (window.desk.undo.undo, window.desk.undo.redo):
        for _ in range(UNDONE):
            step()
            rest()


def _write_line(window: MainWindow) -> None:
    window.show_page(window.page_names.index("Lời văn"))
    if workplace := window.prose.workplace:
        workplace.editor.setFocus()
        for letter, _ in zip(cycle("mot dong "), range(LETTERS), strict=False):
            QTest.keyClicks(workplace.editor, letter)
        QTest.keyClick(workplace.editor, Qt.Key.Key_Return)
        rest()


def _make_file(window: MainWindow, file: Path, minute: int) -> None:
    word = partial(producing.word_report, file, CURRENT, file.with_suffix(".docx"))
    exchange = partial(producing.exchange_file, file, CURRENT, file.parent)
    window._worker.start(exchange if minute % 2 else word)
    wait_until(lambda: not window._worker.is_busy)


def _held() -> int:
    lines = dict(line.split(":", 1) for line in _HELD.read_text("ascii").splitlines())
    return int(lines["VmRSS"].split()[0]) * 1024


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

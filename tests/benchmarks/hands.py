"""A person's hands on the window, clocked: `python -m tests.benchmarks.hands JOB FILE ROUNDS`.

Tells the seconds of each round on the standard output; a first round that warms up is not told.
"""

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks import superior_hands
from tests.benchmarks.at_work import at_work, rest, seconds_until_painted, shown_table, type_figure
from ui.main_window import MainWindow
from ui.models.columns import Column
from ui.prose.workplace import Workplace

Clocked = Callable[[MainWindow, int], list[float]]
PASTED_CELLS = 130
_CONTROL = Qt.KeyboardModifier.ControlModifier


def main(job: str, file: str, rounds: str) -> int:
    """Do the job and tell its times."""
    page, work = JOBS[job]
    with at_work(Path(file), page) as window:
        times = work(window, int(rounds) + 1)[1:]
    sys.stdout.write(json.dumps(times))
    return 0


def _first_looks(window: MainWindow, _rounds: int) -> list[float]:
    """Ctrl+Tab through the tabs that nobody has looked at yet."""
    return [_turned(window) for _ in range(window.figures.tabs.count() - 1)]


def _tabs(window: MainWindow, rounds: int) -> list[float]:
    """Ctrl+Tab through tabs that have been looked at."""
    _first_looks(window, rounds)
    return [_turned(window) for _ in range(rounds)]


def _turned(window: MainWindow) -> float:
    tabs = window.figures.tabs
    table = tabs.tables[(tabs.currentIndex() + 1) % tabs.count()]
    turn = partial(QTest.keyClick, shown_table(window), Qt.Key.Key_Tab, _CONTROL)
    return seconds_until_painted(table.viewport(), turn)


def _paste(window: MainWindow, rounds: int) -> list[float]:
    """Texts for 130 cells of all appendices, as a table hands over what was on the clipboard."""
    rows = [row for table in window.figures.tabs.tables for row in table.form.appendix.indicators]
    asked = [row.code for row in rows if row.is_asked]
    noted = asked[: PASTED_CELLS - len(asked)]
    view = shown_table(window).viewport()
    times = []
    for turn in range(rounds):
        figures = dict.fromkeys(asked, str(turn % 2))
        notes = dict.fromkeys(noted, f"ghi chú {turn}")
        times.append(seconds_until_painted(view, partial(window.figures.pasting.take, figures, notes, ())))
    if len(asked) + len(noted) != PASTED_CELLS or "130 ô nhận" not in window.figures.strip.toPlainText():
        raise LookupError("not all cells took their text")
    return times


def _figures(window: MainWindow, rounds: int) -> list[float]:
    """A figure of three digits typed and left with Enter: saved, computed, checked, shown."""
    table = shown_table(window)
    table.setFocus()
    first = table.currentIndex().row()
    times = []
    for turn in range(rounds):
        table.go_to(first)
        rest()
        typed = partial(type_figure, table, str(100 + turn))
        times.append(seconds_until_painted(table.viewport(), typed))
    if table.form.index(first, Column.FIGURE).data() != str(100 + rounds - 1):
        raise LookupError("the figures did not arrive")
    return times


def _lines(window: MainWindow, rounds: int) -> list[float]:
    """A letter, and Enter, which saves; only Enter counts."""
    workplace = _in_longest_section(window)
    editor, times = workplace.editor, []
    for _ in range(rounds):
        QTest.keyClicks(editor, "a")
        rest()
        end = partial(QTest.keyClick, editor, Qt.Key.Key_Return)
        times.append(seconds_until_painted(editor.viewport(), end))
        if editor.document().isModified():
            raise LookupError("the line was not saved")
    return times


def _in_longest_section(window: MainWindow) -> Workplace:
    workplace, report = window.prose.workplace, window.desk.report
    if workplace is None or report is None:
        raise LookupError("there is nothing to write in")
    workplace.show_section(max(report.prose, key=lambda section: len(report.prose[section])))
    editor = workplace.editor
    editor.setFocus()
    cursor, document = editor.textCursor(), editor.document()
    cursor.setPosition(document.findBlockByNumber(document.blockCount() // 2).position())
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    rest()
    return workplace


JOBS: Mapping[str, tuple[str, Clocked]] = {
    "first-looks": ("Số liệu", _first_looks),
    "tabs": ("Số liệu", _tabs),
    "paste": ("Số liệu", _paste),
    "figures": ("Số liệu", _figures),
    "lines": ("Lời văn", _lines),
    "matrix": ("Gửi – Nhận", superior_hands.opened),
    "matrix-pages": ("Gửi – Nhận", superior_hands.leafed),
}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""A window of its own process in which somebody types without end: `python typing_child.py OFFICE HOME`.

Each number is told on stdout once its cell was left.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui import qt
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.remembered import Remembered
from ui.worker import Worker


def main(office: Path, home: Path) -> None:
    """Type 1, 2, 3 … into the first cell of the open report."""
    qt.application()
    desk = Desk()
    window = MainWindow(desk, Worker(), Remembered(home), home)
    desk.open(office, take_over=True)  # the one before was killed
    window.show()
    window.show_page(window.page_names.index("Số liệu"))
    table = window.figures.table
    if table is None:
        return
    for number in count(1):
        table.go_to(0)
        digits = str(number)
        QTest.keyClicks(table, digits[0])
        if table.entry.editor:
            QTest.keyClicks(table.entry.editor, digits[1:])
            QTest.keyClick(table.entry.editor, Qt.Key.Key_Return)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""The program's own start, told of its first paint: `python -m tests.benchmarks.first_paint MOMENT FILE`.

The moment is `window`, when the window is painted, or `figures`, when the table of the file's figures is.
"""

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def tell(window: "QWidget") -> None:
    """Say on the standard output when the window was shown and what was imported by then, and close it.

    The clock is `time.perf_counter`, which all processes of a machine have in common.
    """
    told = {"at": time.perf_counter(), "modules": list(sys.modules)}

    import json  # only now: what is measured imports nothing for the measuring

    sys.stdout.write(json.dumps(told))
    window.close()


def main(moment: str, file: str) -> int:
    """Run the program on the file until what is waited for is painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtGui import QPaintEvent, QShowEvent

    from ui import program
    from ui.main_window import MainWindow

    class Watched(MainWindow):
        _tells = False

        def showEvent(self, event: QShowEvent) -> None:
            super().showEvent(event)
            self.desk.opened.connect(self._watch_table)
            self._remembered.last_page = "Số liệu"  # where the clerk left it

        def paintEvent(self, event: QPaintEvent) -> None:
            if moment == "window":
                self._tell_after_this()  # asked for before the window asks for its file to be opened
            super().paintEvent(event)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self._tell_after_this()
            return super().eventFilter(watched, event)

        def _watch_table(self) -> None:
            if table := self.figures.table:
                table.viewport().installEventFilter(self)

        def _tell_after_this(self) -> None:
            if not self._tells:
                self._tells = True
                QTimer.singleShot(0, self, lambda: tell(self))

    vars(program)["MainWindow"] = Watched  # all else is as a person starts it
    return program.run([file])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

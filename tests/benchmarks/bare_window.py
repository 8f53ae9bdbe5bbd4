"""An empty window after given imports: `python -m tests.benchmarks.bare_window IMPORTS [FILE]`.

Of an office file the rows are read that a first page of figures cannot do without.
"""

import contextlib
import sqlite3
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.first_paint import tell

QUERIES = (
    "SELECT * FROM profile",
    "SELECT * FROM setting",
    "SELECT * FROM report",
    "SELECT * FROM answer",
    "SELECT * FROM template_file",
)


def main(imports: str, file: str = "") -> int:
    """Import the modules listed, one a line, read the file, show a window, close it once it was painted."""
    for name in Path(imports).read_text("utf-8").splitlines():
        with contextlib.suppress(ImportError):  # what a library made up while it was imported
            import_module(name)
    if file:
        with contextlib.closing(sqlite3.connect(file)) as connection:
            for query in QUERIES:
                connection.execute(query).fetchall()

    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, self, lambda: tell(self))

    app = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1180, 680)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

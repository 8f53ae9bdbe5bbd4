"""An empty window after given imports: `python -m tests.benchmarks.bare_window IMPORTS`."""

import contextlib
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.first_paint import tell


def main(imports: str) -> int:
    """Import the modules the file lists, one a line, show a window and close it after its first paint."""
    for name in Path(imports).read_text("utf-8").splitlines():
        with contextlib.suppress(ImportError):  # what a library made up while it was imported
            import_module(name)

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

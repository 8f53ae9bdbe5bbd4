"""Qt as the window uses it: one application, and Python's own import. Loaded before the window's modules."""

from __future__ import annotations

import builtins
import os
import sys

from PySide6.QtWidgets import QApplication

# PySide6 puts an import of its own in the place of Python's, for `from __feature__ import …`, which nobody
# uses here: it reads the source of every module, looks for its own name in it, and the lines stay in memory,
# 12 MB of them (docs/decisions/0013). So that it reads none of ours, nothing of ours is loaded above.
vars(builtins)["__import__"] = vars(builtins).get("__orig_import__", builtins.__import__)


def application() -> QApplication:
    """Return the one Qt application, with Vietnamese words on the buttons Qt makes."""
    from ui.places import APP_NAME
    from ui.vietnamese import speak_vietnamese

    _let_fcitx_answer()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    speak_vietnamese(app)
    return app


def _let_fcitx_answer() -> None:
    """Ask fcitx in the tongue of ibus, which it speaks too: Qt comes without a plugin for its own."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ.setdefault("QT_IM_MODULES", "fcitx;ibus")

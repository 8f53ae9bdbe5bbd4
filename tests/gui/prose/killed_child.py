"""A window in which prose is typed until the process ends without a word; started by a test."""

import os
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.prose.typing import send
from ui.desk import Desk
from ui.pages.prose_page import ProsePage
from ui.prose.keeping_text import PAUSE

app = QApplication([])
desk = Desk(app)
if not desk.open(Path(sys.argv[1])):
    sys.exit(1)
page = ProsePage(desk)
page.show()
if page.workplace:
    page.workplace.show_section("I.2")
    send(page.workplace.editor, "một\nhai")
    QTest.qWait(PAUSE * 3 // 2)
    send(page.workplace.editor, " ba")
os._exit(9)

"""Type into twenty pages of prose in a real window and print the median of a key, in seconds."""

import sys
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cchc_desktop.office.samples.samples import open_sample
from ui.desk import Desk
from ui.pages.prose_page import ProsePage

PARAGRAPH = "Phường đã ban hành {PL2.1} văn bản, **{PL2.1 sosanh}**, giao việc cho từng bộ phận. " * 5
PARAGRAPHS = 125
"""Some fifty thousand letters: twenty pages of two and a half thousand."""

app = QApplication([])
desk = Desk(app)
desk.open(open_sample("phuong-mau", Path(sys.argv[1])))
if desk.report:
    desk.report.write("I.2", "\n".join([PARAGRAPH] * PARAGRAPHS))
page = ProsePage(desk)
page.resize(1100, 650)
page.show()
spent = []
if page.workplace:
    page.workplace.show_section("I.2")
    editor = page.workplace.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    for turn in range(int(sys.argv[2]) + 1):
        begun = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_A if turn % 6 else Qt.Key.Key_Space)
        app.processEvents()
        spent.append(time.perf_counter() - begun)
    page.commit()
sys.stdout.write(f"{median(spent[1:])}")
desk.close()

"""Typing in long prose stays quick."""

import statistics
import time

from PySide6.QtWidgets import QApplication

from cchc_desktop.office.report import OpenReport
from tests.gui.prose.typing import go_to_end, send
from ui.desk import Desk
from ui.prose.workplace import Workplace

PARAGRAPH = "Uỷ ban nhân dân phường đã ban hành {PL2.1} văn bản, **{PL2.1 sosanh}**, chỉ đạo bộ phận. " * 5
TWENTY_PAGES = "\n".join([PARAGRAPH] * 110)
"""About fifty thousand letters, some two and a half thousand a page."""
BLOCKING = 0.1
"""Seconds that the window may be busy with one thing."""


def test_a_key_in_twenty_pages_of_one_section_takes_no_more_than_a_frame(
    workplace: Workplace, report: OpenReport
) -> None:
    report.write("I.2", TWENTY_PAGES)
    workplace.texts.read_again("I.2")
    assert workplace.editor.document().characterCount() > 35_000
    go_to_end(workplace.editor)
    spent = []
    for letter in "Đã giao {nhiem vu":
        begun = time.perf_counter()
        send(workplace.editor, letter)
        QApplication.processEvents()
        spent.append(time.perf_counter() - begun)
    assert statistics.median(spent) < 0.016


def test_saving_twenty_pages_does_not_hold_the_window(workplace: Workplace, report: OpenReport) -> None:
    report.write("I.2", TWENTY_PAGES)
    workplace.texts.read_again("I.2")
    go_to_end(workplace.editor)
    spent = []
    for _ in range(3):
        send(workplace.editor, "x")
        begun = time.perf_counter()
        assert workplace.save()
        spent.append(time.perf_counter() - begun)
    assert report.prose["I.2"].endswith("xxx")
    assert statistics.median(spent) < BLOCKING


def test_a_cell_that_two_hundred_figures_follow_does_not_hold_the_window(
    workplace: Workplace, report: OpenReport, desk: Desk
) -> None:
    report.write("I.2", "\n".join([PARAGRAPH] * 20))
    workplace.texts.read_again("I.2")
    QApplication.processEvents()
    begun = time.perf_counter()
    desk.figures.enter("PL2.1", "9")
    QApplication.processEvents()
    assert time.perf_counter() - begun < BLOCKING

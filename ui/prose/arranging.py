"""Sections added, hidden, renamed and moved: the menu, the questions, and each wish as one step to undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from cchc_desktop.narrative.arranging import DEEPEST
from cchc_desktop.office.prose.outlines import (
    add_section,
    every_section,
    heading_of,
    hide_section,
    move_section,
    remove_section,
    rename_section,
    texts_hidden_with,
)
from ui.dialogs.question import Question
from ui.prose.heading_question import HeadingQuestion
from ui.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.narrative.arranging import Arrangement, Placed
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk

_SHORT = 40
"""Letters of a heading that a menu shows."""


class Arranging(QObject):
    """What a person can do to the outline of one report."""

    asked = Signal(object)
    """A question that was just opened."""

    def __init__(self, desk: Desk, report: OpenReport, settle: Callable[[], bool], window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._report = report
        self._settle = settle
        self._window = window

    def menu(self, section: str) -> QMenu:
        """Return what can be done to a section, to those it stands below, and to hidden ones."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        every = every_section(self._report)
        there = next(each for each in every if each.section.id == section)
        self._fill(menu, there)
        menu.addSeparator()
        for above in _above(every, there):
            self._fill(menu.addMenu(f"Mục trên: {self._short(above)}"), above)
        out = [each for each in every if each.part.is_hidden]
        if out:
            back = menu.addMenu("Hiện lại")
            for each in out:
                back.addAction(self._short(each), partial(self.show, each.section.id))
        return menu

    def ask_new(self, after: str, *, is_below: bool = False) -> None:
        """Ask for a new section."""
        self._ask(
            "Thêm mục",
            "Mục mới được đánh số theo thể thức, chỉ có ở cơ quan này và được đề xuất lại ở kỳ sau.",
            "",
            lambda heading: self._wish(
                "Thêm mục", lambda: add_section(self._report, after, heading, is_below=is_below)
            ),
        )

    def ask_heading(self, there: Placed) -> None:
        """Ask for another heading of a section."""
        section = there.section.id
        self._ask(
            "Đổi tên mục",
            "Tên kỳ báo cáo trong tên mục sẽ đổi theo kỳ.",
            heading_of(self._report, there.section),
            lambda heading: self._wish("Đổi tên mục", lambda: rename_section(self._report, section, heading)),
        )

    def hide(self, section: str) -> None:
        """Hide a section; where something is written in it or below, say so first."""
        if not self._settle():
            return
        written = texts_hidden_with(self._report, section)
        if not written:
            self._hide(section)
            return
        question = Question(
            "Ẩn mục",
            f"Mục {', '.join(written)} đã có lời văn.",
            "Ẩn đi thì lời đó không in và không gửi nữa, nhưng vẫn còn trong tệp; hiện lại mục thì lời "
            "cũng trở lại.",
            self._window,
        )
        question.add_button("Ẩn mục", partial(self._hide, section))
        question.add_button("Thôi")
        self._open(question)

    def show(self, section: str) -> None:
        """Let a hidden section print again."""
        self._wish("Hiện mục", lambda: hide_section(self._report, section, is_hidden=False))

    def move(self, section: str, *, is_down: bool) -> None:
        """Move a section past its neighbour."""
        self._wish(
            "Chuyển mục xuống" if is_down else "Chuyển mục lên",
            lambda: move_section(self._report, section, is_down=is_down),
        )

    def _hide(self, section: str) -> None:
        self._wish("Ẩn mục", lambda: hide_section(self._report, section))

    def _fill(self, menu: QMenu, there: Placed) -> None:
        section, level = there.section.id, there.section.level
        deepest = min(DEEPEST, len(self._report.template.outline.numbering))
        menu.addAction("Thêm mục cùng cấp…", partial(self.ask_new, section))
        if level < deepest:
            menu.addAction("Thêm mục con…", partial(self.ask_new, section, is_below=True))
        menu.addAction("Đổi tên mục…", partial(self.ask_heading, there))
        menu.addAction("Đưa lên\tAlt+↑", partial(self.move, section, is_down=False))
        menu.addAction("Đưa xuống\tAlt+↓", partial(self.move, section, is_down=True))
        if there.part.is_hidden:
            menu.addAction("Hiện lại mục", partial(self.show, section))
        elif not there.is_out:
            menu.addAction("Ẩn mục", partial(self.hide, section))
        if there.is_own:
            menu.addAction(
                "Bỏ mục",
                lambda: self._wish("Bỏ mục", lambda: remove_section(self._report, section)),
            )

    def _ask(self, title: str, explanation: str, heading: str, take: Callable[[str], None]) -> None:
        self._open(HeadingQuestion(title, explanation, heading, take, self._window))

    def _open(self, question: Question) -> None:
        question.open()
        self.asked.emit(question)

    def _wish(self, name: str, wish: Callable[[], Changes]) -> None:
        """Have the outline changed and keep the way back; what was typed is saved first."""
        before = self._report.arrangement
        if self._settle() and self._desk.wish(wish) and self._report.arrangement != before:
            after = self._report.arrangement
            self._desk.undo.push(Step(partial(self._put, before), partial(self._put, after), name))

    def _put(self, arrangement: Arrangement) -> bool:
        return self._settle() and self._desk.wish(lambda: self._report.arrange(arrangement))

    def _short(self, there: Placed) -> str:
        heading = heading_of(self._report, there.section)
        return heading if len(heading) <= _SHORT else f"{heading[: _SHORT - 1]}…"


def _above(every: tuple[Placed, ...], there: Placed) -> list[Placed]:
    """The sections that a section stands below, the nearest first."""
    found: list[Placed] = []
    level = there.section.level
    for each in reversed(every[: every.index(there)]):
        if each.section.level < level:
            level = each.section.level
            found.append(each)
    return found

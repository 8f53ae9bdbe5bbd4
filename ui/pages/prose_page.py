"""Lời văn: the outline at the left, the text of a section, what helps to write it at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.page import Page, StationNumber

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.findings.found import Passage
    from ui.desk import Desk
    from ui.prose.workplace import Workplace


class ProsePage(Page):
    """Shows the prose of the desk's open report; its workplace is made when it is first looked at."""

    title = "Lời văn"
    icon = "prose"
    topic = "loi-van"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.workplace: Workplace | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        desk.opened.connect(self._open)
        desk.changed.connect(self._take_in)
        desk.described.connect(self._write_anew)

    @property
    def entrance(self) -> QWidget | None:
        return self.workplace.editor if self.workplace else None

    def commit(self) -> bool:
        return self.workplace.settle() if self.workplace else True

    def number(self) -> StationNumber | None:
        from ui.prose.progress import written_count

        if self._desk.report is None:
            return None
        written, sections = written_count(self._desk.report)
        return StationNumber(f"{written}/{sections}", f"đã viết {written} trên {sections} mục")

    def begin_search(self) -> bool:
        if self.workplace:
            self.workplace.searching.begin(replacing=False)
        return True

    def show_passage(self, passage: Passage) -> None:
        """Show a passage of the prose, selected; the page is shown already."""
        if self.workplace:
            self.workplace.show_passage(passage)

    def show_quote(self, section: str, quote: str) -> None:
        """Show a section, the quoted words selected if they stand there; the page is shown already."""
        if self.workplace:
            self.workplace.show_quote(section, quote)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.workplace is None and self._desk.report:
            self._make()
        elif self.workplace:
            self.workplace.look_again()

    def _open(self) -> None:
        if self.workplace:
            self._layout.removeWidget(self.workplace)
            self.workplace.hide()
            self.workplace.deleteLater()
            self.workplace = None
        if self.isVisible() and self._desk.report:
            self._make()

    def _make(self) -> None:
        from ui.prose.workplace import Workplace

        if report := self._desk.report:
            self.workplace = Workplace(self._desk, report, self)
            self.workplace.followed.connect(self.followed)
            self._layout.addWidget(self.workplace)

    def _take_in(self, changes: Changes) -> None:
        if self.workplace:
            self.workplace.take_in(changes)

    def _write_anew(self) -> None:
        if self.workplace:
            self.workplace.write_figures_anew()

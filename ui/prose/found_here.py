"""What is found in the prose: marked in the outline, told under the text, mended or justified there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cchc_desktop.office.findings.in_prose import found_in_prose
from ui.dialogs.justification import justification
from ui.prose.mending import mend

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.findings.found import Found
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk
    from ui.prose.outline import OutlineModel
    from ui.prose.text_findings import TextFindings


class FoundHere(QObject):
    """Knows the findings of every section and shows those of one."""

    def __init__(
        self,
        desk: Desk,
        report: OpenReport,
        model: OutlineModel,
        strip: TextFindings,
        settle: Callable[[], bool],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._report = report
        self._model = model
        self._strip = strip
        self._settle = settle
        self._window = window
        strip.mended.connect(self.mend)
        strip.reasoned.connect(self.justify)

    def mark(self) -> None:
        """Mark the sections in the outline in which something waits."""
        every = self._desk.found.in_prose
        waiting = (found for found in every if found.code not in self._report.kept)
        self._model.mark(frozenset(found.section for found in waiting))

    def tell(self, section: str, *, may_write: bool) -> None:
        """Tell of one section under its text."""
        here = [found for found in self._desk.found.in_prose if found.section == section]
        self._strip.tell(here, self._report.kept, may_write=may_write)

    def mend(self, found: Found) -> None:
        """Do what the finding proposes, if it still stands once all that was typed is saved."""
        if not self._settle():
            return
        here = found_in_prose(self._report, found.section)
        again = next((each for each in here if each.code == found.code), None)
        if again and again.remedied is not None:
            mend(self._desk, again.section, again.remedied, "Sửa giúp")

    def justify(self, found: Found) -> None:
        """Ask why the words stand although the finding speaks against them."""
        if self._settle() and (question := justification(self._desk, found, self._window)):
            question.open()

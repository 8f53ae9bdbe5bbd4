"""What is done with a document that somebody wrote: asked for in the menu, or dropped on the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.dialogs import files
from ui.dialogs.messages import refusal_message
from ui.documents import work
from ui.documents.waiting import Waiting
from ui.matters import Matters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.errors import CchcError
    from cchc_desktop.office.figures.review import RowToReview
    from cchc_desktop.office.form_sets.drafts import SetDraft
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.office.word_reports.auditing import Audit
    from cchc_desktop.office.word_reports.comparing import Comparison
    from ui.desk import Desk
    from ui.documents.document_window import DocumentWindow
    from ui.remembered import Remembered
    from ui.worker import Ticket, Worker

_WORD_FILES = (".docx", ".doc", ".odt", ".docm", ".dotx", ".rtf")
"""Those that cannot be read are refused by what they are."""
_FOLDER = "documents"
_AUDIT, _COMPARE = "Xem xét báo cáo Word", "So với báo cáo trong tệp"
_FIGURES, _DRAFT = "Lấy số liệu từ báo cáo Word, Excel", "Lập bộ biểu mẫu từ tệp của cấp trên"


def is_word_file(path: Path) -> bool:
    """Whether the file is a document of a word processor, by its name."""
    return path.suffix.lower() in _WORD_FILES


class DocumentMatters(Matters):
    """Has documents read beside the window and opens what is found in a window of its own."""

    followed = Signal(str)
    """Code of the row to show."""
    section_followed = Signal(str)
    """Section of the prose to show."""

    def __init__(
        self, desk: Desk, worker: Worker, remembered: Remembered, settle: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(desk, worker, remembered, settle, window)
        self.windows: list[DocumentWindow] = []
        """Those that are open."""

    def close(self) -> None:
        """Close the windows on documents."""
        for shown in tuple(self.windows):
            shown.leave()

    def take(self, paths: tuple[Path, ...]) -> None:
        """Look into Word reports that were dropped, each in a window of its own."""
        for path in paths:
            self.audit(path)

    def ask_audit(self) -> None:
        """Ask for a Word report and look for what is wrong with it."""
        if path := self._asked(_AUDIT):
            self.audit(path)

    def ask_compare(self) -> None:
        """Ask for a Word report that was changed and look for what differs from the open one."""
        if self._desk.report and (path := self._asked(_COMPARE)):
            self.compare(path)

    def ask_figures(self) -> None:
        """Ask for a report, a workbook or a table whose figures go into the open report."""
        if self._desk.report and (path := self._asked(_FIGURES, sheets=True)):
            self.read_figures(path)

    def ask_draft(self) -> None:
        """Ask for a superior's form to make a form set from."""
        if path := self._asked(_DRAFT, sheets=True):
            self.draft(path)

    def audit(self, file: Path) -> None:
        """Show what is wrong with a Word report, an office file being open or not."""
        self._read(
            _AUDIT, file, partial(work.audit_of, file, self._desk.path), partial(self._show_audit, file)
        )

    def compare(self, file: Path) -> None:
        """Show what a Word report has otherwise than the open report."""
        path, report = self._desk.path, self._desk.report
        if path and report and self._settle():
            reading = partial(work.comparison_of, file, path, report.head.period)
            self._read(_COMPARE, file, reading, partial(self._show_comparison, file, report))

    def read_figures(self, file: Path) -> None:
        """Show the figures of a file beside what was read in them, to be chosen and filled in."""
        path, report = self._desk.path, self._desk.report
        if path and report and self._settle():
            reading = partial(work.figures_of, file, path, report.head.period)
            self._read(_FIGURES, file, reading, partial(self._show_figures, file, report))

    def draft(self, file: Path) -> None:
        """Show the draft of a form set made from somebody's form, an office file being open or not."""
        self._read(
            _DRAFT, file, partial(work.draft_of, file, self._desk.path), partial(self._show_draft, file)
        )

    def _asked(self, title: str, *, sheets: bool = False) -> Path | None:
        path = files.choose_document(self._window, title, self._remembered.folder_of(_FOLDER), sheets=sheets)
        if path:
            self._remembered.remember_folder(_FOLDER, path.parent)
        return path

    def _read(
        self, title: str, file: Path, reading: Callable[[Ticket], object], show: Callable[..., None]
    ) -> None:
        ticket = self._worker.start(reading)
        ticket.finished.connect(show)
        ticket.refused.connect(self._tell_refused)
        Waiting(title, file.name, ticket, self._window).show()

    def _tell_refused(self, refusal: CchcError) -> None:
        refusal_message(refusal.message, self._window).open()

    def _open(self, shown: DocumentWindow) -> None:
        self.windows.append(shown)
        shown.finished.connect(lambda: self.windows.remove(shown))
        shown.show()

    def _show_audit(self, file: Path, found: Audit) -> None:
        from ui.documents.audit_window import AuditWindow

        shown = AuditWindow(found, file, self._desk, self._worker)
        shown.compare_asked.connect(partial(self.compare, file))
        shown.figures_asked.connect(partial(self.read_figures, file))
        self._open(shown)

    def _show_comparison(self, file: Path, report: OpenReport, found: Comparison) -> None:
        from ui.documents.comparison_window import ComparisonWindow

        if self._desk.report is not report:
            return  # another report was opened meanwhile
        shown = ComparisonWindow(found, file.name, self._desk, report)
        shown.followed.connect(partial(self._lead_to, self.followed))
        shown.section_followed.connect(partial(self._lead_to, self.section_followed))
        shown.again_asked.connect(partial(self.compare, file))
        self._open(shown)

    def _lead_to(self, followed: SignalInstance, name: str) -> None:
        """Show a row or section, with the office's window before that of the document."""
        followed.emit(name)
        self._window.raise_()
        self._window.activateWindow()

    def _show_figures(self, file: Path, report: OpenReport, rows: tuple[RowToReview, ...]) -> None:
        from ui.documents.figures_window import FiguresWindow

        if self._desk.report is report:  # else another report was opened meanwhile
            self._open(FiguresWindow(rows, file.name, self._desk, report))

    def _show_draft(self, file: Path, draft: SetDraft) -> None:
        from ui.documents.draft_window import DraftWindow

        self._open(DraftWindow(draft, file, self._desk))

"""What was changed in Word since the report was written; text taken over section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from cchc_desktop.office.figures.locked import text_lock_on
from cchc_desktop.office.word_reports.taking_over import taken_over
from ui.documents.comparison_lines import HEADINGS, SHARES, Difference, lines_of, told_in_full
from ui.documents.document_window import DocumentWindow
from ui.models.grouped_list import GroupedList
from ui.prose.mending import mend
from ui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.office.word_reports.comparing import Comparison, SectionChanges
    from ui.desk import Desk

_SAME = "Tệp Word không khác báo cáo trong tệp cơ quan."
_STEP = "Lấy lời văn từ tệp Word"


class ComparisonWindow(DocumentWindow):
    """The list of what differs; it belongs to one report and closes with it."""

    followed = Signal(str)
    """Code of the row to show."""
    section_followed = Signal(str)
    """Section of the prose to show."""
    again_asked = Signal()
    """To compare anew: the report was written on since."""

    def __init__(self, found: Comparison, file: str, desk: Desk, report: OpenReport) -> None:
        head = f"{file} và báo cáo {report.head.period.name}"
        super().__init__(f"So với báo cáo trong tệp · {file}", head, "" if found.is_same else _counts(found))
        self._found, self._desk, self._report = found, desk, report
        self._as_compared = dict(report.prose)
        self._taken: frozenset[str] = frozenset()
        self.model = GroupedList(HEADINGS, self)
        self.table = ListTable(self.model, "Những chỗ khác nhau", SHARES)
        self._arrange()
        self._show()
        (self.close_button if found.is_same else self.table).setFocus()

    def take(self) -> None:
        """Put Word's text of the current section in the place of ours, as one step that can be undone."""
        changes = self._section()
        if changes is None:
            return
        now = self._report.prose.get(changes.section, "")
        if now != self._as_compared.get(changes.section, ""):
            self.tell(
                f"Lời văn mục {changes.section} đã được sửa sau khi so nên chưa lấy về. Bấm “So lại” rồi lấy."
            )
            return
        self.tell("")
        mend(self._desk, changes.section, taken_over(now, changes), _STEP)

    def _arrange(self) -> None:
        self.empty = self.add_list(self.table, _SAME)
        self.take_button = self.add_job("Lấy lời văn mục này", self.take, "Hoàn tác được bằng Ctrl+Z")
        self.undo_button = self.add_job("Hoàn tác", self._desk.undo.undo)
        self.go = self.add_job("Tới chỗ đó", self._follow, "Tới ô hoặc tới mục trong báo cáo (Enter)")
        self.again = self.add_job("So lại", self._compare_again)
        self.close_button = self.add_button("Đóng")
        QShortcut(QKeySequence("Ctrl+Z"), self, self._desk.undo.undo)
        self.table.moved.connect(self._tell_line)
        self.table.taken.connect(self._follow)
        self._desk.undo.moved.connect(self._weigh)
        self._desk.changed.connect(self._show)
        self._desk.opened.connect(self.leave)
        self._desk.refused.connect(self.tell_refused)

    def _show(self) -> None:
        line = self.table.line
        self._taken = frozenset(each.section for each in self._found.sections if self._is_taken(each))
        self.model.show(tuple(lines_of(self._found, self._report, self._taken)))
        has_lines = bool(self.model.lines)
        for part in (self.table, self.told):
            part.setVisible(has_lines)
        self.empty.setVisible(not has_lines)
        self.table.go_to(self.model.row_of(line.about) if line else None)

    def _is_taken(self, changes: SectionChanges) -> bool:
        if not changes.is_ours:
            return False
        before, now = self._as_compared.get(changes.section, ""), self._report.prose.get(changes.section, "")
        return now != before and now == taken_over(before, changes)

    def _difference(self) -> Difference | None:
        about = self.table.line.about if self.table.line else None
        return about if isinstance(about, Difference) else None

    def _section(self) -> SectionChanges | None:
        """What differs in the current line's section, if that can be taken over."""
        current = self._difference()
        wanted = current.section if current else ""
        return next((each for each in self._found.sections if each.section == wanted and each.is_ours), None)

    def _tell_line(self) -> None:
        current = self._difference()
        self.told.setHtml(told_in_full(current) if current else "")
        self._weigh()

    def _weigh(self) -> None:
        changes, current = self._section(), self._difference()
        is_open = not self._desk.is_looking and text_lock_on(self._report.archive, self._report.head) is None
        self.take_button.setEnabled(bool(changes and is_open and changes.section not in self._taken))
        self.undo_button.setEnabled(bool(self._desk.undo.last))
        self.undo_button.setToolTip(f"{self._desk.undo.last} (Ctrl+Z)")
        self.go.setEnabled(bool(current and (current.code or changes)))

    def _follow(self) -> None:
        current = self._difference()
        if current and current.code:
            self.followed.emit(current.code)
        elif current and self._section():
            self.section_followed.emit(current.section)

    def _compare_again(self) -> None:
        self.again_asked.emit()
        self.close()


def _counts(found: Comparison) -> str:
    changes = sum(len(section.changes) for section in found.sections)
    gone = sum(len(section.dropped) for section in found.sections)
    return (
        f"{changes} chỗ khác ở {len(found.sections)} mục, {gone + len(found.figures)} số liệu không còn "
        f"khớp, {len(found.unsure)} dòng của bảng cần xem lại. Lời văn lấy về từng mục được; số liệu còn "
        "khớp vẫn tự cập nhật theo bảng."
    )

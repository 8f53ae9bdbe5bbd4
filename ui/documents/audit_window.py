"""What is wrong with somebody's Word report, by section, paragraph and row."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from cchc_desktop.errors import CchcError
from cchc_desktop.office.word_reports.findings import AuditFinding
from cchc_desktop.office.word_reports.telling import (
    audit_document,
    audit_lines,
    counts_in_words,
    read_in_words,
)
from cchc_desktop.office.writing import write_whole
from cchc_desktop.rules.finding import Severity
from ui import showing
from ui.dialogs import files
from ui.documents import work
from ui.documents.audit_lines import HEADINGS, SHARES, Wanted, lines_of, told_in_full
from ui.documents.document_window import DocumentWindow
from ui.models.grouped_list import GroupedList
from ui.widgets.list_table import ListTable
from ui.widgets.search_bar import SearchField

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.word_reports.auditing import Audit
    from ui.desk import Desk
    from ui.worker import Worker

_WELL = "Không tìm thấy chỗ nào sai hoặc lạ trong báo cáo này."
_FILTERED = "Không có phát hiện nào khớp bộ lọc. Chọn “Tất cả” và xóa chữ lọc để xem đủ."


class AuditWindow(DocumentWindow):
    """The list with its filters; what is found leaves as text, as JSON, or as comments in a copy."""

    compare_asked = Signal()
    """To compare the document with the open report."""
    figures_asked = Signal()
    """To take its figures into the open report."""

    def __init__(self, found: Audit, source: Path, desk: Desk, worker: Worker) -> None:
        office = found.report.facts.office
        told = f"{f'{office}, ' if office else ''}{read_in_words(found)}\n{counts_in_words(found)}"
        super().__init__(f"Xem xét báo cáo Word · {source.name}", source.name, told)
        self._found, self._source = found, source
        self._desk, self._worker = desk, worker
        self.model = GroupedList(HEADINGS, self)
        self.table = ListTable(self.model, "Những điều tìm thấy", SHARES)
        self.severity = QComboBox()
        self.severity.setAccessibleName("Loại phát hiện")
        self.severity.setToolTip("Chỉ liệt kê một loại phát hiện")
        self.severity.addItem("Tất cả", None)
        for each in Severity:
            self.severity.addItem(each.label, each)
        self.text = SearchField()
        self.text.setPlaceholderText("Lọc theo chữ, có dấu hoặc không dấu")
        self.text.setAccessibleName("Lọc phát hiện")
        self._arrange()
        self._weigh()
        self._show()
        (self.table if found.findings else self.close_button).setFocus()

    def save_list(self) -> None:
        """Ask for a place and write the findings there: lines of text, or JSON."""
        proposed = self._source.with_name(f"{self._source.stem}-phat-hien.txt")
        if chosen := files.choose_audit_list(self, proposed):
            if chosen.suffix.lower() == ".json":
                text = json.dumps(audit_document(self._found), ensure_ascii=False, indent=2)
            else:
                text = "\n".join(audit_lines(self._found))
            try:
                write_whole(chosen, f"{text}\n".encode())
            except CchcError as refusal:
                self.tell_refused(refusal)
            else:
                self.tell(f"Đã ghi danh sách vào {chosen.name}, thư mục {chosen.parent}.")

    def write_comments(self) -> None:
        """Ask for a place and have the copy with comments written there; its folder opens."""
        proposed = self._source.with_name(f"{self._source.stem}-nhan-xet.docx")
        if chosen := files.choose_word(self, proposed, "Nơi đặt bản có nhận xét"):
            self.comments.setEnabled(False)
            self.tell("Đang ghi bản có nhận xét…")
            ticket = self._worker.start(partial(work.commented_copy, self._found, chosen))
            ticket.finished.connect(self._tell_written)
            ticket.refused.connect(self.tell_refused)
            ticket.ended.connect(self._allow_comments)

    def _arrange(self) -> None:
        self.add_row(self.severity, self.text, wide=self.text)
        self.empty = self.add_list(self.table, _WELL)
        self.compare = self.add_job(
            "So với báo cáo trong tệp", self.compare_asked.emit, "Văn bản này khác báo cáo đang mở ở chỗ nào"
        )
        self.figures = self.add_job(
            "Lấy số liệu…", self.figures_asked.emit, "Điền số liệu của văn bản này vào báo cáo đang mở"
        )
        self.save = self.add_job("Lưu danh sách…", self.save_list, "Văn bản thuần hoặc JSON")
        self.comments = self.add_job(
            "Ghi nhận xét vào bản sao Word…", self.write_comments, "Tệp gốc không bị đụng tới"
        )
        self.close_button = self.add_button("Đóng")
        self.severity.currentIndexChanged.connect(self._show)
        self.text.told.connect(self._show)
        self.table.moved.connect(self._tell_line)
        self._desk.opened.connect(self._weigh)

    def _weigh(self) -> None:
        """Offer what takes an open report only while there is one."""
        has_report = self._desk.report is not None
        self.compare.setVisible(has_report)
        self.figures.setVisible(has_report and not self._desk.is_looking)

    def _show(self) -> None:
        line = self.table.line
        self.model.show(
            tuple(lines_of(self._found, Wanted(self.severity.currentData(), self.text.whole_text)))
        )
        has_lines = bool(self.model.lines)
        self.table.setVisible(has_lines)
        self.told.setVisible(has_lines)
        self.empty.setText(_FILTERED if self._found.findings else _WELL)
        self.empty.setVisible(not has_lines)
        self.table.go_to(self.model.row_of(line.about) if line else None)

    def _tell_line(self) -> None:
        line = self.table.line
        if line and isinstance(line.about, AuditFinding):
            self.told.setHtml(told_in_full(self._found, line.about))
        else:
            self.told.clear()

    def _tell_written(self, path: Path) -> None:
        self.tell(f"Đã ghi {path.name} trong thư mục {path.parent}.")
        showing.show_in_folder(path)

    def _allow_comments(self) -> None:
        self.comments.setEnabled(True)

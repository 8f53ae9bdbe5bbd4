"""A draft set made from a superior's form: gone over row by row, checked, written out, installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.errors import CchcError
from cchc_desktop.office.form_sets.drafts import write_draft
from cchc_desktop.office.form_sets.review import DraftRow, head_of, settled, with_head, with_row
from cchc_desktop.template.problem import TemplateProblem
from cchc_desktop.values.text import normal
from ui import showing
from ui.dialogs import files
from ui.documents.document_window import DocumentWindow
from ui.documents.draft_fields import HeadFields, RowFields
from ui.documents.draft_lines import HEADINGS, SHARES, lines_of, told_in_full
from ui.models.grouped_list import GroupedList
from ui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.form_sets.drafts import SetDraft
    from ui.desk import Desk

_KEYS = "Enter: sửa dòng · Phím cách: đồng ý như đề xuất"


class DraftWindow(DocumentWindow):
    """Rows with their keys and relations; nothing is written before a button says so."""

    told_lines = 3

    def __init__(self, draft: SetDraft, source: Path, desk: Desk) -> None:
        told = (
            f"{draft.rows} dòng, {draft.matched} dòng khớp bộ {draft.like.id}; đề cương và câu chữ cố định "
            f"lấy của bộ ấy. Hãy xem những dòng có dấu, rồi cài. {_KEYS}."
        )
        super().__init__(f"Lập bộ biểu mẫu · {source.name}", source.name, told)
        self.draft, self._source, self._desk = draft, source, desk
        self._kept = draft
        """The draft as it was read, installed or written out last."""
        self.head = HeadFields(head_of(draft))
        self.model = GroupedList(HEADINGS, self)
        self.table = ListTable(self.model, "Các dòng của bản nháp", SHARES)
        self.row = RowFields()
        self.add_field(self.head)
        self.add_list(self.table, "").hide()
        self.add_field(self.row)
        self.agree = self.add_job("Đồng ý như đề xuất", self._agree, "Dòng đang chọn không còn gì phải quyết")
        self.write = self.add_job("Ghi ra thư mục…", self.write_out, "Để sửa tiếp bằng tay hoặc gửi nơi khác")
        self.install = self.add_job("Cài vào tệp cơ quan", self.install_it)
        self.close_button = self.add_button("Đóng")
        self.close_button.setAutoDefault(False)
        self._connect()
        self._show(draft)
        self.table.setFocus()

    @property
    def lost_by_closing(self) -> str:
        return "" if self.draft is self._kept else "những chỗ vừa sửa, vì chưa cài và chưa ghi ra thư mục"

    def write_out(self) -> None:
        """Ask for a folder and write the files of the draft there."""
        if folder := files.choose_folder(self, self._source.parent, "Thư mục ghi bộ biểu mẫu"):
            into = folder / head_of(self.draft).id
            try:
                write_draft(self.draft, into)
            except CchcError as refusal:
                self.tell_refused(refusal)
            else:
                self._kept = self.draft
                self.tell(f"Đã ghi bản nháp vào thư mục {into}.")
                showing.show_in_folder(into / "set.toml")

    def install_it(self) -> None:
        """Take the set into the open office file."""
        try:
            template = self._desk.the_office.install(self.draft.files)
        except CchcError as refusal:
            self.tell_refused(refusal)
        else:
            self._kept = self.draft
            self.tell(
                f"Đã đưa bộ biểu mẫu {template.id} phiên bản {template.version} vào tệp cơ quan. Báo cáo mới "
                "dùng bộ này khi kỳ của nó nằm trong thời gian áp dụng."
            )

    def _connect(self) -> None:
        self.table.moved.connect(self._tell_line)
        self.table.taken.connect(self._begin)
        self.table.toggled.connect(self._agree)
        self.row.accepted.connect(self._change_row)
        self.head.changed.connect(self._change_head)
        self._desk.opened.connect(self._weigh)

    @property
    def _current(self) -> DraftRow | None:
        about = self.table.line.about if self.table.line else None
        return about if isinstance(about, DraftRow) else None

    def _begin(self) -> None:
        """Correct the current row, or the row that a problem is about."""
        about = self.table.line.about if self.table.line else None
        if isinstance(about, TemplateProblem):
            self._go_to_row(about.key.partition(" ")[0])
        if self._current:
            self.row.key.setFocus()
            self.row.key.selectAll()

    def _go_to_row(self, key: str) -> bool:
        """Make the row with that key the current one; say whether there is one."""
        for at in range(self.model.rowCount()):
            line = self.model.line_at(at)
            if line and isinstance(line.about, DraftRow) and line.about.record.key == key:
                self.table.go_to(at)
                return True
        return False

    def _change_row(self) -> None:
        if row := self._current:
            fields = self.row
            changed = with_row(
                self.draft,
                row,
                label=normal(fields.label.text()),
                key=normal(fields.key.text()),
                unit=normal(fields.unit.text()),
                kind=fields.kind,
                operands=fields.operands.text(),
                time=fields.time,
                rollup=fields.rollup,
            )
            self._show(changed)
            self.table.setFocus()
            self._go_to_next_open()

    def _change_head(self) -> None:
        day = self.head.day
        if day is None:
            self.tell(f"“{self.head.valid_from.text()}” không phải một ngày. Hãy ghi như 01/01/2027.")
            return
        self.tell("")
        self._show(with_head(self.draft, normal(self.head.id.text()), normal(self.head.name.text()), day))

    def _agree(self) -> None:
        if row := self._current:
            self._show(settled(self.draft, row))
            self._go_to_next_open()

    def _go_to_next_open(self) -> None:
        """Go on to the next row of which something is to be decided."""
        here = self.table.currentIndex().row()
        open_rows = (
            at
            for at in range(here + 1, self.model.rowCount())
            if (line := self.model.line_at(at)) and isinstance(line.about, DraftRow) and line.about.decisions
        )
        if (row := next(open_rows, None)) is not None:
            self.table.go_to(row)

    def _show(self, draft: SetDraft) -> None:
        here, key = self.table.currentIndex().row(), self._current.record.key if self._current else ""
        self.draft = draft
        self.model.show(tuple(lines_of(draft)))
        if not self._go_to_row(key):
            self.table.go_to(here if self.model.line_at(here) else None)
        self._weigh()

    def _tell_line(self) -> None:
        line = self.table.line
        self.told.setHtml(told_in_full(line.about, self.draft.like.id) if line else "")
        self.row.show_row(self._current)
        self._weigh()

    def _weigh(self) -> None:
        current = self._current
        has_office = self._desk.office is not None and not self._desk.is_looking
        self.agree.setEnabled(bool(current and current.decisions))
        self.install.setEnabled(has_office and not self.draft.problems)
        self.install.setToolTip(
            "" if has_office else "Hãy mở tệp cơ quan trước; chưa mở thì ghi ra thư mục được"
        )

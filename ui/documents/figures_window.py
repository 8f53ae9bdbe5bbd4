"""Figures of somebody's report beside the reading: chosen, corrected, then filled in as one step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import read_answer
from cchc_desktop.office.figures.review import TakenRow, entries_of
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.source import Source
from ui.documents.document_window import DocumentWindow
from ui.documents.figure_lines import (
    HEADINGS,
    SHARES,
    Choice,
    line_of,
    lines_of,
    proposed,
    told_in_full,
)
from ui.documents.reading_field import ReadingField
from ui.documents.row_choice import RowChoice
from ui.models.grouped_list import GroupedList
from ui.models.meaning import place_name
from ui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cchc_desktop.office.figures.review import RowToReview
    from cchc_desktop.office.report import OpenReport
    from ui.desk import Desk

Key = Qt.Key
_STEP = "Lấy số liệu từ tệp"
_KEYS = "Enter: sửa rồi lấy · Phím cách: lấy hoặc bỏ qua · F4: chọn dòng của biểu mẫu"
_NONE = "Tệp này không có số liệu nào để lấy vào báo cáo."


class FiguresWindow(DocumentWindow):
    """The rows, those first that a person has to look at; it belongs to one report and closes with it."""

    told_lines = 4

    def __init__(self, rows: tuple[RowToReview, ...], file: str, desk: Desk, report: OpenReport) -> None:
        unsure = sum(not row.is_sure for row in rows)
        super().__init__(
            f"Lấy số liệu từ tệp · {file}",
            f"{file} vào báo cáo {report.head.period.name}",
            f"{len(rows) - unsure} dòng đọc chắc, {unsure} dòng cần xem. Chưa có gì được ghi. {_KEYS}.",
        )
        self._desk, self._report = desk, report
        self._choices = list(proposed(report, rows))
        self._is_open = False
        """Whether something was chosen since figures were filled in last."""
        self.model = GroupedList(HEADINGS, self)
        self.table = ListTable(self.model, "Số liệu trong tệp và dòng của biểu mẫu", SHARES)
        self.field = ReadingField()
        self.pick = QPushButton("Chọn dòng…")
        self.pick.setToolTip("Dòng nào của biểu mẫu (F4)")
        self.use, self.skip = QPushButton("Lấy"), QPushButton("Bỏ qua")
        self._arrange()
        self._connect()
        self.model.show(tuple(lines_of(report, self._choices)))
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.go_to(None)
        self.table.setFocus()

    @property
    def lost_by_closing(self) -> str:
        return "những dòng vừa chọn, vì chưa điền vào báo cáo" if self._is_open else ""

    def fill(self) -> None:
        """Put the rows that were chosen into the report, as one step that can be undone."""
        taken = [
            TakenRow(each.row, each.code, each.text)
            for each in self._choices
            if each.is_taken and each.code is not None
        ]
        entries = entries_of(self._report, taken)
        if self._desk.figures.put(entries, _STEP, Source.IMPORTED):
            self._is_open = False
            self.tell(f"Đã điền {len(entries)} ô vào báo cáo. Hoàn tác được bằng Ctrl+Z.")
        self._show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_F4:
            self._ask_row()
        elif event.key() == Key.Key_Escape and self.field.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.empty = self.add_list(self.table, _NONE)
        for button in (self.pick, self.use, self.skip):
            button.setAutoDefault(False)
        words = QLabel("Sẽ ghi:")
        words.setBuddy(self.field)
        self.add_row(self.pick, words, self.field, self.use, self.skip, wide=self.field)
        self.undo_button = self.add_job("Hoàn tác", self._desk.undo.undo)
        self.fill_button = self.add_job("Điền vào báo cáo", self.fill, "Một bước, hoàn tác được")
        self.close_button = self.add_button("Đóng")
        self.close_button.setAutoDefault(False)

    def _connect(self) -> None:
        self.table.moved.connect(self._tell_line)
        self.table.taken.connect(self._begin)
        self.table.toggled.connect(self._toggle)
        self.field.accepted.connect(self._take)
        self.field.stepped.connect(self.table.step)
        self.use.clicked.connect(self._take)
        self.skip.clicked.connect(self._skip)
        self.pick.clicked.connect(self._ask_row)
        QShortcut(QKeySequence("Ctrl+Z"), self.table, self._desk.undo.undo)
        self._desk.undo.moved.connect(self._weigh)
        self._desk.changed.connect(self._show_all)
        self._desk.opened.connect(self.leave)
        self._desk.refused.connect(self.tell_refused)

    @property
    def _choice(self) -> Choice | None:
        about = self.table.line.about if self.table.line else None
        return about if isinstance(about, Choice) else None

    def _begin(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _take(self) -> None:
        """Take the current row with the figure that stands in the field, and go on."""
        choice = self._choice
        if choice is None:
            return
        if choice.code is None:
            self._ask_row()
            return
        other = next((each for each in self._choices if each.is_taken and each.code == choice.code), choice)
        if other.place != choice.place:
            self.tell(
                f"Dòng {place_name(self._report, choice.code)} đã lấy từ {other.row.place}. Bỏ qua dòng kia "
                "trước, rồi lấy dòng này."
            )
            return
        text = self.field.whole_text.strip()
        try:
            blank = read_answer(self._report.template.indicators[choice.code], text).is_blank
        except CchcError as refusal:
            self.tell_refused(refusal)
            return
        self._put(replace(choice, text=text, is_taken=not blank))
        self.table.step(1)
        self.table.setFocus()

    def _skip(self) -> None:
        if choice := self._choice:
            self._put(replace(choice, is_taken=False))
            self.table.step(1)
            self.table.setFocus()

    def _toggle(self) -> None:
        if choice := self._choice:
            if choice.is_taken:
                self._put(replace(choice, is_taken=False))
            else:
                self._take()

    def _ask_row(self) -> None:
        if choice := self._choice:
            question = RowChoice(self._report.template, choice.row.told or choice.row.raw, self)
            question.chosen.connect(partial(self._set_row, choice))
            question.open()

    def _set_row(self, choice: Choice, code: str) -> None:
        self._put(replace(choice, code=IndicatorCode(code), text=choice.text or choice.row.raw))
        self._tell_line()
        self._begin()

    def _put(self, choice: Choice) -> None:
        """Keep what was decided of a row and show it."""
        self.tell("")
        self._choices[choice.place] = choice
        self._is_open = True
        row = next(
            at
            for at in range(self.model.rowCount())
            if (line := self.model.line_at(at))
            and isinstance(line.about, Choice)
            and line.about.place == choice.place
        )
        self.model.put(row, line_of(self._report, choice))
        self._weigh()

    def _show_all(self) -> None:
        for row in range(self.model.rowCount()):
            line = self.model.line_at(row)
            if line and isinstance(line.about, Choice):
                self.model.put(row, line_of(self._report, line.about))
        self._weigh()

    def _tell_line(self) -> None:
        choice = self._choice
        self.told.setHtml(told_in_full(self._report, choice) if choice else "")
        self.field.setText(choice.text if choice else "")
        self._weigh()

    def _weigh(self) -> None:
        count = sum(each.is_taken for each in self._choices)
        may_write = not (self._desk.is_looking or self._report.head.stage.holds_figures)
        self.fill_button.setText(f"Điền {count} ô vào báo cáo")
        self.fill_button.setEnabled(bool(count) and may_write)
        self.undo_button.setEnabled(bool(self._desk.undo.last))
        for part in (self.use, self.skip, self.pick, self.field):
            part.setEnabled(self._choice is not None)

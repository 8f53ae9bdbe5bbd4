"""Hỏi đồng nghiệp: rows that a colleague fills in, in a small workbook of her own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from cchc_desktop.values.text import normal
from ui.dialogs.field_form import field_form, text_field
from ui.dialogs.question import Question
from ui.widgets.cover_fields import read_date

if TYPE_CHECKING:
    from datetime import date

    from cchc_desktop.office.report import OpenReport

_LINES = 16
_WIDTH_IN_DIGITS = 90


@dataclass(frozen=True, slots=True)
class AskedOfColleague:
    """What a colleague is asked for."""

    rows: tuple[str, ...]
    to: str
    text: str
    deadline: date | None


class ColleagueDialog(Question):
    """An appendix that is ticked means all rows of it."""

    topic = "gui-nhan"

    agreed = Signal(object)
    """`AskedOfColleague`."""

    def __init__(self, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__(
            "Hỏi đồng nghiệp",
            f"Hỏi đồng nghiệp những dòng nào của báo cáo {report.head.period.name}?",
            "Đồng nghiệp điền cột Số liệu bằng Excel rồi gửi lại tệp. Thả tệp vào cửa sổ thì số liệu được "
            "ghép vào; dòng nào ở đây đã có số khác thì hỏi lại.",
            parent,
        )
        self.rows = QTreeWidget()
        self.leaves: dict[str, QTreeWidgetItem] = {}
        self.rows.setAccessibleName("Các dòng")
        self.rows.setHeaderHidden(True)
        self.rows.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.rows.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS)
        self.to = text_field("Gửi cho", "Tên đồng nghiệp hoặc bộ phận")
        self.text = text_field("Nội dung", "ví dụ: Cần trước sáng thứ Sáu")
        self.deadline = text_field("Gửi lại trước ngày", "ngày/tháng/năm, không bắt buộc")
        self._fill(report)
        self.add_field(self.rows)
        self.add_field(field_form(self.to, self.text, self.deadline))
        self.go_button = self.add_button("Chọn nơi đặt tệp…", self._agree)
        self.add_button("Thôi")
        self.rows.itemChanged.connect(self._weigh)
        for field in (self.to, self.deadline):
            field.told.connect(self._weigh)
        self._weigh()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the rows that are ticked."""
        return tuple(
            code for code, leaf in self.leaves.items() if leaf.checkState(0) is Qt.CheckState.Checked
        )

    def _fill(self, report: OpenReport) -> None:
        for appendix in report.template.appendices:
            top = QTreeWidgetItem([f"{appendix.title}. {' '.join(appendix.name_lines)}".strip()])
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            for row in appendix.indicators:
                if row.is_asked:
                    leaf = QTreeWidgetItem([f"{row.stt} {row.label}".strip()])
                    leaf.setCheckState(0, Qt.CheckState.Unchecked)
                    top.addChild(leaf)
                    self.leaves[str(row.code)] = leaf
            top.setCheckState(0, Qt.CheckState.Unchecked)
            self.rows.addTopLevelItem(top)
        self.rows.setCurrentIndex(self.rows.model().index(0, 0))

    def _weigh(self) -> None:
        written = self.deadline.text().strip()
        is_dated = not written or read_date(written) is not None
        self.go_button.setEnabled(bool(self.chosen and normal(self.to.whole_text) and is_dated))

    def _agree(self) -> None:
        due = read_date(self.deadline.text())
        said = AskedOfColleague(self.chosen, normal(self.to.text()), normal(self.text.text()), due)
        self.agreed.emit(said)

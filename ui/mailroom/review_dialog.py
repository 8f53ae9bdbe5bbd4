"""Xem xét: a received report beside its last period; accepted, or handed back with comments at its places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QTabWidget,
    QWidget,
)

from cchc_desktop.form.review import Review
from cchc_desktop.office.mailroom.remarks import on_cells
from cchc_desktop.values.moment import moment_in_sentence
from cchc_desktop.values.period import short_date
from cchc_desktop.values.text import normal
from ui.dialogs.question import Question
from ui.look import GRID
from ui.mailroom.prose_review import ProseReview
from ui.mailroom.review_model import REMARK, ReviewModel
from ui.totals.received_model import ReceivedColumn
from ui.widgets.cover_fields import read_date
from ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from datetime import date

    from cchc_desktop.office.mailroom.remarks import Remark
    from cchc_desktop.office.mailroom.reviewing import UnderReview
    from cchc_desktop.office.mailroom.sent_again import SentAgain
    from cchc_desktop.rules.text.section import TextSection
    from cchc_desktop.template.model import Appendix
    from cchc_desktop.values.codes import IndicatorCode

_WIDTHS = {
    ReceivedColumn.STT: (8, 8),
    ReceivedColumn.UNIT: (10, 14),
    ReceivedColumn.FIGURE: (11, 18),
    ReceivedColumn.PREVIOUS: (11, 18),
    ReceivedColumn.NOTE: (26, 34),
    REMARK: (26, 30),
}
"""In digits: on a small screen, and where there is room for every state in one line."""
_WIDTH_IN_DIGITS = 200
_SHARE = 0.55
"""Of the screen's height, at most."""
_NO_SET = "Bộ biểu mẫu của báo cáo này chưa có ở đây nên chưa xem được từng dòng."


@dataclass(frozen=True, slots=True)
class OpenReview:
    """A received report, read so that it can be shown at once."""

    review: UnderReview
    prose: tuple[TextSection, ...]
    steps: int
    """In how many steps it is accepted: 1 or 2."""
    again: SentAgain | None = None
    """What is to know beside it where it was sent before."""


@dataclass(frozen=True, slots=True)
class Return:
    """What is handed back, and what is said with it."""

    comments: tuple[Remark, ...]
    text: str
    deadline: date | None


class ReviewDialog(Question):
    """Typing in the last column writes a remark; on the last tab words of the prose are commented."""

    topic = "cap-tren"

    accepted_once = Signal()
    """The report is to go one step on."""
    handed_back = Signal(object)
    """`Return`."""
    receipt_asked = Signal()
    back_asked = Signal()

    def __init__(self, opened: OpenReview, parent: QWidget | None = None) -> None:
        review = opened.review
        period = review.received.period
        super().__init__(
            f"Xem xét báo cáo {period.name}", f"{review.office.name}, {period.name}", _about(opened), parent
        )
        self._review, self._again = review, opened.again
        self.remarks: dict[IndicatorCode, str] = {}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Các phần của báo cáo")
        self.tables: list[QTableView] = []
        self.prose = ProseReview(opened.prose, opened.again.comments if opened.again else ())
        self.text, self.deadline = TextLine(), TextLine()
        self.only_found = QCheckBox("Chỉ các dòng có phát hiện hoặc giải trình")
        self.only_changed = QCheckBox("Chỉ các dòng đổi so với lần gửi trước, hoặc đã góp ý")
        if opened.again is None:
            self.only_changed.hide()
        self.told = QLabel()
        self._fill_tabs()
        self._add_fields()
        self._add_buttons(opened.steps)
        self._weigh()

    @property
    def returning(self) -> Return:
        """What would be handed back now."""
        comments = (*on_cells(self.remarks), *self.prose.comments)
        return Return(comments, normal(self.text.text()), read_date(self.deadline.text()))

    @property
    def _wished(self) -> int:
        return self.fontMetrics().averageCharWidth() * _WIDTH_IN_DIGITS

    @property
    def _is_wide(self) -> bool:
        return QGuiApplication.primaryScreen().availableGeometry().width() > self._wished

    def _fill_tabs(self) -> None:
        review = self._review
        if review.form and review.template:
            for appendix in review.template.appendices:
                self.tabs.addTab(self._table(appendix), appendix.title)
        else:
            self.tabs.addTab(QLabel(_NO_SET), "Số liệu")
        self.tabs.addTab(self.prose, "Lời văn")
        self.prose.remarked.connect(self._weigh)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.tabs.setMinimumHeight(round(screen.height() * _SHARE))
        self.tabs.setMinimumWidth(min(self._wished, screen.width() - 8 * GRID))
        narrowing = QWidget()
        row = QHBoxLayout(narrowing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        for only in (self.only_found, self.only_changed):
            only.toggled.connect(self._hide_rows)
            row.addWidget(only)
        row.addStretch()
        self.add_field(narrowing)
        self.add_field(self.tabs)

    def _table(self, appendix: Appendix) -> QTableView:
        table, form = QTableView(), self._review.form
        if form is None:
            raise LookupError("no form to show")
        model = ReviewModel(self._review, form, appendix, self.remarks, self._again, table)
        model.remarked.connect(self._weigh)
        table.setModel(model)
        table.setAccessibleName("Số liệu nhận được")
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(ReceivedColumn.LABEL, QHeaderView.ResizeMode.Stretch)
        for column, widths in _WIDTHS.items():
            table.setColumnWidth(column, self.fontMetrics().averageCharWidth() * widths[self._is_wide])
        table.setCurrentIndex(model.index(0, REMARK))
        self.tables.append(table)
        return table

    def _add_fields(self) -> None:
        self.text.setPlaceholderText("Góp ý chung, gửi kèm khi trả lại")
        self.text.setAccessibleName("Góp ý chung")
        self.deadline.setPlaceholderText("gửi lại trước ngày")
        self.deadline.setAccessibleName("Gửi lại trước ngày")
        self.deadline.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)
        asked = QWidget()
        row = QHBoxLayout(asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.text, 1)
        row.addWidget(self.deadline)
        row.addWidget(self.told)
        self.add_field(asked)
        self.text.textChanged.connect(self._weigh)
        self.deadline.textChanged.connect(self._weigh)

    def _add_buttons(self, steps: int) -> None:
        stage = self._review.received.stage
        first_of_two = steps == 2 and stage is Review.RECEIVED
        words = "Đã xem xét" if first_of_two else "Tiếp nhận"
        self.accept_button = self.add_button(words, self.accepted_once.emit)
        self.accept_button.setEnabled(stage in (Review.RECEIVED, Review.REVIEWED))
        self.return_button = self.add_button("Trả lại…", lambda: self.handed_back.emit(self.returning))
        self.back_button = self.add_button("Lùi một bước…", self.back_asked.emit)
        self.back_button.setEnabled(stage is not Review.RECEIVED)
        self.receipt_button = self.add_button("Ghi biên nhận…", self.receipt_asked.emit)
        self.receipt_button.setEnabled(self._review.payload is not None)
        for button in (self.accept_button, self.return_button, self.back_button, self.receipt_button):
            button.setAutoDefault(False)
        self.add_button("Đóng").setAutoDefault(False)

    def _hide_rows(self) -> None:
        review, wanted = self._review, self._wanted_rows()
        appendices = review.template.appendices if review.template else ()
        for table, appendix in zip(self.tables, appendices, strict=False):
            for place, row in enumerate(appendix.indicators):
                table.setRowHidden(place, wanted is not None and row.code not in wanted)

    def _wanted_rows(self) -> frozenset[str] | None:
        """The rows that are shown; None: all of them."""
        found = frozenset(finding.cell for finding in self._review.findings)
        again = self._again
        moved = again.changed | {each.cell for each in again.comments} if again else frozenset()
        chosen = [
            rows for rows, only in ((found, self.only_found), (moved, self.only_changed)) if only.isChecked()
        ]
        return frozenset.intersection(*chosen) if chosen else None

    def _weigh(self) -> None:
        returning, written = self.returning, self.deadline.text().strip()
        count = len(returning.comments)
        self.told.setText(f"{count} góp ý" if count else "Chưa có góp ý")
        is_sound = bool(count or returning.text) and bool(returning.deadline or not written)
        may_return = self._review.payload is not None and self._review.received.stage is not Review.RETURNED
        self.return_button.setEnabled(is_sound and may_return)


def _about(opened: OpenReview) -> str:
    """How it came, how full it is, what stands against it, what is other than the last time."""
    review = opened.review
    payload = review.payload
    parts = [f"{review.received.stage.label}, lần gửi {review.package.sequence}"]
    parts.append(f"đến lúc {moment_in_sentence(review.package.came)}")
    if payload and payload.IssuedDate:
        parts.append(f"số {payload.CodeNumber} ngày {short_date(payload.IssuedDate)}")
    elif payload:
        parts.append("chưa ký")
    if review.form:
        complete = review.form.completeness
        parts.append(f"đã trả lời {complete.answered}/{complete.required} dòng")
        parts.append(f"{len(review.findings)} phát hiện, {len(review.kept)} đã giải trình")
    told = f"{', '.join(parts)}."
    if (again := opened.again) is None:
        return told
    reason = f" Lý do gửi lại: {again.reason}." if again.reason else ""
    return f"{told} {len(again.changed)} dòng đổi so với lần gửi trước.{reason}"

"""Which report is shown, and what has to be known of its figures and form set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.look import GRID
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from cchc_desktop.template.model import Template
    from ui.desk import Desk


class ReportHeader(QFrame):
    """A chooser over the file's reports, the form set beside it, and the marks nobody may miss."""

    chosen = Signal(object)
    """`Period` of the report to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports = QComboBox()
        self.reports.setAccessibleName("Báo cáo đang mở")
        self.reports.setToolTip("Chọn báo cáo của kỳ khác trong tệp này")
        self.reports.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.reports.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.form_set = ElidedLabel()
        self.stage, self.looking, self.sample = QLabel(), QLabel("CHỈ XEM"), QLabel("SỐ LIỆU MẪU")
        self.warning = QLabel("LƯU Ý")
        self.warning.setAccessibleName("Lưu ý về tệp")
        self.looking.setToolTip("Tệp đang mở để sửa ở nơi khác, nên ở đây không sửa được.")
        font = self.sample.font()
        font.setBold(True)
        for mark in (self.warning, self.looking, self.sample):
            mark.setFont(font)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.reports)
        layout.addWidget(self.form_set)
        layout.addWidget(self.stage)
        layout.addStretch()
        layout.addWidget(self.warning)
        layout.addWidget(self.looking)
        layout.addWidget(self.sample)
        self.reports.activated.connect(self._choose)

    def show_desk(self, desk: Desk) -> None:
        """Show what is open on the desk."""
        report, office = desk.report, desk.office
        self.setVisible(report is not None)
        if report is None or office is None:
            return
        self.reports.clear()
        for head in desk.heads:
            name = head.period.name
            self.reports.addItem(name[0].upper() + name[1:], head.period)
            if head.period == report.head.period:
                self.reports.setCurrentIndex(self.reports.count() - 1)
        self.form_set.setText(_set_words(report.template))
        self.form_set.setToolTip(f"{report.template.name}. {report.template.source}")
        self.sample.setVisible(office.profile.is_sample)
        self.looking.setVisible(desk.is_looking)
        self.show_stage(desk)

    def show_stage(self, desk: Desk) -> None:
        """Show how far the report has come, and where its figures are final by whom and since when."""
        if desk.report is None:
            return
        from cchc_desktop.office.figures.locking import locked_by

        self._show_warnings(desk.warnings)
        lock = locked_by(desk.report)
        self.stage.setText(desk.report.head.stage.label)
        self.stage.setToolTip(lock.words if lock else "Bước của báo cáo")

    def _show_warnings(self, warnings: tuple[str, ...]) -> None:
        self.warning.setVisible(bool(warnings))
        self.warning.setToolTip("\n".join(warnings))
        self.warning.setAccessibleDescription(" ".join(warnings))

    def _choose(self) -> None:
        self.chosen.emit(self.reports.currentData())


def _set_words(template: Template) -> str:
    note = template.status + (", phục dựng" if template.reconstructed else "")
    return f"{template.id} · bộ biểu mẫu {note}" if note else template.id

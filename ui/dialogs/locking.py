"""Chốt số liệu: what stands in its way, and opening locked figures again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.office.figures.locking import locked_by, what_blocks_lock, what_waits
from cchc_desktop.rules.wording import in_words
from ui.dialogs.question import Question
from ui.dialogs.reason import ReasonQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.rules.finding import Finding

_ROLE = Qt.ItemDataRole.UserRole
_FEWEST_LINES = 5


class LockQuestion(Question):
    """Lists what blocks, each a way to its cell; where nothing does, asks for the lock."""

    topic = "kiem-tra"

    agreed = Signal()
    followed = Signal(str)
    """Code of the row to show."""

    def __init__(self, report: OpenReport, parent: QWidget | None = None) -> None:
        blocking, odd = what_blocks_lock(report), what_waits(report)
        name = report.head.period.name
        if blocking:
            question = f"Chưa chốt được số liệu {name}: còn {len(blocking)} chỗ phải xem."
            explanation = "Chọn một chỗ để tới ô đó. Những phát hiện khác không cản việc chốt."
        else:
            question = f"Chốt số liệu {name}?"
            left = f" Còn {len(odd)} phát hiện chưa giải trình, sẽ đi kèm báo cáo." if odd else ""
            copied = "" if report.archive.profile.is_sample else " Tệp cơ quan được sao lưu lúc chốt."
            explanation = (
                f"Sau khi chốt, số liệu không sửa được nữa cho đến khi mở chốt và ghi lý do.{copied}{left}"
            )
        super().__init__("Chốt số liệu", question, explanation, parent)
        self.places = QListWidget()
        self.places.setAccessibleName("Những chỗ phải xem")
        if blocking:
            self._list(report, blocking)
            self.go_button = self.add_button("Tới ô", self._go)
        else:
            self.lock_button = self.add_button("Chốt số liệu", self.agreed.emit)
        self.add_button("Thôi")

    def _list(self, report: OpenReport, blocking: tuple[Finding, ...]) -> None:
        for finding in blocking:
            row, place = report.template.indicators[finding.cell], report.template.appendix_of(finding.cell)
            words = in_words(finding, report.form)
            item = QListWidgetItem(f"{place.title}, dòng {row.stt.rstrip('.') or row.label}: {words.message}")
            item.setToolTip(words.remedy)
            item.setData(_ROLE, str(finding.cell))
            self.places.addItem(item)
        self.places.setWordWrap(True)
        self.places.setCurrentRow(0)
        self.places.setMinimumHeight(self.fontMetrics().lineSpacing() * _FEWEST_LINES)
        self.places.itemActivated.connect(self._go)
        self.places.itemActivated.connect(self.close)
        self.add_field(self.places)

    def _go(self) -> None:
        self.followed.emit(str(self.places.currentItem().data(_ROLE)))


def unlock_question(
    report: OpenReport, unlock: Callable[[str], None], parent: QWidget | None = None
) -> ReasonQuestion:
    """Return the question why locked figures are opened again; `unlock` gets the reason."""
    lock = locked_by(report)
    question = ReasonQuestion(
        "Mở chốt số liệu",
        f"Vì sao mở chốt số liệu {report.head.period.name}?",
        f"{lock.words if lock else ''} Lý do được ghi vào nhật ký của tệp.",
        parent=parent,
    )
    question.add_decision("Mở chốt", unlock)
    question.add_button("Thôi")
    return question

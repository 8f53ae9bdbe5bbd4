"""An appendix of a received report with a column in which a reviewer writes what is to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from cchc_desktop.form.entry import write_answer
from cchc_desktop.template.model import Kind
from cchc_desktop.values.text import normal
from ui.totals.received_model import HEADINGS, ReceivedModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.form.form import Form
    from cchc_desktop.office.mailroom.reviewing import UnderReview
    from cchc_desktop.office.mailroom.sent_again import SentAgain
    from cchc_desktop.template.model import Appendix, Indicator
    from cchc_desktop.values.codes import IndicatorCode
    from ui.models.headed_model import Index

Role = Qt.ItemDataRole
REMARK = len(HEADINGS)
"""The column of remarks, after those of the received form."""
_REMARK = "Góp ý"


class ReviewModel(ReceivedModel):
    """Writes into the remarks it is given; what the office sent stays as it is."""

    headings = (*HEADINGS, _REMARK)

    remarked = Signal()

    def __init__(
        self,
        review: UnderReview,
        form: Form,
        appendix: Appendix,
        remarks: dict[IndicatorCode, str],
        again: SentAgain | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(review, form, appendix, parent)
        self._again = again
        self._indicators = appendix.indicators
        self._remarks_by_row = remarks

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == REMARK and self._row(index).kind is not Kind.HEADING:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.column() != REMARK:
            return super().data(index, role)
        text = self._remarks_by_row.get(self._row(index).code, "")
        if role in (Role.DisplayRole, Role.EditRole, Role.ToolTipRole):
            return text
        return (text or "chưa có góp ý") if role == Role.AccessibleTextRole else None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or index.column() != REMARK:
            return False
        code, text = self._row(index).code, normal(str(value))
        self._remarks_by_row.pop(code, None)
        if text:
            self._remarks_by_row[code] = text
        self.dataChanged.emit(index, index)
        self.remarked.emit()
        return True

    def notes(self, row: Indicator) -> Iterator[str]:
        again = self._again
        if again and again.before and row.code in again.changed:
            before = write_answer(row, again.before.answer(row.code))
            yield f"Lần gửi trước: {before or 'để trống'}."
        if again:
            yield from (f"Đã góp ý: {text}" for text in again.comments_at(row.code))
        yield from super().notes(row)

    def _row(self, index: Index) -> Indicator:
        return self._indicators[index.row()]

"""From the clipboard into cells: old fonts are offered for conversion, named rows are shown first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.values.old_encodings import Encoding, converted, looks_old
from ui.dialogs.paste_labels import PasteByLabels
from ui.dialogs.question import Question
from ui.models.meaning import place_name
from ui.refused import Refused
from ui.widgets.ranges import read_range

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QWidget

    from cchc_desktop.form.entry import Entry
    from cchc_desktop.office.figures.filling import Filling
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.values.codes import IndicatorCode
    from ui.desk import Desk
    from ui.widgets.entry_table import EntryTable

_SHOWN = 200


class Pasting(QObject):
    """Asks what has to be asked, one question at a time, and hands the cells over."""

    told = Signal(str, object)
    """A sentence, and a tuple of `Refused`."""
    asked = Signal(object)
    """A question that was just opened."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def paste(self, table: EntryTable, text: str) -> None:
        """Paste a text of the clipboard into the table."""
        if encoding := looks_old(text):
            self.ask_old(text, encoding, partial(self._by_names, table))
        else:
            self._by_names(table, text)

    def ask_old(self, text: str, encoding: Encoding, then: Callable[[str], None]) -> None:
        """Offer a text in an old font's encoding for conversion and go on with what was chosen."""
        new = converted(text, encoding)
        question = Question(
            "Chữ gõ bằng phông cũ",
            f"Chữ này dùng bảng mã {encoding.value}. Chuyển sang Unicode?",
            f"Nếu chuyển, chữ sẽ là: {new[:_SHOWN].strip()}",
            self._window,
        )
        question.add_button("Chuyển sang Unicode", partial(then, new))
        question.add_button("Giữ nguyên chữ", partial(then, text))
        question.add_button("Thôi")
        self._open(question)

    def take(
        self,
        figures: Mapping[IndicatorCode, str],
        notes: Mapping[IndicatorCode, str],
        misplaced: tuple[Refused, ...],
    ) -> None:
        """Put texts into their cells and tell how many took theirs."""
        taken, refused = self._desk.figures.paste(figures, notes)
        if refused or misplaced or taken > 1:
            self._tell(taken, (*refused, *misplaced))

    def _by_names(self, table: EntryTable, text: str) -> None:
        from cchc_desktop.office.figures.filling import plan_filling
        from cchc_desktop.office.figures.labelled import labelled_rows

        report = table.form.report
        rows = labelled_rows(report.template, table.form.appendix, read_range(text))
        if not rows:
            table.put_text(text)
            return
        filling = plan_filling(report, rows)
        entries = {code: entry for code, entry in filling.entries.items() if not entry.is_unread}
        refused = tuple(_refused(report, filling, {f"dòng {row.line}": row.label for row in rows}))
        question = PasteByLabels(report, filling, entries, refused, self._window)
        if entries:
            question.add_button(f"Ghi {len(entries)} ô", partial(self._write, entries, refused))
        question.add_button("Dán theo vị trí ô", partial(table.put_text, text))
        question.add_button("Thôi")
        self._open(question)

    def _write(self, entries: Mapping[IndicatorCode, Entry], refused: tuple[Refused, ...]) -> None:
        from cchc_desktop.values.source import Source

        if self._desk.figures.put(entries, "Dán theo tên chỉ tiêu", Source.PASTED):
            self._tell(len(entries), refused)

    def _tell(self, taken: int, refused: tuple[Refused, ...]) -> None:
        self.told.emit(f"{taken} ô nhận, {len(refused)} ô từ chối.", refused)

    def _open(self, question: Question) -> None:
        self.asked.emit(question)
        question.open()


def _refused(report: OpenReport, filling: Filling, labels: Mapping[str, str]) -> Iterator[Refused]:
    """What the filling could not read, in the words of a paste; `labels` by the place of their line."""
    for row in filling.unread:
        if row.code:
            reason = f"Dòng {place_name(report, row.code)}: {row.reason}"
        else:
            reason = (
                f"“{labels[row.place]}” không khớp chỉ tiêu nào của biểu mẫu nên “{row.text}” chưa được ghi. "
                "Hãy nhập vào đúng dòng."
            )
        yield Refused(row.text, row.code, reason)

"""The question whether a typed value is to stand instead of a computed one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cchc_desktop.form.entry import write_answer
from ui.dialogs.reason import ReasonQuestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.report import OpenReport
    from ui.figure_desk import FigureDesk


def override_question(
    figures: FigureDesk, report: OpenReport, code: str, text: str, parent: QWidget
) -> ReasonQuestion:
    """Return the question, asked with both values; what is decided goes to the desk."""
    row = report.indicator(code)
    computed = write_answer(row, report.form.computed(row.code)) or "chưa tính được"
    question = ReasonQuestion(
        "Ô do chương trình tính",
        "Thay số tính được?",
        f"Dòng {row.stt} {row.label}: chương trình tính {computed}, bạn nhập {text}. Có lý do thì bản in "
        "dùng số bạn nhập; không có lý do thì số đó được ghi lại để đối chiếu, bản in dùng số tính được.",
        reason=report.form.entry(row.code).reason,
        parent=parent,
    )
    question.add_decision("Thay số tính được", partial(figures.override, code, text))
    question.add_button("Chỉ ghi nhận", partial(figures.override, code, text, ""))
    question.add_button("Giữ như cũ")
    return question

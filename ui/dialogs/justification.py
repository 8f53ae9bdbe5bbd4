"""Giải trình: why figures or words stand although a finding speaks against them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.dialogs.reason import ReasonQuestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.findings.found import Found
    from ui.desk import Desk


def may_justify(desk: Desk, *, in_prose: bool) -> bool:
    """Whether findings can be justified: not in a file to look at, nor once what they are about is final."""
    if desk.report is None or desk.is_looking:
        return False
    stage = desk.report.head.stage
    return not (stage.holds_text if in_prose else stage.holds_figures)


def justification(desk: Desk, finding: Found, parent: QWidget) -> ReasonQuestion | None:
    """Return the question that keeps a finding with a reason, or takes that back; None where it is closed."""
    report = desk.report
    if report is None or not may_justify(desk, in_prose=finding.passage is not None):
        return None
    words, stays = finding.words, "Lời văn" if finding.passage else "Số liệu"
    question = ReasonQuestion(
        f"Giải trình {finding.code}",
        words.title,
        f"{words.message} {words.why} {stays} được giữ nguyên; lời giải trình đi kèm báo cáo.",
        reason=report.kept.get(finding.code, ""),
        parent=parent,
    )
    question.add_decision(f"Giữ nguyên {stays.lower()}", partial(desk.keep, finding.code))
    if finding.code in report.kept:
        question.add_button("Bỏ giải trình", partial(desk.keep, finding.code, ""))
    question.add_button("Thôi")
    return question

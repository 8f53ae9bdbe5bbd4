"""Giải trình: why figures or words stand although a finding speaks against them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.dialogs.reason import ReasonQuestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cchc_desktop.office.findings.found import Found
    from ui.desk import Desk


def justification(desk: Desk, finding: Found, parent: QWidget) -> ReasonQuestion | None:
    """Return the question that keeps a finding with a reason, or takes that back; None without a report."""
    report = desk.report
    if report is None:
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

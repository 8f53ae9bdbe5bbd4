"""The one thing to do next: what the office's latest report waits for."""

from dataclasses import dataclass
from enum import Enum, auto

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.proposing import Proposal
from cchc_desktop.office.summaries import Summary
from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.period import Period

_LEFT_TO_SEND = {
    Stage.LOCKED: "Số liệu {name} đã chốt. Tạo báo cáo Word (trang Báo cáo) để trình ký, rồi gửi cấp trên.",
    Stage.PRESENTED: "Báo cáo {name} đang trình ký. Khi đã ký, ghi số và ngày ký rồi gửi cấp trên.",
    Stage.SIGNED: "Báo cáo {name} đã ký. Gửi cấp trên.",
}
"""What is left to do of a report whose figures are final, by its stage."""


class Step(Enum):
    """What a person does next."""

    BEGIN = auto()
    ANSWER = auto()
    SETTLE = auto()
    LOCK = auto()
    SEND = auto()


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step, the period it is about, and the sentence that says why."""

    step: Step
    period: Period
    sentence: str


def next_step(summaries: tuple[Summary, ...], proposal: Proposal) -> NextStep:
    """Return what the latest report waits for; the report to begin where that one has left."""
    if not summaries:
        return NextStep(Step.BEGIN, proposal.period, f"Báo cáo cần lập: {proposal.words}")
    latest = summaries[0]
    period, name = latest.head.period, latest.head.period.name
    waiting = latest.completeness.required - latest.completeness.answered
    blocking, odd = latest.found.get(Severity.BLOCK, 0), latest.found.get(Severity.WARN, 0)
    if latest.head.stage.holds_figures:
        if latest.sent is None and latest.head.stage in _LEFT_TO_SEND:
            return NextStep(Step.SEND, period, _LEFT_TO_SEND[latest.head.stage].format(name=name))
        return NextStep(
            Step.BEGIN, proposal.period, f"Báo cáo {name} đã xong. Báo cáo tiếp theo: {proposal.words}"
        )
    if waiting:
        return NextStep(Step.ANSWER, period, f"Báo cáo {name} còn {waiting} dòng chưa trả lời.")
    if blocking or odd:
        sentence = f"Báo cáo {name} đã đủ số liệu, còn {blocking + odd} phát hiện cần sửa hoặc giải trình."
        return NextStep(Step.SETTLE, period, sentence)
    return NextStep(Step.LOCK, period, f"Số liệu {name} đã đủ và khớp. Chốt số liệu để gửi.")

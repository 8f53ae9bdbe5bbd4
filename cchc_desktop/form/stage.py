"""How far a report has come."""

from enum import Enum


class Stage(Enum):
    """A report's stage; the same words everywhere."""

    DRAFT = "draft"
    CHECKED = "checked"
    LOCKED = "locked"
    PRESENTED = "presented"
    """With whoever signs, who may still mend the words."""
    SIGNED = "signed"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"

    @property
    def holds_figures(self) -> bool:
        """Whether the figures are final: nothing changes them before the report is opened again."""
        return self in _FINAL

    @property
    def holds_text(self) -> bool:
        """Whether the prose is final too; while only figures are locked, whoever signs may mend it."""
        return self in (Stage.SIGNED, Stage.SUBMITTED, Stage.ACCEPTED)

    @property
    def label(self) -> str:
        """The stage in Vietnamese."""
        return _LABELS[self]


_FINAL = (Stage.LOCKED, Stage.PRESENTED, Stage.SIGNED, Stage.SUBMITTED, Stage.ACCEPTED)
_LABELS = {
    Stage.DRAFT: "Đang nhập",
    Stage.CHECKED: "Đã kiểm tra",
    Stage.LOCKED: "Đã chốt số liệu",
    Stage.PRESENTED: "Đang trình ký",
    Stage.SIGNED: "Đã ký",
    Stage.SUBMITTED: "Đã gửi",
    Stage.ACCEPTED: "Đã tiếp nhận",
    Stage.RETURNED: "Bị trả lại",
}

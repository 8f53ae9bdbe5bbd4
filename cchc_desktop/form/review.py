"""How far the superior office has come with a report it received."""

from enum import Enum


class Review(Enum):
    """The stage of a received report; the same words everywhere."""

    RECEIVED = "received"
    REVIEWED = "reviewed"
    """Where acceptance takes two steps: the first is done."""
    RETURNED = "returned"
    ACCEPTED = "accepted"

    @property
    def label(self) -> str:
        """The stage in Vietnamese."""
        return _LABELS[self]


_LABELS = {
    Review.RECEIVED: "Đã nhận",
    Review.REVIEWED: "Đã xem xét",
    Review.RETURNED: "Đã trả lại",
    Review.ACCEPTED: "Đã tiếp nhận",
}

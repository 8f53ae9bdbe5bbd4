"""How far the prose of a section has come."""

from enum import Enum


class SectionState(Enum):
    """The state of one section; a person's words, except that text decides between empty and edited."""

    EMPTY = "empty"
    CARRIED_OVER = "carried-over"
    """Proposed from the last period, and nobody has touched or confirmed it yet."""
    EDITED = "edited"
    DONE = "done"
    """Somebody said so; an empty section can be done as well: nothing is to be said there."""

    @property
    def label(self) -> str:
        """The state in Vietnamese."""
        return _LABELS[self]


_LABELS = {
    SectionState.EMPTY: "Chưa viết",
    SectionState.CARRIED_OVER: "Chép từ kỳ trước, chưa xem lại",
    SectionState.EDITED: "Đang viết",
    SectionState.DONE: "Đã xong",
}

"""What became of one file that came: the one line a person reads of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc_desktop.exchange.inspection import Difference, Question


class Verdict(Enum):
    """What became of a file. The value is the word on the command line."""

    ACCEPTED = "accepted"
    QUESTIONS = "questions"
    """Stored, and waiting for a person; nothing of it counts until then."""
    REFUSED = "refused"
    """Nothing of it was stored."""

    @property
    def label(self) -> str:
        """The verdict in Vietnamese."""
        return _LABELS[self]


_LABELS = {
    Verdict.ACCEPTED: "Đã nhận",
    Verdict.QUESTIONS: "Chờ xem",
    Verdict.REFUSED: "Không nhận",
}


@dataclass(frozen=True, slots=True)
class Received:
    """One file that came."""

    file: str
    """With the mail or archive it came in."""
    verdict: Verdict
    reason: str = ""
    """Why, in sentences; empty where there is nothing to say."""
    kind: str = ""
    office: str = ""
    """Code or name as the file has it."""
    office_id: str = ""
    """Id on the list of offices below; empty for the superior, for oneself and where nobody knows."""
    name: str = ""
    """The sender's name as the file has it."""
    period: str = ""
    sequence: int = 0
    package: int = 0
    """Id of the stored package; 0 where nothing was stored."""
    new: int = 0
    changed: int = 0
    same: int = 0
    """Cells, beside what the office had reported before."""
    differences: tuple[Difference, ...] = field(default=())
    questions: tuple[Question, ...] = field(default=())
    may_come_again: bool = False
    """Whether it was refused for a disk's sake, not for what it says: the same file may be taken later."""

    @property
    def document(self) -> dict[str, object]:
        """The line as the command line's JSON has it."""
        return {
            "file": self.file,
            "outcome": self.verdict.value,
            "kind": self.kind,
            "office": self.office,
            "office_id": self.office_id,
            "name": self.name,
            "period": self.period,
            "sequence": self.sequence,
            "package": self.package or None,
            "reason": self.reason,
            "new": self.new,
            "changed": self.changed,
            "same": self.same,
            "differences": [
                {"cell": each.cell, "payload": each.payload, "sheet": each.sheet} for each in self.differences
            ],
            "questions": [
                {"cell": each.cell, "place": each.place, "text": each.text, "doubt": each.doubt.value}
                for each in self.questions
            ],
        }

    @property
    def words(self) -> str:
        """The line as a person reads it."""
        who = f" {self.name}, {self.period} lần {self.sequence}." if self.name and self.sequence else ""
        cells = ""
        if self.kind == "report" and self.verdict is Verdict.ACCEPTED:
            cells = f" Số liệu mới {self.new}, thay đổi {self.changed}, như cũ {self.same}."
        reason = f" {self.reason}" if self.reason else ""
        return f"[{self.verdict.label}] {self.file}:{who}{cells}{reason}"

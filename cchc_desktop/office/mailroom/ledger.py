"""The exchange files that came and left, as a person looks them up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.storage.packages import Direction, Outcome, Package, list_packages, list_waiting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cchc_desktop.office.office import Office
    from cchc_desktop.values.period import Period

KINDS: Mapping[str, str] = {
    "report": "Báo cáo",
    "request": "Yêu cầu báo cáo",
    "return": "Trả lại",
    "receipt": "Biên nhận",
    "contribution": "Phiếu góp số liệu",
}
"""What a person calls each kind of file."""
_NO_KIND = "Tệp khác"
OUTCOMES = {
    Outcome.ACCEPTED: "Đã nhận",
    Outcome.QUESTIONS: "Chờ xem",
    Outcome.SET_ASIDE: "Không dùng",
}
"""What became of a file that was received."""


@dataclass(frozen=True, slots=True)
class Entered:
    """One file of the ledger."""

    package: Package
    with_whom: str
    """The office it came from or is for; empty where that is nobody on the list."""

    @property
    def came(self) -> bool:
        """Whether it came in; it left otherwise."""
        return self.package.direction is Direction.IN

    @property
    def waits(self) -> bool:
        """Whether a person has to decide about it."""
        return self.package.outcome is Outcome.QUESTIONS

    @property
    def kind(self) -> str:
        """The kind of file in words."""
        return KINDS.get(self.package.kind, _NO_KIND)

    @property
    def outcome(self) -> str:
        """What became of it in words."""
        return OUTCOMES[self.package.outcome] if self.came else "Đã gửi"

    @property
    def at(self) -> datetime:
        """When it came or left, local time."""
        return self.package.came.astimezone()


def ledger(office: Office, *, period: Period | None = None, is_waiting: bool = False) -> tuple[Entered, ...]:
    """Return every file that was stored or sent, the latest first; those of a period, or that wait."""
    offices, superior = office.offices.all().by_id, office.profile.superior.name

    def whom(package: Package) -> str:
        if package.office in offices:
            return offices[package.office].name
        is_above = package.kind in _ABOVE[package.direction]
        return superior if is_above else package.sender

    outcome = Outcome.QUESTIONS if is_waiting else None
    packages = list_packages(office.archive.db, period=period, outcome=outcome)
    return tuple(Entered(package, whom(package)) for package in reversed(packages))


def waiting_count(office: Office) -> int:
    """Return how many files wait for a person."""
    return len(list_waiting(office.archive.db))


_ABOVE = {Direction.IN: ("request", "return", "receipt"), Direction.OUT: ("report",)}
"""Which kinds come from the superior, and which go there."""

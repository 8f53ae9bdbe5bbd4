"""What was agreed with one office for one period: that it need not report, or may do so later."""

from dataclasses import dataclass
from datetime import date

from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class SpecialCase:
    """An exception from what holds for every office in every period."""

    office: str
    """Id of the office below."""
    period: Period
    is_excused: bool = False
    """Whether it does not report for this period at all."""
    deadline: date | None = None
    """Until when it may report, where that is another day than everybody's."""
    reason: str = ""

    def __bool__(self) -> bool:
        """Whether anything is agreed; an empty one takes an exception away."""
        return self.is_excused or self.deadline is not None

"""What the window asks of the page of any station."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.compound import Compound

if TYPE_CHECKING:
    from ui.remembered import Remembered


@dataclass(frozen=True, slots=True)
class StationNumber:
    """The small number beside a station's name."""

    text: str
    spoken: str
    """What a screen reader says of it."""


class Page(Compound):
    """A page with nothing to hand over, to find, to count or to remember; each kind says what it has."""

    title = ""
    """The name of the station, in the left column and in the menu."""
    icon = "report"
    """The name of its icon among those of the family (`resources/icons`)."""
    topic = "bat-dau"
    """The page of the help that tells of it."""
    needs_report = True
    """Whether it stays closed while the office has no report."""

    followed = Signal(str)
    """Code of the row whose figure is to be shown."""

    def commit(self) -> bool:
        """Hand over what an open editor holds; say whether it was taken without a question or refusal."""
        return True

    def number(self) -> StationNumber | None:
        """Return how far work on this page is; None where nothing is counted."""
        return None

    def begin_search(self) -> bool:
        """Offer the line to search this page with; say whether it has one."""
        return False

    def explain_here(self) -> bool:
        """Explain the very place of the cursor on the page itself; say whether there was something to say."""
        return False

    def go_to_finding(self, *, forward: bool) -> bool:
        """Go to the next or previous place at which something is odd; say whether there are such places."""
        return False

    def recall(self, remembered: Remembered) -> None:
        """Arrange the page as it was left the last time."""

    def remember(self, remembered: Remembered) -> None:
        """Keep how the page is arranged."""

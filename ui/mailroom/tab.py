"""One side of the exchange, as a tab of Gửi – Nhận."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.compound import Compound

if TYPE_CHECKING:
    from cchc_desktop.office.office import Office


class Tab(Compound):
    """A tab that is kept up to date while it is seen."""

    title = ""

    def refresh(self) -> None:
        """Show what there is now; called when the tab is seen and whenever something changed."""

    def is_of_use(self, office: Office) -> bool:
        """Whether the office has anything to do on it; else the tab is not shown."""
        return True

    def begin_search(self) -> bool:
        """Offer the line to search the tab with; say whether it has one."""
        return False

    def commit(self) -> bool:
        """Hand over what an open editor holds; say whether it was taken."""
        return True

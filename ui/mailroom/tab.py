"""One side of the exchange, as a tab of Gửi – Nhận."""

from PySide6.QtWidgets import QWidget


class Tab(QWidget):
    """A tab that is kept up to date while it is seen."""

    title = ""

    def refresh(self) -> None:
        """Show what there is now; called when the tab is seen and whenever something changed."""

    def commit(self) -> bool:
        """Hand over what an open editor holds; say whether it was taken."""
        return True

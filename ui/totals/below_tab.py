"""A tab of Gửi – Nhận that only an office with offices below it has use for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.template.model import Level
from ui.mailroom.tab import Tab

if TYPE_CHECKING:
    from cchc_desktop.office.office import Office


class BelowTab(Tab):
    """Wards and communes have nobody below them, unless they say so by listing some."""

    def is_of_use(self, office: Office) -> bool:
        return office.profile.level is not Level.COMMUNE or bool(len(office.offices.all()))

    def tell(self, words: str) -> None:
        """Say what was done or why not."""
        raise NotImplementedError

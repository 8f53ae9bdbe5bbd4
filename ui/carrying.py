"""What the desk knows of a stick: the program runs from it, and its files are worked on here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.keeping.carried import Carried
    from cchc_desktop.office.keeping.portable import Stick


@dataclass(slots=True)
class Carrying:
    """The stick, if there is one, and its file that is open."""

    stick: Stick | None = None
    carried: Carried | None = None

    def known(self, path: Path) -> Carried | None:
        """Return the file whose copy on this machine that path is, if it is one."""
        return self.stick.taken(path) if self.stick else None

    def turn_to(self, carried: Carried | None) -> None:
        """Go over to another file; of the one of before nothing stays here that the stick has too."""
        if self.carried and (carried is None or carried.working != self.carried.working):
            self.carried.forget()
        self.carried = carried

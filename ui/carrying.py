"""What the desk does where the program runs from a stick: files are worked on here and copied out whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cchc_desktop.errors import CchcError

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.keeping.portable import Carried, Stick


class Carrying(QObject):
    """The stick, if there is one, and its file that is open."""

    told = Signal(object)
    """`CchcError`: what stands in the way of copying out, or how the two copies stood."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stick: Stick | None = None
        self.carried: Carried | None = None

    def taken_out(self, path: Path) -> Carried | None:
        """Return the file with its copy on this machine; None where it is worked on in its place."""
        if self.stick is None:
            return None
        return self.stick.taken(path) or (self.stick.take_out(path) if self.stick.carries(path) else None)

    def turn_to(self, carried: Carried | None) -> None:
        """Go over to another file: the one of before is copied out."""
        if self.carried and (carried is None or carried.working != self.carried.working):
            self.bring_back()
            self.carried.forget()
        self.carried = carried
        if carried and carried.note:
            self.told.emit(CchcError(carried.note))

    def bring_back(self) -> bool:
        """Copy the open file out whole; say whether it lies there now. Without a stick nothing is done."""
        from cchc_desktop.office.keeping.portable import CarriedFileChanged

        try:
            if self.carried:
                self.carried.bring_back()
        except CarriedFileChanged as beside:
            self.told.emit(beside)
        except CchcError as refusal:
            self.told.emit(refusal)
            return False
        return True

    def leave(self) -> None:
        """Leave nothing of the office on this machine that the stick has too."""
        if self.carried:
            self.carried.forget()
            self.carried = None

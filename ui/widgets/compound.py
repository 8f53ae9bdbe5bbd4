"""Several controls that are given the keyboard as one."""

from PySide6.QtWidgets import QWidget


class Compound(QWidget):
    """Gives the keyboard to the control at which work begins; Tab goes through all of them.

    Qt's own way for that, a focus proxy, has Tab enter at that control and pass over those before it.
    """

    @property
    def entrance(self) -> QWidget | None:
        """The control at which work begins; None while there is none."""
        return None

    def begin(self) -> None:
        """Give the keyboard to the control at which work begins."""
        entrance = self.entrance
        if isinstance(entrance, Compound):
            entrance.begin()
        else:
            (entrance or self).setFocus()

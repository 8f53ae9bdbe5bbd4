"""Where a change came from."""

from enum import Enum


class Source(Enum):
    """By which road a change came."""

    TYPED = "typed"
    PASTED = "pasted"
    IMPORTED = "imported"
    RECEIVED = "received"
    REGISTER = "register"
    """Counted in the office's own registers, and taken over by a person."""
    ROLLED_UP = "rolled-up"
    """Added up from what the offices below reported; such a cell follows their corrections."""
    PROPOSED = "proposed"
    """By the program, for a person to confirm or correct."""
    RESTORED = "restored"
    """Out of a backup, or out of what could be read of a damaged file."""
    UNDONE = "undone"
    """A person took a change back, or took the taking back back."""

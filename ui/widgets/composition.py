"""The word that an input method is composing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

Key = Qt.Key
_ECHO = 0.5
"""Seconds within which an input method commits a word that was taken from it already."""
_HELD = {Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_CapsLock}


class Composition:
    """Keeps the word in sight, so that it is neither lost nor taken twice.

    ibus commits a word before it hands on the key that ends it, and when the focus leaves. fcitx, which
    answers in the place of ibus, hands on the key first, and drops the word when the focus leaves.
    """

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self.word = ""
        """What is being composed."""
        self._dropped = ""
        self._taken, self._taken_at = "", 0.0

    @property
    def pending(self) -> str:
        """The word, or the one the input method let go of in this very turn of the event loop."""
        return self.word or self._dropped

    def follow(self, event: QInputMethodEvent) -> None:
        """Note what a step of the input method leaves to be composed."""
        word = event.preeditString()
        if self.word and not word and not event.commitString():
            self._dropped = self.word
            QTimer.singleShot(0, self._owner, self._forget)  # nobody left meanwhile: it was erased
        self.word = word
        if word:
            self._taken = ""

    def take(self) -> str:
        """Return the word that becomes part of the text now, without the input method's help."""
        word = self.pending
        self.word = self._dropped = ""
        if word:
            self._taken, self._taken_at = word, time.monotonic()
        return word

    def is_echo(self, event: QInputMethodEvent) -> bool:
        """Whether a step commits, late, the word that was taken already; it is one once."""
        is_late = time.monotonic() - self._taken_at < _ECHO
        if not self._taken or event.preeditString() or event.commitString() != self._taken or not is_late:
            return False
        self._taken = ""
        return True

    def is_ended_by(self, event: QKeyEvent) -> bool:
        """Whether there is a word and the key ends it: the input method would have kept any other."""
        return bool(self.word) and event.key() not in _HELD

    def _forget(self) -> None:
        self._dropped = ""

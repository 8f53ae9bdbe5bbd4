"""An office file of a stick, and its copy on this machine: worked on here, copied out whole.

A stick that is pulled out while a file is written can spoil it, so the office file never is written in place:
it is copied onto the machine, and back in one swap. Both sides are compared before anything is replaced, by
digests of what was last the same on both.
"""

from __future__ import annotations

import json
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.office.writing import Step, write_whole

_STATE = "phien.json"
_READ_AT_ONCE = 1 << 20
"""Bytes between two steps of reading."""
_SAFE = "Bản đang làm vẫn nằm trọn trong máy này."
_GONE = (
    "Không thấy nơi cất tệp “{file}”: có thể thẻ nhớ đã rút ra. Hãy cắm lại thẻ rồi làm lại; không có thẻ "
    "thì bản trong máy chờ đến lần mở sau."
)
_UNREADABLE = "Không đọc được tệp “{file}” trên thẻ nhớ. Hãy rút thẻ ra, cắm lại rồi làm lại."
_CHANGED_THERE = (
    "Tệp trên thẻ nhớ đã bị thay đổi trong lúc làm việc, nên không bị ghi đè. Bản đang làm được chép cạnh đó "
    "với tên {aside}."
)


class CarriedFileChanged(CchcError):
    """The file on the stick is another than the one that was taken out; ours lies beside it."""


@dataclass(slots=True)
class Carried:
    """An office file of the stick and the copy of it that is worked on."""

    source: Path
    working: Path
    note: str = ""
    """What a person should know of how the two stood when the file was taken out."""

    @classmethod
    def known(cls, working: Path) -> Self | None:
        """Return the file whose working copy that path is; None where nothing is known of one."""
        state = _State.read(working.parent / _STATE)
        return cls(Path(state.source), working) if state else None

    def bring_back(self, step: Step | None = None) -> Path:
        """Copy the file out, in one swap; return where it lies. Nothing is written where nothing is new.

        `step` hears of each piece that has reached the stick; what it raises leaves the stick as it was.
        Raises `FileRefused` where the stick is gone or full, and `CarriedFileChanged` where the file there
        was changed meanwhile: then the copy lies beside it under a name of its own. The working copy stays.
        """
        content = content_of(self.working)
        try:
            return self._brought_back(content, step)
        except FileRefused as refusal:
            raise FileRefused(f"{refusal.message} {_SAFE}") from refusal

    def _brought_back(self, content: bytes, step: Step | None) -> Path:
        there = self._on_stick()
        if there is not None and there not in (digest(content), self._state().stick):
            aside = write_whole(beside(self.source, "bản đang làm"), content, step)
            self.source = aside  # what is done from now on goes there, and never over the file of others
            self.agree(digest(content), digest(content))
            raise CarriedFileChanged(_CHANGED_THERE.format(aside=aside.name))
        if there != digest(content):
            write_whole(self.source, content, step)
        self.agree(digest(content), digest(content))
        return self.source

    def _on_stick(self) -> str | None:
        """Return the digest of the file on the stick, or None where there is a stick without it."""
        try:
            if not self.source.parent.is_dir():
                raise FileRefused(_GONE.format(file=self.source))
            if not self.source.exists():
                return None
        except OSError as error:  # a stick that is half pulled out
            raise FileRefused(_GONE.format(file=self.source)) from error
        return digest(read_whole(self.source))

    def forget(self) -> None:
        """Leave nothing of the office on this machine; what was not brought back stays."""
        if self.is_newer_here:
            return
        folder = self.working.parent
        with suppress(OSError):  # held by a scanner: it goes the next time
            self.working.unlink(missing_ok=True)
            (folder / _STATE).unlink(missing_ok=True)
            folder.rmdir()

    @property
    def is_newer_here(self) -> bool:
        """Whether the copy on this machine holds what the stick has not."""
        return self.working.exists() and digest(content_of(self.working)) != self._state().here

    def was_left_with(self, content: bytes) -> bool:
        """Whether the file on the stick was that content when both sides were compared last."""
        return digest(content) == self._state().stick

    def agree(self, stick: str, here: str) -> None:
        """Remember the digests of both sides as what was compared last."""
        _State(str(self.source), stick, here).write(self.working.parent / _STATE)

    def _state(self) -> _State:
        return _State.read(self.working.parent / _STATE) or _State(str(self.source), "", "")


@dataclass(frozen=True, slots=True)
class _State:
    """What both sides were when they were last compared."""

    source: str
    stick: str
    here: str

    @classmethod
    def read(cls, path: Path) -> Self | None:
        with suppress(OSError, ValueError, TypeError):
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        return None

    def write(self, path: Path) -> None:
        content = {"source": self.source, "stick": self.stick, "here": self.here}
        write_whole(path, json.dumps(content).encode())


def read_whole(source: Path, step: Step | None = None) -> bytes:
    """Return what a file on a stick holds, or raise `FileRefused`; `step` hears of each piece."""
    content = bytearray()
    try:
        total = source.stat().st_size
        with source.open("rb") as stream:
            while piece := stream.read(_READ_AT_ONCE):
                content += piece
                if step:
                    step(len(content), total)
    except OSError as error:
        raise FileRefused(_UNREADABLE.format(file=source)) from error
    return bytes(content)


def content_of(working: Path) -> bytes:
    """Return the whole office file, as after its last finished change, even while it is open."""
    import sqlite3

    try:
        with closing(sqlite3.connect(working)) as db:
            return db.serialize()
    except sqlite3.DatabaseError:  # damaged: it is carried as it is, and told of at its opening
        return working.read_bytes()


def digest(content: bytes) -> str:
    """Return what tells this content from any other."""
    return sha256(content).hexdigest()


def beside(path: Path, what: str) -> Path:
    """Return a free name beside the file that says what it is."""
    number, free = 1, path.with_name(f"{path.stem} ({what}){path.suffix}")
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({what} {number}){path.suffix}")
    return free

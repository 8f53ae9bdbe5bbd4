"""A program on a stick: settings lie beside it, the office file is worked on locally and copied out whole.

A stick that is pulled out while a file is written can spoil it, so the office file never is written in place:
it is copied onto the machine, and back in one swap. Both sides are compared before anything is replaced, by
digests of what was last the same on both.
"""

from __future__ import annotations

import json
import os
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.office.writing import write_whole

MARKER = "mang-theo.txt"
"""A file beside the program that makes its folder a portable one; it holds the stick's name for machines."""
SETTINGS = "thiet-lap"
_STATE = "phien.json"
_GONE = (
    "Không thấy nơi cất tệp “{file}”: có thể thẻ nhớ đã rút ra. Bản mới nằm an toàn trong máy này. Hãy cắm "
    "lại thẻ rồi làm lại; nếu đóng cửa sổ lần nữa mà không có thẻ, bản ấy chờ trong máy đến lần mở sau."
)
_UNREADABLE = "Không đọc được tệp “{file}” trên thẻ nhớ. Hãy rút thẻ ra, cắm lại rồi mở lại."
_RESUMED = (
    "Lần trước bản trong máy chưa được chép ra thẻ nhớ, nên chương trình mở bản trong máy, là bản mới hơn."
)
_BOTH = (
    "Tệp trên thẻ nhớ và bản trong máy này đều đã được sửa. Chương trình mở bản trên thẻ, và cất bản trong "
    "máy cạnh đó với tên {aside}. Hãy xem bản nào đúng trước khi làm tiếp."
)
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

    def bring_back(self) -> Path:
        """Copy the file out, in one swap; return where it lies.

        Raises `FileRefused` where the stick is gone or full, and `CarriedFileChanged` where the file there
        was changed meanwhile: then the copy lies beside it under a name of its own. The working copy stays.
        """
        if not self.source.parent.is_dir():
            raise FileRefused(_GONE.format(file=self.source))
        content = _content(self.working)
        if self.source.exists() and _digest(self.source.read_bytes()) != self._state().stick:
            aside = write_whole(_beside(self.source, "bản đang làm"), content)
            self.agree(self.source.read_bytes(), content)
            raise CarriedFileChanged(_CHANGED_THERE.format(aside=aside.name))
        write_whole(self.source, content)
        self.agree(content, content)
        return self.source

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
        return self.working.exists() and _digest(_content(self.working)) != self._state().here

    def _state(self) -> _State:
        return _State.read(self.working.parent / _STATE) or _State(str(self.source), "", "")

    def agree(self, stick: bytes, here: bytes) -> None:
        """Remember the content of both sides as what was compared last."""
        _State(str(self.source), _digest(stick), _digest(here)).write(self.working.parent / _STATE)


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


@dataclass(frozen=True, slots=True)
class Stick:
    """The folder of a portable program, and where this machine keeps what is worked on."""

    folder: Path
    local: Path

    @property
    def settings(self) -> Path:
        """Where settings and logs lie, so that nothing is written into the machine's own folders."""
        return self.folder / SETTINGS

    @property
    def backups(self) -> Path:
        """Where backups go if nobody chose another folder: beside a copy on this machine they were lost."""
        return self.folder / "sao-luu"

    def carries(self, path: Path) -> bool:
        """Whether the file lies on the stick, and not among the copies on this machine."""
        if path.resolve().is_relative_to(self.local.resolve()):
            return False
        return path.exists() and _volume(path) == _volume(self.folder)

    def taken(self, path: Path) -> Carried | None:
        """Return the file whose working copy that path is, if it is one."""
        state = _State.read(path.parent / _STATE) if path.parent.parent == self._copies else None
        return Carried(Path(state.source), path) if state else None

    def take_out(self, path: Path) -> Carried:
        """Copy an office file onto this machine, unless what lies here is newer.

        What was changed on both sides is kept on both: ours goes beside the file on the stick.
        """
        source = path.resolve()
        carried = Carried(source, self._copies / self._key(source) / source.name)
        content = _read(source)
        known = _State.read(carried.working.parent / _STATE)
        if known and carried.is_newer_here:
            if _digest(content) == known.stick:
                carried.note = _RESUMED
                return carried
            aside = write_whole(_beside(source, "bản trong máy"), _content(carried.working))
            carried.note = _BOTH.format(aside=aside.name)
        for left in (carried.working, carried.working.with_name(f"{source.name}-journal")):
            left.unlink(missing_ok=True)
        write_whole(carried.working, content)
        carried.agree(content, content)
        return carried

    @property
    def _copies(self) -> Path:
        return self.local / "ban-lam-viec"

    def _key(self, source: Path) -> str:
        """The same for a file whatever letter its drive has today, another for another stick's."""
        place = source.relative_to(source.anchor).as_posix()
        name = (self.folder / MARKER).read_text(encoding="utf-8").strip()
        return sha256(f"{name}\n{place}".encode()).hexdigest()[:16]


def stick_of(program: Path, local: Path) -> Stick | None:
    """Return the stick if a marker lies beside the program; it is named at its first start."""
    marker = program / MARKER
    if not marker.is_file():
        return None
    with suppress(OSError):  # a stick that takes no writing has no name, and needs none
        if not marker.read_text(encoding="utf-8").strip():
            marker.write_text(f"{os.urandom(8).hex()}\n", encoding="utf-8")
    return Stick(program.resolve(), local)


def _volume(path: Path) -> str | int:
    return path.resolve().drive.lower() or path.stat().st_dev


def _content(working: Path) -> bytes:
    """Return the whole office file, as after its last finished change, even while it is open."""
    import sqlite3

    try:
        with closing(sqlite3.connect(working)) as db:
            return db.serialize()
    except sqlite3.DatabaseError:  # damaged: it is carried as it is, and told of at its opening
        return working.read_bytes()


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise FileRefused(_UNREADABLE.format(file=source)) from error


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _beside(path: Path, what: str) -> Path:
    """Return a free name beside the file that says what it is."""
    number, free = 1, path.with_name(f"{path.stem} ({what}){path.suffix}")
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({what} {number}){path.suffix}")
    return free

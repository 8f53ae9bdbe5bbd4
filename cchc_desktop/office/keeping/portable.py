"""A program on a stick: settings lie beside it, its office files are worked on here."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from cchc_desktop.office.keeping.carried import Carried, beside, content_of, digest, read_whole
from cchc_desktop.office.writing import Step, write_whole

if TYPE_CHECKING:
    from pathlib import Path, PurePath

MARKER = "mang-theo.txt"
"""A file beside the program that makes its folder a portable one; it holds the stick's name for machines."""
SETTINGS = "thiet-lap"
_RESUMED = (
    "Lần trước bản trong máy chưa được chép ra thẻ nhớ, nên chương trình mở bản trong máy, là bản mới hơn."
)
_BOTH = (
    "Tệp trên thẻ nhớ và bản trong máy này đều đã được sửa. Chương trình mở bản trên thẻ, và cất bản trong "
    "máy cạnh đó với tên {aside}. Hãy xem bản nào đúng trước khi làm tiếp."
)


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
        """Whether the file lies on the stick, or would, and not among the copies on this machine."""
        if path.resolve().is_relative_to(self.local.resolve()):
            return False
        with suppress(OSError):  # no such folder, or the stick is gone
            return _volume(path.resolve().parent) == _volume(self.folder)
        return False

    def taken(self, path: Path) -> Carried | None:
        """Return the file whose working copy that path is, if it is one."""
        return Carried.known(path) if path.parent.parent == self._copies else None

    def take_out(self, path: Path, step: Step | None = None) -> Carried:
        """Copy an office file onto this machine, unless what lies here is newer; `step` hears of each piece.

        What was changed on both sides is kept on both: ours goes beside the file on the stick.
        """
        source = path.resolve()
        carried = Carried(source, self._copies / self._key(source) / source.name)
        content = read_whole(source, step)
        if Carried.known(carried.working) and carried.is_newer_here:
            if carried.was_left_with(content):
                carried.note = _RESUMED
                return carried
            aside = write_whole(beside(source, "bản trong máy"), content_of(carried.working), step)
            carried.note = _BOTH.format(aside=aside.name)
        for left in (carried.working, carried.working.with_name(f"{source.name}-journal")):
            left.unlink(missing_ok=True)
        write_whole(carried.working, content)
        carried.agree(digest(content), digest(content))
        return carried

    @property
    def _copies(self) -> Path:
        return self.local / "ban-lam-viec"

    def _key(self, source: PurePath) -> str:
        """The same for a file whatever letter its drive has today, another for another stick's."""
        place = source.relative_to(source.anchor).as_posix()
        name = read_whole(self.folder / MARKER).decode().strip()
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

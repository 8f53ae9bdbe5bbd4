"""Copies of the office file: their names, which say of what, when and why, and the folder they lie in.

`sao-luu/phuong-mau.20260915-083015.hang-ngay.cchc` lies beside `phuong-mau.cchc`. The name alone tells all
that; nothing is remembered elsewhere, so copies that are moved or deleted by hand confuse nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from glob import escape
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "sao-luu"
UNFINISHED = ".dang-chep"
"""Ending of a copy's name until it is whole."""
_LONGEST = timedelta(hours=1)
"""More than any copy takes."""
_MOMENT = "%Y%m%d-%H%M%S"


class Why(Enum):
    """What made the program, or a person, copy the file."""

    DAILY = "hang-ngay"
    LOCK = "chot-so-lieu"
    RECEIVE = "truoc-khi-nhan"
    UPGRADE = "truoc-nang-cap"
    ASKED = "theo-yeu-cau"

    @property
    def label(self) -> str:
        """The reason in Vietnamese."""
        return _LABELS[self]

    @property
    def is_thinned(self) -> bool:
        """Whether the program made the copy by itself, and may take it away again."""
        return self is not Why.ASKED


_LABELS = {
    Why.DAILY: "Hằng ngày",
    Why.LOCK: "Khi chốt số liệu",
    Why.RECEIVE: "Trước khi nhận tệp",
    Why.UPGRADE: "Trước khi nâng cấp",
    Why.ASKED: "Theo yêu cầu",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of an office file."""

    path: Path
    moment: datetime
    """Local time, whole seconds."""
    why: Why


def folder_of(path: Path) -> Path:
    """Return where copies of the office file lie if nobody chose another folder."""
    return path.with_name(FOLDER)


def new_copy(path: Path, folder: Path, why: Why, now: datetime) -> Copy:
    """Return the name for a copy made now; no copy that is there has it."""
    moment = now.astimezone().replace(microsecond=0)
    name = f"{path.stem}.{moment.strftime(_MOMENT)}{{}}.{why.value}{path.suffix}"
    attempt, free = 1, folder / name.format("")
    while free.exists():
        attempt += 1
        free = folder / name.format(f"-{attempt}")
    return Copy(free, moment, why)


def copies_of(path: Path, folder: Path) -> tuple[Copy, ...]:
    """Return the copies of the office file in that folder, the newest first; none where it is not there."""
    if not folder.is_dir():
        return ()
    named = re.compile(
        rf"{re.escape(path.stem)}\.(\d{{8}}-\d{{6}})(?:-\d+)?\.({'|'.join(why.value for why in Why)})"
        rf"{re.escape(path.suffix)}"
    )
    found = [
        Copy(file, moment, Why(match[2]))
        for file in folder.iterdir()
        if (match := named.fullmatch(file.name)) and (moment := _read(match[1]))
    ]
    return tuple(sorted(found, key=lambda copy: (copy.moment, copy.path.name), reverse=True))


def left_unfinished(path: Path, folder: Path, now: datetime) -> tuple[Path, ...]:
    """Return copies that were cut off while they were made; younger ones may still be in the making."""
    unfinished, limit = folder.glob(f"{escape(path.stem)}.*{UNFINISHED}"), (now - _LONGEST).timestamp()
    return tuple(file for file in unfinished if _modified(file) < limit)


def _modified(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:  # it has just become whole
        return inf


def _read(moment: str) -> datetime | None:
    try:
        return datetime.strptime(moment, _MOMENT).astimezone()
    except ValueError:  # digits that are no date: somebody else's file
        return None

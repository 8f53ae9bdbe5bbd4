"""The first bytes and the description of tables of a damaged file, taken from a fresh office file.

Both are alike in all files that one version of the program made; the layout of pages is SQLite's
(https://sqlite.org/fileformat2.html). In a file that came by an upgrade the tables may lie elsewhere: what is
read through a wrong description does not fit the tables and is not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.storage.file import create

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADER = 100
"""Bytes at the head of the file that describe it as a whole."""
_INTERIOR = 5
"""First byte of a page of a table that only points to others."""


def graft_header(damaged: Path) -> None:
    """Give the file the header of a fresh one, with its own number of pages."""
    fresh = _fresh(damaged)
    pages = damaged.stat().st_size // _page_size(fresh)
    nothing_free = bytes(8)
    _overwrite(damaged, 0, fresh[:28] + pages.to_bytes(4, "big") + nothing_free + fresh[40:_HEADER])


def graft_description(damaged: Path) -> None:
    """Give the file the description of tables (`sqlite_master`) of a fresh one, and its header."""
    fresh = _fresh(damaged)
    size = _page_size(fresh)
    for start in (0, *_description(fresh)):
        _overwrite(damaged, start, fresh[start : start + size])
    graft_header(damaged)


def _fresh(damaged: Path) -> bytes:
    path = damaged.with_name(f"{damaged.name}-moi")
    path.unlink(missing_ok=True)
    create(path).close()
    try:
        return path.read_bytes()
    finally:
        path.unlink()


def _page_size(file: bytes) -> int:
    return int.from_bytes(file[16:18], "big")


def _description(fresh: bytes) -> Iterator[int]:
    """Return where the pages of the description begin, besides the first."""
    if fresh[_HEADER] != _INTERIOR:
        return
    cells = int.from_bytes(fresh[_HEADER + 3 : _HEADER + 5], "big")
    pointers = [_HEADER + 12 + 2 * cell for cell in range(cells)]
    children = [int.from_bytes(fresh[at : at + 2], "big") for at in pointers]
    for at in (_HEADER + 8, *children):
        yield (int.from_bytes(fresh[at : at + 4], "big") - 1) * _page_size(fresh)


def _overwrite(file: Path, start: int, content: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(start)
        stream.write(content)

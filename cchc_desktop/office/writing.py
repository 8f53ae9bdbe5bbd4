"""The one way a file for people reaches the disk: the old one whole, or the new one whole."""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from cchc_desktop.errors import FileRefused

_HELD_BY_ANOTHER_PROGRAM = {5, 32, 33}
"""Windows refuses to replace a file that a scanner or Word holds: access denied, sharing, lock."""
_DATABASE = b"SQLite format 3\0"
"""What an office file begins with, as every SQLite file does."""
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
_PIECE = 1 << 18
"""Bytes between two steps of writing: less than a tenth of a second on a slow stick."""
Step = Callable[[int, int], None]
"""Bytes that have reached their place, bytes in all; whatever it raises gives the copying up."""


def write_whole(path: Path, content: bytes, step: Step | None = None) -> Path:
    """Write the file as `whole_file` does, and return where it is; `step` hears of each piece on the disk."""
    with whole_file(path, replaces_database=content.startswith(_DATABASE)) as stream:
        if step:
            _write_watched(stream, content, step)
        else:
            stream.write(content)
    return path


def _write_watched(stream: BinaryIO, content: bytes, step: Step) -> None:
    for start in range(0, len(content), _PIECE):
        piece = content[start : start + _PIECE]
        stream.write(piece)
        stream.flush()
        os.fsync(stream.fileno())  # else all waits in memory, and the end takes as long as the whole
        step(start + len(piece), len(content))


@contextlib.contextmanager
def whole_file(path: Path, *, replaces_database: bool = False) -> Iterator[BinaryIO]:
    """Write a file beside its place, then swap it in when the block ends.

    Folders are made as needed. A target that another program holds leaves the content beside it under a new
    name and raises `FileRefused` saying so; any other failure leaves nothing behind. Whatever is made from an
    office file never takes an office file's place; what `replaces_database` is one itself, and not an
    office's unless it was asked to be.
    """
    if not path.name or _is_folder(path):
        raise FileRefused(f"“{path}” là thư mục, không phải tên tệp. Hãy ghi thêm tên tệp.")
    if _begins_as_database(path) and not replaces_database:
        raise FileRefused(
            f"Tệp “{path}” đang giữ số liệu của một cơ quan, nên chương trình không ghi đè. "
            "Hãy chọn tên tệp khác."
        )
    unfinished = path.with_name(f".{path.name}.dang-ghi")
    make_folder(path.parent)
    try:
        with unfinished.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _swap_in(unfinished, path)
    except OSError as error:
        raise FileRefused(
            f"Không ghi được tệp {path.name} vào thư mục {path.parent}. Hãy kiểm tra ổ đĩa còn chỗ "
            "và thư mục cho phép ghi, hoặc chọn nơi khác."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, as a rule: writing will tell
        return False


def make_folder(folder: Path) -> None:
    """Make the folder where it is not there yet, or raise `FileRefused`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileRefused(f"Không tạo được thư mục {folder}. Hãy chọn nơi khác cho phép ghi.") from error


def _begins_as_database(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(len(_DATABASE)) == _DATABASE
    except OSError:  # not there, or not ours to read: writing will tell
        return False


def _swap_in(unfinished: Path, path: Path) -> None:
    if replaced(unfinished, path):
        return
    beside = _free_name(path)
    unfinished.replace(beside)
    raise FileRefused(
        f"Tệp {path.name} đang được chương trình khác mở (có thể là Word hoặc Excel). Bản mới đã ghi cạnh đó "
        f"với tên {beside.name}; hãy đóng tệp đang mở rồi ghi lại."
    )


def replaced(unfinished: Path, path: Path) -> bool:
    """Swap the finished file in; False where another program held the file all the time."""
    for pause in _PAUSES:
        try:
            unfinished.replace(path)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_ANOTHER_PROGRAM:
                raise
            time.sleep(pause)
        else:
            return True
    return False


def _free_name(path: Path) -> Path:
    number = 2
    while (beside := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return beside

"""The office file handed to a successor with its key, or to whoever helps without it."""

from contextlib import ExitStack, closing
from pathlib import Path

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.office import Office
from cchc_desktop.office.writing import make_folder
from cchc_desktop.storage.file import connected, copy_whole
from cchc_desktop.storage.identity import forget_key
from cchc_desktop.storage.refusals import speaking_errors

_UNFINISHED = ".dang-bo-khoa"
"""Behind the name of a copy that still has the key: no kill leaves one under the name that is sent."""


def hand_over(office: Office, out: Path) -> Path:
    """Copy the office file for a successor: with its key, so that the superior knows the office again.

    Raises `FileRefused` where a file of that name is there already.
    """
    _refuse_existing(out)
    make_folder(out.parent)
    office.private_key()  # made now if it never was: the copy is who the office is
    copy_whole(office.archive.db, out)
    return out


def copy_for_support(office: Office, out: Path) -> Path:
    """Copy the office file for somebody who helps: whoever has the copy cannot sign as this office."""
    _refuse_existing(out)
    make_folder(out.parent)
    unfinished = out.with_name(f"{out.name}{_UNFINISHED}")
    with ExitStack() as leaving:
        leaving.callback(unfinished.unlink, missing_ok=True)
        copy_whole(office.archive.db, unfinished)
        with speaking_errors(out), closing(connected(unfinished, read_only=False)) as db:
            forget_key(db)
        unfinished.replace(out)
    return out


def _refuse_existing(out: Path) -> None:
    if out.exists():
        raise FileRefused(f"Đã có tệp “{out}” nên chương trình không ghi đè. Hãy chọn tên khác.")

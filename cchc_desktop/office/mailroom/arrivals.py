"""Files as they arrive: chosen ones, whole folders, mails with their attachments, archives of all of them.

Each is read when it is its turn and forgotten afterwards, so a thousand files need no more memory than one.
"""

import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from cchc_desktop.exchange.gate import LARGEST_FILE
from cchc_desktop.office.mailroom.mails import MAIL, opened_mail

_ARCHIVE = ".zip"
WORD = (".docx", ".doc", ".odt")
"""How files end that are read as Word reports."""
_CANNOT_BE_READ = (".xlsm", ".xlsb", ".xls", ".ods", ".msg", ".rar", ".7z")
"""What somebody may have put a report into all the same: it is told what to do with it."""
WANTED = (".xlsx", *WORD, MAIL, _ARCHIVE, *_CANNOT_BE_READ)
"""What is taken out of folders, mails and archives; a file that a person names is taken whatever it is."""
LARGEST_MAIL = 50 * 1024 * 1024
LARGEST_ARCHIVE = 500 * 1024 * 1024
"""In bytes; every file in them has a limit of its own."""
_LIMITS = {MAIL: LARGEST_MAIL, _ARCHIVE: LARGEST_ARCHIVE}
_WRAPPED = "winmail.dat"
"""In which Outlook hides attachments where it sends a mail as Rich Text."""
_WRAPPED_WORDS = (
    "Thư gửi từ Outlook ở dạng Rich Text nên tệp đính kèm nằm trong winmail.dat, không đọc được. Hãy đề nghị "
    "nơi gửi chọn dạng HTML hoặc văn bản thường rồi gửi lại."
)
_NOTHING_IN_MAIL = "Thư không có tệp đính kèm nào để nhận. Hãy chọn đúng thư."
_UNREAD = "Không đọc được tệp. Hãy kiểm tra tệp còn ở đó và không bị khóa."
_SAYS_UTF8 = 0x800
DEEPEST = 4
"""Mails in archives in mails …"""
MOST_IN_ONE = 10_000
_APART = " › "


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that came, or why it could not be opened."""

    name: str
    """With the mail or archive it came in: `Thư.eml › BC-CCHC_….xlsx`."""
    data: bytes = b""
    came: datetime | None = None
    """The mail's own date, where it came by mail; UTC."""
    sender: str = ""
    trouble: str = ""
    """A sentence, where there is nothing to look into."""
    may_come_again: bool = False
    """Whether the trouble is with reading the file now, not with what it is."""

    @property
    def file_name(self) -> str:
        """The file's own name."""
        return self.name.rpartition(_APART)[2]


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that are named, and those below the named folders that may hold a report."""
    return tuple(file for path in paths for file in _below(path))


def is_word(name: str) -> bool:
    """Whether a file of that name is read as a Word report."""
    return Path(name).suffix.lower() in WORD


def is_wanted(name: str) -> bool:
    """Whether a file of that name may hold a report; what Office keeps beside an open file does not."""
    return Path(name).suffix.lower() in WANTED and not name.startswith((".", "~$"))


def is_too_large(name: str, size: int) -> bool:
    """Whether a file of that name and so many bytes is never looked into."""
    return size > _LIMITS.get(Path(name).suffix.lower(), LARGEST_FILE)


def arrivals(file: Path) -> Iterator[Arrival]:
    """Yield what arrived in one file: itself, or what a mail or an archive holds."""
    try:
        if is_too_large(file.name, file.stat().st_size):
            yield Arrival(file.name, trouble="Tệp quá lớn, không phải tệp trao đổi. Hãy chọn đúng tệp.")
            return
        if file.suffix.lower() == _ARCHIVE:
            with file.open("rb") as stream:
                yield from _in_archive(Arrival(file.name), stream, depth=1)
            return
        data = file.read_bytes()
    except OSError:
        yield Arrival(file.name, trouble=_UNREAD, may_come_again=True)
        return
    yield from _opened(Arrival(file.name, data), depth=0)


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if is_wanted(file.name) and file.is_file():
            yield file


def _opened(arrival: Arrival, depth: int) -> Iterator[Arrival]:
    ending = Path(arrival.file_name).suffix.lower()
    if ending not in _LIMITS:
        yield arrival
    elif depth >= DEEPEST:
        yield replace(arrival, data=b"", trouble="Tệp nằm lồng quá nhiều lớp. Hãy lấy tệp ra rồi nhận lại.")
    elif ending == MAIL:
        yield from _in_mail(arrival, depth + 1)
    else:
        yield from _in_archive(replace(arrival, data=b""), io.BytesIO(arrival.data), depth + 1)


def _in_mail(arrival: Arrival, depth: int) -> Iterator[Arrival]:
    mail = opened_mail(arrival.data)
    inner = replace(arrival, data=b"", came=mail.date or arrival.came, sender=mail.sender or arrival.sender)
    found = [each for each in mail.attachments if Path(each.name).suffix.lower() in WANTED]
    if not found:
        is_wrapped = any(each.name.lower() == _WRAPPED for each in mail.attachments)
        yield replace(inner, trouble=_WRAPPED_WORDS if is_wrapped else _NOTHING_IN_MAIL)
    for each in found[:MOST_IN_ONE]:
        yield from _opened(_inside(inner, each.name, each.data), depth)


def _in_archive(arrival: Arrival, stream: io.BufferedIOBase, depth: int) -> Iterator[Arrival]:
    try:
        with ZipFile(stream) as archive:
            found = [each for each in archive.infolist() if not each.is_dir()]
            members = [each for each in found if is_wanted(Path(_named(each)).name)]
            if not members:
                yield replace(arrival, trouble="Tệp nén không có tệp nào để nhận. Hãy chọn đúng tệp.")
            for member in members[:MOST_IN_ONE]:
                yield from _member(arrival, archive, member, depth)
    except (BadZipFile, NotImplementedError, OSError, ValueError):
        yield replace(arrival, trouble="Tệp nén bị hỏng nên không mở được. Hãy đề nghị gửi lại.")


def _member(arrival: Arrival, archive: ZipFile, member: ZipInfo, depth: int) -> Iterator[Arrival]:
    """Yield one member, inflated no further than its limit, whatever its header says."""
    name = Path(_named(member)).name
    limit = LARGEST_MAIL if Path(name).suffix.lower() in _LIMITS else LARGEST_FILE
    inside = _inside(arrival, name, b"")
    try:
        with archive.open(member) as stream:
            data = stream.read(limit + 1)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        yield replace(inside, trouble="Tệp trong gói nén bị hỏng hoặc đặt mật khẩu. Hãy đề nghị gửi lại.")
        return
    if len(data) > limit:
        yield replace(inside, trouble="Tệp quá lớn, không phải tệp trao đổi. Hãy chọn đúng tệp.")
    else:
        yield from _opened(replace(inside, data=data), depth)


def _named(member: ZipInfo) -> str:
    """Return the member's name; many programs write UTF-8 and do not say so."""
    if member.flag_bits & _SAYS_UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode()
    except UnicodeError:
        return member.filename


def _inside(outer: Arrival, name: str, data: bytes) -> Arrival:
    return replace(outer, name=f"{outer.name}{_APART}{name}", data=data)

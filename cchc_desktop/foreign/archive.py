"""The members of a zip file, inflated under limits and checked against what the file claims of them.

The directory is read by the standard library; every member is then found, compared and inflated here, because
a hostile file lies in its headers. Nothing is ever extracted to disk.
"""

import io
import struct
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from cchc_desktop.foreign.refusal import ForeignRefused

MOST_MEMBERS = 200
LARGEST_MEMBER = 20 * 1024 * 1024
LARGEST_TOTAL = 50 * 1024 * 1024
HIGHEST_RATIO = 200
"""Inflated size of a member by its compressed size."""

_LOCAL = struct.Struct("<4s5H3I2H")
_LOCAL_MARK = b"PK\x03\x04"
_DIRECTORY_MARK = b"PK\x01\x02"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_SIZES_FOLLOW = 0x8
_FORBIDDEN_IN_NAMES = frozenset("\\:\0")
_AGAIN = "Hãy đề nghị nơi gửi gửi lại tệp gốc."
_TOO_BIG = "vượt mức mà một báo cáo có thể có; tệp không được mở"


def inflated(data: bytes) -> dict[str, bytes]:
    """Return every member by name, or raise `ForeignRefused`: damaged, encrypted, lying or too large."""
    members: dict[str, bytes] = {}
    room = LARGEST_TOTAL
    for entry in _directory(data):
        content = _member(data, entry, min(LARGEST_MEMBER, room))
        room -= len(content)
        if content or not entry.is_dir():
            members[entry.filename] = content
    return members


def _directory(data: bytes) -> list[ZipInfo]:
    if data.count(_DIRECTORY_MARK) > MOST_MEMBERS:  # before anything is allocated for them
        raise ForeignRefused(f"Tệp có hơn {MOST_MEMBERS} thành phần, {_TOO_BIG}. {_AGAIN}")
    try:
        with ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except (BadZipFile, NotImplementedError, UnicodeDecodeError, ValueError, OSError) as error:
        raise _damaged("không đọc được mục lục của tệp") from error
    seen: set[str] = set()
    for entry in entries:
        _check_name(entry)
        if entry.filename.casefold() in seen:
            raise ForeignRefused(
                f"Tệp có hai thành phần cùng tên “{_shown(entry)}”; không rõ cái nào. {_AGAIN}"
            )
        seen.add(entry.filename.casefold())
    return entries


def _check_name(entry: ZipInfo) -> None:
    name = entry.orig_filename
    parts = name.removesuffix("/").split("/")
    if name != entry.filename or set(name) & _FORBIDDEN_IN_NAMES or {"", ".", ".."} & set(parts):
        raise ForeignRefused(
            f"Tệp có thành phần mang đường dẫn không hợp lệ “{_shown(entry)}” nên không được mở. {_AGAIN}"
        )
    if entry.flag_bits & _ENCRYPTED:
        raise ForeignRefused(
            "Tệp được đặt mật khẩu nên không đọc được. Hãy đề nghị nơi gửi bỏ mật khẩu rồi gửi lại."
        )


def _member(data: bytes, entry: ZipInfo, room: int) -> bytes:
    start = _start_of_content(data, entry)
    packed = data[start : start + entry.compress_size]
    if len(packed) != entry.compress_size:
        raise _damaged(f"thành phần “{_shown(entry)}” bị cắt cụt")
    content = packed if entry.compress_type == _STORED else _inflate(packed, entry, room)
    if len(content) > room:
        raise _too_large(entry)
    if len(content) > HIGHEST_RATIO * len(packed):
        raise ForeignRefused(
            f"Thành phần “{_shown(entry)}” nén quá {HIGHEST_RATIO} lần, {_TOO_BIG}. {_AGAIN}"
        )
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise _damaged(f"thành phần “{_shown(entry)}” không khớp mã kiểm tra")
    return content


def _inflate(packed: bytes, entry: ZipInfo, room: int) -> bytes:
    """Inflate at most one byte more than there is room for, whatever the headers promise."""
    if entry.compress_type != _DEFLATED:
        raise _damaged(f"thành phần “{_shown(entry)}” nén theo cách lạ")
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = engine.decompress(packed, room + 1)
    except zlib.error as error:
        raise _damaged(f"thành phần “{_shown(entry)}” hỏng") from error
    if len(content) > room:
        raise _too_large(entry)
    if not engine.eof or engine.unused_data:
        raise _damaged(f"thành phần “{_shown(entry)}” hỏng")
    return content


def _start_of_content(data: bytes, entry: ZipInfo) -> int:
    """Return where the member's content begins, having compared its local header with the directory."""
    at: int = entry.header_offset
    if at < 0 or at + _LOCAL.size > len(data):
        raise _disagrees(entry)
    mark, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _LOCAL.unpack_from(data, at)
    name_end = at + _LOCAL.size + int(name_length)
    name = data[at + _LOCAL.size : name_end]
    encoding = "utf-8" if entry.flag_bits & 0x800 else "cp437"
    told = (crc, packed, size)
    claims = [(entry.CRC, entry.compress_size, entry.file_size)]
    if flags & _SIZES_FOLLOW:
        claims.append((0, 0, 0))
    expected = (entry.flag_bits, entry.compress_type, entry.orig_filename.encode(encoding))
    if mark != _LOCAL_MARK or (flags, method, name) != expected or told not in claims:
        raise _disagrees(entry)
    return name_end + int(extra_length)


def _disagrees(entry: ZipInfo) -> ForeignRefused:
    return _damaged(f"thành phần “{_shown(entry)}” được khai hai cách khác nhau")


def _damaged(what: str) -> ForeignRefused:
    return ForeignRefused(f"Tệp bị hỏng: {what}. {_AGAIN}")


def _too_large(entry: ZipInfo) -> ForeignRefused:
    return ForeignRefused(f"Thành phần “{_shown(entry)}” quá lớn, {_TOO_BIG}. {_AGAIN}")


def _shown(entry: ZipInfo) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in entry.orig_filename[:60])

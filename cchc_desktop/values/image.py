"""Photos as bytes: which kind a file is, how large its picture is, and nothing of who took it where.

PNG: ISO/IEC 15948. JPEG: ITU-T T.81, with what cameras write beside the picture (Exif 2.3, 4.6).
"""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from cchc_desktop.errors import CchcError

MOST_BYTES = 5_000_000
_MOST_PIXELS = 60_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"pHYs", b"IDAT", b"IEND"}
"""Chunks that make the picture; texts, times and places are left out."""
_JPEG = b"\xff\xd8\xff"
_EXIF = b"Exif\0\0"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers of the header that says how large the picture is."""
_SCAN, _COMMENT, _ADOBE, _JFIF = 0xDA, 0xFE, 0xEE, 0xE0
_APPLICATIONS = range(0xE0, 0xF0)
_UPRIGHT = 1
_ORIENTATION = 0x0112


class ImageRefused(CchcError):
    """The file is no photo that a report can print."""


@dataclass(frozen=True, slots=True)
class Image:
    """A photo without what its camera noted beside it; width and height in pixels."""

    media: Literal["png", "jpeg"]
    width: int
    height: int
    content: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 of its bytes, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def read_image(name: str, content: bytes) -> Image:
    """Return the photo in a file of that name, or raise `ImageRefused`.

    Its first bytes say what it is, whatever the name ends with.
    """
    if len(content) > MOST_BYTES:
        raise ImageRefused(f"Ảnh {name} nặng hơn {MOST_BYTES // 1_000_000} MB. Hãy thu nhỏ ảnh rồi thêm lại.")
    try:
        if content.startswith(_PNG):
            image = _png(content)
        elif content.startswith(_JPEG):
            image = _jpeg(name, content)
        else:
            raise ImageRefused(
                f"Tệp {name} không phải ảnh JPEG hoặc PNG. Hãy lưu ảnh thành một trong hai dạng đó rồi "
                "thêm lại."
            )
    except (struct.error, IndexError, ValueError) as error:
        raise ImageRefused(f"Ảnh {name} bị hỏng hoặc chưa chép hết. Hãy chép lại ảnh từ máy chụp.") from error
    if not 0 < image.width * image.height <= _MOST_PIXELS:
        raise ImageRefused(
            f"Ảnh {name} có {image.width} × {image.height} điểm ảnh. Hãy thu nhỏ ảnh rồi thêm lại."
        )
    return image


def _png(content: bytes) -> Image:
    kept, width, height, has_end = [_PNG], 0, 0, False
    at = len(_PNG)
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        chunk = content[at : at + 12 + length]
        if len(chunk) < 12 + length:
            raise ValueError("a chunk is cut off")
        if name == b"IHDR":
            width, height = struct.unpack_from(">II", chunk, 8)
        if name in _PNG_KEPT:
            kept.append(chunk)
        has_end |= name == b"IEND"
        at += len(chunk)
    if not has_end:
        raise ValueError("the file ends early")
    return Image("png", width, height, b"".join(kept))


def _jpeg(name: str, content: bytes) -> Image:
    kept, width, height = [content[:2]], 0, 0
    for marker, segment in _segments(content):
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", segment, 5)
        if marker == 0xE1 and segment[4:].startswith(_EXIF) and _orientation(segment[10:]) != _UPRIGHT:
            raise ImageRefused(
                f"Ảnh {name} được chụp khi máy xoay ngang hoặc ngược nên sẽ in nằm nghiêng. Hãy mở ảnh, xoay "
                "cho thẳng, lưu lại rồi thêm."
            )
        if marker in {_JFIF, _ADOBE} or (marker not in _APPLICATIONS and marker != _COMMENT):
            kept.append(segment)
    if not content.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise ValueError("the file ends early")
    return Image("jpeg", width, height, b"".join(kept))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments before the picture, each with its marker; the last one is all the rest."""
    at = 2
    while True:
        sign, marker, length = struct.unpack_from(">BBH", content, at)
        if sign != 0xFF:
            raise ValueError("no marker where one belongs")
        if marker == _SCAN:
            yield marker, content[at:]
            return
        segment = content[at : at + 2 + length]
        if len(segment) < 2 + length:
            raise ValueError("a segment is cut off")
        yield marker, segment
        at += len(segment)


def _orientation(exif: bytes) -> int:
    """Which way up the camera says it was held; upright where it does not say."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return _UPRIGHT
    (start,) = struct.unpack_from(f"{order}I", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, start)
    for entry in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * entry)
        if tag == _ORIENTATION:
            return int(value)
    return _UPRIGHT

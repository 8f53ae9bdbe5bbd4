"""Tiny photos for the tests, byte by byte: what a camera's file looks like to a program."""

import struct
import zlib

END = b"\xff\xd9"


def a_png(width: int = 4, height: int = 3, *, shade: bytes = b"\xc0\x10\x20", extra: bytes = b"") -> bytes:
    """A photo of one colour; `extra` are chunks before the picture."""
    rows = (b"\0" + shade * width) * height
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            extra,
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        )
    )


def chunk(name: bytes, content: bytes) -> bytes:
    """One chunk of a PNG file."""
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def a_jpeg(width: int = 40, height: int = 30, *, extra: bytes = b"") -> bytes:
    """The header of a photo and a picture that nobody decodes; `extra` are segments before it."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda" + struct.pack(">H", 8) + b"\x01\x01\x00\x00\x3f\x00" + b"\x12\x34\x56"
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + extra + segment(0xC0, frame) + scan + END


def segment(marker: int, content: bytes) -> bytes:
    """One segment of a JPEG file."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def exif(orientation: int, *, place: bytes = b"", order: str = "<") -> bytes:
    """What a camera notes beside a picture: how it was held, and where."""
    head = b"II" if order == "<" else b"MM"
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    table = struct.pack(f"{order}HI", 42, 8) + struct.pack(f"{order}H", 1) + entry
    return segment(0xE1, b"Exif\0\0" + head + table + place)

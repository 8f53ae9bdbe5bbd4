"""The gate before any parser: a file passes whole and harmless, or is refused with a sentence."""

import re

from cchc_desktop.exchange.archive import inflated
from cchc_desktop.exchange.foreign import foreign_file, foreign_package
from cchc_desktop.exchange.refusal import ExchangeRefused

LARGEST_FILE = 5 * 1024 * 1024
_CONTENT_TYPES = "[Content_Types].xml"
_XML_ENDINGS = (".xml", ".rels", ".vml")
_OPAQUE_ENDINGS = (".bin", ".jpeg", ".jpg", ".png", ".gif", ".wmf", ".emf")
"""What Excel adds for printers and thumbnails: let through, never parsed."""
_WIDE_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-16-le", "utf-16-be"))
_DECLARED = re.compile(rb"""encoding\s*=\s*["']([^"']*)["']""")
_PLAIN_ENCODINGS = (b"utf-8", b"us-ascii")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_AGAIN = "Hãy đề nghị nơi gửi gửi lại tệp gốc."


def passed(data: bytes) -> dict[str, bytes]:
    """Return the members of a workbook that may be parsed, or raise `ExchangeRefused`.

    Limits: `LARGEST_FILE` here, those of members in `archive`. No macro, no embedded object, no encryption,
    and no DOCTYPE in any member, whatever its name: without one no entity can grow, in any parser.
    """
    if len(data) > LARGEST_FILE:
        raise ExchangeRefused(
            f"Tệp lớn hơn {LARGEST_FILE // (1024 * 1024)} MB, vượt mức mà một báo cáo có thể có; "
            f"tệp không được mở. {_AGAIN}"
        )
    if sentence := foreign_file(data):
        raise ExchangeRefused(sentence)
    members = inflated(data)
    if sentence := foreign_package(members, members.get(_CONTENT_TYPES, b"")):
        raise ExchangeRefused(sentence)
    for name, content in members.items():
        _check_content(name, content)
    return members


def _check_content(name: str, content: bytes) -> None:
    if b"<!DOCTYPE" in content or (b"\0" in content and any(mark in content for mark in _WIDE_DOCTYPES)):
        raise ExchangeRefused(f"Thành phần “{name[:60]}” có khai báo DOCTYPE nên không được mở. {_AGAIN}")
    ending = name.lower()
    if ending.endswith(_OPAQUE_ENDINGS):
        return
    if not ending.endswith(_XML_ENDINGS):
        raise ExchangeRefused(f"Tệp có thành phần lạ “{name[:60]}” nên không được mở. {_AGAIN}")
    if not _is_plain_xml(content.removeprefix(_BYTE_ORDER_MARK)):
        raise ExchangeRefused(f"Thành phần “{name[:60]}” không viết bằng UTF-8 nên không được mở. {_AGAIN}")


def _is_plain_xml(text: bytes) -> bool:
    """Whether the bytes are XML in UTF-8: another encoding could hide what the scan for DOCTYPE looks for."""
    if not text.startswith(b"<") or b"\0" in text:
        return False
    declaration = text.partition(b"?>")[0] if text.startswith(b"<?xml") else b""
    return all(encoding.lower() in _PLAIN_ENCODINGS for encoding in _DECLARED.findall(declaration))

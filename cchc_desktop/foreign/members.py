"""What one member of a package may be: plain XML in UTF-8, or bytes that nobody here parses."""

import re
from collections.abc import Mapping

from cchc_desktop.foreign.refusal import ForeignRefused

_XML_ENDINGS = (".xml", ".rels", ".vml")
_WIDE_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-16-le", "utf-16-be"))
_DECLARED = re.compile(rb"""encoding\s*=\s*["']([^"']*)["']""")
_PLAIN_ENCODINGS = (b"utf-8", b"us-ascii")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_AGAIN = "Hãy đề nghị nơi gửi gửi lại tệp gốc."


def check_members(members: Mapping[str, bytes], opaque: tuple[str, ...]) -> None:
    """Raise `ForeignRefused` for a member that is neither plain XML nor ends in one of `opaque`.

    No member may hold a DOCTYPE, whatever its name: without one no entity can grow, in any parser.
    """
    for name, content in members.items():
        _check(name, content, opaque)


def _check(name: str, content: bytes, opaque: tuple[str, ...]) -> None:
    if b"<!DOCTYPE" in content or (b"\0" in content and any(mark in content for mark in _WIDE_DOCTYPES)):
        raise ForeignRefused(f"Thành phần “{name[:60]}” có khai báo DOCTYPE nên không được mở. {_AGAIN}")
    ending = name.lower()
    if ending.endswith(opaque):
        return
    if not ending.endswith(_XML_ENDINGS):
        raise ForeignRefused(f"Tệp có thành phần lạ “{name[:60]}” nên không được mở. {_AGAIN}")
    if not _is_plain_xml(content.removeprefix(_BYTE_ORDER_MARK)):
        raise ForeignRefused(f"Thành phần “{name[:60]}” không viết bằng UTF-8 nên không được mở. {_AGAIN}")


def _is_plain_xml(text: bytes) -> bool:
    """Whether the bytes are XML in UTF-8: another encoding could hide what the scan for DOCTYPE looks for."""
    if not text.startswith(b"<") or b"\0" in text:
        return False
    declaration = text.partition(b"?>")[0] if text.startswith(b"<?xml") else b""
    return all(encoding.lower() in _PLAIN_ENCODINGS for encoding in _DECLARED.findall(declaration))

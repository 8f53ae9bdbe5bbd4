"""A copy of somebody's .docx with comments beside passages, as Word itself writes them."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from cchc_desktop.documents.reading.child import confined
from cchc_desktop.documents.reading.gate import DOCUMENT, passed
from cchc_desktop.documents.reading.refusal import ReportUnread

TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
COMMENTS = "word/comments.xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


class Comment(msgspec.Struct, frozen=True, array_like=True):
    """What is said of a passage: paragraph and offsets as in `reading.lines.Stretch`."""

    place: int
    start: int
    end: int
    lines: tuple[str, ...]


class Marking(msgspec.Struct, frozen=True, array_like=True):
    """What the child is asked to do."""

    parts: dict[str, bytes]
    author: str
    moment: str
    """When, as `2026-09-14T09:30:00Z`."""
    comments: tuple[Comment, ...]


def with_comments(data: bytes, author: str, moment: datetime, comments: Sequence[Comment]) -> bytes:
    """Return the .docx with the comments in it, everything else as it was; raises `ReportUnread`.

    The document is parsed and marked in a child process with limits, like every stranger's document.
    """
    members = passed(data)
    if _STRICT in members[DOCUMENT][:4096]:
        raise ReportUnread(
            "Văn bản lưu theo kiểu Strict Open XML nên không ghi nhận xét vào được. Hãy lưu lại kiểu Word "
            "Document (.docx) thường rồi làm lại."
        )
    parts = {name: members[name] for name in (DOCUMENT, TYPES, RELATIONS, COMMENTS) if name in members}
    when = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    asked = msgspec.msgpack.encode(Marking(parts, author, when, tuple(comments)))
    changed = msgspec.msgpack.decode(confined(_answer, asked), type=dict[str, bytes])
    return _package({**members, **changed})


def _answer(message: bytes) -> bytes:
    from cchc_desktop.documents.marking import marked

    marking = msgspec.msgpack.decode(message, type=Marking)
    return msgspec.msgpack.encode(marked(marking))


def _package(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as package:
        for name, content in members.items():
            package.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return stream.getvalue()

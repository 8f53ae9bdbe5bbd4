"""A .docx read in a child process with limits: the one way a stranger's document becomes plain data."""

from collections.abc import Callable

import msgspec

from cchc_desktop.documents.reading.gate import DOCUMENT, passed
from cchc_desktop.documents.reading.plain import Document
from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.foreign.child import ChildEnded, ChildTooSlow, Limits, always_wanted, asked

TIME_LIMIT = 30.0
"""Seconds on the wall, the child's start included."""
MOST_MEMORY = 768 * 1024 * 1024
MOST_SECONDS = 20
LONGEST_ANSWER = 64 * 1024 * 1024
_REMEDY = "Hãy mở tệp trong Word, lưu lại thành .docx mới rồi đọc lại."


_READ = frozenset({DOCUMENT, "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"})


def document_in(data: bytes, still_wanted: Callable[[], object] = always_wanted) -> Document:
    """Return what a .docx says, or raise `ReportUnread`: it passes the gate here and is parsed in a child.

    `still_wanted` may raise to call it off.
    """
    members = passed(data)
    parts = {name: content for name, content in members.items() if name in _READ}
    answer = confined(_answer, msgspec.msgpack.encode(parts), still_wanted)
    return msgspec.msgpack.decode(answer, type=Document)


def confined(
    work: Callable[[bytes], bytes], message: bytes, still_wanted: Callable[[], object] = always_wanted
) -> bytes:
    """Return what `work` makes of the message in a child process, or raise `ReportUnread`."""
    try:
        limits = Limits(TIME_LIMIT, MOST_MEMORY, MOST_SECONDS, LONGEST_ANSWER)
        return asked(work, message, limits, still_wanted)
    except ChildTooSlow as error:
        raise ReportUnread(f"Văn bản nặng đến mức không đọc xong trong thời hạn. {_REMEDY}") from error
    except ChildEnded as error:
        raise ReportUnread(f"Văn bản hỏng hoặc quá nặng nên không đọc được. {_REMEDY}") from error


def _answer(message: bytes) -> bytes:
    from cchc_desktop.documents.reading.body import read_document

    parts = msgspec.msgpack.decode(message, type=dict[str, bytes])
    return msgspec.msgpack.encode(read_document(parts))

"""A .docx read in a child process with limits: the one way a stranger's document becomes plain data."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeAlias

import msgspec

from cchc_desktop.documents.reading.gate import DOCUMENT, passed
from cchc_desktop.documents.reading.plain import Document
from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.foreign.child import Child, ChildEnded, ChildTooSlow, Limits, always_wanted

TIME_LIMIT = 30.0
"""Seconds on the wall, the child's start included."""
MOST_MEMORY = 768 * 1024 * 1024
MOST_SECONDS = 20
LONGEST_ANSWER = 64 * 1024 * 1024
_REMEDY = "Hãy mở tệp trong Word, lưu lại thành .docx mới rồi đọc lại."


_READ = frozenset({DOCUMENT, "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"})


Reader: TypeAlias = Callable[[bytes, Callable[[], object]], Document]
"""What a .docx says; the second may raise to call it off."""


def document_in(data: bytes, still_wanted: Callable[[], object] = always_wanted) -> Document:
    """Return what a .docx says, or raise `ReportUnread`: it passes the gate here and is parsed in a child.

    `still_wanted` may raise to call it off.
    """
    with Child(_limits()) as child:
        return _document(child, data, still_wanted)


@contextmanager
def reading_many() -> Iterator[Reader]:
    """Yield a `document_in` whose child reads one document after another: its start takes the longest."""
    with Child(_limits()) as child:
        yield partial(_document, child)


def confined(
    work: Callable[[bytes], bytes], message: bytes, still_wanted: Callable[[], object] = always_wanted
) -> bytes:
    """Return what `work` makes of the message in a child process, or raise `ReportUnread`."""
    with Child(_limits()) as child:
        return _asked(child, work, message, still_wanted)


def _limits() -> Limits:
    return Limits(TIME_LIMIT, MOST_MEMORY, MOST_SECONDS, LONGEST_ANSWER)


def _document(child: Child, data: bytes, still_wanted: Callable[[], object]) -> Document:
    members = passed(data)
    parts = {name: content for name, content in members.items() if name in _READ}
    answer = _asked(child, _answer, msgspec.msgpack.encode(parts), still_wanted)
    return msgspec.msgpack.decode(answer, type=Document)


def _asked(
    child: Child, work: Callable[[bytes], bytes], message: bytes, still_wanted: Callable[[], object]
) -> bytes:
    try:
        return child.asked(work, message, still_wanted)
    except ChildTooSlow as error:
        raise ReportUnread(f"Văn bản nặng đến mức không đọc xong trong thời hạn. {_REMEDY}") from error
    except ChildEnded as error:
        raise ReportUnread(f"Văn bản hỏng hoặc quá nặng nên không đọc được. {_REMEDY}") from error


def _answer(message: bytes) -> bytes:
    from cchc_desktop.documents.reading.body import read_document

    parts = msgspec.msgpack.decode(message, type=dict[str, bytes])
    return msgspec.msgpack.encode(read_document(parts))

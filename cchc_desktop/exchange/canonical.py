"""The payload's one writing: sorted keys, no spaces, NFC, only text that XML and every spreadsheet keep.

Reading demands that very writing. So a key that stands twice, a field nobody knows, a number that is no
string or a hidden control character is refused without a rule for each. What a later minor version adds
is kept.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from cchc_desktop.exchange.messages import PAYLOADS, Payload
from cchc_desktop.exchange.payload import FORMAT, ReportPayload
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.values.text import composed

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Path = tuple[str | int, ...]

_OUTSIDE_XML = re.compile(r"[^\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLACE = re.compile(r" - at `\$\.?(.*)`$")
_AGAIN = "Hãy đề nghị nơi gửi xuất lại tệp."


class _Head(msgspec.Struct, frozen=True):
    format: str
    kind: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """A payload, and what a later minor version of the format has added to it, by path."""

    payload: Payload
    later: Mapping[Path, Json]


def encode(payload: Payload, later: Mapping[Path, Json] | None = None) -> bytes:
    """Return the payload's canonical writing, with what a later version had added in its places."""
    tree: Json = _cleaned(msgspec.to_builtins(payload))
    for path, value in (later or {}).items():
        _put(tree, path, value)
    return _written(tree)


def decode(raw: bytes) -> Decoded:
    """Return the payload in its canonical writing, or raise `ExchangeRefused`."""
    kind, is_later = check_format(raw)
    try:
        payload = msgspec.json.decode(raw, type=PAYLOADS[kind])
        text = raw.decode()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ExchangeRefused(_unreadable(error, is_later=is_later)) from error
    if _escapes_control(raw) or _is_unfit(text):
        raise ExchangeRefused(f"Phần máy đọc của tệp có ký tự không được phép. {_AGAIN}")
    later: dict[Path, Json] = {}
    if is_later:
        known: Json = msgspec.json.decode(msgspec.json.encode(payload))
        later = dict(_added(msgspec.json.decode(raw), known, ()))
    if encode(payload, later) != raw if later else msgspec.json.encode(payload, order="sorted") != raw:
        raise ExchangeRefused(f"Phần máy đọc của tệp có trường lạ hoặc không viết theo dạng chuẩn. {_AGAIN}")
    return Decoded(payload, later)


def check_format(raw: bytes) -> tuple[str, bool]:
    """Return the kind, and whether a later minor version wrote this; raise `ExchangeRefused` where it cannot
    be read.
    """
    try:
        head = msgspec.json.decode(raw, type=_Head)
        major, minor = (int(part) for part in head.format.split("."))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise ExchangeRefused(f"Phần máy đọc của tệp không cho biết phiên bản định dạng. {_AGAIN}") from error
    our_major, our_minor = (int(part) for part in FORMAT.split("."))
    if major > our_major or (major == our_major and minor > our_minor and head.kind not in PAYLOADS):
        raise ExchangeRefused(
            f"Tệp do phiên bản mới hơn của chương trình tạo ra (định dạng {major}.{minor}, ở đây đọc được "
            f"{FORMAT}); chưa có gì được lưu. Hãy cập nhật chương trình rồi nhận lại tệp."
        )
    if major < our_major or head.kind not in PAYLOADS:
        raise ExchangeRefused(f"Phần máy đọc không phải là loại tệp nào của định dạng {FORMAT}. {_AGAIN}")
    return head.kind, minor > our_minor


def content_digest(payload: ReportPayload) -> str:
    """Return the SHA-256 of what is reported, hexadecimal: the canonical writing with sequence 1.

    Equal digests say that nothing changed since the last file, whatever number that file had and whatever it
    says of the file before.
    """
    content = msgspec.structs.replace(payload, sequence="1", supersedes=msgspec.UNSET)
    return hashlib.sha256(encode(content)).hexdigest()


def payload_digest(payload: Payload) -> str:
    """Return the SHA-256 by which a file of any kind is known: a report's content, else the whole payload."""
    if isinstance(payload, ReportPayload):
        return content_digest(payload)
    return hashlib.sha256(encode(payload)).hexdigest()


def digest_of_written(raw: bytes, payload: ReportPayload) -> str:
    """Return the content digest of a payload beside its canonical writing, which mostly spares writing it."""
    numbered = f'"sequence":"{payload.sequence}"'.encode()
    if payload.supersedes is not msgspec.UNSET or raw.count(b'"sequence":"') != 1:
        return content_digest(payload)
    return hashlib.sha256(raw.replace(numbered, b'"sequence":"1"')).hexdigest()


def _escapes_control(raw: bytes) -> bool:
    """Whether something else than a quote, a backslash or a line end is escaped: a control character."""
    single = raw.replace(rb"\\", b"")
    return single.count(b"\\") != single.count(rb"\"") + single.count(rb"\n")


def _is_unfit(text: str) -> bool:
    printable = text.isprintable()  # far faster than the search, and nearly always enough
    return (not printable and bool(_OUTSIDE_XML.search(text))) or not unicodedata.is_normalized("NFC", text)


def _written(tree: Json) -> bytes:
    return msgspec.json.encode(tree, order="sorted")


def _cleaned(value: Json | tuple[Json, ...]) -> Json:
    if isinstance(value, str):
        return _OUTSIDE_XML.sub("", composed(value).replace("\t", " "))
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner) for inner in value]
    return value


def _added(theirs: Json, ours: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    """Yield what stands in their tree and not in ours; a list is compared only where it kept its length."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for name, value in theirs.items():
            if name in ours:
                yield from _added(value, ours[name], (*path, name))
            else:
                yield (*path, name), value
    elif isinstance(theirs, list) and isinstance(ours, list):
        for index, (value, known) in enumerate(zip(theirs, ours, strict=False)):
            yield from _added(value, known, (*path, index))


def _put(tree: Json, path: Path, value: Json) -> None:
    """Put a value at its path; where the part it belonged to is gone, it goes too."""
    *way, last = path
    for step in way:
        tree = _child(tree, step)
    if isinstance(tree, dict) and isinstance(last, str):
        tree[last] = value


def _child(tree: Json, step: str | int) -> Json:
    if isinstance(tree, dict) and isinstance(step, str):
        return tree.get(step)
    if isinstance(tree, list) and isinstance(step, int) and step < len(tree):
        return tree[step]
    return None


def _unreadable(error: Exception, *, is_later: bool) -> str:
    found = _PLACE.search(str(error))
    place = f" ở “{found[1]}”" if found else ""
    remedy = "Hãy cập nhật chương trình rồi nhận lại tệp." if is_later else _AGAIN
    return f"Phần máy đọc của tệp không đúng định dạng{place}. {remedy}"

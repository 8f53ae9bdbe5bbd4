"""The signed statement: what the file says, digests of its printed parts, and the key that stands for it."""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from cchc_desktop.exchange import signing
from cchc_desktop.exchange.canonical import check_format, encode
from cchc_desktop.exchange.messages import Payload
from cchc_desktop.exchange.payload import Digest
from cchc_desktop.exchange.refusal import ExchangeRefused


class _Statement(Struct, frozen=True, kw_only=True):
    format: str
    kind: str
    key: str
    parts: Annotated[dict[str, Digest], Meta(max_length=200)]
    payload: Raw
    payload_sha256: Digest


@dataclass(frozen=True, slots=True)
class Sealed:
    """A statement's bytes and the signature over them: what each carrier carries."""

    statement: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that was read; `is_signed` says whether its own key made the signature."""

    key: bytes
    parts: Mapping[str, str]
    """SHA-256 of members by name."""
    payload: bytes
    is_signed: bool


def seal(payload: Payload, parts: Mapping[str, bytes], private_key: bytes) -> Sealed:
    """Return the signed statement of the payload beside these printed parts."""
    raw = encode(payload)
    statement = msgspec.json.encode(
        _Statement(
            format=payload.format,
            kind=payload.kind,
            key=base64.b64encode(signing.public_key_of(private_key)).decode(),
            parts={name: hashlib.sha256(content).hexdigest() for name, content in parts.items()},
            payload=Raw(raw),
            payload_sha256=hashlib.sha256(raw).hexdigest(),
        ),
        order="sorted",
    )
    return Sealed(statement, signing.sign(statement, private_key))


def opened(sealed: Sealed) -> Statement:
    """Return the statement, its signature checked, or raise `ExchangeRefused` where it cannot be read."""
    check_format(sealed.statement)
    try:
        read = msgspec.json.decode(sealed.statement, type=_Statement)
        key = base64.b64decode(read.key, validate=True)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, binascii.Error) as error:
        raise ExchangeRefused(
            "Phần máy đọc của tệp không đúng định dạng. Hãy đề nghị nơi gửi xuất lại tệp."
        ) from error
    payload = bytes(read.payload)
    whole = hashlib.sha256(payload).hexdigest() == read.payload_sha256
    is_signed = whole and signing.is_signed(sealed.statement, sealed.signature, key)
    return Statement(key, read.parts, payload, is_signed)

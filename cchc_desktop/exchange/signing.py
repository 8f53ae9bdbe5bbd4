"""An office's key pair (Ed25519): whose file it is, and whether it was changed on the way."""

import hashlib
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_LENGTH = 32
"""Bytes of a raw private or public key."""
SIGNATURE_LENGTH = 64
_CODE_DIGITS, _GROUP = 20, 4


def new_private_key() -> bytes:
    """Return a fresh private key: 32 random bytes, which is all that such a key is (RFC 8032, 5.1.5)."""
    return secrets.token_bytes(KEY_LENGTH)


def public_key_of(private_key: bytes) -> bytes:
    """Return the public key of a raw private key, 32 raw bytes."""
    return _loaded(private_key).public_key().public_bytes_raw()


def sign(message: bytes, private_key: bytes) -> bytes:
    """Return the signature over the message, 64 bytes; the same message and key give the same signature."""
    return _loaded(private_key).sign(message)


def is_signed(message: bytes, signature: bytes, public_key: bytes) -> bool:
    """Whether the signature over the message was made with the private half of the key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(public_key) != KEY_LENGTH or len(signature) != SIGNATURE_LENGTH:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def short_code(public_key: bytes) -> str:
    """Return the code two people compare by telephone: five groups of four digits, `4821-0937-…`.

    They are the last twenty decimal digits of the key's SHA-256 as a number: digits are said and heard the
    same everywhere, and some 66 bits put a second key with the same code out of reach.
    """
    number = int.from_bytes(hashlib.sha256(public_key).digest()) % 10**_CODE_DIGITS
    digits = f"{number:0{_CODE_DIGITS}}"
    return "-".join(digits[start : start + _GROUP] for start in range(0, _CODE_DIGITS, _GROUP))


def _loaded(private_key: bytes) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private_key)

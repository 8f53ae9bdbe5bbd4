"""Keys, signatures and the code people compare."""

import re

from cchc_desktop.exchange import signing
from tests.unit.exchange.a_file import OTHER_KEY, PRIVATE_KEY


def test_a_signature_holds_for_its_message_and_its_key_only() -> None:
    key, other = signing.public_key_of(PRIVATE_KEY), signing.public_key_of(OTHER_KEY)
    signature = signing.sign(b"message", PRIVATE_KEY)
    assert signing.is_signed(b"message", signature, key)
    assert not signing.is_signed(b"massage", signature, key)
    assert not signing.is_signed(b"message", signature, other)


def test_what_is_no_key_or_no_signature_is_no_valid_signature() -> None:
    key = signing.public_key_of(PRIVATE_KEY)
    signature = signing.sign(b"message", PRIVATE_KEY)
    assert not signing.is_signed(b"message", signature, b"short")
    assert not signing.is_signed(b"message", signature, b"\xff" * 32)
    assert not signing.is_signed(b"message", b"", key)


def test_a_new_key_is_another_each_time_and_can_sign() -> None:
    first, second = signing.new_private_key(), signing.new_private_key()
    assert len(first) == len(signing.public_key_of(first)) == signing.KEY_LENGTH
    assert first != second
    assert signing.is_signed(b"", signing.sign(b"", first), signing.public_key_of(first))


def test_the_short_code_can_be_said_over_the_telephone() -> None:
    code = signing.short_code(signing.public_key_of(PRIVATE_KEY))
    assert re.fullmatch(r"\d{4}(-\d{4}){4}", code)
    assert code == "0172-5496-5454-5533-7612"
    assert code != signing.short_code(signing.public_key_of(OTHER_KEY))

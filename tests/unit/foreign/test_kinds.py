"""What strangers' files are called."""

import pytest

from cchc_desktop.foreign.kinds import is_locked_office, is_old_office, kind_in_words

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
LOCKED = COMPOUND + "EncryptedPackage".encode("utf-16-le")


def test_an_old_document_and_a_locked_one_are_told_apart() -> None:
    assert (is_old_office(COMPOUND + bytes(600)), is_locked_office(COMPOUND + bytes(600))) == (True, False)
    assert (is_old_office(LOCKED), is_locked_office(LOCKED)) == (False, True)
    assert not is_old_office(b"PK")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.7", "tệp PDF"), (b" \n<html>", "trang web hoặc tệp XML"), (b"PK", ""), (b"", "")],
)
def test_other_files_are_called_by_their_first_bytes(data: bytes, words: str) -> None:
    assert kind_in_words(data) == words

"""What stays read of texts, and for how long."""

from cchc_desktop.narrative import kept
from cchc_desktop.narrative.markup import parse


def test_a_text_is_read_once() -> None:
    assert parse("Đã ban hành **5** văn bản.") is parse("Đã ban hành **5** văn bản.")


def test_a_text_that_was_forgotten_is_read_again() -> None:
    before = parse("Đã giao {PL2.1}.")
    kept.forget("Đã giao {PL2.1}.")
    assert kept.kept("Đã giao {PL2.1}.") is None
    assert parse("Đã giao {PL2.1}.") == before


def test_a_text_that_nobody_read_can_be_forgotten() -> None:
    kept.forget("không ai đọc")
    assert kept.kept("không ai đọc") is None


def test_texts_without_end_are_not_all_kept() -> None:
    for number in range(600):
        parse(f"Đoạn {number}")
    assert len(kept._read) <= 256
    assert kept.kept("Đoạn 599") is not None

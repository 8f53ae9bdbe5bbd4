"""The child process in which strangers' files are read."""

import multiprocessing
import os
import time
from dataclasses import replace

import pytest

from cchc_desktop.foreign import child
from cchc_desktop.foreign.child import Child, ChildEnded, ChildTooSlow, Limits, asked

LIMITS = Limits(wall=20.0, memory=512 * 1024 * 1024, seconds=10, answer=1_000)


def backwards(data: bytes) -> bytes:
    return data[::-1]


def own_process(_: bytes) -> bytes:
    return str(os.getpid()).encode()


def at_length(_: bytes) -> bytes:
    return bytes(2_000)


def never(_: bytes) -> bytes:
    time.sleep(60)
    return b""


def greedy(_: bytes) -> bytes:
    return bytes(1024 * 1024 * 1024)[:1]


def broken(_: bytes) -> bytes:
    raise ValueError("no such file was ever seen")


_ASKED: list[bytes] = []


def worn_out(data: bytes) -> bytes:
    """Answer the first question alone, as a child does whose time is up."""
    _ASKED.append(data)
    if len(_ASKED) > 1:
        raise MemoryError
    return own_process(data)


def test_the_child_answers_what_the_reader_makes_of_the_file() -> None:
    assert asked(backwards, b"abc", LIMITS) == b"cba"


def test_the_file_is_read_in_another_process_that_ends() -> None:
    assert asked(own_process, b"", LIMITS) != str(os.getpid()).encode()
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("reader", [broken, greedy, at_length])
def test_a_reader_that_breaks_ends_only_the_child_and_says_nothing(
    reader: object, capfd: pytest.CaptureFixture[str]
) -> None:
    assert callable(reader)
    with pytest.raises(ChildEnded):
        asked(reader, b"", LIMITS)
    assert capfd.readouterr() == ("", "")
    assert not multiprocessing.active_children()


def test_a_reader_that_takes_for_ever_is_given_up() -> None:
    with pytest.raises(ChildTooSlow):
        asked(never, b"", replace(LIMITS, wall=0.5))
    assert not multiprocessing.active_children()


def test_work_that_is_no_longer_wanted_ends_its_child_at_once() -> None:
    class CalledOff(Exception):
        pass

    def call_off() -> None:
        raise CalledOff

    begun = time.monotonic()
    with pytest.raises(CalledOff):
        asked(never, b"", LIMITS, call_off)
    assert time.monotonic() - begun < LIMITS.wall / 2


def test_one_child_reads_one_file_after_another_and_ends_with_the_block() -> None:
    with Child(LIMITS) as one:
        processes = {one.asked(own_process, b"") for _ in range(3)}
        assert len(processes) == 1
    assert not multiprocessing.active_children()


def test_a_broken_file_ends_the_child_and_the_next_is_read_by_another() -> None:
    with Child(LIMITS) as one:
        first = one.asked(own_process, b"")
        with pytest.raises(ChildEnded):
            one.asked(broken, b"")
        assert one.asked(own_process, b"") != first


def test_no_file_pays_for_those_before_it() -> None:
    with Child(LIMITS) as one:
        assert one.asked(worn_out, b"1") != one.asked(worn_out, b"2")


def test_a_child_makes_room_for_another_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MOST_ANSWERS", 2)
    with Child(LIMITS) as one:
        first, second, third = (one.asked(own_process, b"") for _ in range(3))
    assert first == second != third


def test_a_child_that_was_called_off_is_asked_again_as_another() -> None:
    class CalledOff(Exception):
        pass

    def call_off() -> None:
        raise CalledOff

    with Child(LIMITS) as one:
        first = one.asked(own_process, b"")
        with pytest.raises(CalledOff):
            one.asked(never, b"", call_off)
        assert one.asked(own_process, b"") != first


def test_a_child_that_reads_no_more_holds_nobody_for_longer_than_its_time() -> None:
    with Child(replace(LIMITS, wall=1.0)) as one, pytest.raises(ChildTooSlow):
        one.asked(never, bytes(64 * 1024 * 1024))

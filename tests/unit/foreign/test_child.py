"""The child process in which strangers' files are read."""

import multiprocessing
import os
import time
from dataclasses import replace

import pytest

from cchc_desktop.foreign.child import ChildEnded, ChildTooSlow, Limits, asked

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

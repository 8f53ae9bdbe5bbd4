"""Work in a child process: what it makes, refuses and breaks comes back, and no child stays."""

import multiprocessing
import os
import signal
import time

import pytest

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.office.aside import ChildBroke, ChildLost, done_aside


class CalledOffError(Exception):
    """Nobody wants the work any more."""


def wanted() -> None:
    """Somebody waits for the work."""


def doubled(number: int, *, plus: int = 0) -> tuple[int, int]:
    return 2 * number + plus, os.getpid()


def refused() -> None:
    raise FileRefused("Đĩa đầy. Hãy chọn nơi khác.")


def broken(figure: str) -> None:
    raise ValueError(figure)


def unsendable() -> object:
    return lambda: None


def killed() -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(60)


def endless() -> None:
    time.sleep(60)


def test_what_is_made_comes_back_from_another_process() -> None:
    made, process = done_aside(wanted, doubled, 4, plus=1)
    assert made == 9
    assert process != os.getpid()
    assert not multiprocessing.active_children()


def test_a_refusal_comes_back_with_its_sentence() -> None:
    with pytest.raises(CchcError) as told:
        done_aside(wanted, refused)
    assert told.value.message == "Đĩa đầy. Hãy chọn nơi khác."


def test_a_bug_comes_back_with_the_way_to_it_and_without_the_figure(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(ChildBroke) as told:
        done_aside(wanted, broken, "112")
    assert told.value.kind == "ValueError"
    assert told.value.frames[-1].name == "broken"
    assert "112" not in str(told.value)
    assert capfd.readouterr() == ("", "")


def test_what_cannot_be_sent_is_a_bug_not_a_wait() -> None:
    with pytest.raises(ChildBroke):
        done_aside(wanted, unsendable)


def test_a_child_that_is_killed_is_told_with_a_remedy() -> None:
    with pytest.raises(ChildLost, match="Hãy đóng bớt chương trình khác rồi làm lại"):
        done_aside(wanted, killed)
    assert not multiprocessing.active_children()


def test_work_that_is_called_off_ends_at_once() -> None:
    def called_off() -> None:
        raise CalledOffError

    begun = time.monotonic()
    with pytest.raises(CalledOffError):
        done_aside(called_off, endless)
    assert time.monotonic() - begun < 30
    assert not multiprocessing.active_children()

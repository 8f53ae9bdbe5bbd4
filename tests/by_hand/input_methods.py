"""Types into the real window through a real input method and compares what the office file has then.

`python -m tests.by_hand.input_methods ibus` (or `fcitx`), on Linux, in a session of its own as
`docs/hands-and-eyes.md` has it: X server, window manager, session bus. Needs xdotool, and ibus with
ibus-unikey or fcitx5 with fcitx5-unikey, set to Telex. A case that fails is told with both texts; status 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period

_PERIOD = Period.read("2026-Q3")
_ROW, _SECTION = IndicatorCode("PL2.1"), "I.1"
_UNHURRIED, _AT_ONCE = 30, 1
"""Milliseconds between two keys: a person, and keys that waited while the window was busy."""
_START, _MOMENT = 20.0, 0.4
"""Seconds for the window to come, and for a step to be done."""

_METHODS = {
    "ibus": (
        ("ibus-daemon", "-d", "-x", "-r", "--config=/usr/libexec/ibus-memconf", "--panel=disable"),
        ("ibus", "engine", "Unikey"),
    ),
    "fcitx": (("fcitx5", "-d", "-r", "--disable=wayland"),),
}


class Hands:
    """Keys and clicks as a person gives them."""

    def __init__(self, window: str) -> None:
        self._window = window

    def type(self, letters: str, pause: int = _UNHURRIED) -> None:
        _do("type", "--delay", str(pause), "--", letters)

    def press(self, *keys: str) -> None:
        _do("key", "--delay", str(_UNHURRIED), *keys)
        time.sleep(_MOMENT)

    def click(self, right: float, down: float) -> None:
        """Click at a place given in shares of the window."""
        told = _do("getwindowgeometry", "--shell", self._window)
        size = dict(line.split("=") for line in told.split())
        where = (str(int(int(size["WIDTH"]) * right)), str(int(int(size["HEIGHT"]) * down)))
        _do("mousemove", "--window", self._window, *where, "click", "1")
        time.sleep(_MOMENT)


Step = Callable[[Hands], None]


def typed(letters: str, pause: int = _UNHURRIED) -> Step:
    """A step that types."""
    return lambda hands: hands.type(letters, pause)


def pressed(*keys: str) -> Step:
    """A step that presses keys, one after the other."""
    return lambda hands: hands.press(*keys)


def clicked(right: float, down: float) -> Step:
    """A step that clicks at a place given in shares of the window."""
    return lambda hands: hands.click(right, down)


_WORDS, _TYPED = "tiếng Việt", typed("tieengs Vieetj")
_TABLE, _TEXT = clicked(0.4, 0.5), clicked(0.55, 0.7)
NOTES: dict[str, tuple[tuple[Step, ...], str]] = {
    "Enter": ((_TYPED, pressed("Return")), _WORDS),
    "Tab": ((_TYPED, pressed("Tab")), _WORDS),
    "mũi tên xuống": ((_TYPED, pressed("Down")), _WORDS),
    "một từ, Enter": ((typed("ddeens"), pressed("Return")), "đến"),
    "một từ, bấm chỗ khác": ((typed("ddeens"), _TABLE), "đến"),
    "bấm chỗ khác": ((_TYPED, _TABLE), _WORDS),
    "Ctrl+S": ((_TYPED, pressed("ctrl+s")), _WORDS),
    "trang khác": ((_TYPED, pressed("ctrl+3", "ctrl+2")), _WORDS),
    "gõ dồn": ((typed("ddaif tieengs Vieetj mowis ", _AT_ONCE), pressed("Return")), f"đài {_WORDS} mới"),
}
"""What is typed into an empty note, how its cell is left, and what the note is then."""
PROSE: dict[str, tuple[tuple[Step, ...], str]] = {
    "Enter": ((_TYPED, pressed("Return"), typed("nayf ")), f"{_WORDS}\nnày"),
    "bấm trong chữ": ((_TYPED, _TEXT), _WORDS),
    "chữ đậm": ((_TYPED, pressed("ctrl+b"), typed(" mowis ")), f"{_WORDS} **mới**"),
    "gõ dồn": ((typed("tieengs Vieetj", _AT_ONCE),), _WORDS),
    "số liệu": ((pressed("ctrl+k"), typed("vawn banr chir ddaoj"), pressed("Return")), f"{{{_ROW}}}"),
}
"""What is typed into an empty section, and what is stored then."""


def main(arguments: Sequence[str]) -> int:
    """Run every case with one input method; return the exit status."""
    for command in _METHODS[arguments[0]]:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(5 * _MOMENT)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "thu.cchc"
        with Office.create(path, Profile("UBND phường Thử", Level.COMMUNE)) as office:
            office.start(_PERIOD)
        environment = {**os.environ, "QT_IM_MODULE": arguments[0]}
        window = subprocess.Popen([sys.executable, "-m", "ui", str(path)], env=environment)
        try:
            failed = _try_all(Hands(_window_id()), path)
        finally:
            window.terminate()
            window.wait()
    sys.stdout.write(f"{len(NOTES) + len(PROSE) - failed} đúng, {failed} sai.\n")
    return min(failed, 1)


def _try_all(hands: Hands, path: Path) -> int:
    failed = 0
    for name, (steps, meant) in NOTES.items():
        hands.press("ctrl+2", "ctrl+Home", "ctrl+Up", "End", "Delete")
        _take(steps, hands)
        failed += _tell(f"ghi chú, {name}", _stored(path)[0], meant)
        hands.press("Escape")
    hands.press("ctrl+3")
    for name, (steps, meant) in PROSE.items():
        hands.press("ctrl+a", "BackSpace")
        _take((*steps, pressed("ctrl+s")), hands)
        failed += _tell(f"lời văn, {name}", _stored(path)[1], meant)
    return failed


def _take(steps: Sequence[Step], hands: Hands) -> None:
    for step in steps:
        step(hands)


def _stored(path: Path) -> tuple[str, str]:
    """Return the row's note and the section's text as the file has them, once the window is at rest."""
    time.sleep(_MOMENT)
    with Office.snapshot(path) as office:
        report = office.report(_PERIOD)
        return report.form.entry(_ROW).note, report.prose.get(_SECTION, "")


def _tell(case: str, stored: str, meant: str) -> bool:
    is_wrong = stored != meant
    sys.stdout.write(f"SAI   {case}: {stored!r}, phải là {meant!r}\n" if is_wrong else f"đúng  {case}\n")
    return is_wrong


def _window_id() -> str:
    until = time.monotonic() + _START
    while time.monotonic() < until:
        time.sleep(_MOMENT)
        if found := _do("search", "--onlyvisible", "--name", "Báo cáo CCHC").split():
            time.sleep(5 * _MOMENT)
            return found[-1]
    raise TimeoutError("no window came")


def _do(*arguments: str) -> str:
    tool = shutil.which("xdotool") or "xdotool"
    return subprocess.run([tool, *arguments], check=False, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

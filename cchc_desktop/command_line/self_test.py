"""`self-test`: whether the program is whole, its window included."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, say
from cchc_desktop.office.samples.self_test import Checked, checks

_PATIENCE = 120
"""Seconds for the window's half."""


def self_test(_arguments: Namespace) -> int:
    """Check this half of the program, then have the window, a program of its own, check the other."""
    failed = False
    for checked in checks():
        failed |= bool(checked.fault)
        say([checked.line])
    return DONE if _window_is_whole() and not failed else NEEDS_A_PERSON


def _window_is_whole() -> bool:
    """Run the window's own test and print what it found; on Windows a window has no output of its own."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "told"
        command = [*_window_program(), f"--self-test={told}"]
        try:
            status = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, timeout=_PATIENCE)
        except (OSError, subprocess.TimeoutExpired) as error:
            say([Checked("chương trình cửa sổ", str(error)).line])
            return False
        if told.exists():
            say(told.read_text(encoding="utf-8").splitlines())
        else:
            say([Checked("chương trình cửa sổ", f"không chạy được, mã {status.returncode}").line])
    return status.returncode == DONE


def _window_program() -> list[str]:
    """Return how to start the window: in a bundle it lies beside this program."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "ui"]
    own = Path(sys.executable)
    return [str(own.with_name(f"cchc-desktop{own.suffix}"))]

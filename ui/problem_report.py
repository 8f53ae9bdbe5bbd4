"""The account of an unexpected error: where in the program it was, nothing of the office's figures."""

import platform
import sys
import traceback
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import qVersion

from cchc_desktop.office.aside import ChildBroke

_OURS = ("cchc_desktop", "ui")
_PARTS_SHOWN = 3
"""Of the path of a library's file: enough to find it, too little to tell whose machine it is."""
_MOST_CAUSES = 5


def problem_report(error: BaseException, trace: TracebackType | None) -> str:
    """Return versions and the way to the error.

    Messages and local values are left out, for they may hold figures; so are folders, for they hold names.
    """
    return "\n".join((*_versions(), "", *_ways(error, trace)))


def _versions() -> Iterator[str]:
    try:
        own = version("cchc-desktop")
    except PackageNotFoundError:
        own = "chạy từ mã nguồn"
    yield f"CCHC Desktop {own}"
    yield f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()} {platform.release()}"
    yield f"Đóng gói: {'có' if getattr(sys, 'frozen', False) else 'không'}"


def _ways(error: BaseException, trace: TracebackType | None) -> Iterator[str]:
    for _ in range(_MOST_CAUSES):
        frames = traceback.extract_tb(trace)
        if isinstance(error, ChildBroke):  # it happened in a child process, at the end of these frames
            yield error.kind
            frames.extend(error.frames)
        else:
            yield type(error).__name__
        for frame in frames:
            yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}: {frame.line or ''}"
        cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if cause is None:
            return
        error, trace = cause, cause.__traceback__
        yield "do:"


def _place(filename: str) -> str:
    parts = PurePath(filename).parts
    ours = [at for at, part in enumerate(parts) if part in _OURS]
    return "/".join(parts[ours[-1] if ours else -_PARTS_SHOWN :])

"""A program of its own for what is measured in a window: it tells its readings as JSON and ends."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from tests.benchmarks.timing import NotMeasured

CHECKOUT = Path(__file__).parents[2]
PATIENCE = 10.0
"""Seconds for one process, if not said otherwise."""
_Told = TypeVar("_Told")


def told(home: Path, program: Sequence[str], kind: type[_Told], patience: float = PATIENCE) -> _Told:
    """Run `python -m PROGRAM …` with no screen and return what it says on its standard output.

    Raises `NotMeasured` where it fails, says something else or takes longer.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", *program],
            cwd=CHECKOUT,
            env=_environment(home),
            capture_output=True,
            timeout=patience,
            check=True,
        )
        return msgspec.json.decode(done.stdout, type=kind)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise NotMeasured(said[-1] if said else f"status {error.returncode}") from error
    except (subprocess.TimeoutExpired, msgspec.DecodeError) as error:
        raise NotMeasured(f"the window did not do what was asked: {error}") from error


def _environment(home: Path) -> dict[str, str]:
    """Settings and logs of a folder of its own: nothing of this machine's user is read or written."""
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
    return os.environ | dict.fromkeys(folders, str(home)) | {"QT_QPA_PLATFORM": "offscreen"}

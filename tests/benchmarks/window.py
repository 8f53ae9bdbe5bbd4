"""How soon the window is there: from the start of its process to its first paint."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from cchc_desktop.office.samples import open_sample
from tests.benchmarks.table import AtMostTimes, Benchmark, Figures, Goal
from tests.benchmarks.timing import NotMeasured, Run, in_turns

CHECKOUT = Path(__file__).parents[2]
ROUNDS = 8
PATIENCE = 10.0
"""Seconds for one process."""
SAMPLE = "huong-tra"
SAME_IMPORTS = "an empty QMainWindow of PySide6, after importing every module ours had imported by then"
QT_ALONE = "an empty QMainWindow of PySide6, after importing QtWidgets and nothing of ours"


class _Shown(msgspec.Struct, frozen=True):
    """What a process tells of its window: see `first_paint.tell`."""

    at: float
    modules: tuple[str, ...]


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the window's first paint on a sample office, and the first paint of the office's figures."""
    goal = AtMostTimes(1.5)
    rows: tuple[tuple[str, str, str, Goal | None], ...] = (
        ("window start to first paint", "window", SAME_IMPORTS, goal),
        ("window start to first paint, Qt alone", "window", QT_ALONE, None),
        ("window start to the office's figures", "figures", SAME_IMPORTS, goal),
    )
    for name, moment, baseline, limit in rows:
        yield Benchmark(name, baseline, limit, partial(_beside_bare, run, moment, baseline))


def _beside_bare(run: Run, moment: str, baseline: str) -> Figures:
    office = open_sample(SAMPLE, run.folder)
    ours = ("tests.benchmarks.first_paint", moment, str(office))
    imports = run.folder / "imports"
    imports.write_text("\n".join(_modules(run.folder, ours, baseline)), "utf-8")
    bare = ("tests.benchmarks.bare_window", str(imports))
    return in_turns(
        partial(_until_shown, run.folder, ours), partial(_until_shown, run.folder, bare), run.rounds(ROUNDS)
    )


def _modules(home: Path, ours: Sequence[str], baseline: str) -> tuple[str, ...]:
    return _shown(home, ours).modules if baseline == SAME_IMPORTS else ()


def _until_shown(home: Path, program: Sequence[str], _turn: int) -> float:
    begun = time.perf_counter()
    return _shown(home, program).at - begun


def _shown(home: Path, program: Sequence[str]) -> _Shown:
    """Run a program that shows a window, says so and ends."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", *program],
            cwd=CHECKOUT,
            env=_environment(home),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        return msgspec.json.decode(done.stdout, type=_Shown)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise NotMeasured(said[-1] if said else f"status {error.returncode}") from error
    except (subprocess.TimeoutExpired, msgspec.DecodeError) as error:
        raise NotMeasured(f"the window was not painted: {error}") from error


def _environment(home: Path) -> dict[str, str]:
    """Settings and logs of a folder of its own: nothing of this machine's user is read or written."""
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
    return os.environ | dict.fromkeys(folders, str(home)) | {"QT_QPA_PLATFORM": "offscreen"}

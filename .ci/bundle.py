"""Put both programs into one folder that needs no Python, let them prove themselves, measure them."""

import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from ctypes.util import find_library
from pathlib import Path

import dressing
import system_packages

FOLDER = Path("dist/cchc-desktop")
WORK = Path("build/bundle")
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
OF_DEBIAN = sys.base_prefix == "/usr"
"""Any other Python needs its own shared library, not Debian's."""
SUFFIX = ".exe" if os.name == "nt" else ""
GOAL_SIZE, GOAL_START = 120, 1.3
"""Megabytes unpacked, and how many times as long as the checkout's a start may take; see docs/bundle.md."""
MOST_SIZE = 125
"""Megabytes beyond which something came along that nobody asked for."""
STARTS = 7
_FROM_OUTSIDE = ("HOME", "SYSTEMROOT", "TEMP", "TMP", "XDG_RUNTIME_DIR")
"""What a program may need of the machine; not Python's variables, not its path."""


def main() -> int:
    """Build, try and measure the bundle; return the exit status."""
    if (refusal := prepare()) is not None:
        print(refusal, file=sys.stderr)
        return 1
    dressing.dress(WORK)
    where = ("--distpath", FOLDER.parent, "--workpath", WORK)
    build = (sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level=ERROR", *where)
    if (failed := subprocess.run(build, check=False).returncode) != 0:
        return failed
    if missing := not_shipped(FOLDER):
        print("Bản đóng gói thiếu hoặc sai các tệp:", *missing, sep="\n  ", file=sys.stderr)
        return 1
    if (failed := self_test(FOLDER)) != 0:
        return failed
    if (size := size_of(FOLDER)) > MOST_SIZE:
        print(f"Bản đóng gói nặng {size:.0f} MB, quá {MOST_SIZE}: có phần lạ lọt vào.", file=sys.stderr)
        return 1
    measure(size)
    return 0


def not_shipped(bundle: Path) -> list[str]:
    """Return the files of `resources` that the bundle has not, or not as they are here."""
    inside = bundle / "_internal"
    return [
        str(file)
        for file in sorted(Path("resources").rglob("*"))
        if file.is_file() and file.suffix not in {".py", ".pyc"}
        if not (inside / file).is_file() or (inside / file).read_bytes() != file.read_bytes()
    ]


def self_test(bundle: Path) -> int:
    """Run `cchc self-test` of the bundle where no Python is to be found; return its exit status."""
    with tempfile.TemporaryDirectory() as empty:
        command = ((bundle / f"cchc{SUFFIX}").resolve(), "self-test")
        return subprocess.run(command, cwd=empty, env=without_python(empty), check=False).returncode


def without_python(path: str) -> dict[str, str]:
    """Return an environment whose path has nothing but that folder; settings and logs go there too."""
    kept = {name: os.environ[name] for name in _FROM_OUTSIDE if name in os.environ}
    own = dict.fromkeys(
        ("APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), path
    )
    return {**kept, **own, "PATH": path, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def size_of(bundle: Path) -> float:
    """Return how many megabytes (10^6 bytes) the files of the bundle have."""
    return sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file()) / 1e6


def measure(size: float) -> None:
    """Print how large the bundle is, and how long its window takes beside the checkout's."""
    bundle = [str((FOLDER / f"cchc-desktop{SUFFIX}").resolve())]
    here = [sys.executable, "-m", "ui"]
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(STARTS):
        for command, seconds in zip((bundle, here), times, strict=True):
            seconds.append(start_of(command))
    packed, checkout = (statistics.median(seconds) for seconds in times)
    print(f"Dung lượng: {size:.0f} MB (mục tiêu {GOAL_SIZE}).")
    print(
        f"Từ lúc gọi đến khi cửa sổ vẽ xong và đóng: {packed:.2f} giây; từ mã nguồn {checkout:.2f} giây, "
        f"gấp {packed / checkout:.2f} lần (mục tiêu {GOAL_START})."
    )


def start_of(command: Sequence[str]) -> float:
    """Return the seconds until the program has painted its window, and is gone again."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        subprocess.run(
            [*command, "--until-painted"], env=without_python(folder), check=True, capture_output=True
        )
        return time.perf_counter() - begun


def prepare() -> str | None:
    """Bring what PyInstaller needs of a Linux system; where that is impossible return what to do."""
    if not sys.platform.startswith("linux"):
        return None
    if not has_shared_python() and not OF_DEBIAN:
        return (
            f"Python {VERSION} tại {sys.base_prefix} thiếu thư viện dùng chung mà PyInstaller cần. "
            "Hãy cài lại Python đó với PYTHON_CONFIGURE_OPTS=--enable-shared rồi chạy: make clean bundle"
        )
    packages = [] if has_shared_python() else [f"libpython{VERSION}"]
    packages += [] if shutil.which("objdump") else ["binutils"]
    if not packages or system_packages.install(packages):
        return None
    return f"Còn thiếu phần hệ thống để đóng gói. Hãy chạy: sudo apt-get install {' '.join(packages)}"


def has_shared_python() -> bool:
    """Whether there is the library that stands in for the interpreter in a bundle."""
    beside = Path(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
    if beside.suffix == ".a":
        return False
    return beside.exists() or (OF_DEBIAN and find_library(f"python{VERSION}") is not None)


if __name__ == "__main__":
    sys.exit(main())

"""Put both programs into one folder that needs no Python, and let the packed command line prove itself."""

import os
import shutil
import subprocess
import sys
import sysconfig
from ctypes.util import find_library
from pathlib import Path

import system_packages

FOLDER = Path("build/dist/cchc-desktop")
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
OF_DEBIAN = sys.base_prefix == "/usr"
"""Any other Python needs its own shared library, not Debian's."""


def main() -> int:
    """Build and try the bundle; return the exit status."""
    if (refusal := prepare()) is not None:
        print(refusal, file=sys.stderr)
        return 1
    where = ("--distpath", FOLDER.parent, "--workpath", "build/bundle")
    build = (sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level=WARN", *where)
    if (failed := subprocess.run(build, check=False).returncode) != 0:
        return failed
    program = FOLDER / ("cchc.exe" if os.name == "nt" else "cchc")
    return subprocess.run([program, "demo", "build/demo-bundle"], check=False).returncode


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

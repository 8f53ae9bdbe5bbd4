"""Put both programs into one folder that needs no Python, and let the packed command line prove itself."""

import os
import subprocess
import sys
import sysconfig
from ctypes.util import find_library
from pathlib import Path

import system_packages

FOLDER = Path("build/dist/cchc-desktop")
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
DEBIAN_PACKAGE = f"libpython{VERSION}"


def main() -> int:
    """Build and try the bundle; return the exit status."""
    if not has_shared_python() and not bring_shared_python():
        print(
            f"Python {VERSION} tại {sys.base_prefix} thiếu thư viện dùng chung mà PyInstaller cần. "
            f"Trên Debian, Ubuntu: sudo apt-get install {DEBIAN_PACKAGE}; với pyenv: cài lại Python với "
            "PYTHON_CONFIGURE_OPTS=--enable-shared. Sau đó chạy: make clean bundle",
            file=sys.stderr,
        )
        return 1
    where = ("--distpath", FOLDER.parent, "--workpath", "build/bundle")
    build = (sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level=WARN", *where)
    if (failed := subprocess.run(build, check=False).returncode) != 0:
        return failed
    program = FOLDER / ("cchc.exe" if os.name == "nt" else "cchc")
    return subprocess.run([program, "demo", "build/demo-bundle"], check=False).returncode


def has_shared_python() -> bool:
    """Whether there is the library that stands in for the interpreter in a bundle; only Linux can lack it."""
    if not sys.platform.startswith("linux"):
        return True
    beside = Path(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
    own = beside.suffix != ".a" and beside.exists()
    return own or (of_debian() and find_library(f"python{VERSION}") is not None)


def bring_shared_python() -> bool:
    """Install it where that is allowed and this is Debian's own Python; any other would get a stranger's."""
    return of_debian() and system_packages.install([DEBIAN_PACKAGE])


def of_debian() -> bool:
    """Whether this Python came with the system."""
    return sys.base_prefix == "/usr"


if __name__ == "__main__":
    sys.exit(main())

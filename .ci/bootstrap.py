"""Make `.venv` in the checkout ready, from nothing but Python 3.11: `python3 .ci/bootstrap.py`.

Only the standard library is used, and nothing is asked: what may be installed is installed, the rest is
named with the one command that brings it.
"""

import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

import system_packages

CHECKOUT = Path(__file__).resolve().parent.parent
HOME = CHECKOUT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


class SetupFailed(Exception):
    """What stopped the set-up and what to do about it, in Vietnamese."""


def main() -> int:
    """Make the environment; return the exit status. Without a window there is still the command line."""
    try:
        if not works(PYTHON):
            make_environment()
        install_libraries()
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    pyside = output(PYTHON, "-c", "import PySide6; print(PySide6.__path__[0])")
    system_packages.prepare_window(Path(pyside))
    return 0


def works(python: Path) -> bool:
    """Whether there is a Python with pip at that place; it may be there and not start, its base removed."""
    if not python.exists():
        return False
    asked = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
    return asked.returncode == 0


def make_environment() -> None:
    """Make an empty environment with pip, in whichever way this Python can."""
    say("Đang tạo môi trường riêng trong .venv …")
    if not any(way() for way in (by_ensurepip, by_own_pip, by_virtualenv, by_system_package)):
        package = venv_package()
        raise SetupFailed(
            f"Python này ({sys.executable}) thiếu phần tạo môi trường riêng (ensurepip). "
            f"Hãy cài gói {package} rồi chạy lại; trên Debian, Ubuntu: sudo apt-get install {package}"
        )


def by_ensurepip() -> bool:
    """Make the environment as Python documents it; Debian packs `ensurepip` apart."""
    if not importlib.util.find_spec("ensurepip"):
        return False
    venv.create(HOME, clear=True, with_pip=True, symlinks=os.name != "nt")
    return works(PYTHON)


def by_own_pip() -> bool:
    """Make it bare and let this Python's own pip put a pip into it."""
    if not importlib.util.find_spec("pip"):
        return False
    venv.create(HOME, clear=True, with_pip=False, symlinks=os.name != "nt")
    run(sys.executable, "-m", "pip", "--python", PYTHON, "install", "--quiet", "pip")
    return works(PYTHON)


def by_virtualenv() -> bool:
    """Make it with virtualenv, which carries a pip of its own."""
    if not importlib.util.find_spec("virtualenv"):
        return False
    run(sys.executable, "-m", "virtualenv", "--clear", "--quiet", HOME)
    return works(PYTHON)


def by_system_package() -> bool:
    """Install Debian's missing half of venv where that is allowed; a child sees it, this process may not."""
    if not system_packages.install([venv_package()]):
        return False
    run(sys.executable, "-m", "venv", "--clear", HOME)
    return works(PYTHON)


def venv_package() -> str:
    """Return the Debian package that completes this Python's venv."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def install_libraries() -> None:
    """Install the pinned libraries and the checkout itself."""
    say("Đang cài các thư viện đã ghim phiên bản vào .venv, lần đầu mất vài phút …")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
    pinned = run(*pip, "--requirement", CHECKOUT / "requirements-dev.txt")
    if not (pinned and run(*pip, "--no-deps", "--no-build-isolation", "--editable", CHECKOUT)):
        raise SetupFailed(
            "Chưa cài được thư viện; nguyên nhân ở các dòng ngay trên. "
            "Hãy kiểm tra kết nối mạng và chỗ trống trên đĩa rồi chạy lại lệnh vừa rồi."
        )


def run(*command: str | Path) -> bool:
    """Run a command, its messages shown; say whether it succeeded."""
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode == 0


def output(*command: str | Path) -> str:
    """Return what a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def say(sentence: str) -> None:
    """Tell the person what goes on."""
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""Show the product: the window on a sample office, or the same job by command line without a display."""

import os
import subprocess
import sys
from pathlib import Path

import PySide6

import system_packages

_PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"


def main() -> int:
    """Run one of the two programs; return its exit status."""
    if window_can_open():
        return start("ui", "--sample", "huong-tra")  # real published figures, slips included
    print("Không mở được cửa sổ trên máy này, nên chạy bằng dòng lệnh.", flush=True)
    return start("cchc_desktop", "demo", "build/demo")


def start(program: str, *arguments: str) -> int:
    """Run a program of the checkout to its end; return its exit status."""
    return subprocess.run([sys.executable, "-m", program, *arguments], check=False).returncode


def window_can_open() -> bool:
    """Whether Qt reaches a display; a child asks, for Qt ends the process that asks in vain."""
    if not has_display():
        return False
    if _reaches_display():
        return True
    system_packages.prepare_window(Path(PySide6.__path__[0]))
    return _reaches_display()


def _reaches_display() -> bool:
    return subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, check=False).returncode == 0


def has_display() -> bool:
    """Whether this session has a display at all."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())

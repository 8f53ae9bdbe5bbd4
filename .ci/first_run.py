"""Show the product: the window on a sample office, or the same job by command line where no window can open."""

import os
import subprocess
import sys

_PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"


def main() -> int:
    """Run one of the two programs; return its exit status."""
    if window_can_open():
        return subprocess.run([sys.executable, "-m", "ui", "--sample"], check=False).returncode
    print("Không mở được cửa sổ trên máy này, nên chạy bằng dòng lệnh.", flush=True)
    return subprocess.run([sys.executable, "-m", "cchc_desktop", "demo", "build/demo"], check=False).returncode


def window_can_open() -> bool:
    """Whether there is a display and Qt reaches it; a child asks, for Qt ends the process that asks in vain."""
    if not has_display():
        return False
    return subprocess.run([sys.executable, "-c", _PROBE], capture_output=True, check=False).returncode == 0


def has_display() -> bool:
    """Whether this session has a display at all."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())

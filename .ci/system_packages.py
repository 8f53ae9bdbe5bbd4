"""What a bare Linux lacks for Qt's window: which packages, and installing them where that is allowed."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

_STARTERS = (
    "QtWidgets.abi3.so",
    "QtGui.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
)
"""What the loader must resolve, under the folder of PySide6, before a window can open."""

_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONTS = "fonts-liberation"
"""Stands in for Times New Roman letter by letter, so that pages break where they will in Word."""

_DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def package_of(library: str) -> str:
    """Return the Debian package of a shared library: `libxcb-icccm.so.4` is in `libxcb-icccm4`."""
    if library in _DEBIAN_PACKAGES:
        return _DEBIAN_PACKAGES[library]
    stem, _, version = library.partition(".so.")
    joint = "-" if stem[-1:].isdigit() else ""
    return f"{stem.lower()}{joint}{version}"


def unresolved(report: str) -> set[str]:
    """Return the libraries that an `ldd` report says are not found."""
    return set(re.findall(r"^\s*(\S+) => not found", report, re.MULTILINE))


def missing_libraries(pyside: Path) -> set[str]:
    """Return the shared libraries that Qt under this PySide6 folder asks for and the system lacks."""
    ldd = shutil.which("ldd")
    if not ldd:
        return set()
    files = [str(pyside / name) for name in _STARTERS if (pyside / name).exists()]
    report = subprocess.run([ldd, *files], capture_output=True, text=True, check=False)
    return unresolved(report.stdout)


def has_fonts() -> bool:
    """Whether there is any font; without one a window shows boxes and Qt complains."""
    folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
    return any(True for folder in folders for _ in folder.rglob("*.[ot]t[cf]"))


def for_window(pyside: Path) -> list[str]:
    """Return the Debian packages to install before a window can open; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    packages = {package_of(library) for library in missing_libraries(pyside)}
    if not has_fonts():
        packages.add(_FONTS)
    return sorted(packages)


def prepare_window(pyside: Path) -> None:
    """Install what the window lacks, or print the one command that does."""
    packages = for_window(pyside)
    if not packages:
        return
    if may_install() is not None:
        print(f"Đang cài thư viện hệ thống cho cửa sổ: {', '.join(packages)} …", flush=True)
        if install(packages):
            return
    print(
        "Cửa sổ còn thiếu thư viện hệ thống (dòng lệnh cchc vẫn chạy). Hãy nhờ người quản trị máy chạy: "
        f"sudo apt-get install {' '.join(packages)}",
        flush=True,
    )


def may_install() -> list[str] | None:
    """Return what to put before `apt-get` to be allowed to install, or None where a person must be asked."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and _succeeds((sudo, "-n", "true")):
        return [sudo, "-n"]
    return None


def install(packages: Iterable[str]) -> bool:
    """Install Debian packages if that is allowed without asking; say whether they are there now."""
    before = may_install()
    if before is None:
        return False
    alone = (*before, "env", "DEBIAN_FRONTEND=noninteractive")
    apt = (*alone, "apt-get", "-qq", "-y", "-o", "DPkg::Lock::Timeout=120")
    wanted = (*apt, "install", "--no-install-recommends", *packages)
    # The lists of a fresh machine are empty: then the first try fails, and the second follows an update.
    return _succeeds(wanted) or (_succeeds((*apt, "update")) and _succeeds(wanted))


def _succeeds(command: Iterable[str]) -> bool:
    quiet = subprocess.DEVNULL
    return subprocess.run([*command], check=False, stdin=quiet, stdout=quiet, stderr=quiet).returncode == 0

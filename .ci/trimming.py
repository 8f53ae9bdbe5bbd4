"""What PyInstaller finds and neither program ever uses; docs/bundle.md gives the reason of each group.

Names are those inside the bundle's folder of libraries, `/` between folders on every system.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import PurePath

Entry = tuple[str, str, str]
"""PyInstaller's: name in the bundle, file it is copied from, kind."""

MODULE_GROUPS = {
    "for our checks": "PIL docxtpl holidays hypothesis jinja2 mypy numpy pip pygments pytest _pytest "
    "setuptools wheel",
    "Parquet": "duckdb pyarrow",
    "reading HTML": "bs4 cssselect html5lib soupsieve lxml.html lxml.objectify lxml.isoschematron lxml.sax "
    "lxml.builder",
    "parts of Python for developers": "doctest lib2to3 pdb pydoc pydoc_data tkinter unittest",
    "networks": "_hashlib _ssl ssl asyncio ftplib http xmlrpc",
    "writing of other languages": "_codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw "
    "_multibytecodec",
}
MODULES = [name for names in MODULE_GROUPS.values() for name in names.split()]
"""Python modules that are left out."""

_PLUGINS = "PySide6/(Qt/)?plugins"
_GROUPS = {
    "translations": "PySide6/(Qt/)?translations/",
    "software OpenGL": r"PySide6/opengl32sw\.dll",
    "screens nobody has": rf"{_PLUGINS}/(egldeviceintegrations/|generic/|"
    r"platforms/(lib)?q(direct2d|eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\.)",
    "GTK": rf"{_PLUGINS}/platformthemes/libqgtk3\.",
    "image formats": rf"{_PLUGINS}/imageformats/(lib)?q(gif|icns|pdf|tga|tiff|wbmp|webp)\.",
    "networks": rf"{_PLUGINS}/(networkinformation|tls)/",
    "other ways to Wayland": rf"{_PLUGINS}/(wayland-graphics-integration-client/lib(dmabuf|drm|shm|vulkan)|"
    "wayland-shell-integration/lib(fullscreen|ivi|qt|wl)|wayland-decoration-client/libadwaita)",
    "templates of python-docx": "docx/templates/default-docx-template/",
    "notes of the installer": r"(pip-[^/]+\.dist-info/|"
    r"[^/]+\.dist-info/(INSTALLER|REQUESTED|WHEEL|direct_url))",
    "time zones": "dateutil/zoneinfo/",
    "libraries of the desktop": r"lib(X11|X11-xcb|xcb|cups|dbus-1|expat|fontconfig|freetype|systemd|"
    r"avahi-\w+)\.so",
}
"""Patterns of names by group."""
GROUPS = {name: re.compile(pattern) for name, pattern in _GROUPS.items()}


def group_of(name: str) -> str:
    """Return the group in which a file is left out, or "" where it is needed."""
    written = PurePath(name).as_posix()
    return next((group for group, pattern in GROUPS.items() if pattern.match(written)), "")


def is_left_out(entry: Entry) -> bool:
    """Whether a file belongs to a group above, or is a link.

    Qt's libraries find each other where they are, and the file system of a stick knows no links.
    """
    name, _, kind = entry
    return kind == "SYMLINK" or bool(group_of(name))


def trimmed(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the entries without the groups above, and without libraries that only those had asked for.

    `needs` names the libraries that a file on this machine asks for.
    """
    kept = [entry for entry in entries if not is_left_out(entry)]
    sources = {PurePath(name).name: source for name, source, _ in kept}
    wanted: set[str] = set()
    waiting = [PurePath(entry[0]).name for entry in kept if not is_there_for_others(entry)]
    while waiting:
        if (name := waiting.pop()) in sources and name not in wanted:
            wanted.add(name)
            waiting.extend(needs(sources[name]))
    return [entry for entry in kept if PurePath(entry[0]).name in wanted]


def is_there_for_others(entry: Entry) -> bool:
    """Whether a file is a library that only others ask for; Windows keeps such apart from no others."""
    name, _, kind = entry
    if sys.platform == "win32" or kind != "BINARY" or name.startswith("libpython"):
        return False
    return "/" not in name or name.startswith("PySide6/Qt/lib/")


def libraries_of(file: str) -> list[str]:
    """Return the names of the libraries that a program file of Linux itself asks for."""
    if sys.platform == "win32":
        return []
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^\s*NEEDED\s+(\S+)", told, re.MULTILINE)

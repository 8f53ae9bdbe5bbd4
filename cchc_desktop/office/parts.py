"""What the program is made of: libraries, their versions and licences, as their makers say."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.bundled import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

PRODUCT = "cchc-desktop"
_OPENING = (
    "CCHC Desktop theo giấy phép Apache 2.0. Chương trình gồm các thư viện dưới đây, mỗi thư viện theo giấy "
    "phép của nó. Qt và PySide6 được dùng theo LGPL 3.0: các tệp của Qt nằm riêng trong thư mục chương trình "
    "và thay được. Đi cùng chúng trong bản đóng gói là các thư viện C: SQLite (không giữ bản quyền), OpenSSL "
    "(Apache-2.0), libxml2 và libxslt (MIT), zlib (Zlib); trên Linux thêm ICU (Unicode-3.0), glib "
    "(LGPL-2.1-or-later), libstdc++ (GPL-3.0 kèm ngoại lệ của GCC), PCRE2 và Zstandard (BSD-3-Clause), "
    "xkbcommon và Kerberos (MIT)."
)
_SHIPPED_TEXTS = {"PSF-2.0": "Python", "LGPL-3.0": "PySide6, shiboken6, Qt", "GPL-3.0": "LGPL-3.0 dẫn đến"}
"""Licences that the libraries do not carry themselves."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]es?|copying|notice)[^/]*$", re.IGNORECASE)
_CLASSIFIER = "License :: "
_NOT_SHIPPED = frozenset({"pip"})
"""Asked for by a library, for a command of its own that we do not have."""


@dataclass(frozen=True, slots=True)
class Part:
    """One library."""

    name: str
    version: str
    licence: str
    """An SPDX expression, or the words its maker uses."""
    texts: tuple[str, ...]
    """The licences in full, as far as the library carries them."""


def version() -> str:
    """Return the version of this program, "" where it runs from sources that were never installed."""
    try:
        return distribution(PRODUCT).version
    except PackageNotFoundError:
        return ""


def parts() -> tuple[Part, ...]:
    """Return Python and every library that came with it, in the order of their names."""
    found = [_part(each) for each in _asked_for(PRODUCT).values() if _normal(each.name) != PRODUCT]
    python = Part("Python", sys.version.partition(" ")[0], "PSF-2.0", ())
    return tuple(sorted((python, *found), key=lambda part: part.name.lower()))


def parts_page() -> str:
    """Return what the program is made of as Markdown: a table, then the licences in full."""
    found = parts()
    lines = ["# Giấy phép", "", _OPENING, "", "| Thư viện | Phiên bản | Giấy phép |", "|---|---|---|"]
    lines += [f"| {part.name} | {part.version} | {part.licence} |" for part in found]
    for part in found:
        for text in part.texts:
            lines += ["", f"## {part.name}", "", _as_written(text)]
    for name, whose in _SHIPPED_TEXTS.items():
        text = resource("licences", f"{name}.txt").read_text(encoding="utf-8")
        lines += ["", f"## {name} ({whose})", "", _as_written(text)]
    return "\n".join(lines) + "\n"


def _as_written(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip().splitlines())


def _asked_for(name: str) -> dict[str, Distribution]:
    """Return the library and all that it asks for, by name; what this system has no use for is not there."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        asked = _normal(waiting.pop())
        if asked in found or asked in _NOT_SHIPPED:
            continue
        try:
            found[asked] = distribution(asked)
        except PackageNotFoundError:
            continue
        waiting.extend(_without_extras(found[asked]))
    return found


def _without_extras(library: Distribution) -> Iterator[str]:
    for line in library.requires or ():
        wanted, _, condition = line.partition(";")
        if "extra" not in condition and (name := _NAME.match(wanted)):
            yield name[0]


def _part(library: Distribution) -> Part:
    said = library.metadata
    classified = [text for text in said.get_all("Classifier") or () if text.startswith(_CLASSIFIER)]
    named = [said[field] for field in ("License-Expression", "License") if field in said]
    licence = next((words.partition("\n")[0].strip() for words in named if words), "")
    if not licence or licence == "Dual License":
        licence = " hoặc ".join(text.rpartition(" :: ")[2] for text in classified)
    files = [file for file in library.files or () if _LICENCE_FILE.search(str(file))]
    texts = tuple(file.read_text(encoding="utf-8") for file in files if Path(str(file.locate())).is_file())
    return Part(library.name, library.version, licence, texts)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

"""The data of ICU with two languages instead of eight hundred: 32 MB of Qt's bundle on Linux become 4.

PySide6's wheel for Linux links QtCore to an ICU whose data are one array in a library of their own, in ICU's
common data package: a header, a table of (place of the name, place of the item), names, items. A library with
the same name and symbol takes its place. ICU falls back to its root where it has no data of a language.
"""

import re
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePath

_MAGIC, _FORMAT = b"\xda\x27", b"CmnD"
_ALIGNED = 16
_LANGUAGES = {"root", "en", "en_US", "vi", "vi_VN"}
_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Za-z0-9_]+)?")
_FOLDERS_LEFT_OUT = {"rbnf", "translit"}
_KINDS_LEFT_OUT = {".cfu", ".cnv", ".dict", ".spp"}
"""Look-alike letters, old encodings, words of languages without spaces, names of internet hosts."""
_SYMBOL = re.compile(r"^([0-9a-f]+) .*\s([0-9a-f]+)\s+(?:\S+\s+)?(icudt[0-9]+_dat)$", re.MULTILINE)


def is_kept(name: str) -> bool:
    """Whether an item of ICU's data is of use for Vietnamese (and for the code itself, in English)."""
    _package, *folders, file = name.split("/")
    path = PurePath(file)
    if path.suffix in _KINDS_LEFT_OUT or _FOLDERS_LEFT_OUT.intersection(folders):
        return False
    is_locale = path.suffix == ".res" and _LOCALE.fullmatch(path.stem)
    return not is_locale or path.stem in _LANGUAGES


def items_of(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Return the header of a package of ICU's data, and its items by name; `ValueError` where it is none."""
    (length,) = struct.unpack_from("<H", data)
    if data[2:4] != _MAGIC or data[12:16] != _FORMAT:
        raise ValueError("not a common data package of ICU")
    (count,) = struct.unpack_from("<I", data, length)
    places = [struct.unpack_from("<II", data, length + 4 + 8 * number) for number in range(count)]
    ends = [place for _, place in places[1:]] + [len(data) - length]
    items = {}
    for (name, start), end in zip(places, ends, strict=True):
        written = data[length + name : data.index(b"\0", length + name)]
        items[written.decode("ascii")] = data[length + start : length + end]
    return data[:length], items


def packed(header: bytes, items: Mapping[str, bytes]) -> bytes:
    """Return the package of these items, which stand in the order of their names."""
    names = sorted(items)
    table = 4 + 8 * len(names)
    name_places, written = [], b""
    for name in names:
        name_places.append(table + len(written))
        written += name.encode("ascii") + b"\0"
    body, places = b"", []
    begin = table + len(written)
    begin += -(len(header) + begin) % _ALIGNED
    for name in names:
        places.append(begin + len(body))
        body += items[name] + bytes(-len(items[name]) % _ALIGNED)
    entries = b"".join(struct.pack("<II", *pair) for pair in zip(name_places, places, strict=True))
    head = header + struct.pack("<I", len(names)) + entries + written
    return head + bytes(len(header) + begin - len(head)) + body


def with_two_languages(library: Path, folder: Path) -> Path:
    """Return a library in the folder that stands in for that library of ICU's data; needs binutils."""
    told = subprocess.run(["objdump", "-T", library], capture_output=True, text=True, check=True).stdout
    if (found := _SYMBOL.search(told)) is None:
        raise ValueError(f"no data of ICU in {library.name}")
    start, size = int(found[1], 16), int(found[2], 16)
    header, items = items_of(library.read_bytes()[start : start + size])
    folder.mkdir(parents=True, exist_ok=True)
    kept = {name: item for name, item in items.items() if is_kept(name)}
    (folder / "data").write_bytes(packed(header, kept))
    symbol, made = found[3], folder / library.name
    # ld names the array after its file; the section is read-only, as it was.
    ld = ["ld", "-r", "-b", "binary", "-o", "data.o", "data"]
    objcopy = ["objcopy", "--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"]
    objcopy += [
        "--set-section-alignment",
        ".data=16",
        "--redefine-sym",
        f"_binary_data_start={symbol}",
        "data.o",
    ]
    link = ["ld", "-shared", f"-soname={library.name}", "-o", made.name, "data.o"]
    for command in (ld, objcopy, link):
        subprocess.run(command, cwd=folder, check=True)
    return made

"""A form set as files: what a folder may hold, and the fingerprint of its content."""

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib.resources.abc import Traversable
from pathlib import Path

from cchc_desktop.template.problem import TemplateProblem, TemplateRefused

SET_FILE = "set.toml"
OUTLINE_FILE = "outline.toml"
SENTENCES_FILE = "loi-van.toml"
ROW_CHANGES_FILE = "chuyen-doi.toml"
"""A set may do without these two."""
_NAMED = (SET_FILE, OUTLINE_FILE, SENTENCES_FILE, ROW_CHANGES_FILE)
LARGEST_FILE = 1_000_000
LARGEST_SET = 2_000_000
MOST_FILES = 40
LONGEST_LINE = 4_000
"""In characters."""
MOST_DOTS = 100
"""In a line. Endless dotted keys would keep the TOML reader busy for minutes."""

_APPENDIX_FILE = re.compile(r"phu-luc-([1-9][0-9]?)\.toml")
_LEFT_BY_SYSTEMS = frozenset({"desktop.ini", "thumbs.db"})
_BOM = b"\xef\xbb\xbf"


class Unreadable(Exception):
    """One file of a set is no TOML text; the reason is in Vietnamese."""


def appendix_file(number: int) -> str:
    """Return the name of the file that holds the appendix of that number."""
    return f"phu-luc-{number}.toml"


def template_files(folder: Traversable | Path) -> dict[str, bytes]:
    """Return the content of every file of a set by its name, byte for byte.

    Hidden files and what file managers leave behind are passed over. A folder that cannot be listed, or holds
    links, folders, too many or too large files is refused (`TemplateRefused`); no file is read beyond it.
    """
    try:
        members = [member for member in folder.iterdir() if not _is_left_behind(member.name)]
    except OSError:
        raise _refused(str(folder), "không phải là thư mục đọc được") from None
    refuse_many(len(members))
    files = {member.name: _content(member) for member in sorted(members, key=lambda member: member.name)}
    refuse_large(files)
    return files


def refuse_many(files: int) -> None:
    """Refuse a set of more files than any form has (`TemplateRefused`)."""
    if files > MOST_FILES:
        raise _refused("", f"có {files} tệp, nhiều hơn {MOST_FILES} tệp được phép")


def refuse_large(files: Mapping[str, bytes]) -> None:
    """Refuse files that are larger than those of any form (`TemplateRefused`), before they are parsed."""
    for name, content in files.items():
        if len(content) > LARGEST_FILE:
            raise _refused(name, f"tệp lớn hơn {LARGEST_FILE // 1000} kB được phép")
    if sum(map(len, files.values())) > LARGEST_SET:
        raise _refused("", f"các tệp cộng lại lớn hơn {LARGEST_SET // 1000} kB được phép")


def misplaced(files: Mapping[str, bytes]) -> Iterator[TemplateProblem]:
    """Yield the files that belong to no set, and the obligatory ones that are not there."""
    for name in files:
        if name not in _NAMED and not _APPENDIX_FILE.fullmatch(name):
            known = f"{', '.join(_NAMED)} và phu-luc-N.toml"
            yield TemplateProblem(name, "", f"tệp lạ; bộ chỉ gồm {known}")
    for name in (SET_FILE, OUTLINE_FILE):
        if name not in files:
            yield TemplateProblem(name, "", "thiếu tệp này")


def appendix_numbers(files: Mapping[str, bytes]) -> set[int]:
    """Return the numbers of the appendices for which there is a file."""
    return {int(found[1]) for name in files if (found := _APPENDIX_FILE.fullmatch(name))}


def digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of names and contents, hexadecimal; line ends and a byte order mark do not count."""
    sha = hashlib.sha256()
    for name, content in sorted(files.items()):
        lines = content.removeprefix(_BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        sha.update(f"{name}\0{len(lines)}\0".encode())
        sha.update(lines)
    return sha.hexdigest()


def table(content: bytes) -> dict[str, object]:
    """Return the TOML table in a file, its text composed (NFC), or raise `Unreadable`."""
    try:
        text = unicodedata.normalize("NFC", content.removeprefix(_BOM).decode("utf-8"))
    except UnicodeDecodeError as error:
        place = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"dòng {place} không phải chữ UTF-8; hãy lưu lại tệp với mã UTF-8") from None
    text = text.replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE or line.count(".") > MOST_DOTS:
            raise Unreadable(f"dòng {number} dài hơn {LONGEST_LINE} ký tự hoặc có quá {MOST_DOTS} dấu chấm")
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        where = f"ở dòng {found[1]}" if found else "ở cuối tệp"
        raise Unreadable(f"sai cú pháp TOML {where}") from None
    except (ArithmeticError, RecursionError, ValueError):
        raise Unreadable("lồng quá sâu hoặc có số quá dài") from None


def _is_left_behind(name: str) -> bool:
    return name.startswith(".") or name.lower() in _LEFT_BY_SYSTEMS


def _content(member: Traversable) -> bytes:
    if isinstance(member, Path) and member.is_symlink():
        raise _refused(member.name, "là liên kết, không phải tệp")
    if not member.is_file():
        raise _refused(member.name, "không phải là tệp")
    try:
        with member.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError:
        raise _refused(member.name, "không mở được tệp") from None


def _refused(file: str, reason: str) -> TemplateRefused:
    return TemplateRefused((TemplateProblem(file, "", reason),))

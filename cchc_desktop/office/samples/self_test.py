"""Whether a shipped program is whole: its files open, what it writes it reads again, names sort rightly.

A bundle can look right and lack a library that is loaded late; so the work itself is done, on a sample office
and in a folder of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cchc_desktop import bundled
from cchc_desktop.errors import CchcError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable

ROOMS = ("calendar", "help", "icons", "licences", "samples", "templates", "word")
"""The folders of `resources` that a whole program has."""
_SAMPLE = "phuong-mau"
_IN_ORDER = ("Ăn", "Ân", "Đà Nẵng", "Điện Biên", "Đồng Nai", "Hà Nội", "phường 2", "phường 10", "Ý Yên")


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was tried, and what was wrong with it if anything was."""

    what: str
    fault: str = ""

    @property
    def line(self) -> str:
        """The check as a person reads it."""
        return f"{'HỎNG' if self.fault else 'tốt '}  {self.what}{f': {self.fault}' if self.fault else ''}"


def checks() -> Iterator[Checked]:
    """Try everything that needs no window."""
    yield from shipped_files()
    yield from documents()
    yield collation()


def shipped_files() -> Iterator[Checked]:
    """Open every shipped file; a folder of the program that came without its files is a fault."""
    for room in ROOMS:
        shipped = list(_leaves(bundled.resource(room)))
        yield Checked(f"resources/{room}: {len(shipped)} tệp", "" if shipped else "không có tệp nào")
        for file in shipped:
            if fault := _fault_of(file):
                yield Checked(file.name, fault)


def documents() -> Iterator[Checked]:
    """Make a sample office, its Word report and its exchange file, and read both again."""
    with TemporaryDirectory() as folder:
        made: list[Path] = []
        yield tried("cơ quan mẫu, báo cáo Word, tệp trao đổi", lambda: _make(Path(folder), made))
        if made:
            _office, word, exchange = made
            yield tried("đọc lại báo cáo Word", lambda: _read_word(word))
            yield tried("đọc lại tệp trao đổi", lambda: _read_exchange(exchange))


def collation() -> Checked:
    """Sort Vietnamese names."""
    from cchc_desktop.values.collation import collation_key

    found = tuple(sorted(set(_IN_ORDER), key=collation_key))
    return Checked("thứ tự chữ cái tiếng Việt", "" if found == _IN_ORDER else ", ".join(found))


def tried(what: str, work: Callable[[], str]) -> Checked:
    """Do the work; what it returns says what is wrong. A library that is not there is a fault as well."""
    try:
        return Checked(what, work())
    except CchcError as refusal:
        return Checked(what, refusal.message)
    except (ImportError, OSError) as error:
        return Checked(what, f"{type(error).__name__}: {error}")


def _make(folder: Path, made: list[Path]) -> str:
    from cchc_desktop.office.samples.demonstration import demonstrate

    made.extend(demonstrate(_SAMPLE, folder).written)
    return "" if all(file.stat().st_size for file in made) else "tệp rỗng"


def _read_word(word: Path) -> str:
    from cchc_desktop.office.word_reports.reading import read_word_report, sets_to_read_by
    from cchc_desktop.template.catalogue import shipped

    read = read_word_report(word, sets_to_read_by(shipped()))
    return "" if read.sections and read.reading.rows else "không đọc được mục hoặc dòng nào"


def _read_exchange(exchange: Path) -> str:
    from cchc_desktop.office.mailroom.looked import look_into

    looked = look_into(exchange)
    return " ".join(looked.lines) if looked.needs_a_person else ""


def _leaves(folder: Traversable) -> Iterator[Traversable]:
    if folder.is_dir():
        for inside in folder.iterdir():
            yield from _leaves(inside)
    elif folder.is_file():
        yield folder


def _fault_of(file: Traversable) -> str:
    try:
        return "" if file.read_bytes() else "tệp rỗng"
    except OSError as error:
        return error.strerror or "không đọc được"

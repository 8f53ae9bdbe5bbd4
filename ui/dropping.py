"""Files that come from outside: dropped on the window, named at the start, handed over by a second start."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from cchc_desktop.errors import CchcError
from ui.dialogs.files import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData

_UNKNOWN = (
    "Chương trình không biết làm gì với “{name}”. Hãy thả tệp cơ quan (.cchc) để mở, hoặc tệp nhận được từ "
    "cơ quan khác."
)
_ONE_AT_A_TIME = "Cửa sổ mở mỗi lúc một tệp cơ quan. Hãy thả từng tệp một."

_RECEIVED = (".xlsx", ".xlsm", ".xls", ".ods", ".eml", ".zip")


class Kind(NamedTuple):
    """Files of one sort, and what is done with those that came together."""

    fits: Callable[[Path], bool]
    take: Callable[[tuple[Path, ...]], None]
    one: bool


class Dropping(QObject):
    """Knows the kinds of files the program takes; whoever takes one says so with `add`."""

    refused = Signal(object)
    """`CchcError`: a file of no known kind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds: list[Kind] = []

    def add(
        self, fits: Callable[[Path], bool], take: Callable[[tuple[Path, ...]], None], *, one: bool = False
    ) -> None:
        """Let files be taken for which `fits` is true, or `one` at a time; the first that fits has them."""
        self._kinds.append(Kind(fits, take, one))

    def knows(self, paths: Sequence[Path]) -> bool:
        """Whether any of the files can be taken."""
        counts = [(kind, sum(kind.fits(path) for path in paths)) for kind in self._kinds]
        return any(count == 1 or (count and not kind.one) for kind, count in counts)

    def take(self, paths: Sequence[Path]) -> None:
        """Take the files, those of one kind together; one that nobody takes is refused by its name."""
        waiting = list(paths)
        for kind in self._kinds:
            if fitting := tuple(path for path in waiting if kind.fits(path)):
                waiting = [path for path in waiting if path not in fitting]
                if kind.one and len(fitting) > 1:
                    self.refused.emit(CchcError(_ONE_AT_A_TIME))
                else:
                    kind.take(fitting)
        for path in waiting:
            self.refused.emit(CchcError(_UNKNOWN.format(name=path.name)))


def is_office_file(path: Path) -> bool:
    """Whether the file keeps an office's figures, by its name."""
    return path.suffix.lower() == SUFFIX


def is_received_file(path: Path) -> bool:
    """Whether it may have come from another office, by its name; folders are looked through."""
    return path.suffix.lower() in _RECEIVED or path.is_dir()


def local_paths(dragged: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders of this machine among what is dragged."""
    from pathlib import Path

    return tuple(Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())

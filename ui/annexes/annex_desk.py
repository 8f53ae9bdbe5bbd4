"""What the window wishes of the further appendices: each wish is one step that can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cchc_desktop.errors import CchcError
from cchc_desktop.office.printed import annexes
from cchc_desktop.values.source import Source
from ui.annexes.upright import photo_bytes
from ui.step import Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cchc_desktop.form.annex import Annex, Photo
    from cchc_desktop.office.changes import Changes
    from cchc_desktop.office.report import OpenReport
    from cchc_desktop.values.image import Image
    from ui.desk import Desk


class AnnexDesk:
    """The appendices of the open report. Refusals are raised as `CchcError`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def annexes(self) -> dict[str, Annex]:
        """Every appendix by its key, in the order they print."""
        return annexes.annexes_of(self._report)

    def image(self, photo: Photo) -> Image | None:
        """The bytes of a photo."""
        return annexes.photo_of(self._report, photo)

    def trouble(self, key: str) -> str:
        """What is found in an appendix: the first that nobody has justified; empty where all is well."""
        from cchc_desktop.office.findings.in_prose import found_in_prose

        kept = self._report.kept
        first = next((each for each in found_in_prose(self._report, key) if each.code not in kept), None)
        return f"{first.words.message} {first.words.remedy}" if first else ""

    def add(self, title: str) -> str:
        """Add an appendix after the last and return its key."""
        added: list[str] = []

        def job() -> Changes:
            key, changes = annexes.add_annex(self._report, title)
            added.append(key)
            return changes

        self._do("Thêm phụ lục", job)
        return added[0]

    def write(self, key: str, *, title: str | None = None, text: str | None = None) -> None:
        """Give an appendix another title or text."""
        self._do("Sửa phụ lục", partial(annexes.set_annex, self._report, key, title=title, text=text))

    def move(self, key: str, place: int) -> None:
        """Put an appendix at a place among the others, from 1."""
        self._do("Sắp phụ lục", partial(annexes.move_annex, self._report, key, place))

    def remove(self, key: str) -> None:
        """Take an appendix out of the report."""
        self._do("Bỏ phụ lục", partial(annexes.remove_annex, self._report, key))

    def add_photo(self, key: str, path: Path) -> None:
        """Add a photo, set upright and made smaller where it needs that."""
        self._do("Thêm ảnh", partial(annexes.add_photo, self._report, key, path.name, photo_bytes(path)))

    def write_caption(self, key: str, number: int, caption: str) -> None:
        """Write what stands under a photo, counted from 1."""
        self._do("Lời dưới ảnh", partial(annexes.set_caption, self._report, key, number, caption))

    def remove_photo(self, key: str, number: int) -> None:
        """Take a photo out of an appendix."""
        self._do("Bỏ ảnh", partial(annexes.remove_photo, self._report, key, number))

    @property
    def _report(self) -> OpenReport:
        return self._desk.the_report

    def _do(self, name: str, job: Callable[[], Changes]) -> None:
        before = self.annexes
        changes = job()
        if not changes:
            return
        after = self.annexes
        back: dict[str, Annex | None] = {key: before.get(key) for key in changes.annexes}
        forth: dict[str, Annex | None] = {key: after.get(key) for key in changes.annexes}
        self._desk.tell(changes)
        self._desk.undo.push(Step(partial(self._put, back), partial(self._put, forth), name))

    def _put(self, standing: dict[str, Annex | None]) -> bool:
        try:
            changes = annexes.put_annexes(self._report, standing, Source.UNDONE)
        except CchcError as refusal:
            self._desk.refused.emit(refusal)
            return False
        self._desk.tell(changes)
        return True

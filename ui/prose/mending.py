"""Another text for a section from outside its editor, as one step that can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cchc_desktop.errors import CchcError
from ui.step import Step

if TYPE_CHECKING:
    from ui.desk import Desk


def mend(desk: Desk, section: str, text: str, name: str) -> None:
    """Make this the section's text; what was there comes back by an undo, unless somebody wrote on since."""
    report = desk.the_report
    before = report.prose.get(section, "")
    if desk.wish(lambda: report.write(section, text)):
        after = report.prose.get(section, "")
        back, forth = partial(_put, desk, section, before, after), partial(_put, desk, section, after, before)
        desk.undo.push(Step(back, forth, name))


def _put(desk: Desk, section: str, text: str, expected: str) -> bool:
    report = desk.the_report
    if report.prose.get(section, "") != expected:
        desk.refused.emit(
            CchcError(
                f"Lời văn mục {section} đã được sửa tiếp nên không hoàn tác bước này. Hãy hoàn tác trong ô "
                "soạn lời văn."
            )
        )
        return False
    return desk.wish(lambda: report.write(section, text))

"""Another text for a section or an appendix from outside its editor, as one step that can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cchc_desktop.errors import CchcError
from cchc_desktop.office.findings.places import is_annex
from ui.step import Step

if TYPE_CHECKING:
    from ui.desk import Desk


def mend(desk: Desk, section: str, text: str, name: str) -> None:
    """Make this the text of the section, or of the further appendix of that key; what was there comes back
    by an undo, unless somebody wrote on since.
    """
    report = desk.the_report
    if is_annex(report, section):
        _mend_annex(desk, section, text)
        return
    before = report.prose.get(section, "")
    if desk.wish(lambda: report.write(section, text)):
        after = report.prose.get(section, "")
        back, forth = partial(_put, desk, section, before, after), partial(_put, desk, section, after, before)
        desk.undo.push(Step(back, forth, name))


def _mend_annex(desk: Desk, key: str, text: str) -> None:
    from ui.annexes.annex_desk import AnnexDesk

    try:
        AnnexDesk(desk).write(key, text=text)
    except CchcError as refusal:
        desk.refused.emit(refusal)


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

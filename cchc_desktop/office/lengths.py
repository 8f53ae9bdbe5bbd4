"""How long a person's words may be: as long as the exchange file can carry them whole.

The lengths of the office, its people and its number are those of Decree 30/2020, Appendix VI; those of
remarks and prose stay below what a cell of a spreadsheet and one file by mail can hold.
"""

from collections.abc import Iterable

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.profile import Profile
from cchc_desktop.values.text import printable

NUMBER, NOTATION, POSITION, PERSON, LINE = 11, 30, 100, 50, 200
_REMARK, _PROSE = 32_000, 200_000


class TooLong(CchcError):
    """Somebody wrote more than the report and its exchange file can carry."""


def at_most(longest: int, what: str, text: str) -> str:
    """Return the text, or raise `TooLong` naming what it is."""
    if len(text) > longest:
        raise TooLong(f"{what} dài {len(text)} ký tự, nhiều nhất {longest}. Hãy viết ngắn lại.")
    return text


def refuse_long_profile(profile: Profile) -> None:
    """Raise `TooLong` where an office's details do not fit their fields."""
    at_most(LINE, "Tên cơ quan", printable(profile.name))
    at_most(LINE, "Tên cơ quan nhận báo cáo", profile.superior.name)
    at_most(LINE, "Dòng trên tên cơ quan", profile.on_behalf_of)
    at_most(LINE, "Địa danh", profile.place)
    at_most(NOTATION, "Ký hiệu văn bản", profile.notation)
    at_most(POSITION, "Thẩm quyền và chức vụ người ký", "\n".join(profile.signing))
    at_most(PERSON, "Tên người ký", profile.signer)
    at_most(LINE, "Tên người nhập số liệu", profile.prepared_by)
    for line in profile.recipients:
        at_most(LINE, "Nơi nhận", line)


def refuse_long_entries(entries: Iterable[Entry]) -> None:
    """Raise `TooLong` where a note, a reason or unread words do not fit one cell of a spreadsheet."""
    for entry in entries:
        at_most(_REMARK, "Ghi chú", entry.note)
        at_most(_REMARK, "Lý do", entry.reason)
        at_most(_REMARK, "Nội dung ô", entry.said or "")


def refuse_long_prose(text: str) -> None:
    """Raise `TooLong` where one section says more than a report's file can carry."""
    at_most(_PROSE, "Lời văn của mục", text)

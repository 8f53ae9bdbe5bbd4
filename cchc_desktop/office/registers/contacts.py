"""The contact table of a report: the one way in which people of the register leave with a report."""

from cchc_desktop.documents.content import Run, Table, TableCell
from cchc_desktop.office.archive import Archive
from cchc_desktop.registers.contacts import CONTACTS
from cchc_desktop.registers.entry import RegisterEntry

_HEADER = ("STT", "Họ và tên", "Chức vụ", "Số điện thoại", "Thư điện tử", "Ghi chú")
_WIDTHS = (8, 21, 17, 17, 24, 13)


def contact_table(archive: Archive) -> Table | None:
    """Return the contacts marked for the report, in the order they were entered; None where none is.

    For a report whose outline asks for the people in charge, as those of departments do.
    """
    entries = archive.registers()[CONTACTS.name].values()
    marked = sorted((each for each in entries if each.is_yes("printed")), key=lambda each: each.number_in_id)
    rows = tuple(_row(place, entry) for place, entry in enumerate(marked, start=1))
    return Table((_HEADER,), rows, _WIDTHS, frozenset({0})) if rows else None


def _row(place: int, entry: RegisterEntry) -> tuple[TableCell, ...]:
    texts = (entry.text(column) for column in ("name", "position", "phone", "email", "role"))
    return tuple((Run(text),) for text in (f"{place:02}", *texts))

"""The reminder: who owes what, whom it can be mailed to, and nobody else."""

from datetime import date

from cchc_desktop.rollup.matrix import Matrix
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.rollup.reminding import Reminder, reminder
from cchc_desktop.rollup.standing import Place, Standing
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period

Q3, DUE = Period.read("2026-Q3"), date(2026, 9, 16)


def reminded(**standings: Standing) -> Reminder | None:
    """Return the reminder where offices of these names stand so; each has an address but the one named X."""
    offices = tuple(
        OfficeBelow(
            name, "", f"UBND xã {name}", Level.COMMUNE, email="" if name == "X" else f"{name}@mau.example"
        )
        for name in standings
    )
    places = {(name, Q3): Place(name, Q3, standing, DUE) for name, standing in standings.items()}
    return reminder(Matrix(offices, (Q3,), places), Q3, "Sở Nội vụ tỉnh Mẫu", DUE)


def test_who_owes_is_named_by_what_is_owed_and_nobody_else_is() -> None:
    made = reminded(
        A=Standing.OVERDUE, B=Standing.RETURNED, C=Standing.ACCEPTED, D=Standing.EXCUSED, X=Standing.NOT_SENT
    )
    assert made is not None
    assert made.addresses == ("A@mau.example", "B@mau.example")
    assert made.without_address == ("UBND xã X",)
    before, after = made.body.split("đã trả lại")
    assert ("UBND xã A" in before, "UBND xã X" in before, "UBND xã B" in after) == (True, True, True)
    assert "16/9/2026" in made.body
    assert not {"UBND xã C", "UBND xã D"} & set(made.body.split("\n"))


def test_where_nobody_owes_there_is_nothing_to_remind_of() -> None:
    assert reminded(A=Standing.ACCEPTED, B=Standing.RECEIVED) is None

"""What the prose counts: by window and state, each name with its way of counting and its columns."""

import pytest

from cchc_desktop.registers.catalogue import REGISTERS
from cchc_desktop.registers.counting import counted
from cchc_desktop.registers.documents import DOCUMENTS
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.outreach import OUTREACH
from cchc_desktop.registers.schema import Register
from cchc_desktop.registers.tasks import TASKS
from cchc_desktop.template.counts import COUNTS
from cchc_desktop.values.number import plain
from cchc_desktop.values.period import Period
from tests.unit.registers.lines import entry

Q3 = Period.read("2026-Q3").window


def counts(register: Register, *entries: RegisterEntry) -> dict[str, str]:
    """Return what is counted in one register, zeros left out."""
    found = counted({register.name: entries}, Q3)
    return {str(code): plain(each.value) for code, each in found.items() if each.value}


def test_every_count_is_known_and_its_columns_are_those_of_its_register() -> None:
    assert counted({}, Q3).keys() == COUNTS.keys()
    for count in COUNTS.values():
        assert set(count.columns) <= set(REGISTERS[count.register].by_name)


def test_documents_count_by_direction_day_and_whether_they_guide() -> None:
    given = {"code": "07/KH-UBND", "issued": "01/07/2026"}
    entries = (
        entry(DOCUMENTS, direction="đi", guides="có", **given),
        entry(DOCUMENTS, direction="đi", **given),
        entry(DOCUMENTS, direction="đến", guides="có", **given),
        entry(DOCUMENTS, direction="đi", guides="có", code="01/KH-UBND", issued="01/01/2026"),
    )
    assert counts(DOCUMENTS, *entries) == {"SO.VB.CD": "1", "SO.VB.DI": "2", "SO.VB.DEN": "1"}


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"deadline": "31/12/2026"}, "SO.NV.DANG"),
        ({}, "SO.NV.DANG"),
        ({"deadline": "01/08/2026"}, "SO.NV.QUA"),
        ({"deadline": "01/08/2026", "done": "01/09/2026"}, "SO.NV.XONG"),
    ],
)
def test_tasks_count_by_their_state_at_the_cut_off(texts: dict[str, str], code: str) -> None:
    task = entry(TASKS, source="UBND tỉnh giao", task="Rà soát", assigned="01/03/2026", **texts)
    assert counts(TASKS, task) == {code: "1"}


def test_tasks_given_later_or_done_before_are_not_of_this_period() -> None:
    later = entry(TASKS, source="UBND tỉnh giao", task="Sau", assigned="01/12/2026")
    past = entry(TASKS, source="UBND tỉnh giao", task="Xưa", assigned="01/01/2026", done="01/02/2026")
    assert counts(TASKS, later, past) == {}


def test_outreach_adds_up_how_often_and_how_many_people() -> None:
    entries = (
        entry(OUTREACH, kind="training", subject="Một cửa", held="01/07/2026", times="2", people="60"),
        entry(OUTREACH, kind="training", subject="Chữ ký số", held="02/07/2026", people="40"),
        entry(OUTREACH, kind="article", subject="Tin", held="02/07/2026", times="15"),
        entry(OUTREACH, kind="article", subject="Tin cũ", held="02/01/2026", times="9"),
    )
    assert counts(OUTREACH, *entries) == {"SO.TH.LOP": "3", "SO.TH.NGUOI": "100", "SO.TT.BAI": "15"}

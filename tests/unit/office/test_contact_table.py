"""The people in charge, in a department's report and nowhere else."""

from pathlib import Path

from cchc_desktop.documents.content import Run, Table
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period

PERSON = {"name": "Trần Thị Mẫu", "position": "Chánh Văn phòng", "printed": "có"}


def tables_of(level: Level, folder: Path, *, printed: str) -> list[Table]:
    """The tables in the prose of a report whose office has one person in its register of contacts."""
    with Office.create(folder / "co-quan.cchc", Profile("Cơ quan mẫu", level)) as office:
        report = office.start(Period.read("2025"))
        office.registers.add("contacts", {**PERSON, "printed": printed})
        return [block for block in printed_report(report).blocks if isinstance(block, Table)]


def test_a_department_prints_the_people_marked_for_it(tmp_path: Path) -> None:
    (table,) = tables_of(Level.DEPARTMENT, tmp_path, printed="có")
    assert [row[1] for row in table.rows] == [(Run("Trần Thị Mẫu"),)]


def test_who_is_not_marked_stays_in_the_register(tmp_path: Path) -> None:
    assert tables_of(Level.DEPARTMENT, tmp_path, printed="không") == []


def test_an_outline_that_asks_for_nobody_prints_nobody(tmp_path: Path) -> None:
    assert tables_of(Level.COMMUNE, tmp_path, printed="có") == []

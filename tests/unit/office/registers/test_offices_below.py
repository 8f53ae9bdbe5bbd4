"""The list of offices: read, written, merged, renamed and abolished, and nothing unsound in it."""

from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.office.office import Office
from cchc_desktop.office.registers.exporting import export_list
from cchc_desktop.office.registers.importing import plan_list
from cchc_desktop.rollup.office_columns import OFFICES
from cchc_desktop.rollup.offices import OfficesRefused
from cchc_desktop.rollup.special_case import SpecialCase
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.storage.special_cases import load_special_cases
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import OfficeCodeRefused
from cchc_desktop.values.period import Period
from tests.unit.office.an_office import Q3, reopened

JULY = date(2025, 7, 1)


def add(office: Office, name: str, **given: str) -> str:
    """Add an office and return its id."""
    return office.offices.add({"name": name, **given}).id


def names(office: Office, period: str) -> list[str]:
    """Return who is expected to report."""
    return [each.name for each in office.offices.all().expected(Period.read(period).window)]


@pytest.mark.parametrize(
    ("written", "level"),
    [("xã", Level.COMMUNE), ("Phường", Level.COMMUNE), ("sở", Level.DEPARTMENT), ("ngành", Level.DEPARTMENT)],
)
def test_a_level_is_known_by_one_of_its_words(office: Office, written: str, level: Level) -> None:
    assert office.offices.add({"name": "Đơn vị Mẫu", "level": written}).level is level


def test_an_office_is_on_the_list_when_the_file_is_opened_again(office: Office, office_file: Path) -> None:
    made = add(office, "UBND xã Mẫu", code="H57.1.2", group="Xã", first="01/7/2025")
    assert made == "dv1"
    office.close()
    with reopened(office_file) as again:
        found = again.offices.all().get("dv1")
        assert (found.name, found.code, found.group, found.first) == ("UBND xã Mẫu", "H57.1.2", "Xã", JULY)
        assert found.level is Level.COMMUNE
        assert disagreements(again.archive.db) == ()


def test_after_every_change_the_list_stands_as_it_is_read_anew(office: Office) -> None:
    def is_as_stored() -> bool:
        kept = tuple(office.offices.all())
        office.archive.forget_offices()
        return kept == tuple(office.offices.all())

    first = [
        add(office, name, group="Xã") for name in ("UBND xã Ổi", "UBND xã Ớt", "UBND xã Ổi", "UBND xã 10")
    ]
    assert is_as_stored()
    office.offices.change(first[3], {"name": "UBND xã 9", "group": "Phường"})
    assert is_as_stored()
    office.offices.merge(first[:2], {"name": "UBND xã Ổi"}, JULY)
    assert is_as_stored()
    office.offices.remove(first[2:3])
    assert is_as_stored()
    with pytest.raises(OfficesRefused):
        office.offices.change(first[3], {"name": ""})
    assert is_as_stored()


def test_an_id_is_never_given_twice(office: Office) -> None:
    office.offices.remove([add(office, "UBND xã Mẫu")])
    assert add(office, "UBND xã Mẫu khác") == "dv2"


def test_communes_below_a_listed_district_report_to_that_one_as_long_as_it_is_there(office: Office) -> None:
    district = add(office, "UBND huyện Mẫu", level="district", last="30/6/2025")
    add(office, "UBND xã Một", parent="UBND huyện Mẫu")
    assert names(office, "2025-Q1") == ["UBND huyện Mẫu"]
    assert names(office, "2025-Q3") == ["UBND xã Một"]
    assert office.offices.all().below(district)[0].name == "UBND xã Một"


def test_merged_offices_end_the_day_before_and_the_new_one_says_whom_it_replaces(office: Office) -> None:
    old = [add(office, f"UBND xã {name}", code=f"H57.{name}", group="Xã") for name in ("A", "B")]
    new = office.offices.merge(old, {"name": "UBND xã AB", "code": "H57.AB"}, JULY)
    offices = office.offices.all()
    assert (new.replaces, new.first, new.group) == (tuple(old), JULY, "Xã")
    assert {offices.get(each).last for each in old} == {date(2025, 6, 30)}
    assert names(office, "2025-Q1") == ["UBND xã A", "UBND xã B"]
    assert names(office, "2025-Q3") == ["UBND xã AB"]


def test_a_renamed_office_goes_by_its_old_name_in_earlier_periods(office: Office) -> None:
    office.offices.rename(add(office, "UBND xã Cũ", code="H57.1"), "UBND phường Mới", JULY)
    assert (names(office, "2025-Q1"), names(office, "2025-Q3")) == (["UBND xã Cũ"], ["UBND phường Mới"])
    assert [each.code for each in office.offices.all()] == ["H57.1", "H57.1"]


def test_an_abolished_office_is_expected_no_more(office: Office) -> None:
    office.offices.abolish(add(office, "UBND xã Mẫu"), date(2026, 3, 31))
    assert (names(office, "2026-Q1"), names(office, "2026-Q2")) == (["UBND xã Mẫu"], [])


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"name": "UBND xã Khác", "code": "H57.1"}, "cùng mang mã H57.1"),
        ({"name": "UBND xã Khác", "parent": "UBND huyện Lạ"}, "không rõ “UBND huyện Lạ”"),
        ({"name": "UBND xã Khác", "parent": "dv2"}, "thuộc chính nó"),
        ({"name": "UBND xã Khác", "first": "02/7/2025", "last": "01/7/2025"}, "trước ngày đầu"),
        ({"code": "H57.2"}, "chưa có tên"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    office: Office, given: dict[str, str], reason: str
) -> None:
    add(office, "UBND xã Mẫu", code="H57.1")
    before = office.offices.all()
    with pytest.raises(OfficesRefused, match=reason):
        office.offices.add(given)
    assert list(office.offices.all()) == list(before)


def test_a_code_that_is_none_is_refused(office: Office) -> None:
    with pytest.raises(OfficeCodeRefused):
        add(office, "UBND xã Mẫu", code="xã 12")


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_an_exported_list_read_again_changes_nothing(office: Office, tmp_path: Path, ending: str) -> None:
    add(office, "UBND huyện Mẫu", level="district", code="H57.9")
    add(office, "UBND xã Một", parent="H57.9", phone="0123", first="01/7/2025")
    add(office, "UBND xã Hai", replaces="UBND xã Một")
    lines = office.offices.lines()
    file = export_list(office.offices, OFFICES, tmp_path / f"đơn vị.{ending}", tuple(lines.values()))
    importing = plan_list(office.offices, OFFICES, file)
    assert (importing.same, importing.changed, importing.added) == (3, {}, ())


def test_a_list_may_name_an_office_before_its_own_line(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "đơn vị.csv"
    file.write_text(
        "Tên đơn vị,Cấp,Trực thuộc\nUBND xã Một,commune,UBND huyện Mẫu\nUBND huyện Mẫu,district,\n",
        encoding="utf-8",
    )
    plan_list(office.offices, OFFICES, file).apply(office.offices)
    one, district = (office.offices.all().find(name) for name in ("ubnd xa mot", "UBND huyện Mẫu"))
    assert one is not None
    assert district is not None
    assert one.parent == district.id


def test_an_exception_holds_until_it_is_taken_back(office: Office) -> None:
    made = add(office, "UBND xã Mẫu")
    case = SpecialCase(made, Q3, deadline=date(2026, 9, 30), reason="mưa lũ")
    assert office.offices.agree(case).offices == {made}
    assert load_special_cases(office.archive.db) == {(made, Q3): case}
    assert not office.offices.agree(case)
    with pytest.raises(OfficesRefused, match="không xóa được"):
        office.offices.remove([made])
    office.offices.agree(SpecialCase(made, Q3))
    assert load_special_cases(office.archive.db) == {}

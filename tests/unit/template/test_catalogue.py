"""Which set a report uses."""

from datetime import date

import pytest

from cchc_desktop.template.catalogue import Catalogue, NoTemplate, files_of, shipped
from cchc_desktop.template.model import Level
from cchc_desktop.template.problem import TemplateRefused
from cchc_desktop.values.period import Period, Window
from tests.unit.template.a_set import small_set

Q4_2025 = Period.read("2025-Q4").window


def edition(version: str, **changes: str) -> tuple[tuple[str, str], dict[str, bytes]]:
    """Return the small set in another version, with words replaced in its head."""
    files = small_set()
    head = files["set.toml"].decode().replace('version = "1.0"', f'version = "{version}"')
    for old, new in changes.items():
        head = head.replace(old, new)
    files["set.toml"] = head.encode()
    return (changes.get("MAU", "MAU"), version), files


@pytest.mark.parametrize(
    ("level", "period", "chosen"),
    [
        (Level.COMMUNE, "2025-Q2", "X21"),
        (Level.COMMUNE, "2025-Q3", "X25"),
        (Level.COMMUNE, "2025", "X25"),
        (Level.DISTRICT, "2023-Q1", "D21"),
        (Level.PROVINCE, "2025-H1", "T21"),
        (Level.PROVINCE, "2026-Q3", "T25"),
        (Level.DEPARTMENT, "2026-Q3", "S21"),
    ],
)
def test_a_report_uses_the_set_in_force_on_the_last_day_of_its_window(
    level: Level, period: str, chosen: str
) -> None:
    assert shipped().choose(level, Period.read(period).window).id == chosen


def test_validity_includes_its_first_and_last_day() -> None:
    def on(day: date) -> str:
        return shipped().choose(Level.COMMUNE, Window(date(2025, 6, 1), day)).id

    assert (on(date(2025, 6, 30)), on(date(2025, 7, 1))) == ("X21", "X25")


@pytest.mark.parametrize(("level", "period"), [(Level.DISTRICT, "2025-Q3"), (Level.COMMUNE, "2020-Q4")])
def test_where_no_set_is_in_force_the_refusal_names_level_and_day(level: Level, period: str) -> None:
    with pytest.raises(NoTemplate) as refused:
        shipped().choose(level, Period.read(period).window)
    assert f"cấp {level.label} " in refused.value.message
    assert "--templates" in refused.value.message


def test_version_ten_is_newer_than_version_nine() -> None:
    catalogue = Catalogue(dict([edition("1.9"), edition("1.10"), edition("1.0")]))
    assert catalogue.choose(Level.COMMUNE, Q4_2025).version == "1.10"
    assert catalogue.get("MAU").version == "1.10"
    assert [each.version for each in catalogue.editions] == ["1.0", "1.9", "1.10"]


def test_an_older_version_is_there_when_it_is_named() -> None:
    catalogue = Catalogue(dict([edition("1.9"), edition("1.10")]))
    assert catalogue.get("mau", "1.9").version == "1.9"


def test_an_official_set_prevails_over_the_shipped_ones() -> None:
    key, files = edition("0.1", **{"tham khảo": "chính thức", "2025-07-01": "2025-01-01"})
    assert (Catalogue({key: files}) | shipped()).choose(Level.COMMUNE, Q4_2025).id == "MAU"


def test_of_two_reference_sets_the_later_one_prevails() -> None:
    key, files = edition("1.0", **{"2025-07-01": "2025-08-01"})
    assert (shipped() | Catalogue({key: files})).choose(Level.COMMUNE, Q4_2025).id == "MAU"


def test_of_one_edition_in_two_catalogues_the_left_one_prevails() -> None:
    (key, own), (_, other) = edition("1.0", **{"Bộ mẫu": "Bộ riêng"}), edition("1.0")
    assert (Catalogue({key: own}) | Catalogue({key: other})).get("MAU").name == "Bộ riêng"


@pytest.mark.parametrize(("name", "version"), [("X99", None), ("X25", "9.9")])
def test_an_unknown_set_is_refused_with_the_known_ones_named(name: str, version: str | None) -> None:
    with pytest.raises(NoTemplate, match="D21, S21, T21, T25, X21, X25"):
        shipped().get(name, version)


def test_the_files_of_a_chosen_set_make_the_same_set_elsewhere() -> None:
    template = shipped().get("X25")
    files = files_of(shipped(), template)
    again = Catalogue({(template.id, template.version): files}).get("X25")
    assert again.digest == template.digest


def test_only_the_head_of_a_set_is_read_until_the_set_is_wanted() -> None:
    key, files = edition("1.0")
    del files["outline.toml"]
    damaged = Catalogue({key: {**files, "outline.toml": b"?"}})
    assert damaged.editions[0].name == "Bộ mẫu"
    with pytest.raises(TemplateRefused):
        damaged.get("MAU")

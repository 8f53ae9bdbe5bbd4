"""What columns make of texts and of a spreadsheet's values, and how they show it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.errors import CchcError
from cchc_desktop.registers.catalogue import REGISTERS
from cchc_desktop.registers.entry import Value
from cchc_desktop.registers.reading import machine_value, read_value, write_value
from cchc_desktop.registers.schema import Column
from tests.unit.registers.lines import rows_of

COLUMNS = {
    f"{register.name}.{each.name}": each for register in REGISTERS.values() for each in register.columns
}


@pytest.mark.parametrize(
    ("column", "raw", "value"),
    [
        ("documents.direction", "đi", "issued"),
        ("documents.direction", "RECEIVED", "received"),
        ("documents.guides", "Có", True),
        ("documents.guides", "x", True),
        ("documents.guides", "không", False),
        ("documents.guides", False, False),
        ("documents.subject", "  Kế   hoạch\n2026 ", "Kế hoạch 2026"),
        ("documents.subject", Decimal(12), "12"),
        ("documents.subject", date(2026, 2, 9), "09/02/2026"),
        ("documents.issued", date(2026, 2, 9), date(2026, 2, 9)),
        ("documents.issued", Decimal(46_062), date(2026, 2, 9)),
        ("tasks.year", "2026", Decimal(2026)),
        ("surveys.forms", "1.234", Decimal(1234)),
        ("surveys.forms", Decimal(500), Decimal(500)),
        ("contacts.phone", Decimal(905123456), "905123456"),
        ("contacts.note", "   ", None),
    ],
)
def test_a_column_reads_what_belongs_in_it(column: str, raw: Value, value: Value | None) -> None:
    assert read_value(COLUMNS[column], raw) == value


@pytest.mark.parametrize(
    ("column", "raw"),
    [
        ("documents.direction", "nội bộ"),
        ("documents.guides", "có lẽ"),
        ("documents.issued", "chưa rõ"),
        ("documents.issued", Decimal("46062.5")),
        ("documents.issued", Decimal(12)),
        ("documents.subject", "a" * 2_001),
        ("surveys.forms", "1,234"),
        ("surveys.forms", "-3"),
        ("surveys.forms", "12,5"),
        ("surveys.forms", Decimal("12.5")),
        ("surveys.forms", Decimal(-1)),
        ("surveys.forms", Decimal("NaN")),
        ("surveys.forms", True),
    ],
)
def test_what_does_not_belong_there_is_refused_with_a_remedy(column: str, raw: Value) -> None:
    with pytest.raises(CchcError, match=r"Hãy|nhập"):
        read_value(COLUMNS[column], raw)


@given(st.sampled_from(sorted(REGISTERS)), st.data())
def test_what_a_column_shows_is_what_it_reads(name: str, data: st.DataObject) -> None:
    register = REGISTERS[name]
    for column_name, value in data.draw(rows_of(register)).items():
        column = register.by_name[column_name]
        assert read_value(column, write_value(column, value)) == value
        assert read_value(column, value) == value


@given(st.sampled_from(sorted(COLUMNS)), st.text() | st.decimals() | st.dates() | st.booleans())
def test_no_value_breaks_a_column(column: str, raw: Value) -> None:
    try:
        value = read_value(COLUMNS[column], raw)
    except CchcError:
        return
    assert write_value(COLUMNS[column], value) or value is None


def test_a_year_is_not_grouped_and_a_count_is() -> None:
    assert write_value(COLUMNS["tasks.year"], Decimal(2026)) == "2026"
    assert write_value(COLUMNS["surveys.forms"], Decimal(2026)) == "2.026"


def test_programs_get_iso_days_plain_numbers_and_stable_words() -> None:
    values: tuple[Value | None, ...] = (date(2026, 2, 9), Decimal(1234), True, "issued", None)
    assert [machine_value(value) for value in values] == ["2026-02-09", "1234", True, "issued", None]


def test_every_column_says_in_its_refusal_how_it_is_called() -> None:
    column = Column("a", "Số phiếu", COLUMNS["surveys.forms"].type)
    with pytest.raises(CchcError, match="Số phiếu"):
        read_value(column, Decimal("1.5"))

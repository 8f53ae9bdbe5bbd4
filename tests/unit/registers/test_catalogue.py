"""Descriptions of registers, from which everything else derives."""

import pytest

from cchc_desktop.exchange.reading_child import MOST_COLUMNS
from cchc_desktop.registers.catalogue import REGISTERS, register_named, register_of
from cchc_desktop.registers.schema import ColumnType, Register, RegisterRefused
from cchc_desktop.values.text import likeness


@pytest.mark.parametrize("register", REGISTERS.values(), ids=lambda each: each.name)
def test_a_description_is_sound(register: Register) -> None:
    headings = [likeness(text) for each in register.columns for text in (each.name, each.label)]
    assert len({each.name for each in register.columns}) == len(register.columns)
    assert len({each.label for each in register.columns}) == len(register.columns)
    assert all(register.column(heading) for heading in headings)
    named = {*register.known_by, register.sorted_by, *filter(None, [register.dated_by])}
    named |= {name for pair in (*register.in_order, *register.parts) for name in pair}
    assert named <= register.by_name.keys()
    assert any(register.by_name[name].required for name in register.known_by)
    for column in register.columns:
        assert bool(column.choices) == (column.type is ColumnType.CHOICE)
        assert column.name != "register", "the office file writes the register's name there"
        assert not column.has_happened or column.type is ColumnType.DATE


def test_an_exported_register_fits_what_a_foreign_workbook_is_read_of() -> None:
    assert all(len(register.columns) + 1 <= MOST_COLUMNS for register in REGISTERS.values())


def test_no_heading_of_a_register_means_two_columns() -> None:
    for register in REGISTERS.values():
        meant = [{likeness(each.name), likeness(each.label)} for each in register.columns]
        assert sum(map(len, meant)) == len(set().union(*meant)), register.name


def test_every_id_tells_its_register() -> None:
    prefixes = {register.prefix for register in REGISTERS.values()}
    assert len(prefixes) == len(REGISTERS)
    for register in REGISTERS.values():
        assert register_of(f"{register.prefix}12") is register
    for wrong in ("vb", "vb0", "vb01", "xx1", "VB1", "vb1 ", "1", ""):
        with pytest.raises(RegisterRefused, match="vb12"):
            register_of(wrong)


def test_an_unknown_register_or_column_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(RegisterRefused, match=r"documents \(Sổ văn bản\)"):
        register_named("van-ban")
    with pytest.raises(RegisterRefused, match=r"code \(Số, ký hiệu\)"):
        REGISTERS["documents"].column_named("ký tên")


def test_a_column_is_found_by_name_and_by_label_whatever_its_marks_and_case() -> None:
    documents = REGISTERS["documents"]
    for heading in ("code", "SỐ, KÝ HIỆU", "so ky hieu", " Số  ký hiệu: "):
        assert documents.column(heading) is documents.by_name["code"]
    assert documents.column("") is None

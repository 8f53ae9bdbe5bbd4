"""Lines of registers in the office file: kept exactly, each change told, no id given twice."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from cchc_desktop.registers.catalogue import REGISTERS
from cchc_desktop.registers.documents import DOCUMENTS
from cchc_desktop.registers.entry import RegisterEntry, Value
from cchc_desktop.registers.schema import RegisterRefused
from cchc_desktop.storage.journal import Origin, Subject, history
from cchc_desktop.storage.registers import last_number, load_registers, save_register_entries
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.values.source import Source
from tests.unit.registers.lines import rows_of
from tests.unit.storage.an_office import NOW, make_office, opened

ORIGIN = Origin("Mẫu", NOW, Source.IMPORTED)


def keep(db: Database, *entries: RegisterEntry) -> frozenset[str]:
    """Save the entries under their ids."""
    return save_register_entries(db, {entry.id: entry for entry in entries}, ORIGIN)


@settings(max_examples=20)
@given(
    st.fixed_dictionaries(
        {name: st.lists(rows_of(register), max_size=3) for name, register in REGISTERS.items()}
    )
)
def test_whatever_is_kept_is_read_again_in_a_file_opened_anew(
    rows: dict[str, list[dict[str, Value]]],
) -> None:
    entries = {
        name: {
            entry_id: RegisterEntry(entry_id, values)
            for place, values in enumerate(rows[name], start=1)
            if (entry_id := f"{register.prefix}{place}")
        }
        for name, register in REGISTERS.items()
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "phường.cchc"
        make_office(path)
        with opened(path) as db:
            keep(db, *(entry for register in entries.values() for entry in register.values()))
        with opened(path) as db:
            assert load_registers(db) == entries
            assert disagreements(db) == ()


def test_only_what_really_changed_is_told_and_journalled(db: Database) -> None:
    first = RegisterEntry("vb1", {"code": "496/CV", "guides": True, "issued": date(2026, 2, 9)})
    second = RegisterEntry("ks1", {"forms": Decimal(120)})
    assert keep(db, first, second) == {"vb1", "ks1"}
    assert keep(db, first, RegisterEntry("ks1", {"forms": Decimal(130)})) == {"ks1"}
    (made,) = history(db, None, "vb1", Subject.REGISTER_ENTRY)
    assert (made.who, made.source, made.old) == ("Mẫu", Source.IMPORTED, "{}")
    assert json.loads(made.new) == {
        "register": "documents",
        "code": "496/CV",
        "issued": "2026-02-09",
        "guides": 1,
    }


def test_an_empty_entry_is_gone_and_its_number_is_not_given_again(db: Database) -> None:
    assert last_number(db, DOCUMENTS) == 0
    keep(db, RegisterEntry("vb9", {"code": "9"}), RegisterEntry("vb10", {"code": "10"}))
    assert keep(db, RegisterEntry("vb10"), RegisterEntry("vb11")) == {"vb10"}
    assert list(load_registers(db)["documents"]) == ["vb9"]
    assert last_number(db, DOCUMENTS) == 10


def test_a_line_of_no_register_is_refused_and_nothing_is_written(db: Database) -> None:
    with pytest.raises(RegisterRefused):
        keep(db, RegisterEntry("vb1", {"code": "1"}), RegisterEntry("xx1", {"code": "1"}))
    assert load_registers(db)["documents"] == {}


def test_what_a_later_program_kept_stays_untouched(db: Database) -> None:
    db.execute("INSERT INTO register_entry VALUES ('xx1', 'dreams', '{\"a\":\"b\"}')")
    db.execute('INSERT INTO register_entry VALUES (\'vb1\', \'documents\', \'{"code":"1","mood":"x"}\')')
    assert load_registers(db)["documents"] == {"vb1": RegisterEntry("vb1", {"code": "1"})}
    assert "dreams" not in load_registers(db)

"""The tidy tables: whole, described, exact, and nobody's telephone in them."""

import csv
import json
import re
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet
import pytest

from cchc_desktop.form.review import Review
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.dump_schema import TABLES, Field
from cchc_desktop.office.totals.dumping import DATABASE, DESCRIPTION, FORMATS, ParquetMissing, dump
from cchc_desktop.storage.refusals import OfficeFileRefused
from tests.unit.office.totals.below import Q3, receive, review

ROOT = Path(__file__).parents[4]
Rows = list[dict[str, str]]


READERS: Mapping[str, Callable[[str], object]] = {
    "integer": int,
    "number": Decimal,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}
"""Of the types of Table Schema."""


@pytest.fixture
def full(office: Office) -> Office:
    """Receive some reports: one corrected, one returned, one odd."""
    office.offices.change("dv1", {"phone": "0123456789", "group": "=1+1", "code": "H57.1"})
    receive(office, "dv1", {"PL4.3.X.1": "5"})
    receive(office, "dv1", {"PL4.3.X.1": "123456789012345678.000000001"}, kept={"R9-PL2.4": "=vì"})
    receive(office, "dv2", {"PL4.3.X.1": "not-competent"})
    review(office, "dv2", Review.RETURNED)
    office.report(Q3).enter("PL2.2.1", "33")
    return office


def read_csv(folder: Path) -> dict[str, Rows]:
    """Return every table, as the description says where it is."""
    described = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    found = {}
    for resource in described["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            found[resource["name"]] = list(csv.DictReader(file))
    return found


def fits(kind: str, text: str) -> bool:
    """Whether the text is a value of that type of Table Schema."""
    try:
        READERS.get(kind, str)(text)
    except (ValueError, ArithmeticError):
        return False
    return True


def test_every_table_is_as_its_description_says(full: Office, tmp_path: Path) -> None:
    dump(full, "csv", tmp_path)
    described = json.loads((tmp_path / DESCRIPTION).read_text(encoding="utf-8"))
    tables = read_csv(tmp_path)
    for resource in described["resources"]:
        rows, schema = tables[resource["name"]], resource["schema"]
        assert [field["name"] for field in schema["fields"]] == list(rows[0])
        for field in schema["fields"]:
            values = [row[field["name"]] for row in rows]
            assert all(fits(field["type"], value) for value in values if value)
            assert all(values) or "constraints" not in field, field["name"]
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        for reference in schema["foreignKeys"]:
            (own,), (theirs,) = reference["fields"], reference["reference"]["fields"]
            known = {row[theirs] for row in tables[reference["reference"]["resource"]]}
            assert {row[own] for row in rows if row[own]} <= known


def test_what_counts_is_told_apart_from_what_was_superseded(full: Office, tmp_path: Path) -> None:
    dump(full, "csv", tmp_path)
    tables = read_csv(tmp_path)
    assert [row["stage"] for row in tables["packages"]] == ["", "received", "returned"]
    said = {(row["office"], row["code"]): (row["state"], row["value"]) for row in tables["answers"]}
    assert said["dv1", "PL4.3.X.1"] == ("number", "123456789012345678.000000001")
    assert said["dv2", "PL4.3.X.1"] == ("not-competent", "")
    assert said["dv0", "PL2.2.1"] == ("number", "33")


def test_no_persons_data_and_no_formula_leave_in_a_table_of_text(full: Office, tmp_path: Path) -> None:
    dump(full, "csv", tmp_path)
    texts = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.csv"))
    assert "0123456789" not in texts
    assert not re.search(r"(^|,)\"?=", texts, re.MULTILINE)


@pytest.mark.parametrize("media", FORMATS)
def test_the_same_figures_give_the_same_bytes(full: Office, tmp_path: Path, media: str) -> None:
    first = [path.read_bytes() for path in dump(full, media, tmp_path / "a")]
    assert first == [path.read_bytes() for path in dump(full, media, tmp_path / "b")]
    assert first == [path.read_bytes() for path in dump(full, media, tmp_path / "a")]


def test_all_formats_hold_the_same(full: Office, tmp_path: Path) -> None:
    for media in FORMATS:
        dump(full, media, tmp_path / media)
    tables = read_csv(tmp_path / "csv")
    with closing(sqlite3.connect(tmp_path / "sqlite" / DATABASE)) as db:
        db.row_factory = sqlite3.Row
        for table in TABLES:
            plain = [unshielded(row) for row in tables[table.name]]
            stored = [as_text(dict(row)) for row in db.execute(f"SELECT * FROM {table.name}")]
            order = [tuple(row[name] for name in table.key) for row in plain]
            assert sorted(order) == sorted(tuple(row[name] for name in table.key) for row in stored)
            columns = pyarrow.parquet.read_table(tmp_path / "parquet" / f"{table.name}.parquet").to_pylist()
            assert [as_text(row) for row in columns] == plain
            assert sorted(map(repr, stored)) == sorted(map(repr, plain))


def as_text(row: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in row.items()}


def unshielded(row: dict[str, str]) -> dict[str, str]:
    return {name: value.removeprefix("'") for name, value in row.items()}


def test_without_the_library_for_parquet_a_sentence_says_what_to_do(
    full: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ParquetMissing, match="pip install"):
        dump(full, "parquet", tmp_path)
    assert list(tmp_path.glob("*.parquet")) == []


def test_an_office_file_is_never_written_over(full: Office, tmp_path: Path) -> None:
    target = tmp_path / DATABASE
    target.write_bytes(full.path.read_bytes())
    with pytest.raises(OfficeFileRefused):
        dump(full, "sqlite", tmp_path)
    assert target.read_bytes() == full.path.read_bytes()


def test_the_page_for_engineers_describes_every_column() -> None:
    page = (ROOT / "docs" / "dump.md").read_text(encoding="utf-8")
    for table in TABLES:
        assert f"## `{table.name}`" in page
        assert all(line(field) in page for field in table.fields)


def line(field: Field) -> str:
    return f"| `{field.name}` | {field.type} | {field.about} |"

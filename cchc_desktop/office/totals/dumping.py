"""`cchc dump`: all figures as tidy tables, for whoever outgrows one PC."""

import codecs
import csv
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from cchc_desktop.errors import CchcError
from cchc_desktop.office.office import Office
from cchc_desktop.office.registers.lines import shielded
from cchc_desktop.office.totals.dump_content import rows_of
from cchc_desktop.office.totals.dump_schema import TABLES, package_description
from cchc_desktop.office.writing import make_folder, whole_file, write_whole
from cchc_desktop.storage.dump_database import fill_database, refuse_office_file
from cchc_desktop.storage.dump_rows import Row

DESCRIPTION = "datapackage.json"
DATABASE = "cchc.sqlite"
FORMATS = ("csv", "sqlite", "parquet")
_UTF8 = codecs.getwriter("utf-8")
_RUN = 20_000
"""Rows that are written at one go."""


class ParquetMissing(CchcError):
    """The optional library for Parquet is not installed."""


def dump(office: Office, media: str, folder: Path) -> tuple[Path, ...]:
    """Write every table into the folder, and `datapackage.json` beside them; return the files.

    `media` is one of `FORMATS`. Each file is replaced whole; the same figures give the same bytes.
    """
    write = {"csv": _csv_files, "sqlite": _sqlite_file, "parquet": _parquet_files}[media]
    make_folder(folder)
    files = write(office, folder)
    names = {table: path.name for table, path in files.items()}
    described = json.dumps(package_description(names, media), ensure_ascii=False, indent=1)
    return (*dict.fromkeys(files.values()), write_whole(folder / DESCRIPTION, described.encode()))


def _csv_files(office: Office, folder: Path) -> dict[str, Path]:
    rows = rows_of(office)
    files = {}
    for table in TABLES:
        path = files[table.name] = folder / f"{table.name}.csv"
        with whole_file(path) as stream:
            lines = csv.writer(_UTF8(stream), lineterminator="\n")
            lines.writerow(field.name for field in table.fields)
            lines.writerows(_safe(rows[table.name]()) if table.is_typed_by_people else rows[table.name]())
    return files


def _sqlite_file(office: Office, folder: Path) -> dict[str, Path]:
    path = folder / DATABASE
    refuse_office_file(path)
    rows = rows_of(office)
    with whole_file(path, replaces_database=True) as stream:
        fill_database(Path(stream.name), TABLES, rows)
    return {table.name: path for table in TABLES}


def _parquet_files(office: Office, folder: Path) -> dict[str, Path]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError as absence:
        raise ParquetMissing(
            "Bản đang chạy không có thư viện ghi tệp Parquet. Hãy chọn csv hay sqlite; bản cài bằng "
            "Python thì cài thêm được bằng “pip install pyarrow”."
        ) from absence
    rows = rows_of(office)
    files = {}
    for table in TABLES:
        schema = pyarrow.schema(
            pyarrow.field(field.name, pyarrow.int64() if field.type == "integer" else pyarrow.string())
            for field in table.fields
        )
        path = files[table.name] = folder / f"{table.name}.parquet"
        with whole_file(path) as stream, pyarrow.parquet.ParquetWriter(stream, schema) as target:
            for run in _runs(rows[table.name]()):
                named = [dict(zip(schema.names, row, strict=True)) for row in run]
                target.write_table(pyarrow.Table.from_pylist(named, schema))
    return files


def _safe(rows: Iterable[Row]) -> Iterator[Row]:
    return (tuple(shielded(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)


def _runs(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while run := list(islice(remaining, _RUN)):
        yield run

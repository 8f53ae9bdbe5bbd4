"""Table files as text: which rows they hold, before anybody asks what a row means."""

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.reading import whole_content
from cchc_desktop.values.text import likeness, normal

_COLUMNS = ("phu_luc", "stt", "chi_tieu", "so_lieu")
_LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a table file, as text."""

    line: int
    """Where the row stands in the file, the header being 1."""
    appendix: str
    stt: str
    label: str
    figure: str
    note: str = ""


def read_table(path: Path) -> tuple[SourceRow, ...]:
    """Return the rows of a `.tsv` or `.csv` file; see `table_rows`."""
    return table_rows(path.name, content_of(path))


def table_rows(name: str, content: bytes) -> tuple[SourceRow, ...]:
    """Return the rows of a table whose first line names the columns; `name` is the file's.

    Needed are `phu_luc`, `stt`, `chi_tieu` and `so_lieu`; `ghi_chu` is read where there is one. Each may be
    headed with marks and capitals, as in `Số liệu`. A file that cannot be read raises `FileRefused`.
    """
    text = _text(name, content)
    lines = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(name, text), restval="")
    try:
        lines.fieldnames = _column_names(lines.fieldnames or ())
        _refuse_missing_columns(name, lines.fieldnames)
        return tuple(
            SourceRow(
                lines.line_num,
                normal(row["phu_luc"]),
                normal(row["stt"]),
                normal(row["chi_tieu"]),
                normal(row["so_lieu"]),
                normal(row.get("ghi_chu") or ""),
            )
            for row in lines
        )
    except csv.Error as error:
        raise _broken(name, lines.line_num) from error


def _column_names(header: Sequence[str]) -> list[str]:
    """The names of the columns as this program writes them, whether they came as `Số liệu` or `so_lieu`."""
    ours = {likeness(column): column for column in (*_COLUMNS, "ghi_chu")}
    return [ours.pop(likeness(cell), cell) for cell in header]


def table_lines(name: str, content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield number and cells of every line of a table of text that holds something; `name` is the file's.

    A file that cannot be read raises `FileRefused`.
    """
    text = _text(name, content)
    lines = csv.reader(io.StringIO(text, newline=""), dialect=_dialect(name, text))
    try:
        yield from ((lines.line_num, tuple(line)) for line in lines if any(line))
    except csv.Error as error:
        raise _broken(name, lines.line_num) from error


def _broken(name: str, line: int) -> FileRefused:
    return FileRefused(f"Tệp {name} hỏng ở dòng {line + 1}. Hãy mở tệp bằng Excel, lưu lại rồi đọc lại.")


def _refuse_missing_columns(name: str, header: Collection[str]) -> None:
    missing = [column for column in _COLUMNS if column not in header]
    if missing:
        raise FileRefused(
            f"Tệp {name} thiếu cột {', '.join(missing)} ở dòng đầu. Hãy đặt tên các cột như tệp mẫu: "
            "phu_luc, stt, chi_tieu, don_vi_tinh, so_lieu, ghi_chu."
        )


def content_of(path: Path) -> bytes:
    """Return the bytes of a table file, or raise `FileRefused` where it cannot be read or is no table."""
    too_large = f"Tệp {path.name} lớn hơn 2 MB nên không phải bảng số liệu. Hãy chọn đúng tệp."
    return whole_content(path, _LARGEST, too_large)


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(
            f"Tệp {name} không phải chữ Unicode (UTF-8). Trong Excel hãy lưu lại dạng “CSV UTF-8”."
        ) from error


def _dialect(name: str, text: str) -> type[csv.Dialect]:
    header = text.partition("\n")[0]
    mark = "\t" if name.lower().endswith(".tsv") else max("\t;,", key=header.count)

    class Table(csv.excel):
        delimiter = mark
        strict = True

    return Table

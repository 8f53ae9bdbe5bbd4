"""A superior's own form made into the draft of a form set: rows, keys, kinds and relations to be reviewed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from textwrap import shorten

from cchc_desktop.documents.reading.child import document_in
from cchc_desktop.documents.reading.columns import Columns
from cchc_desktop.documents.reading.form_tables import (
    FormTables,
    TitledTable,
    tables_of_document,
    tables_of_sheets,
)
from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.documents.reading.rows import MatchedRow, Sureness, label_words, matched_rows
from cchc_desktop.errors import FileRefused
from cchc_desktop.exchange.gate import passed
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.exchange.sheets import rows_of
from cchc_desktop.foreign.child import always_wanted
from cchc_desktop.foreign.kinds import is_locked_office
from cchc_desktop.office.form_sets.files import general_decisions, set_files
from cchc_desktop.office.form_sets.other_sets import OtherSets, renamed
from cchc_desktop.office.word_reports.reading import is_word_file, word_bytes
from cchc_desktop.office.writing import write_whole
from cchc_desktop.template.catalogue import Catalogue, files_of
from cchc_desktop.template.drafting import Decision, drafted, settled
from cchc_desktop.template.files import appendix_file
from cchc_desktop.template.model import Template
from cchc_desktop.template.printed_rows import PrintedRow
from cchc_desktop.template.problem import TemplateProblem, TemplateRefused
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.text import likeness, normal

_OF_THE_PAST = ("kytruoc", "cungky", "sosanh", "tanggiam", "namtruoc", "quytruoc")
"""Columns that the program works out by itself from earlier reports."""
_OF_WORDS = ("nguyennhan", "donvithuchien", "coquan", "giaitrinh", "nguondulieu")
_FIRST_APPENDIX = 2
_MOST_ROWS = 2_000
"""Of a whole set; the longest shipped one has a fifteenth of that."""
_MOST_OF_A_TITLE = 60
_WORKBOOK, _PACKAGE = ".xlsx", b"PK"


@dataclass(frozen=True, slots=True)
class SetDraft:
    """A draft set: its files, and what a person has to decide before it can be used."""

    files: Mapping[str, bytes]
    like: Template
    """The set whose keys and outline it takes over."""
    rows: int
    matched: int
    """How many rows are known to that set."""
    decisions: tuple[tuple[str, Decision], ...]
    """File and decision."""
    problems: tuple[TemplateProblem, ...]
    """What `templates check` says of it as it stands."""


def draft_set(
    file: Path, catalogue: Catalogue, like: str = "", still_wanted: Callable[[], object] = always_wanted
) -> SetDraft:
    """Return a draft set made from a .docx, .doc, .odt or .xlsx; raises `FileRefused`.

    `like` names the set that it resembles; without it the one that knows most of its rows. `still_wanted` may
    raise to call it off.
    """
    found = _tables(file, still_wanted)
    tables = found.tables
    _refuse_none_or_many(file, tables)
    sets = [catalogue.get(like)] if like else [catalogue.get(*edition) for edition in catalogue.sets]
    nearest = max(sets, key=lambda each: _shared(each, tables))
    books = _books(tables, nearest)
    others = OtherSets(catalogue, nearest)
    known = {**others.rows, **nearest.indicators}
    drafts = {}
    for number, rows in books.items():
        printed = list(_printed(number, rows, others))
        drafts[number] = drafted(number, printed, known)
        drafts[number].decisions[:0] = others.decisions(printed)
    settled(drafts)
    titles = {number: titled for titled in tables for number in books if _is_of(titled, books[number])}
    files = set_files(file.name, nearest, files_of(catalogue, nearest), drafts, titles)
    decisions = [*general_decisions(nearest, files), *_unread_tables(found), *_dropped_columns(tables)]
    for number, draft in drafts.items():
        decisions += [(appendix_file(number), each) for each in draft.decisions]
    return SetDraft(
        files,
        nearest,
        rows=sum(map(len, books.values())),
        matched=sum(_is_known(row) for rows in books.values() for row in rows),
        decisions=tuple(decisions),
        problems=problems_in(files),
    )


def _refuse_none_or_many(file: Path, tables: Sequence[TitledTable]) -> None:
    if not tables:
        raise FileRefused(
            f"{file.name}: không thấy bảng nào có cột STT, chỉ tiêu và số liệu. Hãy kiểm tra dòng tiêu đề "
            "của bảng."
        )
    count = sum(len(titled.table.rows) for titled in tables)
    if count > _MOST_ROWS:
        raise FileRefused(
            f"{file.name}: các bảng có {count} dòng, nhiều hơn mức {_MOST_ROWS} dòng của một bộ biểu mẫu. "
            "Hãy chọn tệp chỉ có biểu mẫu."
        )


def write_draft(draft: SetDraft, folder: Path) -> None:
    """Write the files of the draft into the folder."""
    for name, content in draft.files.items():
        write_whole(folder / name, content)


def _tables(file: Path, still_wanted: Callable[[], object]) -> FormTables:
    if not is_word_file(file) and file.suffix.lower() != _WORKBOOK:
        raise FileRefused(
            f"Không lập được bộ biểu mẫu từ tệp {file.name}. Hãy mở tệp ấy ra, lưu thành tệp Word (.docx) "
            "hoặc Excel (.xlsx) rồi đọc lại."
        )
    try:
        data = word_bytes(file, still_wanted)
        if is_word_file(file):
            return tables_of_document(document_in(data, still_wanted))
        if not data.startswith(_PACKAGE) and not is_locked_office(data):
            raise FileRefused(f"{file.name} không phải bảng tính Excel. Hãy chọn đúng tệp biểu mẫu.")
        passed(data)
        sheets: dict[str, list[list[str]]] = {}
        for row in rows_of(data, still_wanted):
            cells = [cell.text if cell else "" for cell in row.cells]
            sheets.setdefault(row.sheet, []).append(cells)
        return tables_of_sheets(sheets)
    except (ReportUnread, ExchangeRefused) as refusal:
        raise FileRefused(f"{file.name}: {refusal.message}") from refusal


def _shared(template: Template, tables: Sequence[TitledTable]) -> float:
    """How much of set and form is in both, by labels."""
    asked = {label_words(row.label) for row in template.indicators.values()}
    told = {label_words(row.label) for titled in tables for row in titled.table.rows}
    return len(asked & told) / max(1, len(asked | told))


def _books(tables: Sequence[TitledTable], nearest: Template) -> dict[int, list[MatchedRow]]:
    """The rows by appendix: the number that a title names, else the nearest set's, else a free one."""
    matched = list(matched_rows([titled.table for titled in tables], nearest))
    known = {appendix.title: appendix.number for appendix in nearest.appendices}
    books: dict[int, list[MatchedRow]] = {}
    for _, group in groupby(matched, key=lambda row: id(row.table)):
        rows = list(group)
        number = rows[0].table.number
        if number is None or number < _FIRST_APPENDIX:
            free = next(each for each in range(_FIRST_APPENDIX, 100) if each not in {*books, *known.values()})
            number = known.get(rows[0].title, free)
        books.setdefault(number, []).extend(rows)
    return books


def _printed(number: int, rows: Sequence[MatchedRow], others: OtherSets) -> Iterator[PrintedRow]:
    taken: set[str] = set()
    for matched in rows:
        columns = matched.table.columns
        asked = _asked_columns(columns)
        like = matched.indicator
        if not _is_known(matched):
            like = others.row(number, matched.row.stt, matched.row.label) or renamed(matched)
            like = None if like is None or like.code in taken else like
        taken |= {like.code} if like else set()
        named = zip(asked, _column_names(columns, asked), strict=True) if len(asked) > 1 else ()
        heads = tuple(name for column, name in named if like is None or column != columns.figure)
        yield PrintedRow(matched.row.stt, matched.row.label, matched.row.unit, like, heads)


def _column_names(columns: Columns, asked: Sequence[int]) -> tuple[str, ...]:
    """What columns are called: the lowest line of their heads, with those above it where that names two."""
    heads = [columns.heads[column] for column in asked]
    lowest = [normal(head.split("\n")[-1]) for head in heads]
    return tuple(lowest if len({*lowest}) == len(lowest) else map(normal, heads))


def _asked_columns(columns: Columns) -> tuple[int, ...]:
    """The columns in which an office answers: neither of the past nor of words."""
    passed_over = (*_OF_THE_PAST, *_OF_WORDS)
    return tuple(
        column
        for column in columns.figures
        if not any(word in likeness(columns.heads[column]) for word in passed_over)
    )


def _is_known(matched: MatchedRow) -> bool:
    return matched.indicator is not None and matched.sureness is not Sureness.UNSURE


def _is_of(titled: TitledTable, rows: Sequence[MatchedRow]) -> bool:
    return rows[0].table is titled.table


def _unread_tables(found: FormTables) -> Iterator[tuple[str, Decision]]:
    for title in found.unread:
        told = shorten(title, _MOST_OF_A_TITLE, placeholder="…")
        yield (
            "",
            Decision(
                "",
                f"Bảng “{told}” không đưa vào bản nháp: không thấy dòng tiêu đề nêu cột chỉ tiêu và số liệu. "
                "Hãy xem đó có phải biểu mẫu không.",
            ),
        )


def _dropped_columns(tables: Sequence[TitledTable]) -> Iterator[tuple[str, Decision]]:
    """Yield a decision for each column that the draft leaves out."""
    heads = dict.fromkeys(
        normal(columns.heads[column])
        for columns in (titled.table.columns for titled in tables)
        for column in columns.figures
        if column not in _asked_columns(columns)
    )
    for head in heads:
        is_past = any(word in likeness(head) for word in _OF_THE_PAST)
        why = "chương trình tự so với báo cáo trước" if is_past else "một dòng chỉ có một số liệu và Ghi chú"
        yield "", Decision("", f"Cột “{head}” không đưa vào bản nháp: {why}. Hãy xem có cần thêm dòng không.")


def problems_in(files: Mapping[str, bytes]) -> tuple[TemplateProblem, ...]:
    """Return what is wrong with the files of a set; nothing where it can be used."""
    try:
        read_files(files)
    except TemplateRefused as refusal:
        return refusal.problems
    return ()

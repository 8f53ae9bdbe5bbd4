"""The strict reader: a form set is taken whole and sound, or refused with file, key and reason."""

from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from cchc_desktop.template import identity, mapping, relations, rows, sentences, wording
from cchc_desktop.template.decoding import R, Undecodable, decode
from cchc_desktop.template.files import (
    OUTLINE_FILE,
    ROW_CHANGES_FILE,
    SENTENCES_FILE,
    SET_FILE,
    Unreadable,
    appendix_file,
    appendix_numbers,
    digest,
    misplaced,
    refuse_large,
    refuse_many,
    table,
    template_files,
)
from cchc_desktop.template.model import (
    Appendix,
    ChangeLimits,
    Indicator,
    Outline,
    RowChange,
    Sentence,
    Template,
    Wording,
)
from cchc_desktop.template.problem import TemplateProblem, TemplateRefused
from cchc_desktop.template.records import (
    AppendixRecord,
    ChangesRecord,
    OutlineRecord,
    RowChangeRecord,
    RowChangesRecord,
    RowRecord,
    SectionRecord,
    SentenceRecord,
    SentencesRecord,
    SetRecord,
    WordingRecord,
)
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.text import normal

MOST_ROWS = 500
"""In one appendix."""


def read_template(folder: Traversable | Path) -> Template:
    """Return the form set in a folder, or raise `TemplateRefused` with everything that is wrong with it."""
    return read_files(template_files(folder))


def read_files(files: Mapping[str, bytes]) -> Template:
    """Return the form set in the files (name → content), or raise `TemplateRefused`."""
    reading = _Reading(files)
    template = reading.template()
    if template is None or reading.problems:
        raise TemplateRefused(tuple(reading.problems))
    return template


def read_head(files: Mapping[str, bytes]) -> SetRecord:
    """Return what a set says of itself, the rest of it unread, or raise `TemplateRefused`."""
    reading = _Reading(files)
    head = reading.head()
    if head is None or reading.problems:
        raise TemplateRefused(tuple(reading.problems))
    return head


def problems(folder: Traversable | Path) -> tuple[TemplateProblem, ...]:
    """Return everything that is wrong with the set in a folder; nothing where it can be used."""
    try:
        read_template(folder)
    except TemplateRefused as refusal:
        return refusal.problems
    return ()


class _Reading:
    """One pass over the files of a set. It goes on after a fault, so that all of them are told at once."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        refuse_many(len(files))
        refuse_large(files)
        self._files = files
        self.problems: list[TemplateProblem] = list(misplaced(files))
        self._unread: set[str] = set()
        self._file_of: dict[str, str] = {}

    def head(self) -> SetRecord | None:
        """Return what the set says of itself, or None where that cannot be read."""
        head = self._record(SET_FILE, SetRecord)
        if head is not None:
            self._complain_all(SET_FILE, identity.faults(head))
        return head

    def template(self) -> Template | None:
        """Return the set, or None where a part of it is missing; faults are in `problems` either way."""
        head = self.head()
        outline = self._outline()
        there = appendix_numbers(self._files)
        appendices = self._appendices(head.appendices if head else tuple(sorted(there)), there)
        every = [row for appendix in appendices for row in appendix.indicators]
        for code, key, reason in relations.faults(every, self._unread):
            self._complain(self._file_of[code], f"{code} {key}", reason)
        if head is None:
            return None
        fixed = self._wording(head)
        changes = self._changes(head)
        if outline is None or fixed is None or changes is None:
            return None
        known = {row.code: row for row in every}
        proposed, moved = self._sentences(outline, known), self._row_changes(known)
        return identity.template(
            head, digest(self._files), tuple(appendices), outline, fixed, changes, proposed, moved
        )

    def _outline(self) -> Outline | None:
        record = self._record(OUTLINE_FILE, OutlineRecord)
        if record is None:
            return None
        self._complain_all(OUTLINE_FILE, wording.outline_faults(record))
        named = [(_name(raw, "id", "[[section]]", place), raw) for place, raw in enumerate(record.section, 1)]
        decoded = [self._decoded(OUTLINE_FILE, raw, SectionRecord, name) for name, raw in named]
        sections = [section for section in decoded if section is not None]
        for name, key, reason in wording.section_faults(sections, len(record.numbering)):
            self._complain(OUTLINE_FILE, f"{name} {key}".strip(), reason)
        return wording.outline(record, sections)

    def _wording(self, head: SetRecord) -> Wording | None:
        record = self._decoded(SET_FILE, head.wording, WordingRecord, "[wording]")
        if record is None:
            return None
        self._complain_all(SET_FILE, wording.wording_faults(record), "[wording]")
        return wording.wording(record)

    def _changes(self, head: SetRecord) -> ChangeLimits | None:
        if not head.changes:
            return ChangeLimits()
        record = self._decoded(SET_FILE, head.changes, ChangesRecord, "[changes]")
        if record is None:
            return None
        self._complain_all(SET_FILE, identity.change_faults(record), "[changes]")
        return ChangeLimits(record.times, record.least)

    def _sentences(self, outline: Outline, known: Mapping[IndicatorCode, Indicator]) -> tuple[Sentence, ...]:
        record = self._record(SENTENCES_FILE, SentencesRecord)
        if record is None:
            return ()
        read = []
        for place, raw in enumerate(record.sentence, 1):
            name = f"[[sentence]] {place}"
            decoded = self._decoded(SENTENCES_FILE, raw, SentenceRecord, name)
            if decoded is not None:
                self._complain_all(
                    SENTENCES_FILE, sentences.faults(decoded, outline, known, self._unread), name
                )
                read.append(sentences.sentence(decoded))
        return tuple(read)

    def _row_changes(self, known: Mapping[IndicatorCode, Indicator]) -> tuple[RowChange, ...]:
        record = self._record(ROW_CHANGES_FILE, RowChangesRecord)
        read = []
        for place, raw in enumerate(record.change if record else (), 1):
            name = f"[[change]] {place}"
            decoded = self._decoded(ROW_CHANGES_FILE, raw, RowChangeRecord, name)
            if decoded is not None:
                read.append(mapping.row_change(decoded))
                self._complain_all(ROW_CHANGES_FILE, mapping.faults(read[-1], known, self._unread), name)
        for reason in mapping.contradictions(read):
            self._complain(ROW_CHANGES_FILE, "", reason)
        return tuple(read)

    def _appendices(self, named: tuple[int, ...], there: set[int]) -> list[Appendix]:
        for number in sorted(there - set(named)):
            self._complain(appendix_file(number), "", f"{SET_FILE} không nêu phụ lục này ở appendices")
        for number in sorted(set(named) - there):
            self._complain(appendix_file(number), "", f"thiếu tệp này, mà {SET_FILE} có nêu")
        read = [self._appendix(number) for number in named if number in there]
        return [appendix for appendix in read if appendix is not None]

    def _appendix(self, number: int) -> Appendix | None:
        file = appendix_file(number)
        record = self._record(file, AppendixRecord)
        if record is None:
            return None
        if record.number != number:
            self._complain(file, "number", f"phải là {number}, như trong tên tệp")
        if not (record.title and record.name_lines):
            self._complain(file, "title", "phụ lục phải có title và name-lines")
        count = len(record.row)
        if record.row_count != count:
            self._complain(file, "row-count", f"ghi {record.row_count} dòng, mà tệp có {count} dòng")
        if not 0 < count <= MOST_ROWS:
            self._complain(file, "row", f"phụ lục phải có từ 1 đến {MOST_ROWS} dòng")
            return None
        read = [self._row(file, place, raw) for place, raw in enumerate(record.row, 1)]
        indicators = [row for row in read if row is not None]
        for code, key, reason in relations.repeated(indicators):
            self._complain(file, f"{code} {key}", reason)
        return Appendix(number, record.title, record.name_lines, record.label_hint, tuple(indicators))

    def _row(self, file: str, place: int, raw: Mapping[str, object]) -> Indicator | None:
        name = _name(raw, "key", "[[row]]", place)
        record = self._decoded(file, raw, RowRecord, name)
        faults = [] if record is None else list(rows.faults(record))
        if record is not None and record.key in self._file_of:
            faults.append(("key", f"mã này đã dùng cho dòng khác, trong {self._file_of[record.key]}"))
        self._complain_all(file, faults, name)
        if record is None or faults:
            self._unread.add(name)
            return None
        self._file_of[record.key] = file
        return rows.indicator(record)

    def _record(self, file: str, record: type[R]) -> R | None:
        if file not in self._files:
            return None
        try:
            return self._decoded(file, table(self._files[file]), record)
        except Unreadable as fault:
            self._complain(file, "", str(fault))
            return None

    def _decoded(self, file: str, raw: Mapping[str, object], record: type[R], name: str = "") -> R | None:
        try:
            return decode(raw, record)
        except Undecodable as fault:
            self._complain_all(file, fault.reasons, name)
            return None

    def _complain_all(self, file: str, faults: Iterable[tuple[str, str]], name: str = "") -> None:
        for key, reason in faults:
            self._complain(file, f"{name} {key}".strip(), reason)

    def _complain(self, file: str, key: str, reason: str) -> None:
        self.problems.append(TemplateProblem(file, key, reason))


def _name(raw: Mapping[str, object], key: str, kind: str, place: int) -> str:
    """Return what to call a table in a list: its own name where it has one, else its place."""
    name = raw.get(key)
    return normal(name) if isinstance(name, str) and name.strip() else f"{kind} {place}"

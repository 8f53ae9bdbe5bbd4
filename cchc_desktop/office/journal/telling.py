"""One row of the journal in words: what changed, from what to what, by whom, by which road and why."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import write_answer
from cchc_desktop.form.review import Review
from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.journal import words
from cchc_desktop.office.journal.fields import changed_fields, field_value
from cchc_desktop.office.settings import SCHEMA
from cchc_desktop.registers.catalogue import register_of
from cchc_desktop.registers.reading import write_value
from cchc_desktop.rollup.office_columns import OFFICES
from cchc_desktop.storage.journal import Subject
from cchc_desktop.storage.own_figures import own_figure_from
from cchc_desktop.storage.registers import entry_from
from cchc_desktop.values.codes import IndicatorCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from cchc_desktop.form.entry import Entry
    from cchc_desktop.office.archive import Archive
    from cchc_desktop.storage.journal import Change
    from cchc_desktop.template.model import Indicator

BLANK = "trống"
_Said: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words."""

    at: datetime
    """Local time."""
    who: str
    period: str
    """The report's period; empty for what belongs to the whole office."""
    about: str
    """What changed: `Số liệu PL2.4.1 Tổng số nhiệm vụ được giao`."""
    before: str
    after: str
    source: str
    """By which road: typed, pasted, received."""
    reason: str


def tell(archive: Archive, change: Change) -> Told:
    """Return a change of this office file in words; a row that is spoilt is told as it stands."""
    try:
        name, before, after = _WAYS[change.subject](_Row(archive, change))
    except (CchcError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        name, before, after = change.key, change.old, change.new
    subject = words.SUBJECT_WORDS[change.subject]
    return Told(
        at=change.at.astimezone(),
        who=change.who,
        period=change.period.name if change.period else "",
        about=f"{subject[0].upper()}{subject[1:]} {name}".rstrip(),
        before=before,
        after=after,
        source=words.SOURCE_WORDS[change.source],
        reason=change.reason,
    )


def entry_words(row: Indicator, entry: Entry, *, with_note: bool) -> str:
    """Return what a cell says: its figure or state, what could not be read, its note where that is asked."""
    figure = write_answer(row, entry.answer) or (f"“{entry.said}” (chưa đọc được)" if entry.said else BLANK)
    return f"{figure}, ghi chú “{entry.note}”" if with_note and entry.note else figure


class _Row:
    """A row of the journal and its office file; each way says what of the subject, before and after."""

    def __init__(self, archive: Archive, change: Change) -> None:
        self.archive, self.change = archive, change
        self.key = change.key

    def answer(self) -> _Said:
        row, old, new = self._indicator(), self.change.old_entry, self.change.new_entry
        with_note = old.note != new.note
        before, after = (entry_words(row, entry, with_note=with_note) for entry in (old, new))
        return f"{row.code} {row.label}", before, after

    def own_figure(self) -> _Said:
        row = self._indicator()
        before, after = (
            write_answer(row, own_figure_from(said)) if json.loads(said) else ""
            for said in (self.change.old, self.change.new)
        )
        return f"{row.code} {row.label}", before or BLANK, after or BLANK

    def text(self) -> _Said:
        """A whole text, or the stretch of it that changed (`storage.text_steps`)."""
        before, after = (said["text"] if isinstance(said, dict) else said or "" for said in self._sides())
        return self.key, before, after

    def section_state(self) -> _Said:
        before, after = (SectionState(said).label if said else "" for said in self._sides())
        return self.key, before, after

    def outline(self) -> _Said:
        before, after = ("do cơ quan sắp xếp" if said else "của bộ biểu mẫu" for said in self._sides())
        return "", before, after

    def report(self) -> _Said:
        return self._field(words.REPORT_FIELDS)

    def cover(self) -> _Said:
        return self._field(words.COVER_FIELDS)

    def profile(self) -> _Said:
        return self._field(words.PROFILE_FIELDS)

    def annex(self) -> _Said:
        return self.key, *self._changed(words.ANNEX_FIELDS)

    def setting(self) -> _Said:
        setting = next(each for each in SCHEMA if each.name == self.key)
        choices = {getattr(value, "value", value): name for value, name in setting.choices.items()}
        before, after = (choices.get(json.loads(said), said) if said else "" for said in self._sides())
        return f"“{setting.title}”", before, after

    def register_entry(self) -> _Said:
        register = register_of(self.key)
        old, new = (entry_from(self.key, register, said) for said in self._sides())
        before, after = (
            "\n".join(
                f"{column.label}: {write_value(column, one.values[column.name])}"
                for column in register.columns
                if column.name in one.values and one.values[column.name] != other.values.get(column.name)
            )
            for one, other in ((old, new), (new, old))
        )
        return f"{self.key} ({register.label})", before, after

    def office_below(self) -> _Said:
        return self._office(), *self._changed(_OFFICE_FIELDS)

    def special_case(self) -> _Said:
        return self._office(), *self._changed(words.SPECIAL_CASE_FIELDS)

    def received(self) -> _Said:
        before, after = (
            f"{Review(said['stage']).label}, tệp số {said['package']}" if said else ""
            for said in self._sides()
        )
        return self._office(), before, after

    def package(self) -> _Said:
        number, field = self.key.split(".")
        before, after = (field_value(field, said) for said in self._sides())
        return f"số {number} ({words.PACKAGE_FIELDS[field]})", before, after

    def known_key(self) -> _Said:
        before, after = (said or "" for said in self._sides())
        return self.key, before, after

    def file(self) -> _Said:
        _, name = self._sides()
        return f"({words.FILE_EVENTS[self.key]})", "", str(name)

    def _sides(self) -> tuple[Any, Any]:
        return json.loads(self.change.old), json.loads(self.change.new)

    def _field(self, labels: Mapping[str, str]) -> _Said:
        before, after = (field_value(self.key, said) for said in self._sides())
        return f"({labels[self.key]})", before, after

    def _changed(self, labels: Mapping[str, str]) -> tuple[str, str]:
        old, new = self._sides()
        return changed_fields(labels, old, new), changed_fields(labels, new, old)

    def _indicator(self) -> Indicator:
        head = self.archive.head_of(self.change.period) if self.change.period else None
        if head is None:
            raise LookupError(self.key)
        return self.archive.template(head).indicators[IndicatorCode(self.key)]

    def _office(self) -> str:
        office = self.archive.offices().by_id.get(self.key)
        return f"{self.key} {office.name}" if office else self.key


_OFFICE_FIELDS = {"grouping" if each.name == "group" else each.name: each.label for each in OFFICES.columns}
_WAYS: Mapping[Subject, Callable[[_Row], _Said]] = {
    Subject.ANSWER: _Row.answer,
    Subject.PROSE: _Row.text,
    Subject.PROSE_MARK: _Row.section_state,
    Subject.REPORT: _Row.report,
    Subject.COVER: _Row.cover,
    Subject.OUTLINE: _Row.outline,
    Subject.KEPT_FINDING: _Row.text,
    Subject.ANNEX: _Row.annex,
    Subject.PROFILE: _Row.profile,
    Subject.SETTING: _Row.setting,
    Subject.REGISTER_ENTRY: _Row.register_entry,
    Subject.OFFICE_BELOW: _Row.office_below,
    Subject.SPECIAL_CASE: _Row.special_case,
    Subject.OWN_FIGURE: _Row.own_figure,
    Subject.KNOWN_KEY: _Row.known_key,
    Subject.RECEIVED: _Row.received,
    Subject.PACKAGE: _Row.package,
    Subject.FILE: _Row.file,
}

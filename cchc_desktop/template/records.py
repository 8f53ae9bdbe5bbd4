"""The shape of a set's files: which keys there are, and what each of them holds."""

from datetime import date
from decimal import Decimal

import msgspec

from cchc_desktop.template.model import Kind, Level, RollUp, TimeBehaviour


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A TOML table with exactly these keys; `total_of` is written `total-of`."""


class SetRecord(Record, frozen=True):
    """The whole of `set.toml`."""

    id: str
    version: str
    name: str
    level: Level
    valid_from: date
    status: str
    reconstructed: bool
    source: str
    appendices: tuple[int, ...]
    wording: dict[str, object]
    valid_to: date | None = None
    changes: dict[str, object] = {}


class WordingRecord(Record, frozen=True):
    """`[wording]` in `set.toml`."""

    subject: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    notation: str
    signing: tuple[str, ...]
    attached: str


class ChangesRecord(Record, frozen=True):
    """`[changes]` in `set.toml`."""

    times: Decimal
    least: Decimal


class OutlineRecord(Record, frozen=True):
    """The whole of `outline.toml`."""

    opening: str
    closing: str
    numbering: tuple[str, ...]
    section: list[dict[str, object]]


class SectionRecord(Record, frozen=True):
    """One `[[section]]` in `outline.toml`."""

    id: str
    level: int
    heading: str
    guidance: str = ""
    has_text: bool = True
    table: str = ""


class SentencesRecord(Record, frozen=True):
    """The whole of `loi-van.toml`."""

    sentence: list[dict[str, object]]


class SentenceRecord(Record, frozen=True):
    """One `[[sentence]]` in `loi-van.toml`."""

    section: str
    about: str
    usual: str
    zero: str = ""
    one: str = ""
    not_arisen: str = ""
    up: str = ""
    down: str = ""
    equal: str = ""
    parts: tuple[str, ...] = ()
    each: str = ""
    without_parts: str = ""


class RowChangesRecord(Record, frozen=True):
    """The whole of `chuyen-doi.toml`."""

    change: list[dict[str, object]]


class RowChangeRecord(Record, frozen=True):
    """One `[[change]]` in `chuyen-doi.toml`."""

    source: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    version: str = ""


class AppendixRecord(Record, frozen=True):
    """The whole of `phu-luc-N.toml`. `row-count` is how a lost row is noticed."""

    number: int
    title: str
    name_lines: tuple[str, ...]
    label_hint: str
    row_count: int
    row: list[dict[str, object]]


class RowRecord(Record, frozen=True):
    """One `[[row]]` in `phu-luc-N.toml`, with only the keys that apply."""

    key: str
    label: str
    kind: Kind
    stt: str = ""
    unit: str = ""
    time: TimeBehaviour | None = None
    rollup: RollUp | None = None
    italic: bool = False
    numerator: str | None = None
    denominator: str | None = None
    total_of: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    part_of: str | None = None
    usually_at_most: str | None = None
    same_as: str | None = None
    only_if: str = ""
    codes: tuple[int, ...] = ()
    starts_as: str = ""

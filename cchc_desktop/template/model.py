"""A template set in memory: what a form asks, and how its rows hang together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Literal

from cchc_desktop.values.codes import IndicatorCode


class Level(Enum):
    """Whose reports a set is for."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    DEPARTMENT = "department"

    @property
    def label(self) -> str:
        """The level in Vietnamese."""
        return {"province": "tỉnh", "district": "huyện", "commune": "xã, phường", "department": "sở, ngành"}[
            self.value
        ]


class Kind(Enum):
    """What a row holds. The letters are those of the data files."""

    WHOLE = "N"
    MONEY = "M"
    """In million đồng."""
    RATIO = "P"
    """A percentage computed from two rows."""
    TOTAL = "S"
    """The computed sum of other rows."""
    PERCENT = "PI"
    """A percentage typed in, because its base is not in the table."""
    CODE = "C"
    """One of a few permitted digits, whose meaning stands in the unit."""
    HEADING = "H"

    @property
    def is_computed(self) -> bool:
        """Whether the program works the row out."""
        return self in (Kind.RATIO, Kind.TOTAL)

    @property
    def role(self) -> Literal["heading", "computed", "entry"]:
        """How documents and screens tell rows apart: nobody answers, the program does, a person does."""
        if self is Kind.HEADING:
            return "heading"
        return "computed" if self.is_computed else "entry"

    @property
    def is_percent(self) -> bool:
        """Whether the row is a percentage."""
        return self in (Kind.RATIO, Kind.PERCENT)


class TimeBehaviour(Enum):
    """How figures of shorter periods make one of a longer period."""

    FLOW = "flow"
    STOCK = "stock"
    CUMULATIVE = "cumulative"


class RollUp(Enum):
    """How the figures of many offices make one of the superior's."""

    SUM = "sum"
    OWN_AND_SUM = "own+sum"
    OWN = "own"
    RECOMPUTE = "recompute"
    CODES = "codes"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """The row is answered only while another row holds a number: `PL2.5=1`."""

    code: IndicatorCode
    equals: Decimal


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of an appendix and its relations to other rows of the set."""

    code: IndicatorCode
    stt: str
    label: str
    unit: str
    kind: Kind
    time: TimeBehaviour | None = None
    rollup: RollUp | None = None
    italic: bool = False
    """Printed slanted, as the official form does with some subordinate rows."""
    numerator: IndicatorCode | None = None
    denominator: IndicatorCode | None = None
    total_of: tuple[IndicatorCode, ...] = ()
    at_least: tuple[IndicatorCode, ...] = ()
    """Rows whose sum this row reaches at least; what is left over is a question."""
    part_of: IndicatorCode | None = None
    """The row this one cannot exceed."""
    usually_at_most: IndicatorCode | None = None
    same_as: IndicatorCode | None = None
    only_if: OnlyIf | None = None
    codes: tuple[Decimal, ...] = ()
    starts_as: str = ""
    """`not-competent` where a new report proposes that state."""

    @property
    def is_asked(self) -> bool:
        """Whether a person answers the row: neither a heading nor computed."""
        return self.kind is not Kind.HEADING and not self.kind.is_computed

    @property
    def operands(self) -> tuple[IndicatorCode, ...]:
        """The rows a computed row is worked out from."""
        if self.kind is Kind.TOTAL:
            return self.total_of
        return (self.numerator, self.denominator) if self.numerator and self.denominator else ()

    @property
    def related(self) -> tuple[IndicatorCode, ...]:
        """Every row this one refers to, operands first, each once."""
        single = (
            self.part_of,
            self.usually_at_most,
            self.same_as,
            self.only_if.code if self.only_if else None,
        )
        named = (*self.operands, *self.at_least, *(code for code in single if code))
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class Appendix:
    """One table: `Phụ lục 2` and its rows, in printed order."""

    number: int
    title: str
    name_lines: tuple[str, ...]
    label_hint: str
    """The slanted line below the heading of the label column."""
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the report's outline."""

    id: str
    """Stable name: `II.2.a` may be renumbered on paper, its id stays."""
    level: int
    """1 for the outermost."""
    heading: str
    """Without its number, as printed. `{ky}`, `{ky_sau}`, `{co_quan}` stand for the period, the next one, the
    office.
    """
    guidance: str = ""
    """What belongs here; shown beside the text, never printed."""
    has_text: bool = True
    """Whether prose stands directly under the heading."""
    table: str = ""
    """The register whose table is printed under the prose: `contacts`, or none."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The prose part of a report."""

    opening: str
    """Pattern of the first paragraph, with the placeholders of `patterns.IN_WORDING`."""
    closing: str
    numbering: tuple[str, ...]
    """Number form of each level: `upper-roman`, `decimal`, `decimal-below`, `letter`, `dash`.

    `decimal-below` counts within the number of the level above it: `1.1.`
    """
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence proposed for a section, its figures as live references (docs/prose-format.md).

    Which form is taken depends on what one row says; an empty form is as `usual`.
    """

    section: str
    about: IndicatorCode
    """The row that decides, or what the registers count (`template.counts`)."""
    usual: str
    zero: str = ""
    one: str = ""
    """The row is one: `một` in place of a list."""
    not_arisen: str = ""
    up: str = ""
    """The row is higher than in the period before."""
    down: str = ""
    equal: str = ""
    parts: tuple[str, ...] = ()
    """Listed at `{liet_ke}`, without those of which a figure is zero or missing."""
    each: str = ""
    """Of every line that is counted what is listed at `{liet_ke}`: `<subject>[^<id>]`."""
    without_parts: str = ""
    """Instead of a list without a part; where it is empty there is no sentence then."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """Rows of another set, or of an older version, whose figures stand in other rows of this one.

    One row to one: renamed; many to one: merged; one to many: split, so that a person divides its figure; one
    to none: given up.
    """

    source: str
    """Id of the other set."""
    version: str
    """Its version; empty: any."""
    old: tuple[IndicatorCode, ...]
    new: tuple[IndicatorCode, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of the report's fixed texts, all with the placeholders of `Outline.opening`."""

    subject: str
    """Trích yếu: `Kết quả công tác cải cách hành chính {ky}`."""
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    notation: str
    """Symbol after the number: `BC-UBND`."""
    signing: tuple[str, ...]
    """Lines above the signature: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`."""
    attached: str
    """`(Kèm theo Báo cáo số {so} {ngay} của {co_quan})`: symbol included, and the day written out."""


@dataclass(frozen=True, slots=True)
class ChangeLimits:
    """When a figure differs enough from the last period's to be asked about (rule R15)."""

    times: Decimal = Decimal(2)
    """The larger is at least so many times the smaller."""
    least: Decimal = Decimal(20)
    """And they differ by at least so much."""


@dataclass(frozen=True)
class Template:
    """A form set: valid for one level and a span of time."""

    id: str
    version: str
    name: str
    level: Level
    valid_from: date
    valid_to: date | None
    status: str
    """`tham khảo` for every shipped set: the set a superior office sends prevails."""
    reconstructed: bool
    """Whether rows were inferred rather than read in an official form."""
    source: str
    digest: str
    """SHA-256 of the set's content, hexadecimal."""
    appendices: tuple[Appendix, ...]
    outline: Outline
    wording: Wording
    changes: ChangeLimits = field(default_factory=ChangeLimits)
    sentences: tuple[Sentence, ...] = ()
    """What is proposed for the prose."""
    row_changes: tuple[RowChange, ...] = ()
    """Where figures of other sets stand in this one, but for rows of one key: see `template.mapping`."""

    @cached_property
    def indicators(self) -> Mapping[IndicatorCode, Indicator]:
        """Every row by its key, in printed order."""
        return {row.code: row for appendix in self.appendices for row in appendix.indicators}

    @cached_property
    def computing_order(self) -> tuple[Indicator, ...]:
        """The computed rows, each after the computed rows it is worked out from; the set has no cycle."""
        return tuple(self._in_order())

    @cached_property
    def dependents(self) -> Mapping[IndicatorCode, tuple[IndicatorCode, ...]]:
        """For each row the computed rows that use it directly."""
        users: dict[IndicatorCode, list[IndicatorCode]] = {code: [] for code in self.indicators}
        for row in self.indicators.values():
            for operand in row.operands:
                users[operand].append(row.code)
        return {code: tuple(rows) for code, rows in users.items()}

    def appendix_of(self, code: IndicatorCode) -> Appendix:
        """Return the appendix in which the row stands; `KeyError` where none does."""
        for appendix in self.appendices:
            if any(row.code == code for row in appendix.indicators):
                return appendix
        raise KeyError(code)

    def _in_order(self) -> Iterator[Indicator]:
        done: set[IndicatorCode] = set()

        def visit(row: Indicator) -> Iterator[Indicator]:
            if row.code in done or not row.kind.is_computed:
                return
            done.add(row.code)
            for operand in row.operands:
                yield from visit(self.indicators[operand])
            yield row

        for row in self.indicators.values():
            yield from visit(row)

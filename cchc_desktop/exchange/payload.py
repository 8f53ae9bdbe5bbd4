"""What a report says, as it travels: the payload of kind "report", format 1.0.

Names come from the metadata dictionary of official documents where it has one (Decree 30/2020, Appendix VI).
Every number is a string, so that no program rounds it on the way. The format: docs/exchange-format.md.
"""

import datetime as dt
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from cchc_desktop.values.answer import Answer

FORMAT = "1.0"
KIND: Literal["report"] = "report"

Plain = Annotated[str, Meta(pattern=r"^-?(0|[1-9]\d{0,29})(\.\d{0,29}[1-9])?$")]
"""A decimal number: point, no exponent, no grouping, no needless zero."""
Count = Annotated[str, Meta(pattern=r"^(0|[1-9]\d{0,8})$")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Code = Annotated[str, Meta(max_length=35)]
"""OrganId: 13 characters in Decree 30/2020, up to 35 by Decision 20/2020/QĐ-TTg; empty: there is none."""
Name = Annotated[str, Meta(max_length=200)]
Key = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
Remark = Annotated[str, Meta(max_length=32_000)]
"""What one cell of a spreadsheet still holds."""
Text = Annotated[str, Meta(max_length=200_000)]
State = Literal["number", "not-arisen", "not-competent", "later", "blank"]


class Organ(Struct, frozen=True, kw_only=True):
    """An office that receives."""

    OrganId: Code
    OrganName: Name


class Signer(Struct, frozen=True, kw_only=True):
    """Who signed; both empty while nobody has."""

    Position: Annotated[str, Meta(max_length=100)]
    FullName: Annotated[str, Meta(max_length=50)]


class Window(Struct, frozen=True, kw_only=True):
    """The days whose figures are counted, both included."""

    first: dt.date = field(name="from")
    last: dt.date = field(name="to")


class TemplateName(Struct, frozen=True, kw_only=True):
    """The form set the report answers."""

    id: Key
    version: Annotated[str, Meta(min_length=1, max_length=30)]
    hash: Digest


class Completeness(Struct, frozen=True, kw_only=True):
    """How many rows that ask for an answer have one."""

    answered: Count
    required: Count


class Cell(Struct, frozen=True, kw_only=True):
    """What the report says in one row: a number, or the state that stands in its place."""

    state: State
    value: Plain | None
    stated: Remark | None
    """What was stated where the row is computed, as it was written."""
    overridden: bool
    reason: Remark
    note: Remark

    def __post_init__(self) -> None:
        if (self.state == "number") != (self.value is not None):
            raise ValueError("a value stands exactly where the state is number")

    @property
    def answer(self) -> Answer:
        """The number, or the reason there is none."""
        return Answer.of(self.state, self.value)


class Prose(Struct, frozen=True, kw_only=True):
    """The text under one heading of the outline."""

    section: Key
    heading: Annotated[str, Meta(max_length=500)]
    text: Text


class OutlineHeading(Struct, frozen=True, kw_only=True):
    """One heading of an outline that the office arranged."""

    section: Key
    level: Annotated[str, Meta(pattern=r"^[1-4]$")]
    heading: Annotated[str, Meta(max_length=500)]


class Annex(Struct, frozen=True, kw_only=True):
    """A further appendix: what it says, and how many photos the printed report shows there."""

    title: Annotated[str, Meta(min_length=1, max_length=300)]
    text: Text
    photos: Count


class Citation(Struct, frozen=True, kw_only=True):
    """A document the report cites."""

    TypeName: Annotated[str, Meta(max_length=100)]
    CodeNumber: Annotated[str, Meta(max_length=11)]
    CodeNotation: Annotated[str, Meta(max_length=30)]
    IssuedDate: dt.date | None
    OrganName: Name
    Subject: Annotated[str, Meta(max_length=500)]


class Kept(Struct, frozen=True, kw_only=True):
    """A finding that stands, and why."""

    code: Annotated[str, Meta(min_length=1, max_length=80)]
    reason: Remark


class Supersedes(Struct, frozen=True, kw_only=True):
    """The file of this report that was sent before, why it is sent again, and where it says another thing."""

    sequence: Annotated[str, Meta(pattern=r"^[1-9]\d{0,5}$")]
    content: Digest
    reason: Remark
    cells: Annotated[tuple[Key, ...], Meta(max_length=2_000)]
    sections: Annotated[tuple[Key, ...], Meta(max_length=400)]


class ReportPayload(Struct, frozen=True, kw_only=True):
    """One office's report for one period."""

    format: Annotated[str, Meta(pattern=r"^[1-9]\d{0,3}\.(0|[1-9]\d{0,3})$")] = FORMAT
    kind: Literal["report"] = KIND
    OrganId: Code
    OrganName: Annotated[str, Meta(min_length=1, max_length=200)]
    level: Literal["province", "district", "commune", "department"]
    TypeName: Annotated[str, Meta(max_length=100)]
    Subject: Annotated[str, Meta(max_length=500)]
    CodeNumber: Annotated[str, Meta(max_length=11)]
    CodeNotation: Annotated[str, Meta(max_length=30)]
    IssuedDate: dt.date | None
    SignerInfo: Signer
    To: tuple[Organ, ...]
    DueDate: dt.date | None
    period: Annotated[str, Meta(pattern=r"^20\d\d(-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$")]
    window: Window
    sequence: Annotated[str, Meta(pattern=r"^[1-9]\d{0,5}$")]
    template: TemplateName
    prepared_by: Annotated[str, Meta(max_length=200)]
    completeness: Completeness
    cells: Annotated[dict[Key, Cell], Meta(max_length=2_000)]
    prose: Annotated[tuple[Prose, ...], Meta(max_length=200)]
    outline: Annotated[tuple[OutlineHeading, ...], Meta(max_length=400)] | UnsetType = UNSET
    """Every heading that prints, in order; missing where the outline is the set's own."""
    citations: Annotated[tuple[Citation, ...], Meta(max_length=2_000)]
    kept: Annotated[tuple[Kept, ...], Meta(max_length=2_000)]
    annexes: Annotated[tuple[Annex, ...], Meta(max_length=100)] | UnsetType = UNSET
    """Missing where the report has none besides those of its set."""
    supersedes: Supersedes | UnsetType = UNSET
    """Missing in what is sent for the first time."""

    @property
    def office(self) -> str:
        """What the office is known by: its code, or its name where it has none."""
        return self.OrganId or self.OrganName

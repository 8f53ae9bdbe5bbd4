"""What was found in one exchange file."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from cchc_desktop.exchange.canonical import Json, Path
from cchc_desktop.exchange.carriers import MachinePart
from cchc_desktop.exchange.messages import Payload
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.template.model import Template
from cchc_desktop.values.answer import Answer


class Trust(Enum):
    """What the signature says. The value is the word on the command line."""

    TRUSTED = "trusted"
    """Made with the key this office is known by."""
    FIRST_SEEN = "first seen"
    CHANGED_KEY = "changed key"
    """Valid, but this office is known by another key: people compare the short codes by telephone."""
    BAD = "bad"
    """The machine part is not what was signed."""
    NONE = "none"


class Certainty(Enum):
    """How a row of a sheet was recognised, the surest first."""

    KEY = "key"
    """By the stable key in the hidden column."""
    LABEL_AND_NUMBER = "label and number"
    LABEL = "label"
    """By the label alone; its STT is another than the form's."""


class Doubt(Enum):
    """Why a cell or a row of a sheet is asked about."""

    AMBIGUOUS = "ambiguous"
    """The text is a number in two ways."""
    UNREADABLE = "unreadable"
    """Neither a number nor a state that fits the row."""
    FORMULA = "formula"
    """A formula stands where a figure belongs; the value it had last is not used."""
    TWICE = "twice"
    """Two rows claim the same indicator."""
    UNKNOWN_ROW = "unknown row"
    """A figure stands in a row that is no indicator's."""


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can decide."""

    doubt: Doubt
    cell: str
    """The indicator's key, or empty for a row nobody knows."""
    place: str
    """`Phụ lục 2, dòng 7`."""
    text: str
    """What stands there."""
    readings: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetCell:
    """An answer read from a printed sheet."""

    answer: Answer
    place: str
    certainty: Certainty
    note: str = ""
    """What stands beside it in Ghi chú."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell whose printed sheet does not say what the payload says: numbers plain, states by their words."""

    cell: str
    payload: str
    sheet: str | None
    """What stands in the sheet; None where the row is gone."""


@dataclass(frozen=True)
class Inspection:
    """One file, looked at and not yet taken in."""

    machine_part: MachinePart
    signature: Trust
    key: bytes = b""
    """The public key in the file."""
    payload: Payload | None = None
    content: str = ""
    """SHA-256 of what is reported (`content_digest`), or of another kind's payload; empty without one."""
    later: Mapping[Path, Json] | None = None
    """What a later minor version of the format added, by path."""
    template: Template | None = None
    """The form set by which the sheets were read, where they were and one fits."""
    cells: Mapping[str, SheetCell] | None = None
    """Answers read from the sheets by key; None where the sheets are byte for byte what was signed."""
    cover: tuple[tuple[str, str], ...] = ()
    """Labels and values of the sheet “Thông tin”, where the sheets were read."""
    differences: tuple[Difference, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    """Keys of cells beside which the sheet has another note than the payload; the payload's is kept."""

    @property
    def report(self) -> ReportPayload | None:
        """The payload, where it is a report's."""
        return self.payload if isinstance(self.payload, ReportPayload) else None

    @property
    def kind(self) -> str:
        """The kind of file, or empty without a payload."""
        return self.payload.kind if self.payload else ""

    @property
    def format(self) -> str:
        """The payload's format, or empty."""
        return self.payload.format if self.payload else ""

    @property
    def office(self) -> str:
        """What the office is known by: its code, else its name; empty without a payload."""
        return self.payload.office if self.payload else ""

    @property
    def period(self) -> str:
        """The period as in `2026-Q3`, or empty."""
        return self.payload.period if self.payload else ""

    @property
    def sequence(self) -> int:
        """Which content of this report it is, from 1; 0 without a payload."""
        return int(self.payload.sequence) if self.payload else 0

    @property
    def is_untouched(self) -> bool:
        """Whether the file says one thing only: nothing differs and nothing is asked."""
        is_one = not (self.differences or self.questions or self.notes)
        return is_one and self.payload is not None

"""What was entered into one cell, and how a text becomes an entry."""

from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.errors import CchcError
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Answer
from cchc_desktop.values.number import AmbiguousNumber, read_number, write_number
from cchc_desktop.values.text import likeness, normal

_TYPED_STATES = {"kps": NOT_ARISEN, "ktq": NOT_COMPETENT, "bcs": LATER}
STATE_WORDS = {NOT_ARISEN: "Không phát sinh", NOT_COMPETENT: "Không thuộc thẩm quyền", LATER: "Báo cáo sau"}
"""How each state but the blank one is printed."""
_STATE_PHRASES = (
    ("khongphatsinh", NOT_ARISEN),
    ("thamquyen", NOT_COMPETENT),
    ("baocaosau", LATER),
    ("chuacosolieu", LATER),
)
_LONGEST_PHRASE = 80


class EntryRefused(CchcError):
    """The text cannot stand in that row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in one cell as somebody put it there.

    In a computed row the answer is what somebody stated; it prints only when `reason` says why it overrides
    the computed value.
    """

    answer: Answer = BLANK
    said: str | None = None
    """The words the answer was read from; with a blank answer, words nobody could read yet. None: nobody said
    anything. Empty: a document that was read leaves the cell blank."""
    reason: str = ""
    """Why a computed cell is overridden."""
    note: str = ""
    """Ghi chú, printed beside the figure."""

    @property
    def is_unread(self) -> bool:
        """Whether words stand in the cell that a person has yet to turn into an answer."""
        return bool(self.said) and self.answer.is_blank


EMPTY = Entry()


def read_answer(indicator: Indicator, text: str, thousands: str = "") -> Answer:
    """Return the answer in the text, as this row reads it.

    A number in Vietnamese writing, one of the typed states `kps`, `ktq`, `bcs`, or the words reports use for
    them. An empty text is the blank answer. `thousands` (`.` or `,`) settles writings that read two ways.
    Raises `EntryRefused`, `AmbiguousNumber` or `UnreadableNumber`.
    """
    if indicator.kind is Kind.HEADING:
        raise EntryRefused(f"Dòng “{indicator.label}” là dòng tiêu đề, không nhập số liệu vào dòng này.")
    words = likeness(text)
    if not normal(text):
        return BLANK
    if words in _TYPED_STATES:
        return _TYPED_STATES[words]
    if state := _phrase(words):
        return state
    return Answer(_read_number(indicator, text, thousands))


def is_state_word(text: str) -> bool:
    """Whether the text is the program's own writing of a state, typed or printed."""
    return normal(text).lower() in _TYPED_STATES or normal(text) in STATE_WORDS.values()


def write_answer(indicator: Indicator, answer: Answer, places: int = 2) -> str:
    """Return the answer as screens and documents show it; the blank answer is the empty text."""
    if (number := answer.number) is not None:
        shown = write_number(number, places if indicator.kind is Kind.RATIO else None)
        return f"{shown}%" if indicator.kind.is_percent else shown
    return STATE_WORDS.get(answer, "")


def _phrase(words: str) -> Answer | None:
    if not words.isalpha() or len(words) > _LONGEST_PHRASE:
        return None
    return next((state for phrase, state in _STATE_PHRASES if phrase in words), None)


def _read_number(indicator: Indicator, text: str, thousands: str) -> Decimal:
    counts = indicator.kind in (Kind.WHOLE, Kind.TOTAL, Kind.CODE)
    try:
        number = read_number(text, whole=counts, percent_sign=indicator.kind.is_percent)
    except AmbiguousNumber as question:
        if not thousands:
            raise
        number = question.grouped_by(thousands)
    if counts and number != number.to_integral_value():
        raise EntryRefused(
            f"“{text}” có phần thập phân, nhưng dòng “{indicator.label}” đếm số nguyên. Hãy nhập số nguyên."
        )
    if indicator.kind is Kind.CODE and number not in indicator.codes:
        permitted = ", ".join(write_number(code) for code in indicator.codes)
        raise EntryRefused(
            f"Dòng “{indicator.label}” chỉ nhận một trong các mã {permitted} ({indicator.unit}); "
            f"“{text}” không có trong danh sách. Hãy nhập lại mã."
        )
    return number

"""The last period's prose as a proposal for this one."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.rendering import plain_text, rendered
from cchc_desktop.narrative.speaking import USUAL, Writing, unit_of
from cchc_desktop.template.model import Kind
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import AmbiguousNumber, UnreadableNumber, read_number, round_half_up

NEXT_PERIOD = "{ky_sau}"
"""A heading with this place is of the plans for the period that follows."""

_SMALLEST_TELLING = 10
"""A smaller number stands for a figure only where the unit follows: `6 văn bản`, not `khoản 6`."""
_NAMES = "số|năm|tháng|ngày|quý|điều|khoản|mục|điểm|phụ lục|biểu|mức độ|nhóm|giai đoạn|đợt|lần|thứ"
"""Words after which a number is a name."""
_PIECE = re.compile(
    r"\{\{|\{[^{}\n]*\}|\[\^[^\]\n]*\]"
    rf"|(?P<named>^\s*(?=[0-9]+[.)]\s)|\b(?:{_NAMES})\s+)?"
    r"(?<![\w/.,:-])(?P<number>[0-9]+(?:[.,][0-9]+)*)(?P<percent>\s?%)?(?![\w/:-]|[.,][0-9])",
    re.IGNORECASE | re.MULTILINE,
)
"""What already follows a cell or cites, and numbers that are no part of a date, a symbol or a word; `named`
comes before a number that is a name or opens a list."""


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What the last period gives to this one."""

    sections: Mapping[str, str]
    """Proposed text by section of this period's outline; old figures that are cells are references now."""
    plans: str
    """What the last period planned for this one, as it printed: to look at beside this period's results."""


def carried_over(
    previous_prose: Mapping[str, str],
    previous: Form,
    form: Form,
    here: Set[str],
    writing: Writing = USUAL,
) -> CarriedOver:
    """Return the last period's prose for the sections that are `here`, in this period's outline.

    `writing` is how the last period's report was written.
    """
    revive = _Reviving(previous, form)
    planned = [section.id for section in previous.template.outline.sections if NEXT_PERIOD in section.heading]
    return CarriedOver(
        sections={
            section: revive.text(text)
            for section, text in previous_prose.items()
            if section in here and text.strip()
        },
        plans="\n".join(
            plain_text(rendered(text, previous, writing=writing))
            for name in planned
            if (text := previous_prose.get(name, ""))
        ),
    )


class _Reviving:
    """Puts a reference where a number of the old text is one cell's figure and no other's."""

    def __init__(self, previous: Form, form: Form) -> None:
        self._units: dict[IndicatorCode, str] = {}
        self._cells: dict[tuple[Decimal, bool], list[IndicatorCode]] = {}
        for code, answer in previous.answers.items():
            row = previous.template.indicators[code]
            if answer.number is None or row.kind is Kind.CODE or code not in form.template.indicators:
                continue
            self._units[code] = unit_of(row)
            shown = round_half_up(answer.number).normalize()
            self._cells.setdefault((shown, row.kind.is_percent), []).append(code)

    def text(self, text: str) -> str:
        return _PIECE.sub(self._revived, text)

    def _revived(self, found: re.Match[str]) -> str:
        if found["number"] is None or found["named"] is not None:
            return found[0]
        is_percent = bool(found["percent"])
        try:
            number = read_number(found["number"], whole=not is_percent and "," not in found["number"])
        except (AmbiguousNumber, UnreadableNumber):
            return found[0]
        code = self._cell(number, is_percent, found.string[found.end() :])
        return found[0] if code is None else f"{{{code}}}"

    def _cell(self, number: Decimal, is_percent: bool, following: str) -> IndicatorCode | None:
        cells = self._cells.get((round_half_up(number).normalize(), is_percent), [])
        words = following.lstrip().lower()
        of_unit = [code for code in cells if not is_percent and words.startswith(self._units[code].lower())]
        if not of_unit and not is_percent and number < _SMALLEST_TELLING:
            return None
        fitting = of_unit or cells
        return fitting[0] if len(fitting) == 1 else None

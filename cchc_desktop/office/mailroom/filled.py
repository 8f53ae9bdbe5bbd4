"""A workbook that was filled in by hand: who filled it in, for which period, as its cover says."""

import re
from dataclasses import dataclass

from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.exchange.messages import RequestPayload
from cchc_desktop.values.period import Period, PeriodRefused
from cchc_desktop.values.roman import roman
from cchc_desktop.values.text import likeness, normal

OFFICE_LABEL = "Cơ quan báo cáo"
CODE_LABEL = "Mã cơ quan"
PERIOD_LABEL = "Kỳ báo cáo"
PREPARED_LABEL = "Người lập"
_YEAR = re.compile(r"20\d\d")
_QUARTERS = {likeness(f"quý {roman(number)}"): f"Q{number}" for number in (4, 3, 2, 1)} | {
    f"quy{number}": f"Q{number}" for number in (4, 3, 2, 1)
}
"""The longer numerals first: `quý III` begins as `quý I` does."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What the cover of a filled-in workbook says."""

    code: str
    name: str
    period: Period | None
    prepared_by: str = ""


def filled_in(found: Inspection) -> Filled:
    """Return who filled the workbook in, and for which period: that of the request it answers, else what the
    cover says.
    """
    cover = {likeness(label): normal(value) for label, value in found.cover}
    said = cover.get(likeness(PERIOD_LABEL), "")
    asked = found.payload.period if isinstance(found.payload, RequestPayload) else ""
    return Filled(
        cover.get(likeness(CODE_LABEL), ""),
        cover.get(likeness(OFFICE_LABEL), ""),
        Period.read(asked) if asked else period_in_words(said),
        cover.get(likeness(PREPARED_LABEL), ""),
    )


def period_in_words(text: str) -> Period | None:
    """Return the period a person wrote: `Quý III năm 2026`, `6 tháng đầu năm 2026`, `2026-Q3`; None for
    anything else.
    """
    year = _YEAR.search(text)
    if year is None:
        return None
    words = likeness(text.replace(year[0], " "))
    for written in (normal(text), f"{year[0]}{_span(words)}"):
        try:
            return Period.read(written)
        except PeriodRefused:
            continue
    return None


def _span(words: str) -> str:
    for name, span in _QUARTERS.items():
        if name in words:
            return f"-{span}"
    if "9thang" in words or "chinthang" in words:
        return "-9M"
    if "6thang" in words or "sauthang" in words:
        return "-H2" if "cuoinam" in words else "-H1"
    if found := re.search(r"thang(\d{1,2})", words):
        return f"-{int(found[1]):02}"
    return ""

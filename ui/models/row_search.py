"""Rows by what a person remembers of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.values.text import plain_words

if TYPE_CHECKING:
    from cchc_desktop.template.model import Template
    from cchc_desktop.values.codes import IndicatorCode


def rows_with(template: Template, wanted: str) -> tuple[IndicatorCode, ...]:
    """Return the rows whose number or words hold the text, in printed order: `ho so` finds `hồ sơ`."""
    needle = plain_words(wanted)
    if not needle:
        return ()
    return tuple(
        row.code
        for row in template.indicators.values()
        if needle in plain_words(f"{row.stt} {row.label} {row.unit}")
    )

"""Identities: rows of a form, and offices."""

import re
from typing import NewType

from cchc_desktop.errors import CchcError
from cchc_desktop.values.text import normal, without_marks

IndicatorCode = NewType("IndicatorCode", str)
"""The stable key of a row, ours and never printed: `PL4.3.H.1`. The printed STT is only a label."""

_CURRENT = re.compile(r"[A-Y]\d{2}(\.[0-9A-Z]+)*", re.ASCII)
_OTHER_BODIES = re.compile(r"Z\d{2}[0-9A-Z]{1,32}", re.ASCII)
_FORMER = re.compile(r"\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}", re.ASCII)
_LONGEST = 35
_SLUG_LENGTH = 40


class OfficeCodeRefused(CchcError):
    """The text is no office code of either official form."""


def office_code(text: str) -> str:
    """Return the office code in the text, or raise `OfficeCodeRefused`; an empty text is no code.

    Accepted are the current codes (Decision 20/2020/QĐ-TTg, articles 4 and 6: `H52.101.114`) and the form
    before them, which is still met (QCVN 102:2016/BTTTT: `000.00.00.H49`). Only the form is checked: codes
    after the mergers of 2025 are in no list we could ship.
    """
    code = normal(text).upper()
    if not code:
        return ""
    current = _CURRENT.fullmatch(code) or _OTHER_BODIES.fullmatch(code)
    if (current and len(code) <= _LONGEST) or _FORMER.fullmatch(code):
        return code
    raise OfficeCodeRefused(
        f"Mã cơ quan “{text}” không đúng dạng. Hãy nhập như H52.101.114 hoặc 000.00.00.H49, hoặc để trống."
    )


def slug(name: str) -> str:
    """Return the name in ASCII letters, digits and hyphens, fit for a file name: `ubnd-phuong-mau`."""
    words = re.findall(r"[a-z0-9]+", without_marks(name).lower())
    return "-".join(words)[:_SLUG_LENGTH].rstrip("-")

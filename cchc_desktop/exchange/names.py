"""Names of exchange files: `BC-CCHC_H52.101.114_2026-Q3_lan01.xlsx`."""

import re
from enum import Enum

from cchc_desktop.values.codes import slug

LONGEST = 80
_UNFIT = re.compile(r"[^A-Za-z0-9.-]+")
_NAMELESS = "don-vi"


class Kind(Enum):
    """What a file is for. The value begins its name."""

    REPORT = "BC"
    REQUEST = "YC"
    RETURN = "TL"
    RECEIPT = "BN"
    CONTRIBUTION = "GSL"


def file_name(kind: Kind, *, code: str, name: str, period: str, sequence: int) -> str:
    """Return the file's name: ASCII letters, digits, dot, hyphen, underscore, at most `LONGEST` characters.

    `code` is the office's code; where it is empty, a slug of `name` stands in its place. `period` is written
    as in `2026-Q3`, `sequence` counts from 1.
    """
    tail = f"_{_UNFIT.sub('-', period)}_lan{sequence:02}.xlsx"
    head = f"{kind.value}-CCHC_"
    office = _UNFIT.sub("-", code).strip("-.") or slug(name) or _NAMELESS
    return f"{head}{office[: LONGEST - len(head) - len(tail)].rstrip('-.')}{tail}"

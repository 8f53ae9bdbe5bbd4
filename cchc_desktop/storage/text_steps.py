"""A long text in the journal: what became of which stretch, instead of the whole text each time.

A section is saved after every pause in typing; whole, an afternoon's work on one page would be megabytes.
"""

from __future__ import annotations

import json
from zlib import crc32

from cchc_desktop.storage.cells import compact


def text_step(old: str, new: str) -> tuple[str, str]:
    """Return, for the journal, what stood and what stands: the changed stretch, or all if that is shorter.

    A stretch is JSON with `at` (its place in code points), `text`, and in the new one `sign`, a checksum of
    the whole text from then on.
    """
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    removed, put = old[start : len(old) - end], new[start : len(new) - end]
    stretches = (
        compact({"at": start, "text": removed}),
        compact({"at": start, "text": put, "sign": _sign(new)}),
    )
    whole = (compact(old), compact(new))
    return stretches if sum(map(len, stretches)) < sum(map(len, whole)) else whole


def text_after(before: str, old: str, new: str) -> str | None:
    """Return the text, as JSON, once a step of the journal is played on the one before it, given as JSON.

    None where that cannot be: the journal has lost a step on the way, or the step itself is spoilt. A step
    that tells the whole text needs none before it.
    """
    try:
        put = json.loads(new)
        if isinstance(put, str):
            return new
        text, removed, at = json.loads(before), json.loads(old)["text"], put["at"]
        after = text[:at] + put["text"] + text[at + len(removed) :]
        return compact(after) if _sign(after) == put["sign"] else None
    except (ValueError, TypeError, KeyError):
        return None


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike, found by halves: a page is compared in microseconds."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _sign(text: str) -> int:
    return crc32(text.encode())

"""Kinds of things of which nothing is of two: what was done online was not done at the counter."""

import re

from cchc_desktop.values.numbers_in_text import Number

_KINDS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "trực tuyến|trực tiếp|bưu chính",
        "trước hạn|đúng hạn|quá hạn|trễ hạn|chưa đến hạn",
        "công chức|viên chức|hợp đồng",
        "thạc sĩ|tiến sĩ|đại học|cao đẳng|trung cấp",
        "văn bản đi|văn bản đến|đi|đến",
        "nam|nữ",
    )
)
"""Words of which one thing is said at most once."""
_FEWEST = 2


def exclude_each_other(text: str, start: int, parts: tuple[Number, ...]) -> bool:
    """`trực tuyến 100, trực tiếp 25`: parts without a unit, of which nothing can be in two."""
    labels = []
    for part in parts:
        labels.append(text[start : part.start])
        start = part.end
    bare = len(parts) >= _FEWEST and not any(part.unit for part in parts)
    return bare and any(all(kind.search(label) for label in labels) for kind in _KINDS)

"""R13: what a template, a draft or its author left in the text."""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage

_LEFT = re.compile(
    r"(?P<crosses>(?<![\w.])(?:x{2,}|X{3,}|y{3,}|\?{2,}|_{3,})(?![\w.]))"
    r"|(?P<brackets>\[[^\W\d][^\[\]\n]{0,80}\]|<(?:tên|số|nhập|điền|ghi|nêu)\b[^<>\n]{0,80}>)",
    re.IGNORECASE,
)


def leftovers(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Crosses in place of a figure, and brackets around something to be filled in."""
    for left in _LEFT.finditer(passage.text):
        case = "placeholder" if left["crosses"] else "brackets"
        yield passage.finding("R13", case, left.span())

"""The page of the help that tells of every finding, made of the rules' own words.

`python -m tests.pictures docs` writes it to `resources/help/phat-hien.md`.
"""

import re
from collections.abc import Iterable, Iterator

from cchc_desktop.rules import prose, wording
from cchc_desktop.rules.text import wording as text
from cchc_desktop.values.collation import collation_key

_FACT = re.compile(r"\{[a-z_]+\}")
_TITLE = "# Mọi phát hiện"
_OPENING = (
    "Mỗi phát hiện trên trang [Kiểm tra](kiem-tra.md) mang tên một trường hợp dưới đây. Dấu … là chỗ chương "
    "trình ghi số liệu, dòng, câu của chính báo cáo."
)


def findings_page() -> str:
    """Return the page as Markdown, the cases in the order of the alphabet."""
    parts = (
        ("Số liệu", wording.known_cases()),
        ("Lời văn", text.known_cases()),
        ("Số liệu sống và trích dẫn trong lời văn", prose.known_cases()),
    )
    pieces = [_TITLE, _OPENING]
    for heading, cases in parts:
        pieces += [f"## {heading}", *_told(cases)]
    return "\n\n".join(pieces) + "\n"


def _told(cases: Iterable[wording.Words]) -> Iterator[str]:
    for words in sorted(cases, key=lambda case: collation_key(case.title)):
        yield f"### {words.title}"
        yield "\n".join(
            (
                f"- Vì sao: {_plain(words.why)}",
                f"- Phát hiện ghi: {_plain(words.message)}",
                f"- Nên làm: {_plain(words.remedy)}",
            )
        )


def _plain(pattern: str) -> str:
    return _FACT.sub("…", pattern).replace("{{", "{").replace("}}", "}")

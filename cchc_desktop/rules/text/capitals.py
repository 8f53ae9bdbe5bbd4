"""R18: capitals where Decree 30/2020, Appendix II leaves no choice."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.rules.text.citations import citations_in
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.office_names import centres, office_names
from cchc_desktop.rules.text.reading import CAPITALS, Passage

_CLAUSE = re.compile(r"(?<=[^\s.;:!?(\-–+•]\s)(?:Khoản|Điểm)(?=\s+(?:[0-9]{1,2}|[a-zđ])(?:\s|,))")
"""Within a sentence (V.7: Phần, Chương, Mục, Điều have capitals, khoản and điểm have none)."""
_ARTICLE = re.compile(
    r"(?<!\w)điều(?=\s+[0-9]{1,3}\s+(?:của\s+)?(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định))"
)
_ARTICLE_OF_CLAUSE = re.compile(r"(?<=[0-9] )điều(?=\s+[0-9]{1,3}(?!\w))")
_KIND_OF_LAW = r"(?:Anh|Mỹ|Pháp|Nhật)(?!\w)"
_LAW_IN_SMALL = re.compile(
    r"(?<!pháp )(?<![Bb]ộ )(?<!ngành )(?<!kỷ )(?<!phòng )(?<!ty )(?<!học )(?<!khoa )(?<!\w)luật"
    rf"(?=\s+(?!{_KIND_OF_LAW})[{CAPITALS}][^\W\d_{CAPITALS}]+,?\s+[^\W\d_{CAPITALS}])"
)
_LAW = re.compile(r"(?<!\w)Luật\s+(?P<word>[^\W\d_]+)")
_LAW_OF_A_YEAR = re.compile(r"(?<!\w)(?<!pháp )(?<![Bb]ộ )luật(?=\s+năm\s+(?:19|20)[0-9]{2})")
_NO_LAW_NAME = re.compile(
    r"(?:này|đó|số|năm|của|về|được|có|và|hiện|do|đã|quy|thì|trên|nêu|cũ|mới|khác|nói|đối|sư|gia|là|cho|trong|tại"
    r"|theo|các|hoặc|chưa|sửa|pháp|định|hóa|hoá|lệ)$"
)
_WARD_BY_NUMBER = re.compile(r"(?<!\w)(?:phường|quận)(?=\s+[0-9]{1,2}(?!\w|[.,]?[0-9]))")
_KIND = r"(?:Phường|Xã|Huyện|Tỉnh|Thị xã|Thị trấn)(?!\w)"
_GENERIC = re.compile(
    rf"(?:(?<!\w)(?:[0-9]{{1,3}}|[Cc]ấp|[Cc]ác|[Mm]ỗi|[Tt]ừng)\s+|(?:huyện|xã|phường|tỉnh),\s+)(?P<kind>{_KIND})(?!\s+(?:[uỷủ]y|đoàn|đội)\b)"
    r"(?:\s+(?P<next>\w))?"
)
_PEOPLE = re.compile(r"(?<!\w)nhân dân(?!\w|\s+tệ\b)")
_BODIES_OF_PEOPLE = re.compile(
    r"(?:ban|hội đồng|tòa án|toà án|kiểm sát|quân đội|công an|tín dụng|hội thẩm|vũ trang|nhà giáo|thầy thuốc"
    r"|nghệ sĩ|nghệ nhân|chiến tranh|quốc phòng|an ninh|dân chủ|thanh tra|chính quyền|cảnh sát|dân quân"
    r"|tự vệ|y tế)\s+$",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(
    r"(?<!\w)(?:Chính Phủ|Quốc Hội|Thủ Tướng|Giám Đốc|Chủ Tịch|Bộ Trưởng|(?:Tỉnh|Thành|Huyện|Đảng) Ủy)(?!\w)"
)
_SCHOOL = re.compile(
    r"(?<!\w)trường(?=\s+(?:Mẫu giáo|Mầm non|Tiểu học|Trung học|THCS|THPT|Cao đẳng|Đại học|Chính trị)\s)"
)

_KEPT = 2048
"""How many paragraphs stay read: of a long section a keystroke changes one."""


def capitals(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Look at words whose first letter the decree settles; headings in capitals say nothing of it."""
    text = passage.text
    if text.isupper():
        return
    for start, end, written in _known_places(text):
        if text[start:end] != written:
            yield passage.finding("R18", "text-capitals", (start, end), expected=written, remedy=written)


@lru_cache(_KEPT)
def _known_places(text: str) -> tuple[tuple[int, int, str], ...]:
    return (*_words(text), *_names(text))


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern in (
        _CLAUSE,
        _ARTICLE,
        _ARTICLE_OF_CLAUSE,
        _LAW_IN_SMALL,
        _LAW_OF_A_YEAR,
        _WARD_BY_NUMBER,
        _SCHOOL,
    ):
        for found in pattern.finditer(text):
            letter = found[0][0]
            yield found.start(), found.end(), letter.swapcase() + found[0][1:]
    for found in _GOVERNMENT.finditer(text):
        yield found.start(), found.end(), found[0].capitalize()
    for found in _LAW.finditer(text):
        word = found["word"]
        if word[0].islower() and not _NO_LAW_NAME.match(word):
            yield found.start(), found.end(), f"Luật {word[0].upper()}{word[1:]}"
    for found in _GENERIC.finditer(text):
        following = found["next"] or ""
        if following.isupper() or following.isdigit():
            continue  # a certain one is named
        yield found.start("kind"), found.end("kind"), found["kind"].lower()
    for found in _PEOPLE.finditer(text):
        if not _BODIES_OF_PEOPLE.search(text, max(0, found.start() - 20), found.start()):
            yield found.start(), found.end(), "Nhân dân"


def _names(text: str) -> Iterator[tuple[int, int, str]]:
    names = list(office_names(text))
    known = {name.start for name in names}
    names += (centre for centre in centres(text) if centre.start not in known)
    yield from ((name.start, name.end, name.written) for name in names)
    for citation in citations_in(text):
        name = citation.type_name
        if name and name != name.capitalize() and not name.isupper():
            start = text.rindex(name, 0, citation.paper.start)
            yield start, start + len(name), name.capitalize()

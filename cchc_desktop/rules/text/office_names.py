"""Names of offices as Decree 30/2020, Appendix II, III.1 writes them.

The words for the kind of body and for its function or field begin with a capital. Listed are bodies that
every province has; what is not listed is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FIELDS = (
    *(
        "Nội vụ",
        "Tư pháp",
        "Tài chính",
        "Tài chính - Kế hoạch",
        "Xây dựng",
        "Y tế",
        "Ngoại vụ",
        "Công Thương",
    ),
    *("Kế hoạch và Đầu tư", "Thông tin và Truyền thông", "Khoa học và Công nghệ", "Tài nguyên và Môi trường"),
    *("Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Giáo dục và Đào tạo"),
    *("Lao động - Thương binh và Xã hội", "Văn hóa, Thể thao và Du lịch", "Giao thông vận tải", "Dân tộc"),
    *("Dân tộc và Tôn giáo", "Văn hóa và Thông tin", "Văn hóa - Xã hội", "Kinh tế, Hạ tầng và Đô thị"),
    *(
        "Quản lý đô thị",
        "Kinh tế và Hạ tầng",
        "Kinh tế - Hạ tầng",
        "Văn hóa - Thông tin",
        "Công nghệ thông tin",
    ),
    *(
        "Lao động, Thương binh và Xã hội",
        "Bưu chính - Viễn thông",
        "Tổ chức - Hành chính",
        "Kế hoạch - Tài chính",
    ),
)
_BODIES = ("Sở", "Phòng", "Bộ")
_OTHERS = (
    *("Bộ phận Tiếp nhận và Trả kết quả", "Trung tâm Hành chính công", "Trung tâm Phục vụ hành chính công"),
    *("Trung tâm Điều hành", "Trung tâm Y tế", "Trung tâm Văn hóa, Thông tin và Thể thao"),
    *("Trung tâm Văn hóa, Thể thao và Truyền thanh", "Trung tâm Phát triển quỹ đất"),
    *("Trung tâm Công nghệ thông tin và Truyền thông", "Văn phòng Đăng ký đất đai"),
    *("Ban Chỉ đạo", "Ban Chấp hành", "Ban Thường vụ", "Ban Tiếp công dân", "Ban Tuyên giáo", "Ban Dân vận"),
    *("Ban Quản lý", "Ban Pháp chế", "Ban Bí thư", "Hội đồng Thi đua - Khen thưởng"),
    *(
        "Ủy ban Mặt trận Tổ quốc",
        "Kho bạc Nhà nước",
        "Ủy ban nhân dân",
        "Uỷ ban nhân dân",
        "Hội đồng nhân dân",
    ),
    *("Ban Giám đốc", "Ban Giám hiệu", "Hội Cựu chiến binh", "Hội Nông dân", "Hội Liên hiệp Phụ nữ"),
    *("Văn phòng Chính phủ", "Thanh tra Chính phủ", "Văn phòng Quốc hội", "Bộ Thông tin và Truyền thông"),
)
_NAMES = sorted(
    {*_OTHERS, *(f"{body} {field}" for body in _BODIES for field in _FIELDS)}, key=len, reverse=True
)
_MORE_WORDS = {"Tiếp nhận và": "Tiếp nhận(?: hồ sơ)? và(?: giao)?"}
"""Words that reports put into a name which has none."""

_CENTRE = re.compile(r"(?<!\w)(?P<body>Trung tâm|Chi cục)\s+(?P<field>[^\W\d_]+)(?!\w)")
_NO_FIELD = re.compile(
    r"của|tại|đã|được|có|và|các|này|đó|trên|thuộc|cấp|huyện|tỉnh|thành|thị|xã|phường|khu|cũng|là|luôn|không|với|thực"
    r"|tiếp|sẽ|đang|cho|để|theo|trong|nêu|mới|cần|do|chưa|về|từ|đến|hoặc|chính|hoàn|phối"
)
"""What may follow a body's name that is not its field."""


@dataclass(frozen=True, slots=True)
class OfficeName:
    """A name as a text has it and as it is written."""

    start: int
    end: int
    written: str


def _pattern(name: str) -> str:
    for words, more in _MORE_WORDS.items():
        name = name.replace(words, more)
    return name.replace(" - ", r"\s*[-–]\s*").replace(" ", r"\s+").replace(r"(?:\s+", r"(?:\s+")


_ANY = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<n{place}>{_pattern(name)})" for place, name in enumerate(_NAMES))
    + r")(?!\w)",
    re.IGNORECASE,
)


def office_names(text: str) -> Iterator[OfficeName]:
    """Yield the names whose capitals stand otherwise, where the writer treats them as names.

    That is where one of their words has a capital: all in small letters they may be meant generically, all in
    capitals they stand in a heading.
    """
    for found in _ANY.finditer(text):
        name = _NAMES[int((found.lastgroup or "n0")[1:])]
        is_name = found[0] != found[0].lower() and not found[0].isupper()
        if is_name and _initials(found[0]) != _initials(name):
            yield OfficeName(found.start(), found.end(), name)


def centres(text: str) -> Iterator[OfficeName]:
    """Yield the centres and sub-departments whose field begins with a small letter."""
    for found in _CENTRE.finditer(text):
        word = found["field"]
        if word[0].islower() and not _NO_FIELD.fullmatch(word):
            yield OfficeName(found.start(), found.end(), f"{found['body']} {word[0].upper()}{word[1:]}")


def _initials(name: str) -> list[bool]:
    return [word[:1].isupper() for word in name.split()]

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
    *("Kinh tế", "Quốc phòng", "Công an", "Ngoại giao", "Tổ chức cán bộ", "Hành chính - Quản trị", "Văn hóa"),
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
    *("Mặt trận Tổ quốc", "Bảo hiểm xã hội", "Liên đoàn Lao động", "Tòa án nhân dân", "Toà án nhân dân"),
    *("Ngân hàng Nhà nước", "Ngân hàng Chính sách xã hội", "Cục Thuế", "Chi cục Thuế", "Cục Thống kê"),
    *("Tổng cục Thống kê", "Cục Hải quan", "Chi cục Văn thư - Lưu trữ", "Chi cục Kiểm lâm"),
    *("Ban Thi đua - Khen thưởng", "Ban Tôn giáo", "Ban Dân tộc", "Ban Tổ chức", "Ban Nội chính"),
    *("Phòng Cải cách hành chính", "Phòng Tổ chức, biên chế", "Phòng Công chức, viên chức"),
    *("Phòng Xây dựng chính quyền", "Phòng Kiểm soát thủ tục hành chính", "Phòng Tổ chức - Hành chính"),
    *("Phòng Hành chính - Tổng hợp", "Phòng Kế hoạch - Tài chính", "Phòng Quản lý ngân sách"),
    *("Cục Kiểm soát thủ tục hành chính", "Học viện Hành chính Quốc gia", "Tổng cục Thuế"),
    *("Thủ tướng Chính phủ", "Trạm Y tế", "Bệnh viện Đa khoa", "Đoàn Thanh niên", "Hội Chữ thập đỏ"),
    *("Hội Người cao tuổi", "Hội Khuyến học", "Ban Chỉ huy Quân sự", "Ban Thanh tra nhân dân"),
    *("Ban Biên tập", "Bộ Chính trị", "Ban Đại diện", "Ủy ban Kiểm tra", "Hội đồng Nghĩa vụ quân sự"),
    *("Ban Kinh tế - Xã hội", "Ban Văn hóa - Xã hội", "Ban Quản trị", "Ban Trị sự", "Phòng Thông tin"),
    *("Phòng Nghiệp vụ", "Phòng Kế hoạch", "Phòng Hành chính", "Phòng Tổng hợp", "Phòng Thanh tra"),
    *(
        "Phòng Giáo dục",
        "Phòng Kỹ thuật",
        "Phòng Đào tạo",
        "Trung tâm Kiểm soát bệnh tật",
        "Trung tâm Giáo dục nghề nghiệp",
        "Trung tâm Chính trị",
    ),
    *("Văn phòng Chính phủ", "Thanh tra Chính phủ", "Văn phòng Quốc hội", "Bộ Thông tin và Truyền thông"),
)
_NAMES = (*_OTHERS, *(f"{body} {field}" for body in _BODIES for field in _FIELDS))
_MORE_WORDS = {"Tiếp nhận và": "Tiếp nhận(?: hồ sơ)? và(?: giao)?"}
"""Words that reports put into a name which has none."""
_HEAD = re.compile(
    r"(?<!\w)(?<!trưởng )(?<!phó )(?:bộ phận|trung tâm|văn phòng|ban|hội đồng|ủy ban|uỷ ban|kho bạc|hội"
    r"|thanh tra|sở|phòng|bộ|mặt trận|bảo hiểm|liên đoàn|tòa án|toà án|ngân hàng|chi cục|tổng cục|cục"
    r"|học viện|thủ tướng|trạm|bệnh viện|đoàn)(?=\s)",
    re.IGNORECASE,
)
"""How every name begins."""
_CENTRE = re.compile(
    r"(?<!\w)(?P<body>Trung tâm|Chi cục)\s+(?P<field>hành chính|kiểm định|văn hóa|thông tin|công nghệ"
    r"|dịch vụ|giáo dục|khuyến (?:nông|công)|kỹ thuật|quan trắc|xúc tiến|dữ liệu|bảo trợ|đăng kiểm|lưu trữ"
    r"|thú y|chăn nuôi|thủy sản|y tế|chính trị|thể thao|truyền thông|dân số|pháp y|nước sạch|ngoại ngữ"
    r"|tin học|phục vụ(?= hành chính)|kiểm soát(?= (?:bệnh|thủ tục|dịch))|phát triển(?= (?:quỹ|cụm|hạ tầng))"
    r"|bồi dưỡng(?= (?:chính trị|cán bộ))|giám sát(?=,? (?:điều hành|đô thị))|tư vấn(?= (?:dịch|pháp))"
    r"|đào tạo(?= (?:nghề|nguồn))|ứng dụng(?= (?:tiến bộ|khoa học|công nghệ))|trợ giúp(?= pháp lý)"
    r"|bảo vệ(?= (?:môi trường|chất lượng|quyền lợi)))(?!\w)"
)
"""Bodies whose field begins with a small letter. A verb is a field before certain words only: else it tells
what the body does."""
_OF_ALL = re.compile(r"\s+(?:các|những|cơ sở|mỗi|cấp)\b|,\s+(?:hội|ban|phòng|trung tâm|sở|đoàn)\b")
"""After bodies that are meant generically."""
_OPENS = re.compile(r"(?:^|[.;:?])\W*$")
_LOOKED_BACK = 8


@dataclass(frozen=True, slots=True)
class OfficeName:
    """A name as a text has it and as it is written."""

    start: int
    end: int
    written: str


_MAY_BE_DOING = frozenset({"Ban Tổ chức", "Ban Quản lý", "Phòng Đào tạo", "Phòng Kiểm tra", "Phòng Tổng hợp"})
"""Names that read as well as a board and what it does: `Ban tổ chức 05 cuộc họp`."""
_NAMED_AFTER = re.compile(
    r"\s*(?:$|[,;.)]|(?:tỉnh|huyện|xã|phường|thành|trung ương|các khu|khu|dự án|rừng|chợ|và)\b|[A-ZĐ])"
)


def _pattern(name: str) -> re.Pattern[str]:
    for words, more in _MORE_WORDS.items():
        name = name.replace(words, more)
    flexible = name.replace(" - ", r"\s*[-–]\s*").replace(" ", r"\s+")
    return re.compile(rf"{flexible}(?!\w)", re.IGNORECASE)


def _by_head() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """The names under the words that they begin with, longer ones first."""
    by_head: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for name in sorted(_NAMES, key=len, reverse=True):
        if head := _HEAD.match(name):
            by_head.setdefault(head[0].lower(), []).append((name, _pattern(name)))
    return by_head


_BY_HEAD = _by_head()


def office_names(text: str) -> Iterator[OfficeName]:
    """Yield the names whose capitals stand otherwise, where the writer treats them as names.

    That is where one of their words has a capital: all in small letters they may be meant generically, all in
    capitals they stand in a heading.
    """
    for head in _HEAD.finditer(text):
        for name, pattern in _BY_HEAD.get(head[0].lower(), ()):
            found = pattern.match(text, head.start())
            if not found or (name in _MAY_BE_DOING and not _NAMED_AFTER.match(text, found.end())):
                continue
            is_name = found[0] != found[0].lower() and not found[0].isupper()
            is_name = is_name and not (
                _is_capital_of_a_sentence(text, found) and _OF_ALL.match(text, found.end())
            )
            if is_name and not _is_written_as(found[0], name):
                yield OfficeName(found.start(), found.end(), name)
            break


def _is_capital_of_a_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether the only capital is one that a sentence begins with."""
    opens = _OPENS.search(text[max(0, found.start() - _LOOKED_BACK) : found.start()]) is not None
    return opens and found[0][1:] == found[0][1:].lower()


def centres(text: str) -> Iterator[OfficeName]:
    """Yield the centres and sub-departments of fields that no list has, written with a small letter."""
    for found in _CENTRE.finditer(text):
        field = found["field"]
        yield OfficeName(found.start(), found.end(), f"{found['body']} {field[0].upper()}{field[1:]}")


def _is_written_as(written: str, name: str) -> bool:
    """Whether the capitals are the name's; more of them behind a comma or hyphen are a matter of taste."""
    words, named = written.replace("-", " - ").replace("–", " - ").split(), name.split()
    if len(words) != len(named):
        return False
    for place, (word, meant) in enumerate(zip(words, named, strict=True)):
        begins_a_part = place > 0 and (words[place - 1] in ("-", "và") or words[place - 1].endswith(","))
        if word[:1].isupper() != meant[:1].isupper() and not (word[:1].isupper() and begins_a_part):
            return False
    return True

"""What numbers of a text count, as far as two of them can be compared."""

import re
from functools import lru_cache

from cchc_desktop.values.numbers_in_text import Number

_ALIKE = {
    "hồ sơ": ("hồ sơ", "hs"),
    "thủ tục": ("thủ tục", "tthc", "dịch vụ công"),
    "người": (
        *("người", "biên chế", "công chức", "viên chức", "cán bộ", "hợp đồng", "nhân viên", "đồng chí"),
        *("cb", "cc", "vc", "cbcc", "ccvc", "cbccvc", "lao động", "hđlđ", "nhân sự"),
    ),
    "nhiệm vụ": ("nhiệm vụ", "nội dung", "ykcđ", "ykcd", "ý kiến chỉ đạo", "việc", "chỉ tiêu"),
    "văn bản": (
        *(
            "văn bản",
            "vb",
            "quyết định",
            "kế hoạch",
            "công văn",
            "báo cáo",
            "thông báo",
            "tờ trình",
            "chỉ thị",
        ),
        *("chương trình", "hướng dẫn", "giấy mời", "nghị quyết", "đề án"),
    ),
    "đơn vị": (
        *("đơn vị", "cơ quan", "phòng", "xã", "phường", "trường", "sở", "địa phương", "bộ phận", "thị trấn"),
        *("bệnh viện", "trung tâm", "chi cục", "ban", "trạm", "khoa", "doanh nghiệp", "hợp tác xã", "hội"),
    ),
    "ý kiến": ("ý kiến", "phiếu", "phản ánh", "kiến nghị", "pakn"),
    "trường hợp": ("trường hợp", "vụ việc", "vụ"),
    **{
        word: (word,)
        for word in (
            *("cuộc", "lớp", "đợt", "lượt", "buổi", "hội nghị", "tin", "bài", "tin bài", "mô hình", "dự án"),
            *("sáng kiến", "giải pháp", "đề tài", "đơn", "giải", "khóa", "triệu đồng", "tỷ đồng"),
        )
    },
}
"""Words that count the same things, so that a whole and its parts may each have another of them."""
_KEYS = {word: key for key, words in _ALIKE.items() for word in words}
_MOST_WORDS = 3
_KEPT = 1024


@lru_cache(_KEPT)
def counted(unit: str) -> str:
    """Return what a number counts by the words after it; its first two words where no list has them."""
    words = unit.split()
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        if key := _KEYS.get(" ".join(words[:length])):
            return key
    return " ".join(words[:2])


def comparable(first: Number, second: Number) -> bool:
    """Whether the two may count the same things: by the same words, or one of them by none."""
    one, other = counted(first.unit), counted(second.unit)
    return not one or not other or one == other or _is_verb(first.unit) or _is_verb(second.unit)


def same(first: Number, second: Number) -> bool:
    """Whether the two count the same things for certain."""
    one, other = counted(first.unit), counted(second.unit)
    return one == other and bool(one) and not _is_verb(first.unit)


_NO_UNIT = re.compile(
    r"(?:và|trong|đã|được|đạt|chiếm|là|có|so|của|cho|tại|từ|đến|với|tăng|giảm|còn|trên|ở|gồm|do|thì|đúng|quá|trễ|trước)\b"
)


def _is_verb(unit: str) -> bool:
    """Whether the words after the number go on with the sentence instead of naming what is counted."""
    return _NO_UNIT.match(unit) is not None

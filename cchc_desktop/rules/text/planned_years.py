"""R11: a plan for a year that was over when the plan was issued."""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.citations import citations_in
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage

_TYPES = ("Kế hoạch", "Chương trình")
_ABOUT = re.compile(
    r"\s*(?:của\s+[^;.:\d]{2,80}?\s+)?(?:\(?\s*về|v/v|ban hành|triển khai|thực hiện)\b"
    r"(?P<work>[^;.:\d()]{4,160}?)\bnăm\s+(?P<year>20[0-9]{2})(?![0-9]|\s*[-–,]\s*(?:năm\s+)?20[0-9]{2}|\s+(?:và|đến))",
    re.IGNORECASE,
)
_TO_BE_DONE = re.compile(
    r"\b(?:công tác|thực hiện|triển khai|kiểm tra|tuyên truyền|phổ biến|đào tạo|bồi dưỡng|cải cách|cchc"
    r"|chuyển đổi số|ứng dụng|kiểm soát|theo dõi|rà soát|thông tin|truyền thông|phòng,? chống|cải thiện)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"\b(?:kết quả|đánh giá|xếp loại|tổng kết|sơ kết|chỉ số|bộ chỉ số|khắc phục|tồn tại|hạn chế|quyết toán"
    r"|kê khai|khảo sát|đo lường|kiểm kê|báo cáo|xác định|chấm điểm|thẩm định|khen thưởng|kiểm điểm|số liệu"
    r"|kết luận|sau|giai đoạn|từ năm|tuyển|nâng|xét|thi|thăng|học|hết hiệu lực|danh mục|hệ thống hóa|còn lại"
    r"|chuyển tiếp|chưa|dự toán|bổ sung|điều chỉnh|lấy ý kiến|tham gia|công bố|thanh toán|tồn đọng)\b",
    re.IGNORECASE,
)
"""What may well be planned for a year that is over."""


def planned_years(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Yield the years of plans that were issued in the year after: what is to be done cannot lie behind."""
    for citation in citations_in(passage.text):
        issued = citation.day.date if citation.day else None
        if citation.day is None or issued is None or citation.type_name.capitalize() not in _TYPES:
            continue
        about = _ABOUT.match(passage.text, citation.day.end)
        if about is None or int(about["year"]) != issued.year - 1:
            continue
        if _TO_BE_DONE.search(about["work"]) and not _LOOKS_BACK.search(about["work"]):
            yield passage.finding(
                "R11",
                "text-plan-of-the-past",
                about.span("year"),
                found=citation.paper.text,
                expected=str(issued.year),
                given=(citation.day.text,),
            )

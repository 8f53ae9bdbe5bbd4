"""R11: a plan for a year that was over when the plan was issued."""

import re
from collections.abc import Iterator
from datetime import date

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
_ISSUES_A_PLAN = re.compile(r"\bban hành\s+(?:kế hoạch|chương trình)\b", re.IGNORECASE)
_YEAR_IS_OVER = (12, 15)
"""Month and day from which on the next year is counted (Decree 09/2019, article 12) and planned for."""
_TO_BE_DONE = re.compile(
    r"\b(?:công tác|thực hiện|triển khai|kiểm tra|tuyên truyền|phổ biến|đào tạo|bồi dưỡng|cải cách|cchc"
    r"|chuyển đổi số|ứng dụng|kiểm soát|theo dõi|rà soát|thông tin|truyền thông|phòng,? chống|cải thiện"
    r"|xây dựng)\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"\b(?:kết quả|đánh giá|xếp loại|tổng kết|sơ kết|chỉ số|bộ chỉ số|khắc phục|tồn tại|hạn chế|quyết toán"
    r"|kê khai|khảo sát|đo lường|kiểm kê|báo cáo|xác định|chấm điểm|thẩm định|khen thưởng|kiểm điểm|số liệu"
    r"|kết luận|sau|giai đoạn|từ năm|tuyển|nâng ngạch|xét|thi tuyển|thi nâng|thăng|năm học|hết hiệu lực"
    r"|danh mục|hệ thống hóa|còn lại|chuyển tiếp|chưa|dự toán|cuối|tháng 12|quý iv|đợt|tết|bổ sung|điều chỉnh"
    r"|lấy ý kiến|tham gia|công bố|thanh toán|tồn đọng)\b",
    re.IGNORECASE,
)
"""What may well be planned for a year that is over."""


def planned_years(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Yield the years of plans that were issued when the year was over: what is to be done lies ahead."""
    for citation in citations_in(passage.text):
        issued = citation.day.date if citation.day else None
        about = _ABOUT.match(passage.text, citation.day.end) if citation.day else None
        if citation.day is None or issued is None or about is None:
            continue
        is_plan = citation.type_name.capitalize() in _TYPES or _ISSUES_A_PLAN.search(about[0])
        for_year = issued.year + (issued >= date(issued.year, *_YEAR_IS_OVER))
        if not is_plan or int(about["year"]) != for_year - 1:
            continue
        if _TO_BE_DONE.search(about["work"]) and not _LOOKS_BACK.search(about["work"]):
            yield passage.finding(
                "R11",
                "text-plan-of-the-past",
                about.span("year"),
                found=citation.paper.text,
                expected=str(for_year),
                given=(citation.day.text,),
            )

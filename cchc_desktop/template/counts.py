"""What prose can count in the registers: figures of which no form has a row (docs/prose-format.md).

They are named like rows, under `SO`, so that one grammar serves both. What is counted is worked out in
`registers.counting`; here stand the names, for the strict reader of sets and for the pick list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class Count:
    """One thing that can be counted in a register."""

    row: Indicator
    """Key, words and unit, as of a row of a form."""
    register: str
    columns: tuple[str, ...]
    """What a sentence can say of each line that is counted, besides its `id`."""


def _count(key: str, label: str, unit: str, register: str, *columns: str) -> tuple[IndicatorCode, Count]:
    code = IndicatorCode(key)
    return code, Count(Indicator(code, "", label, unit, Kind.WHOLE), register, columns)


_DOCUMENT = ("type_name", "code", "organ", "subject")
_TASK = ("task", "unit", "document", "product")
_INITIATIVE = ("title", "author", "scope")
_OUTREACH = ("subject", "place")
COUNTS: Mapping[IndicatorCode, Count] = MappingProxyType(
    dict(
        (
            _count("SO.VB.CD", "Văn bản chỉ đạo CCHC ban hành trong kỳ", "Văn bản", "documents", *_DOCUMENT),
            _count("SO.VB.DI", "Văn bản đi trong kỳ", "Văn bản", "documents", *_DOCUMENT),
            _count("SO.VB.DEN", "Văn bản đến trong kỳ", "Văn bản", "documents", *_DOCUMENT),
            _count("SO.NV.XONG", "Nhiệm vụ hoàn thành trong kỳ", "Nhiệm vụ", "tasks", *_TASK),
            _count("SO.NV.DANG", "Nhiệm vụ đang thực hiện, còn hạn", "Nhiệm vụ", "tasks", *_TASK),
            _count("SO.NV.QUA", "Nhiệm vụ quá hạn, chưa hoàn thành", "Nhiệm vụ", "tasks", *_TASK),
            _count("SO.KT", "Cuộc kiểm tra trong kỳ", "Cuộc", "inspections", "unit", "content", "conclusion"),
            _count("SO.TH.LOP", "Lớp tập huấn, bồi dưỡng trong kỳ", "Lớp", "outreach", *_OUTREACH),
            _count("SO.TH.NGUOI", "Lượt người dự tập huấn, bồi dưỡng", "Lượt người", "outreach", *_OUTREACH),
            _count("SO.TT.HN", "Hội nghị, đối thoại trong kỳ", "Cuộc", "outreach", *_OUTREACH),
            _count("SO.TT.BAI", "Tin, bài tuyên truyền trong kỳ", "Tin, bài", "outreach", *_OUTREACH),
            _count("SO.TT.PT", "Lượt phát thanh, truyền hình trong kỳ", "Lượt", "outreach", *_OUTREACH),
            _count("SO.SK", "Sáng kiến đề xuất trong kỳ", "Sáng kiến", "initiatives", *_INITIATIVE),
        )
    )
)
"""By key, in the order of the pick list."""

"""What an office may set: a schema of choices, from which the window makes its page and the file is read."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from typing import TypeAlias

import msgspec

from cchc_desktop.rollup.standing import LateBy


class PercentStyle(Enum):
    """How printed percentages show their sign."""

    CLOSE = "close"
    APART = "apart"
    NO_SIGN = "no-sign"


class AppendixNumerals(Enum):
    """How printed appendices are numbered."""

    ARABIC = "arabic"
    ROMAN = "roman"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office set; the defaults where it set nothing."""

    decimals: int = 2
    """Printed decimals of computed percentages, 0 to 2."""
    percent: PercentStyle = PercentStyle.CLOSE
    appendix_numerals: AppendixNumerals = AppendixNumerals.ARABIC
    """Decree 30/2020, Appendix I, III.1.a asks for Roman numerals; the official forms print Arabic ones."""
    working_days: int = 2
    """Working days from the cut-off to the deadline. No national day is set; provinces use two (Decree
    09/2019, article 8, clause 5 asks for one at least).
    """
    late_by: LateBy = LateBy.CAME
    """Which moment makes a report received here late."""
    review_steps: int = 1
    """Steps in which a received report is accepted: 1, or 2 where one person reviews and another accepts."""
    reasons_in_notes: bool = False
    """Whether the reason of an overridden figure prints in Ghi chú."""
    kept_in_notes: bool = False
    """Whether the justification of a kept finding prints in Ghi chú."""
    coverage_below: bool = False
    """Whether a superior's forms say below the table whose figures stand in the totals."""


DEFAULTS = Settings()
Value: TypeAlias = int | Enum


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as a person meets it: its name is the field of `Settings`."""

    name: str
    title: str
    about: str
    choices: Mapping[Value, str]
    """What it can be, and how that is called."""

    def value_in(self, settings: Settings) -> Value:
        """Return what is set."""
        value: Value = getattr(settings, self.name)
        return value

    def set_in(self, settings: Settings, value: Value) -> Settings:
        """Return the settings with another choice; `KeyError` where the schema offers no such choice."""
        if value not in self.choices:
            raise KeyError(value)
        return read_settings({**written(settings), self.name: _written(value)})


_YES_NO: Mapping[Value, str] = {False: "Không in", True: "In"}
SCHEMA = (
    Setting(
        "decimals",
        "Số thập phân của tỷ lệ",
        "Số chữ số sau dấu phẩy của tỷ lệ do chương trình tính, trong báo cáo Word; làm tròn nửa lên.",
        {0: "Không có (42%)", 1: "Một chữ số (42,4%)", 2: "Hai chữ số (42,42%)"},
    ),
    Setting(
        "percent",
        "Dấu phần trăm",
        "Cách viết dấu % trong báo cáo Word; cột Đơn vị tính đã ghi % nên có thể bỏ.",
        {
            PercentStyle.CLOSE: "Viết liền (42,42%)",
            PercentStyle.APART: "Viết cách (42,42 %)",
            PercentStyle.NO_SIGN: "Không ghi dấu (42,42)",
        },
    ),
    Setting(
        "appendix_numerals",
        "Số phụ lục",
        "Nghị định 30/2020/NĐ-CP đánh số phụ lục bằng chữ số La Mã; biểu mẫu chính thức in chữ số Ả Rập.",
        {AppendixNumerals.ARABIC: "Phụ lục 2", AppendixNumerals.ROMAN: "Phụ lục II"},
    ),
    Setting(
        "working_days",
        "Hạn gửi",
        "Số ngày làm việc từ ngày cuối tính số liệu đến hạn gửi của báo cáo lập từ nay về sau.",
        {days: f"{days} ngày làm việc" for days in range(1, 11)},
    ),
    Setting(
        "late_by",
        "Báo cáo nhận được muộn tính theo",
        "Thời điểm cho biết báo cáo của đơn vị gửi lên có muộn hay không; tính lần gửi đầu tiên của kỳ.",
        {
            LateBy.CAME: "Lúc nhận được thư hoặc tệp",
            LateBy.STORED: "Lúc đưa vào chương trình",
            LateBy.CLAIMED: "Lúc gửi do đơn vị ghi",
        },
    ),
    Setting(
        "review_steps",
        "Tiếp nhận báo cáo cấp dưới",
        "Báo cáo nhận được được tiếp nhận ngay, hay qua một bước xem xét trước.",
        {1: "Một bước (tiếp nhận)", 2: "Hai bước (xem xét, rồi tiếp nhận)"},
    ),
    Setting(
        "reasons_in_notes",
        "Lý do thay số tính được",
        "Lý do thay số do chương trình tính có in vào cột Ghi chú hay không.",
        _YES_NO,
    ),
    Setting(
        "kept_in_notes",
        "Giải trình phát hiện giữ nguyên",
        "Giải trình của phát hiện được giữ nguyên có in vào cột Ghi chú hay không.",
        _YES_NO,
    ),
    Setting(
        "coverage_below",
        "Số tổng hợp gồm những đơn vị nào",
        "Dưới mỗi phụ lục lấy số tổng hợp có in câu nêu bao nhiêu đơn vị đã gửi, đơn vị nào thiếu hay không.",
        _YES_NO,
    ),
)
"""Every setting, in the order of the page."""


def read_settings(stored: Mapping[str, str]) -> Settings:
    """Return the settings that the office file holds; what this program does not offer is the default."""
    offered = {setting.name: {_written(value) for value in setting.choices} for setting in SCHEMA}
    known = {
        name: json.loads(text) for name, text in stored.items() if text in offered.get(name, frozenset())
    }
    return msgspec.convert(known, Settings)


def written(settings: Settings) -> dict[str, str]:
    """Return every setting as the office file holds it: JSON by name."""
    return {name: _written(value) for name, value in asdict(settings).items()}


def _written(value: Value) -> str:
    return json.dumps(value.value if isinstance(value, Enum) else value)

"""A small sound set, and the six shipped ones, as files in memory."""

from functools import cache

from cchc_desktop import bundled
from cchc_desktop.template.files import template_files

SET = """
id = "MAU"
version = "1.0"
name = "Bộ mẫu"
level = "commune"
valid-from = 2025-07-01
valid-to = 2030-12-31
status = "tham khảo"
reconstructed = true
source = "Đặt ra để kiểm tra."
appendices = [2]
[wording]
subject = "Kết quả {ky}"
addressees = ["{cap_tren}"]
recipients = ["- Như trên;", "- Lưu: VT."]
notation = "BC-UBND"
signing = ["CHỦ TỊCH"]
attached = "(Kèm theo Báo cáo số {so} {ngay} của {co_quan})"
[changes]
times = 2.5
least = 20
"""
OUTLINE = """
opening = "{co_quan} báo cáo kết quả {ky} (từ {tu_ngay} đến {den_ngay}):"
closing = "Trên đây là báo cáo {ky}"
numbering = ["upper-roman", "decimal"]
[[section]]
id = "I"
level = 1
heading = "NHIỆM VỤ {ky_sau}"
has-text = false
[[section]]
id = "I.1"
level = 2
heading = "Kế hoạch"
guidance = "Nêu số nhiệm vụ."
"""
APPENDIX = """
number = 2
title = "Phụ lục 2"
name-lines = ["BIỂU MẪU"]
label-hint = "(Hằng quý)"
row-count = 8
[[row]]
key = "PL2.1"
stt = "1"
label = "Tỷ lệ hoàn thành"
unit = "%"
kind = "P"
numerator = "PL2.1.2"
denominator = "PL2.1.1"
[[row]]
key = "PL2.1.1"
stt = "1.1"
label = "Tổng số nhiệm vụ"
unit = "Nhiệm vụ"
kind = "S"
total-of = ["PL2.1.2", "PL2.1.3"]
[[row]]
key = "PL2.1.2"
stt = "1.2"
label = "Đã xong"
unit = "Nhiệm vụ"
kind = "N"
time = "flow"
rollup = "sum"
italic = true
[[row]]
key = "PL2.1.3"
stt = "1.3"
label = "Chưa xong"
unit = "Nhiệm vụ"
kind = "N"
time = "flow"
rollup = "own+sum"
usually-at-most = "PL2.1.2"
starts-as = "not-competent"
[[row]]
key = "PL2.2"
stt = "2"
label = "Khảo sát"
kind = "H"
[[row]]
key = "PL2.2.1"
stt = "2.1"
label = "Có khảo sát"
unit = "Không = 0 Có = 1"
kind = "C"
time = "stock"
rollup = "codes"
codes = [0, 1]
[[row]]
key = "PL2.2.2"
stt = "2.2"
label = "Số phiếu"
unit = "Phiếu"
kind = "N"
time = "flow"
rollup = "own"
only-if = "PL2.2.1=1"
[[row]]
key = "PL2.2.3"
stt = "2.3"
label = "Tỷ lệ hài lòng"
unit = "%"
kind = "PI"
time = "stock"
rollup = "list"
"""


def small_set() -> dict[str, bytes]:
    """Return the files of a set with one row of each kind and most relations."""
    return {
        "set.toml": SET.encode(),
        "outline.toml": OUTLINE.encode(),
        "phu-luc-2.toml": APPENDIX.encode(),
    }


@cache
def shipped_files() -> dict[str, dict[str, bytes]]:
    """Return the files of every shipped set by the set's id."""
    return {folder.name.upper(): template_files(folder) for folder in bundled.templates()}

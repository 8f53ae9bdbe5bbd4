"""What a city says of its year: an outline of its own file, forty-two notes, wards in groups."""

from pathlib import Path

from tests.journeys.a_clerk import Clerk
from tests.journeys.calling import SAMPLES
from tests.journeys.word_reports import WordReport

CITED = 36
"""Documents in its register; some are cited again, and some notes are the city's own."""
DOCUMENTS = [
    f"đến,{100 + at}/KH-UBND,{1 + at % 27:02}/02/2023,Kế hoạch,UBND tỉnh Mẫu,Việc mẫu số {at},không"
    for at in range(1, CITED + 1)
]
OUTLINE = """
opening = "(Lời mẫu) {co_quan} báo cáo kết quả {ky} (từ {tu_ngay} đến {den_ngay}) như sau:"
closing = "(Lời mẫu) Trên đây là kết quả {ky} của {co_quan}"
numbering = ["upper-roman", "decimal", "decimal-below"]

[[section]]
id = "I"
level = 1
heading = "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH"
has-text = false

[[section]]
id = "I.1"
level = 2
heading = "Triển khai các văn bản"

[[section]]
id = "I.2"
level = 2
heading = "Tổ chức chỉ đạo, điều hành"

[[section]]
id = "II"
level = 1
heading = "KẾT QUẢ THỰC HIỆN"
has-text = false

[[section]]
id = "II.1"
level = 2
heading = "Cải cách thể chế"
has-text = false

[[section]]
id = "II.1.1"
level = 3
heading = "Theo dõi thi hành pháp luật"

[[section]]
id = "II.1.2"
level = 3
heading = "Xây dựng văn bản quy phạm"

[[section]]
id = "II.2"
level = 2
heading = "Cải cách thủ tục hành chính"

[[section]]
id = "III"
level = 1
heading = "PHƯƠNG HƯỚNG {ky_sau}"
"""
GROUPS = """(Lời mẫu) Kết quả chấm điểm các phường[^cham].

::: bảng: Phường theo nhóm điểm
| TT | Đơn vị | Điểm |
|---|---|--:|
| **Nhóm 1 (trên 90 điểm): 3 phường** | | |
| 1 | Phường Một | 95,5 |
| 2 | Phường Hai[^vb3] | 93 |
| 3 | Phường Ba | 91,25 |
| **Nhóm 2 (từ 80 đến 90 điểm): 2 phường** | | |
| 4 | Phường Bốn[^bon] | 88 |
| 5 | Phường Năm | 82,75 |
| **Nhóm 3 (dưới 80 điểm): 1 phường** | | |
| 6 | Phường Sáu | 71 |
[^cham]: Chấm theo bộ chỉ số của thành phố.
[^bon]: Mới lập trong năm."""
TEXTS = {
    "I.1": "(Lời mẫu) Thành phố triển khai: "
    + "; ".join(f"việc mẫu số {at}[^vb{at}]" for at in range(1, CITED + 1))
    + ".",
    "I.2": GROUPS,
    "II.1.1": "(Lời mẫu) Theo kế hoạch nêu trên[^vb1], kiểm tra 6 phường.",
    "II.1.2": "(Lời mẫu) Ban hành {PL3.1.2} văn bản[^vb2;vb5].",
    "II.2": "(Lời mẫu) Thành phố trả {PL4.3.H.1 dv}, đúng hẹn {PL4.3.H.2}, đạt {PL4.3.H}.",
    "them": "(Lời mẫu) Thí điểm một mô hình mới[^vb36].",
    "III": "(Lời mẫu) Làm tiếp các việc dở dang.",
}
NOTES = CITED + 6
"""Forty-two: one for each document, three citations again, one in the table, two of the city's own."""


def own_set(clerk: Clerk) -> Path:
    """Return the district's form set with the city's outline in it."""
    folder = clerk.folder / "bộ riêng"
    clerk.does("templates", "export", "D21", "--out", folder)
    described = (folder / "set.toml").read_text("utf-8").replace('id = "D21"', 'id = "TPM"')
    (folder / "set.toml").write_text(described, "utf-8")
    (folder / "outline.toml").write_text(OUTLINE, "utf-8")
    (folder / "loi-van.toml").unlink()
    return folder


def write(clerk: Clerk) -> WordReport:
    """Type everything the city reports and have it printed."""
    clerk.does(
        *("init", "--office", clerk.file, "--name", "UBND thành phố Mẫu", "--level", "district"),
        *("--superior", "Sở Nội vụ tỉnh Mẫu", "--place", "TP. Mẫu", "--signer", "Nguyễn Văn Mẫu"),
    )
    clerk.does("templates", "install", "--office", clerk.file, own_set(clerk))
    clerk.on_report("new", "--templates", "TPM")
    clerk.on_report("fill", SAMPLES / "huong-tra-2023-q1.tsv", "--thousands", ",")
    clerk.keeps_documents(DOCUMENTS)
    clerk.acts("sections", "add", "I.2", "Hoạt động nổi bật, mới")
    clerk.writes({section: text for section, text in TEXTS.items() if section != "them"})
    clerk.writes({"them-1": TEXTS["them"]})
    return clerk.prints()

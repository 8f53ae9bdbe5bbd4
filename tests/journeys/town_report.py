"""What a district's town says in its first quarter: registers, tables and prose, in sentences of our own."""

from tests.journeys.a_clerk import Clerk
from tests.journeys.calling import SAMPLES
from tests.journeys.word_reports import WordReport

DOCUMENTS = [
    "đi,5001/KH-UBND,28/12/2022,Kế hoạch,,Cải cách hành chính năm 2023,không",
    *(f"đi,{40 + at}/UBND-NV,{10 + at}/01/2023,Công văn,,Đôn đốc việc số {at},có" for at in range(1, 7)),
]
TEXTS = {
    "I.1": "(Lời mẫu) Kế hoạch năm[^vb1] giao các phòng, ban {PL2.2.1 dv}; xong {PL2.2.2 dv}, đạt {PL2.2}.",
    "I.2": """(Lời mẫu) Ba tháng đầu năm, thị xã ra {PL2.1 dv} đôn đốc[^vb2;vb3].

Cấp trên giao {PL2.4.1 dv}:
- đúng hạn: {PL2.4.2};
- quá hạn nhưng đã xong: {PL2.4.3};
- còn trong hạn: {PL2.4.1 - PL2.4.2 - PL2.4.3 - PL2.4.4}.""",
    "I.3": "(Lời mẫu) Tổ công vụ đi các phường, xã không báo trước, nhắc tại chỗ điều chưa đúng.",
    "I.4": "(Lời mẫu) Theo kế hoạch kiểm tra đã ban hành, các cuộc bắt đầu từ quý II.",
    "I.5": """(Lời mẫu) Loa phường và trang thông tin cùng đưa tin hằng tuần[^loa].
[^loa]: Phát lúc 6 giờ và 17 giờ.""",
    "II.1": "(Lời mẫu) Có {PL3.1} văn bản quy phạm mới, trong đó cấp xã {PL3.1.3}.",
    "II.2.a": "(Lời mẫu) Thủ tục niêm yết đủ ở nơi tiếp nhận; phản ánh, kiến nghị: {PL4.3.P}.",
    "II.2.b": "(Lời mẫu) Liên thông cùng cấp {PL4.2.1} thủ tục, nhiều cấp {PL4.2.2} thủ tục.",
    "II.2.c": """(Lời mẫu) Hồ sơ trả đúng hẹn ở cấp huyện đạt {PL4.3.H}, ở cấp xã {PL4.3.X}.

::: biểu đồ thanh: Hồ sơ đã trả và trả đúng hẹn
| Nơi trả | Đã trả | Đúng hẹn |
|---|--:|--:|
| Cấp huyện | {PL4.3.H.1} | {PL4.3.H.2} |
| Cấp xã | {PL4.3.X.1} | {PL4.3.X.2} |""",
    "II.3": "(Lời mẫu) Công chức có mặt {PL5.2.2}/{PL5.2.1} người.",
    "II.4": """### Bổ nhiệm, quy hoạch
(Lời mẫu) Chưa bổ nhiệm mới.
### Biên chế
(Lời mẫu) Bảng sau nêu số giao và số có mặt.

::: bảng: Biên chế và người làm việc
| Khối | Giao | Có mặt |
|---|--:|--:|
| **Hành chính** | | |
| Phòng, ban[^khoi] | {PL5.2.1} | {PL5.2.2} |
| **Sự nghiệp** | | |
| Trường học, trung tâm | {PL5.3.1} | {PL5.3.2} |
[^khoi]: Không kể hợp đồng lao động.""",
    "II.5": "(Lời mẫu) Tự bảo đảm chi thường xuyên: {PL7.2.3 dv}; ngân sách bảo đảm: {PL7.2.5 dv}.",
    "II.6": "(Lời mẫu) Nộp qua mạng {PL8.6.4.2}/{PL8.6.4.1} hồ sơ, đạt {PL8.6.4}[^vb1].",
    "III.1": "(Lời mẫu) Việc giao đầu năm chạy đúng lịch.",
    "III.2": "(Lời mẫu) Người dân còn quen nộp giấy.",
    "IV": "1. (Lời mẫu) Làm xong phần việc còn lại của kế hoạch.\n2. (Lời mẫu) Bắt đầu các cuộc kiểm tra.",
    "V": "(Lời mẫu) Không có.",
}
PLAN = "Kế hoạch số 5001/KH-UBND ngày 28/12/2022 của UBND thị xã Mẫu"
URGINGS = tuple(
    f"Công văn số {40 + at}/UBND-NV ngày {10 + at}/01/2023 của UBND thị xã Mẫu về đôn đốc việc số {at}"
    for at in (1, 2)
)
NOTES = (
    f"{PLAN} về cải cách hành chính năm 2023",
    "; ".join(URGINGS),
    "Phát lúc 6 giờ và 17 giờ.",
    "Không kể hợp đồng lao động.",
    PLAN,
)
"""What stands at the foot of its pages, in order; a document cited again is named in short."""


def write(clerk: Clerk) -> WordReport:
    """Type everything the town reports and have it printed."""
    clerk.does(
        *("init", "--office", clerk.file, "--name", "UBND thị xã Mẫu", "--level", "district"),
        *("--superior", "UBND tỉnh Mẫu", "--place", "thị xã Mẫu", "--signer", "Nguyễn Văn Mẫu"),
        *("--authority", "KT.", "--position", "Phó Chủ tịch"),
    )
    clerk.on_report("new", "--from", "2022-12-15", "--to", "2023-03-10")
    clerk.on_report("fill", SAMPLES / "huong-tra-2023-q1.tsv", "--thousands", ",")
    clerk.keeps_documents(DOCUMENTS)
    clerk.writes(TEXTS)
    return clerk.prints()

"""What a department says of its year: another outline, people in charge, no forms, a list beside it."""

from tests.journeys.a_clerk import Clerk
from tests.journeys.word_reports import WordReport
from tests.unit.values.photos import a_png

DOCUMENTS = [
    "đến,142/KH-UBND,24/12/2024,Kế hoạch,UBND tỉnh Mẫu,Cải cách hành chính năm 2025,không",
    "đến,380/SNV-CCHC,03/3/2025,Công văn,Sở Nội vụ tỉnh Mẫu,Hướng dẫn báo cáo cải cách hành chính,không",
    "đi,11/KH-STTTT,20/01/2025,Kế hoạch,,Cải cách hành chính của sở năm 2025,không",
]
PEOPLE = (
    ("name=Trần Thị Mẫu", "position=Giám đốc", "phone=0000 000 001", "email=gd@mau.example", "role=Lãnh đạo"),
    ("name=Lê Văn Mẫu", "position=Chuyên viên", "phone=0000 000 002", "email=cv@mau.example", "role=Đầu mối"),
)
TEXTS = {
    "I.1.a": """(Lời mẫu) Tỉnh giao sở hai việc trong kế hoạch năm[^vb1]:
- nối hệ thống một cửa;
- đo mức hài lòng.""",
    "I.1.b": """(Lời mẫu) Đến cuối kỳ:

::: biểu đồ tròn: Việc tỉnh giao
| Kết quả | Số việc |
|---|--:|
| Đã xong | 1 |
| Đang làm | 1 |""",
    "I.1.c": "Không có.",
    "I.2.a": "(Lời mẫu) Sở trình ba văn bản, tỉnh đã ban hành hai.",
    "I.2.b": "Không có.",
    "I.3": "(Lời mẫu) Một sáng kiến đang thử tại hai xã.",
    "I.4": "(Lời mẫu) Nêu ở phụ lục kèm theo.",
    "II.1.a": "(Lời mẫu) Kế hoạch của sở[^vb3], theo hướng dẫn của cấp trên[^vb2].",
    "II.1.b": "(Lời mẫu) Xong 27 trên 30 việc.",
    "II.2": "(Lời mẫu) Có một sáng kiến được công nhận.",
    "II.3.a": "(Lời mẫu) Rà soát 4 văn bản.",
    "II.3.b": "(Lời mẫu) 42 thủ tục đều nộp được qua mạng[^vb3].",
    "II.3.c": "(Lời mẫu) Giảm một phòng.",
    "II.3.d": "(Lời mẫu) Đề án vị trí việc làm đã duyệt.",
    "II.3.đ": "(Lời mẫu) Quy chế chi tiêu công khai đầu năm.",
    "II.3.e": "(Lời mẫu) Văn bản đi đều ký số.",
    "II.3.g": "(Lời mẫu) Giao ban hằng tuần.",
    "II.4": "(Lời mẫu) Nêu ở phụ lục kèm theo.",
    "III": "(Lời mẫu) Một số phòng gửi báo cáo muộn.",
    "IV": "(Lời mẫu) Đề nghị mở lớp tập huấn.",
}
LIST = "| TT | Thủ tục | Số hồ sơ |\n|---|---|--:|\n" + "\n".join(
    f"| {at} | Thủ tục mẫu số {at} | {at * 7} |" for at in range(1, 46)
)


def write(clerk: Clerk) -> WordReport:
    """Type everything the department reports and have it printed."""
    clerk.does(
        *("init", "--office", clerk.file, "--name", "Sở Thông tin và Truyền thông tỉnh Mẫu"),
        *("--level", "department", "--superior", "UBND tỉnh Mẫu", "--on-behalf-of", "UBND tỉnh Mẫu"),
        *("--place", "Mẫu", "--head", "Giám đốc", "--authority", "TM.", "--signer", "Trần Thị Mẫu"),
    )
    clerk.on_report("new")
    clerk.keeps_documents(DOCUMENTS)
    for person in PEOPLE:
        clerk.keeps("contacts", *person, "printed=có")
    clerk.keeps("contacts", "name=Phạm Thị Riêng", "phone=0000 000 003")
    clerk.writes(TEXTS)
    clerk.acts("annex", "add", "Hồ sơ theo thủ tục", clerk.text("bảng.txt", LIST))
    clerk.acts("annex", "add", "Ảnh ngày hội")
    (clerk.folder / "ảnh.png").write_bytes(a_png(64, 48))
    clerk.acts("annex", "photo", "pl2", clerk.folder / "ảnh.png", "--caption", "Bàn hướng dẫn (ảnh mẫu)")
    return clerk.prints()

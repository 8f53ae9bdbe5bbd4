"""The register of training and communication."""

from cchc_desktop.registers.schema import Column, ColumnType, Register

OUTREACH = Register(
    name="outreach",
    label="Sổ tập huấn, tuyên truyền",
    about="Lớp tập huấn, hội nghị, tin bài, phát thanh về CCHC trong kỳ; dùng để viết phần tuyên truyền.",
    prefix="tt",
    columns=(
        Column(
            "kind",
            "Hình thức",
            ColumnType.CHOICE,
            required=True,
            width=20,
            choices={
                "training": "Tập huấn, bồi dưỡng",
                "meeting": "Hội nghị, đối thoại",
                "article": "Tin, bài",
                "broadcast": "Phát thanh, truyền hình",
                "display": "Pa nô, tờ rơi",
                "other": "Khác",
            },
        ),
        Column("subject", "Nội dung", required=True, width=44),
        Column("held", "Ngày thực hiện", ColumnType.DATE, required=True, width=13, has_happened=True),
        Column("place", "Nơi thực hiện", width=24),
        Column("times", "Số lượt, số lớp, số bài", ColumnType.NUMBER, width=10),
        Column("people", "Số người tham dự", ColumnType.NUMBER, width=10),
        Column("note", "Ghi chú", width=24),
    ),
    known_by=("kind", "subject", "held"),
    sorted_by="held",
    dated_by="held",
)

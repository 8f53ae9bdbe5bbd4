"""The register of surveys of how satisfied people are."""

from cchc_desktop.registers.schema import Column, ColumnType, Register

ONLINE, PAPER, BOTH = "online", "paper", "both"

SURVEYS = Register(
    name="surveys",
    label="Sổ khảo sát",
    about="Khảo sát sự hài lòng của người dân, tổ chức (dòng 5 của Phụ lục 2), tính theo ngày khảo sát.",
    prefix="ks",
    columns=(
        Column("subject", "Nội dung khảo sát", required=True, width=44),
        Column(
            "held",
            "Ngày khảo sát",
            ColumnType.DATE,
            required=True,
            width=13,
            help="Ngày kết thúc, nếu khảo sát kéo dài nhiều ngày.",
            has_happened=True,
        ),
        Column(
            "method",
            "Hình thức",
            ColumnType.CHOICE,
            required=True,
            width=14,
            choices={ONLINE: "Trực tuyến", PAPER: "Phát phiếu", BOTH: "Kết hợp"},
        ),
        Column("forms", "Số phiếu khảo sát", ColumnType.NUMBER, required=True, width=10),
        Column("valid", "Số phiếu hợp lệ", ColumnType.NUMBER, width=10),
        Column("satisfied", "Số phiếu hài lòng", ColumnType.NUMBER, width=10),
        Column("result", "Văn bản công bố kết quả", width=26),
        Column("note", "Ghi chú", width=24),
    ),
    known_by=("subject", "held"),
    sorted_by="held",
    dated_by="held",
    parts=(("valid", "forms"), ("satisfied", "forms")),
)

"""The register of inspections and what became of their findings."""

from cchc_desktop.registers.schema import Column, ColumnType, Register

AGENCY, COMMUNE = "agency", "commune"

INSPECTIONS = Register(
    name="inspections",
    label="Sổ kiểm tra",
    about="Các cuộc kiểm tra CCHC và việc xử lý sau kiểm tra (dòng 3 của Phụ lục 2), tính theo ngày kiểm "
    "tra; một đơn vị kiểm tra nhiều lần trong kỳ được đếm một lần.",
    prefix="kt",
    columns=(
        Column("unit", "Đơn vị được kiểm tra", required=True, width=34),
        Column(
            "unit_kind",
            "Loại đơn vị",
            ColumnType.CHOICE,
            required=True,
            width=18,
            choices={AGENCY: "Cơ quan, đơn vị", COMMUNE: "UBND cấp xã"},
        ),
        Column("inspected", "Ngày kiểm tra", ColumnType.DATE, required=True, width=13, has_happened=True),
        Column("content", "Nội dung kiểm tra", width=40),
        Column("conclusion", "Văn bản kết luận", width=24),
        Column("problems", "Số vấn đề phát hiện", ColumnType.NUMBER, width=10),
        Column("resolved", "Số vấn đề đã xử lý", ColumnType.NUMBER, width=10),
        Column(
            "resolved_on",
            "Ngày xử lý",
            ColumnType.DATE,
            width=13,
            help="Xử lý sau ngày chốt số liệu thì chưa tính vào kỳ; để trống thì luôn tính.",
            has_happened=True,
        ),
        Column("note", "Ghi chú", width=24),
    ),
    known_by=("unit", "inspected"),
    sorted_by="inspected",
    dated_by="inspected",
    in_order=(("inspected", "resolved_on"),),
    parts=(("resolved", "problems"),),
)

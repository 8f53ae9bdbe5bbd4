"""The register of initiatives."""

from cchc_desktop.registers.schema import Column, ColumnType, Register

INITIATIVES = Register(
    name="initiatives",
    label="Sổ sáng kiến",
    about="Sáng kiến, mô hình CCHC: ai làm, áp dụng ở đâu, đã được công nhận chưa.",
    prefix="sk",
    columns=(
        Column("title", "Tên sáng kiến", required=True, width=44),
        Column("author", "Tác giả, đơn vị", width=26),
        Column("proposed", "Ngày đề xuất", ColumnType.DATE, required=True, width=13, has_happened=True),
        Column("area", "Lĩnh vực", width=22),
        Column("scope", "Nơi áp dụng", width=26),
        Column("recognised", "Ngày công nhận", ColumnType.DATE, width=13, has_happened=True),
        Column("decision", "Văn bản công nhận", width=24),
        Column("effect", "Kết quả", width=40),
        Column("note", "Ghi chú", width=24),
    ),
    known_by=("title", "author"),
    sorted_by="proposed",
    dated_by="proposed",
    in_order=(("proposed", "recognised"),),
)

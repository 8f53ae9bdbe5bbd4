"""The register of the people in charge.

Names, telephones and addresses are personal: they leave the office file only in a list that a person
exports, and in the contact table of a report whose outline asks for one.
"""

from cchc_desktop.registers.schema import Column, ColumnType, Register

CONTACTS = Register(
    name="contacts",
    label="Danh bạ",
    about="Lãnh đạo, công chức phụ trách CCHC. Danh bạ không đi theo tệp trao đổi; chỉ người có dấu “In vào "
    "báo cáo” vào bảng liên hệ của báo cáo sở, ngành.",
    prefix="lh",
    columns=(
        Column("name", "Họ và tên", required=True, width=26),
        Column("position", "Chức vụ", required=True, width=26),
        Column("unit", "Đơn vị", width=26),
        Column("phone", "Số điện thoại", width=16),
        Column("email", "Thư điện tử", width=28),
        Column("role", "Phần việc", width=28, help="Ví dụ: Lãnh đạo phụ trách CCHC. In ở cột Ghi chú."),
        Column("printed", "In vào báo cáo", ColumnType.YES_NO, width=10),
        Column("note", "Ghi chú riêng", width=24, help="Không in."),
    ),
    known_by=("name", "unit"),
    sorted_by="name",
)

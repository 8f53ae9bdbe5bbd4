"""The list of offices as people read and write it: columns like a register's, so that it is one file more."""

from collections.abc import Callable, Collection

from cchc_desktop.registers.entry import RegisterEntry, Value, Values
from cchc_desktop.registers.schema import Column, ColumnType, Register
from cchc_desktop.rollup.offices import OfficeBelow, Offices, OfficesRefused
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import office_code

OFFICES = Register(
    name="offices",
    label="Danh sách đơn vị",
    about="Các đơn vị gửi báo cáo lên cơ quan này: ai phải gửi, gửi từ bao giờ, liên hệ với ai.",
    prefix="dv",
    columns=(
        Column("code", "Mã cơ quan", width=16, help="Ví dụ: H52.101.114; để trống nếu chưa có."),
        Column("name", "Tên đơn vị", required=True, width=32),
        Column(
            "level",
            "Cấp",
            ColumnType.CHOICE,
            width=12,
            choices={level.value: level.label for level in Level},
            help="Để trống: xã, phường.",
        ),
        Column("group", "Nhóm", width=18, help="Ví dụ: Phường, Xã miền núi. Dùng để lọc và so sánh."),
        Column("parent", "Trực thuộc", width=24, help="Mã hoặc tên đơn vị cấp trên của nó trong danh sách."),
        Column("contact", "Người liên hệ", width=24),
        Column("phone", "Số điện thoại", width=16),
        Column("email", "Thư điện tử", width=28),
        Column("address", "Địa chỉ", width=32),
        Column("first", "Từ ngày", ColumnType.DATE, width=12, help="Ngày đầu hoạt động; để trống: từ trước."),
        Column("last", "Đến ngày", ColumnType.DATE, width=12, help="Ngày cuối; để trống: đang hoạt động."),
        Column(
            "replaces", "Thay cho", width=24, help="Mã hoặc tên các đơn vị nhập vào nó, cách nhau bằng “;”."
        ),
    ),
    known_by=("name", "parent"),
    sorted_by="name",
    in_order=(("first", "last"),),
)
_SEPARATOR = ";"
_TEXTS = ("code", "name", "group", "contact", "phone", "email", "address")
Find = Callable[[str], OfficeBelow | None]


def line_of(office: OfficeBelow, offices: Offices) -> RegisterEntry:
    """Return the office as a line of the list; other offices by their code or name."""

    def named(other: str) -> str:
        return offices.by_id[other].known_as if other in offices.by_id else other

    values: dict[str, Value | None] = {
        **{name: getattr(office, name) for name in _TEXTS},
        "level": office.level.value,
        "parent": named(office.parent),
        "first": office.first,
        "last": office.last,
        "replaces": f"{_SEPARATOR} ".join(map(named, office.replaces)),
    }
    return RegisterEntry(office.id, {name: value for name, value in values.items() if value})


def office_without_relations(office_id: str, values: Values, known: Collection[str] = ()) -> OfficeBelow:
    """Return the office of a line, its relations to others left out: those may be lines further down.

    A code that is none raises `OfficeCodeRefused`, unless it is one of those `known` already: an office may
    have reported under it.
    """
    entry = RegisterEntry(office_id, values)
    code = entry.text("code")
    return OfficeBelow(
        id=office_id,
        code=code if code in known else office_code(code),
        name=entry.text("name"),
        level=Level(entry.text("level") or Level.COMMUNE.value),
        group=entry.text("group"),
        contact=entry.text("contact"),
        phone=entry.text("phone"),
        email=entry.text("email"),
        address=entry.text("address"),
        first=entry.day("first"),
        last=entry.day("last"),
    )


def relations(office: OfficeBelow, values: Values, find: Find) -> tuple[str, tuple[str, ...]]:
    """Return the ids of the office's parent and of those it replaces; `OfficesRefused` for an unknown one."""
    entry = RegisterEntry(office.id, values)
    replaced = [text.strip() for text in entry.text("replaces").split(_SEPARATOR) if text.strip()]
    parent = entry.text("parent")
    return _id(office, parent, find) if parent else "", tuple(_id(office, text, find) for text in replaced)


def _id(office: OfficeBelow, text: str, find: Find) -> str:
    if (found := find(text)) is None:
        raise OfficesRefused(
            f"“{office.name}”: không rõ “{text}” là đơn vị nào trong danh sách. Hãy ghi mã (như dv3), mã cơ "
            "quan, hoặc đúng tên của một đơn vị đã có."
        )
    return found.id

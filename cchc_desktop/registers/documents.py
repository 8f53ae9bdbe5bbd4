"""The register of documents issued and received, and a document as a report cites it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.schema import Column, ColumnType, Register

ISSUED, RECEIVED = "issued", "received"

DOCUMENTS = Register(
    name="documents",
    label="Sổ văn bản",
    about="Văn bản đi và đến mà báo cáo nhắc tới. Văn bản đi có dấu “Chỉ đạo CCHC” được đếm vào dòng 1 của "
    "Phụ lục 2 theo ngày ban hành.",
    prefix="vb",
    columns=(
        Column(
            "direction",
            "Đi hay đến",
            ColumnType.CHOICE,
            required=True,
            width=10,
            help="Đi: cơ quan mình ban hành. Đến: cơ quan khác gửi tới.",
            choices={ISSUED: "Đi", RECEIVED: "Đến"},
        ),
        Column(
            "code",
            "Số, ký hiệu",
            required=True,
            width=20,
            help="Viết liền như 496/BC-UBND, số nhỏ hơn 10 viết 05/KH-UBND, không chấm hàng nghìn.",
        ),
        Column("issued", "Ngày ban hành", ColumnType.DATE, required=True, width=13, has_happened=True),
        Column("type_name", "Loại văn bản", width=16, help="Kế hoạch, Quyết định, Công văn…"),
        Column("organ", "Cơ quan ban hành", width=24, help="Văn bản đi có thể để trống: là cơ quan mình."),
        Column("subject", "Trích yếu", required=True, width=50),
        Column(
            "guides",
            "Chỉ đạo CCHC",
            ColumnType.YES_NO,
            width=10,
            help="Có: kết luận, chỉ thị, công văn chỉ đạo, quán triệt về CCHC do cơ quan mình ban hành.",
        ),
        Column("received", "Ngày đến", ColumnType.DATE, width=13, has_happened=True),
        Column("note", "Ghi chú", width=24),
    ),
    known_by=("direction", "code", "issued", "organ"),
    sorted_by="issued",
    dated_by="issued",
    in_order=(("issued", "received"),),
)

_CODE = re.compile(r"([0-9][0-9.,]*)\s*/\s*(.+)")


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a report cites it; the names are those of Decree 30/2020, Appendix VI, in short."""

    type_name: str
    number: str
    """As written: `05`."""
    notation: str
    """`KH-UBND`."""
    issued: date | None
    organ: str
    subject: str


def split_code(code: str) -> tuple[str, str]:
    """Return number and notation of `496/BC-UBND`; all of it is notation where no number stands in front."""
    found = _CODE.fullmatch(code)
    return (found[1], found[2]) if found else ("", code)


def documents_in(entries: Iterable[RegisterEntry], office: str) -> dict[str, Document]:
    """Return the documents by the ids of their entries; those issued name `office` where they name none."""
    return {entry.id: _document(entry, office) for entry in entries}


def _document(entry: RegisterEntry, office: str) -> Document:
    number, notation = split_code(entry.text("code"))
    own = office if entry.text("direction") == ISSUED else ""
    return Document(
        type_name=entry.text("type_name"),
        number=number,
        notation=notation,
        issued=entry.day("issued"),
        organ=entry.text("organ") or own,
        subject=entry.text("subject"),
    )

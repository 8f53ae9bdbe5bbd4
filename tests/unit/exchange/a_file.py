"""A small report as a workbook, and ways to spoil the file it travels in."""

import io
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.sheets import FormSheet, FormSheetRow, ProseSection, WorkbookContent
from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange.pack import pack
from cchc_desktop.exchange.payload import (
    Cell,
    Completeness,
    Prose,
    ReportPayload,
    Signer,
    TemplateName,
    Window,
)
from cchc_desktop.template.model import Appendix, Indicator, Kind, Level, Outline, Template, Wording
from cchc_desktop.values.codes import IndicatorCode

PRIVATE_KEY = bytes(range(32))
OTHER_KEY = bytes(reversed(range(32)))
ROWS = (
    FormSheetRow("PL2.1", "1", "Số văn bản chỉ đạo", "Văn bản", Decimal(6), rule="whole"),
    FormSheetRow("PL2.2", "2", "Tỷ lệ hoàn thành kế hoạch", "%", Decimal("42.42"), kind="computed"),
    FormSheetRow("PL2.3", "3", "Kiểm tra", kind="heading"),
    FormSheetRow("PL2.3.1", "3.1", "Số cơ quan đã kiểm tra", "Cơ quan", Decimal(1234), rule="whole"),
    FormSheetRow("PL2.3.2", "3.2", "Số vấn đề đã xử lý", "Vấn đề", "Không phát sinh", rule="whole"),
    FormSheetRow("PL2.4", "4", "Có khảo sát", "Có = 1", Decimal(1), rule=(Decimal(0), Decimal(1))),
    FormSheetRow("PL2.5", "5", "Kinh phí", "Triệu đồng", None, rule="money"),
)
CONTENT = WorkbookContent(
    title="Báo cáo",
    author="UBND phường Mẫu",
    made=date(2026, 9, 14),
    cover=(("Đơn vị", "UBND phường Mẫu"), ("Kỳ báo cáo", "quý III năm 2026")),
    forms=(FormSheet("Phụ lục 2", ("CÔNG TÁC CHỈ ĐẠO",), ROWS),),
    prose=(ProseSection("I.1", "Về kế hoạch", "Đoạn một.\nĐoạn hai."),),
    state_words=("Không phát sinh", "Không thuộc thẩm quyền", "Báo cáo sau"),
)


def a_cell(value: str | None, *, note: str = "") -> Cell:
    """Return a cell with this number, or one where nothing arose."""
    return Cell(
        state="number" if value is not None else "not-arisen",
        value=value,
        stated=None,
        overridden=False,
        reason="",
        note=note,
    )


BLANK_CELL = Cell(state="blank", value=None, stated=None, overridden=False, reason="", note="")
CELLS = {
    "PL2.1": a_cell("6"),
    "PL2.2": a_cell("42.42"),
    "PL2.3.1": a_cell("1234"),
    "PL2.3.2": a_cell(None),
    "PL2.4": a_cell("1"),
    "PL2.5": BLANK_CELL,
}


def a_payload(cells: Mapping[str, Cell] | None = None, text: str = "Đoạn một.\nĐoạn hai.") -> ReportPayload:
    """Return the report the content shows."""
    return ReportPayload(
        OrganId="H52.101.114",
        OrganName="UBND phường Mẫu",
        level="commune",
        TypeName="Báo cáo",
        Subject="Kết quả công tác cải cách hành chính quý III năm 2026",
        CodeNumber="",
        CodeNotation="BC-UBND",
        IssuedDate=None,
        SignerInfo=Signer(Position="Chủ tịch", FullName=""),
        To=(),
        DueDate=date(2026, 9, 16),
        period="2026-Q3",
        window=Window(first=date(2026, 6, 15), last=date(2026, 9, 14)),
        sequence="1",
        template=TemplateName(id="X25", version="1", hash="0" * 64),
        prepared_by="Người mẫu",
        completeness=Completeness(answered="5", required="5"),
        cells=dict(CELLS if cells is None else cells),
        prose=(Prose(section="I.1", heading="Về kế hoạch", text=text),),
        citations=(),
        kept=(),
    )


def a_file(payload: ReportPayload | None = None, key: bytes = PRIVATE_KEY) -> bytes:
    """Return a packed report."""
    return pack(workbook(CONTENT), payload or a_payload(), key)


def members_of(data: bytes) -> dict[str, bytes]:
    """Return what the package holds, by name."""
    with ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def package(members: Mapping[str, bytes], *more: tuple[str, bytes]) -> bytes:
    """Return a package of the members, and of more that may repeat a name."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as written:
        for name, content in (*members.items(), *more):
            member = ZipInfo(name)
            member.compress_type = ZIP_DEFLATED
            written.writestr(member, content)
    return file.getvalue()


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """Return the package with one member put in or replaced."""
    return package({**members_of(data), name: content})


def without(data: bytes, *names: str) -> bytes:
    """Return the package without some members."""
    return package({name: content for name, content in members_of(data).items() if name not in names})


def saved_again(data: bytes, change: Callable[[Worksheet], None]) -> bytes:
    """Return the workbook as openpyxl saves it after a change in Phụ lục 2; its custom part is lost."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Phụ lục 2"]
    assert isinstance(sheet, Worksheet)
    change(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def a_template() -> Template:
    """Return the form set the report answers."""
    kinds = {"whole": Kind.WHOLE, "money": Kind.MONEY, None: Kind.RATIO}
    rows = tuple(
        Indicator(
            IndicatorCode(row.key),
            row.stt,
            row.label,
            row.unit,
            Kind.HEADING
            if row.kind == "heading"
            else Kind.CODE
            if isinstance(row.rule, tuple)
            else kinds[row.rule],
            codes=row.rule if isinstance(row.rule, tuple) else (),
        )
        for row in ROWS
    )
    return Template(
        id="X25",
        version="1",
        name="Mẫu",
        level=Level.COMMUNE,
        valid_from=date(2025, 7, 1),
        valid_to=None,
        status="tham khảo",
        reconstructed=True,
        source="",
        digest="0" * 64,
        appendices=(Appendix(2, "Phụ lục 2", (), "", rows),),
        outline=Outline("", "", (), ()),
        wording=Wording("", (), (), "", (), ""),
    )

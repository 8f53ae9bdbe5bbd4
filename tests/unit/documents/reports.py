"""Made-up reports for the tests of the documents."""

from dataclasses import replace
from datetime import date

from cchc_desktop.documents.content import (
    AppendixRow,
    AppendixTable,
    Block,
    Heading,
    Letterhead,
    Paragraph,
    Recipients,
    Report,
    Run,
    Signature,
    TableCell,
)

LETTERHEAD = Letterhead("", "Ủy ban nhân dân phường Mẫu", "BC-UBND", "Mẫu", 2026)

ROWS = (
    AppendixRow("1.", "Kiểm tra CCHC", kind="heading"),
    AppendixRow("1.1", "Số cơ quan, đơn vị đã kiểm tra", "Cơ quan, đơn vị", "1.234", "Có biên bản"),
    AppendixRow("1.1.1", "Số vấn đề phát hiện", "Vấn đề", "0", italic=True),
    AppendixRow("1.2", "Tỷ lệ xử lý", "%", "", kind="computed", hint="(Lũy kế)"),
)
APPENDIX = AppendixTable(
    "Phụ lục 2",
    ("Biểu mẫu thống kê số liệu", "Công tác chỉ đạo"),
    "(Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2026)",
    ROWS,
    column_hint="(Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)",
)


def text(words: str) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(words),))


def row(*words: str) -> tuple[TableCell, ...]:
    """A row of a small table, each cell of one run."""
    return tuple((Run(each),) for each in words)


REPORT = Report(
    letterhead=LETTERHEAD,
    subject="Công tác cải cách hành chính quý III năm 2026",
    dated=date(2026, 9, 14),
    opening=(text("Ủy ban nhân dân phường báo cáo như sau:"),),
    blocks=(Heading(1, "Công tác chỉ đạo"), text("Đã ban hành kế hoạch.")),
    signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Mẫu"),
    recipients=Recipients(("Như trên", "Lưu: VT")),
    window_line="(Từ ngày 15/6/2026 đến ngày 14/9/2026)",
    addressees=("Sở Nội vụ",),
    appendices=(APPENDIX,),
)


def saying(*blocks: Block) -> Report:
    """The report with other sections, without closing and appendices."""
    return replace(REPORT, blocks=blocks, appendices=())

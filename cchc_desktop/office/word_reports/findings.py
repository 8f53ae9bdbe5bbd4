"""Findings in somebody's Word report, told and placed: of its text, of its figures, of rows not read."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from cchc_desktop.documents.reading.lines import Line, Stretch
from cchc_desktop.form.form import Form
from cchc_desktop.office.word_reports.reading import ReadReport, ReadRow
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.wording import place_in_words, text_finding_in_words
from cchc_desktop.rules.wording import Words, in_words
from cchc_desktop.template.model import Kind
from cchc_desktop.values.number import plain, round_half_up

OPENING = "Mở đầu"
"""What stands before the first heading, named as a section."""
_WHOLE = "Toàn văn bản"
_MOST_OF_BOXES, _MOST_OF_A_TITLE = 300, 60
_REMARKS = {
    "no-period": Words(
        "Không thấy kỳ báo cáo",
        "Không biết kỳ thì không so được ngày tháng và số liệu với kỳ.",
        "Trích yếu và phần mở đầu không nêu kỳ báo cáo cùng năm.",
        "Ghi rõ kỳ trong trích yếu, ví dụ “quý III năm 2026”.",
    ),
    "tracked": Words(
        "Văn bản còn dấu vết sửa",
        "Người nhận thấy được những chỗ đã xóa và đã thêm.",
        "Văn bản còn những chỗ sửa đang theo dõi (Track Changes); phần đã xóa không được đọc ở đây.",
        "Trong Word chọn Review, Accept All Changes rồi lưu lại.",
    ),
    "hidden": Words(
        "Văn bản có chữ ẩn",
        "Chữ ẩn không in ra nhưng đi theo tệp; người nhận bật lên là thấy.",
        "Văn bản có chữ đặt thuộc tính ẩn (Hidden); phần ấy không được đọc ở đây.",
        "Trong Word bật ¶ để thấy chữ ẩn, rồi xóa hoặc bỏ thuộc tính ẩn.",
    ),
    "boxes": Words(
        "Chữ trong khung không được kiểm tra",
        "Khung chữ (Text Box) không thuộc đoạn nào của báo cáo nên số liệu trong đó không được so.",
        "Khung chữ ghi “{text}”.",
        "Tự xem lại, hoặc chuyển chữ ra khỏi khung rồi kiểm tra lại.",
    ),
    "table": Words(
        "Bảng không rõ các cột",
        "Số liệu trong bảng ấy không được kiểm tra.",
        "Bảng “{text}” không có dòng tiêu đề nêu cột nào là chỉ tiêu, cột nào là số liệu.",
        "Ghi tên cột như biểu mẫu: STT, Chỉ tiêu, Đơn vị tính, Số liệu; rồi kiểm tra lại.",
    ),
    "highlight": Words(
        "Còn chỗ tô nền",
        "Chỗ tô nền thường đánh dấu điều phải xem lại của bản nháp.",
        "“{text}” còn tô nền.",
        "Xem lại điều đó rồi bỏ tô nền.",
    ),
    "row": Words(
        "Dòng số liệu chưa chắc",
        "Chương trình không đoán: dòng chưa chắc thì số của nó không được tính vào phần kiểm tra.",
        "{text}",
        "Xem lại dòng này; nếu biểu mẫu khác thì nêu đúng bộ biểu mẫu.",
    ),
}


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """One finding, told, with its place in the document."""

    code: str
    severity: Severity
    words: Words
    place: str
    """`Mục II.2.c, đoạn 3` or `Phụ lục 2, dòng 7`."""
    text: str
    """The passage, or the words of the row."""
    found: str | None = None
    expected: str | None = None
    stretch: Stretch | None = None
    """Where it stands in the document; None where it is about the whole."""

    @property
    def document(self) -> dict[str, object]:
        """The finding as the command line's JSON has it."""
        return {
            "code": self.code,
            "title": self.words.title,
            "severity": self.severity.value,
            "place": self.place,
            "text": self.text,
            "found": self.found,
            "expected": self.expected,
            "message": self.words.message,
            "why": self.words.why,
            "remedy": self.words.remedy,
        }


def about_the_whole(report: ReadReport) -> Iterator[AuditFinding]:
    """Yield what is odd about the document itself: no period, tracked changes, what is not read."""
    first = report.parts.head[-1].whole if report.parts.head else None
    if report.facts.period is None:
        yield _remark("no-period", "R11-ky", OPENING, report.facts.subject, first)
    if report.parts.document.has_changes:
        yield _remark("tracked", "R13-theo-doi", _WHOLE, "", first)
    if report.parts.document.has_hidden:
        yield _remark("hidden", "R13-chu-an", _WHOLE, "", first)
    if boxes := report.parts.document.boxes:
        yield _remark(
            "boxes",
            "R13-khung-chu",
            _WHOLE,
            shorten(" | ".join(boxes), _MOST_OF_BOXES, placeholder="…"),
            first,
        )
    for number, table in enumerate(report.parts.unread, 1):
        title = shorten(table.title, _MOST_OF_A_TITLE, placeholder="…")
        yield _remark("table", f"R10-bang.{number}", title, title, table.first)
    for section in report.sections:
        for number, line in enumerate(section.lines, 1):
            if line.paragraph and (marked := [run for run in line.paragraph.runs if run.highlighted]):
                text = "".join(run.text for run in marked).strip()
                code = f"R13-{section.id}-nen.{number}"
                yield _remark("highlight", code, f"Mục {section.id}, đoạn {number}", text, line.whole)


def told_text(finding: TextFinding, line: Line | None, form: Form | None) -> AuditFinding:
    """Return what a rule of prose found, placed in its line; a heading that nobody typed has none."""
    return AuditFinding(
        finding.code,
        finding.severity,
        text_finding_in_words(finding, form),
        place_in_words(finding, finding.section),
        finding.text,
        finding.found or finding.text,
        finding.expected or None,
        None if line is None else line.stretch(finding.start, finding.end),
    )


def told_figure(finding: Finding, form: Form, row: ReadRow | None) -> AuditFinding:
    """Return what a rule of figures found, placed at the row it was read from."""
    indicator = form.template.indicators[finding.cell]
    is_ratio = indicator.kind is Kind.RATIO
    numbers = [
        None if number is None else plain(round_half_up(number) if is_ratio else number)
        for number in (finding.found, finding.expected)
    ]
    appendix = form.template.appendix_of(finding.cell)
    return AuditFinding(
        finding.code,
        finding.severity,
        in_words(finding, form),
        f"{appendix.title}, STT {indicator.stt}" if row is None else row.place,
        indicator.label,
        numbers[0],
        numbers[1],
        None if row is None else _stretch(row),
    )


def told_row(row: ReadRow) -> AuditFinding:
    """Return a row that could not be read surely, as a finding."""
    code = f"R10-{row.code or row.place}"
    words = _filled("row", row.reason)
    return AuditFinding(code, Severity.WARN, words, row.place, row.label_found, row.raw, None, _stretch(row))


def _remark(case: str, code: str, place: str, text: str, stretch: Stretch | None) -> AuditFinding:
    return AuditFinding(code, Severity.WARN, _filled(case, text), place, text, stretch=stretch)


def _filled(case: str, text: str) -> Words:
    words = _REMARKS[case]
    return Words(words.title, words.why, words.message.format(text=text), words.remedy)


def _stretch(row: ReadRow) -> Stretch | None:
    """The whole paragraph of the row's figure, else of its label."""
    return None if row.figure_place is None else Stretch(row.figure_place, 0, len(row.raw or row.label_found))

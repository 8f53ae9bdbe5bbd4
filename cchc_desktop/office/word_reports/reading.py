"""Somebody's Word report, read: its sections, its figures, the form set that fits it best."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_desktop.documents.reading.child import Reader, document_in, reading_many
from cchc_desktop.documents.reading.converting import CONVERTED, as_docx
from cchc_desktop.documents.reading.facts import ReportFacts, facts_of
from cchc_desktop.documents.reading.figures import Reading, ReadRow, read_figures
from cchc_desktop.documents.reading.gate import LARGEST_FILE
from cchc_desktop.documents.reading.headings import plain_heading
from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.documents.reading.report import ReadSection, WordReport, taken_apart
from cchc_desktop.documents.reading.rows import Sureness, label_words
from cchc_desktop.errors import FileRefused
from cchc_desktop.foreign.child import always_wanted
from cchc_desktop.form.entry import Entry
from cchc_desktop.office.reading import whole_content
from cchc_desktop.template.catalogue import Catalogue
from cchc_desktop.template.model import Kind, Level, Template
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.text import likeness

__all__ = [
    "ReadReport",
    "ReadRow",
    "Reading",
    "Sureness",
    "entries_of",
    "is_word_file",
    "read_report",
    "read_word_report",
    "reading_many",
    "refuse_other_period",
    "sets_to_read_by",
    "word_files",
]
_WORD_FILES = (".docx", *CONVERTED, ".docm", ".dotx", ".rtf")
"""What people call a Word report; those that cannot be read are refused by what they are."""
_FEWEST = 3
"""Rows and sections that a report must share with a form set to be one."""
_LEVELS = (
    ("uybannhandantinh", Level.PROVINCE),
    ("ubndtinh", Level.PROVINCE),
    ("uybannhandanxa", Level.COMMUNE),
    ("uybannhandanphuong", Level.COMMUNE),
    ("ubndxa", Level.COMMUNE),
    ("ubndphuong", Level.COMMUNE),
    ("uybannhandan", Level.DISTRICT),
    ("ubnd", Level.DISTRICT),
    ("so", Level.DEPARTMENT),
    ("ban", Level.DEPARTMENT),
)
"""How the name of an office of each level begins, as `likeness` writes it; the first that fits."""
_PENALTY = 0.5


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A Word report as far as a program can tell what it says."""

    file: str
    data: bytes
    """The .docx, as it came or as LibreOffice made it."""
    parts: WordReport
    facts: ReportFacts
    template: Template
    """The form set by which rows and headings were read."""
    sections: tuple[ReadSection, ...]
    reading: Reading


def is_word_file(file: Path) -> bool:
    """Whether the file is a document of a word processor, by its name."""
    return file.suffix.lower() in _WORD_FILES


def word_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files, and for a folder the Word documents in it by name.

    What Word keeps beside an open document is none. Raises `FileRefused` for a folder that has none or cannot
    be looked into.
    """
    return tuple(file for path in paths for file in (_inside(path) if path.is_dir() else [path]))


def _inside(folder: Path) -> list[Path]:
    try:
        found = [file for file in sorted(folder.iterdir()) if _is_document(file)]
    except OSError as error:
        raise FileRefused(f"Không xem được thư mục {folder}. Hãy kiểm tra quyền mở thư mục ấy.") from error
    if not found:
        raise FileRefused(f"Thư mục {folder} không có báo cáo Word nào. Hãy chọn đúng thư mục.")
    return found


def _is_document(file: Path) -> bool:
    return is_word_file(file) and not file.name.startswith((".", "~$")) and file.is_file()


def sets_to_read_by(catalogue: Catalogue, template_id: str = "") -> tuple[Template, ...]:
    """Return the form sets among which a report finds its own: the named one, or all."""
    if template_id:
        return (catalogue.get(template_id),)
    return tuple(catalogue.get(*edition) for edition in catalogue.sets)


def read_word_report(
    file: Path,
    templates: Sequence[Template],
    thousands: str = "",
    still_wanted: Callable[[], object] = always_wanted,
    document_of: Reader = document_in,
) -> ReadReport:
    """Return what a .docx, .doc or .odt says; a refusal (`FileRefused`) names the file.

    The form set is the one of `templates` whose rows and headings the report has. A document that is no
    report on administrative reform is refused. `thousands` (`.` or `,`) settles figures that read two ways.
    `still_wanted` may raise to call it off; `document_of` is another way to the document, such as one of
    `reading_many`.
    """
    try:
        data = word_bytes(file, still_wanted)
        return read_report(data, file.name, templates, thousands, still_wanted, document_of)
    except ReportUnread as refusal:
        raise FileRefused(f"{file.name}: {refusal.message}") from refusal


def read_report(
    data: bytes,
    name: str,
    templates: Sequence[Template],
    thousands: str = "",
    still_wanted: Callable[[], object] = always_wanted,
    document_of: Reader = document_in,
) -> ReadReport:
    """Return what the bytes of a .docx say, as `read_word_report`; raises `ReportUnread`."""
    parts = taken_apart(document_of(data, still_wanted), [each.outline for each in templates])
    facts = facts_of([paragraph.text for line in parts.head for paragraph in line.paragraphs])
    template = max(templates, key=lambda each: _fitness(each, parts, facts))
    sections = parts.sections(template.outline)
    reading = read_figures(parts.forms, template, thousands)
    known = sum(row.code is not None for row in reading.rows)
    if known + sum(section.is_known for section in sections) < _FEWEST:
        raise ReportUnread(
            "Đây không giống một báo cáo cải cách hành chính: không thấy các mục của đề cương, cũng không "
            "thấy bảng số liệu của Phụ lục 2–8. Hãy chọn đúng tệp báo cáo."
        )
    return ReadReport(name, data, parts, facts, template, sections, reading)


def entries_of(reading: Reading, template: Template) -> Mapping[IndicatorCode, Entry]:
    """Return what the surely recognised rows put into a form; a total left blank is remembered as such."""
    entries = {}
    for row in reading.rows:
        if row.code is None or row.answer is None or not row.is_sure:
            continue
        if not row.answer.is_blank:
            entries[row.code] = Entry(row.answer, said=row.raw)
        elif template.indicators[row.code].kind is Kind.TOTAL and not row.raw:
            entries[row.code] = Entry(said="")
    return entries


def refuse_other_period(read: ReadReport, period: Period) -> None:
    """Refuse a report that names another period than the one it is read for (`FileRefused`)."""
    named = read.facts.period
    if named is not None and named != period:
        raise FileRefused(
            f"Tệp {read.file} là báo cáo {named.name}, không phải {period.name}. Hãy chọn đúng tệp, hoặc "
            "chọn lại kỳ."
        )


def word_bytes(file: Path, still_wanted: Callable[[], object] = always_wanted) -> bytes:
    """Return the bytes of a .docx, made from a .doc or .odt where it is one; raises `FileRefused`.

    `still_wanted` may raise to call it off.
    """
    too_large = (
        f"Tệp {file.name} lớn hơn {LARGEST_FILE // (1024 * 1024)} MB nên không được mở. Hãy nén ảnh "
        "trong Word rồi lưu và đọc lại."
    )
    data = whole_content(file, LARGEST_FILE, too_large)
    suffix = file.suffix.lower()
    return as_docx(data, suffix, still_wanted) if suffix in CONVERTED else data


def _fitness(template: Template, parts: WordReport, facts: ReportFacts) -> float:
    """How well a set fits: by the rows of its tables first, then headings, then time and level."""
    asked = {label_words(row.label) for row in template.indicators.values()}
    told = {label_words(row.label) for table in parts.forms for row in table.rows}
    rows = len(asked & told) / len(asked | told) if asked and told else -_PENALTY if told else 0.0
    headings = [plain_heading(part.heading) for part in template.outline.sections]
    shared = {likeness(heading.title) for heading in parts.headings} & set(headings)
    fits = _is_in_force(template, facts) + (_level(facts.office) is template.level)
    return 10 * rows + len(shared) / max(1, len(headings)) + 0.3 * fits


def _is_in_force(template: Template, facts: ReportFacts) -> bool:
    if facts.period is None:
        return False
    day = (facts.window or facts.period.window).last
    return template.valid_from <= day <= (template.valid_to or date.max)


def _level(office: str) -> Level | None:
    words = likeness(office)
    return next((level for opening, level in _LEVELS if words.startswith(opening)), None)

"""R8: places in the prose that cannot say what they are meant to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.blocks import Figure, Grid, Mark, Prose, Words, Written
from cchc_desktop.narrative.citing import Documents
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.speaking import Silence, said
from cchc_desktop.rules import wording
from cchc_desktop.rules.finding import Severity
from cchc_desktop.rules.wording import named
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class ProseFinding:
    """Something wrong in the prose: where, and at which writing. It holds no sentence."""

    case: str
    """`unreadable`, `no-document`, or what a reference is silent about (`Silence`)."""
    section: str
    line: int
    """Of the section's text, from 1; 0: in a note of the author's own."""
    source: str
    """The writing in question, as it stands in the text."""
    row: IndicatorCode | None = None
    """The row that says nothing."""
    reason: str = ""
    """Why the writing cannot be understood."""
    column: int = 0
    """Where in its line the writing stands as an editor shows it: a figure or a mark is one character."""
    turn: int = 1
    """The how-manieth finding of the section it is that says the same of the same writing."""
    rule: str = "R8"
    severity: Severity = Severity.WARN

    @property
    def code(self) -> str:
        """The finding's short stable name: `R8-II.2.c-9f3a`; the sign at the end is of the writing."""
        sign = crc32(f"{self.case}\n{self.source}".encode()) & 0xFFFF
        return f"{self.rule}-{self.section}-{sign:04x}" + (f".{self.turn}" if self.turn > 1 else "")


_KEEPS_DOTS = "Bản in để dấu chấm ở chỗ này cho đến khi sửa xong."
_WORDS = {
    "unreadable": (
        "Không hiểu chỗ đi theo số liệu",
        "Chỗ này được in nguyên như đã gõ.",
        "{source}: {reason}.",
        "Chọn lại chỉ tiêu, hoặc gõ {{ nếu muốn in dấu ngoặc nhọn.",
    ),
    Silence.NO_ROW.value: (
        "Lời văn nêu dòng không có",
        "Một chỗ trong lời văn chỉ đi theo được dòng có số liệu của bộ biểu mẫu.",
        "{source} nêu dòng {row}, mà bộ biểu mẫu không có số liệu nào ở dòng đó.",
        f"Chọn lại chỉ tiêu. {_KEEPS_DOTS}",
    ),
    Silence.BLANK.value: (
        "Lời văn nêu dòng còn trống",
        "Câu văn chỉ đủ nghĩa khi dòng được nêu đã có số liệu.",
        "{source} đi theo {place}, mà dòng đó còn trống.",
        f"Nhập số liệu của dòng đó, hoặc sửa câu văn. {_KEEPS_DOTS}",
    ),
    Silence.NO_PERIOD_BEFORE.value: (
        "Không có kỳ trước để so sánh",
        "So sánh cần báo cáo của kỳ liền trước trong cùng tệp cơ quan.",
        "{source} cần số liệu kỳ trước, mà tệp cơ quan không có báo cáo kỳ trước.",
        f"Lập báo cáo kỳ trước, hoặc bỏ phần so sánh. {_KEEPS_DOTS}",
    ),
    "no-document": (
        "Trích dẫn văn bản không có trong sổ",
        "Chú thích lấy nội dung từ sổ văn bản, hoặc từ lời chú viết trong chính mục này.",
        "{source} không có trong sổ văn bản, cũng không có lời chú nào của mục mang tên đó.",
        f"Chọn lại văn bản, hoặc thêm vào sổ văn bản. {_KEEPS_DOTS}",
    ),
}


def prose_findings(
    texts: Mapping[str, str], form: Form, previous: Form | None, documents: Documents
) -> tuple[ProseFinding, ...]:
    """Return what is wrong in the prose of each section, in the order of sections and lines."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for section, text in texts.items():
        for finding in _findings(section, parse(text), form, previous, documents):
            same = (section, finding.case, finding.source)
            seen[same] += 1
            found.append(replace(finding, turn=seen[same]))
    return tuple(found)


def known_cases() -> tuple[wording.Words, ...]:
    """Return every case of a finding in prose, as patterns; for the help."""
    return tuple(wording.Words(*words) for words in _WORDS.values())


def prose_finding_in_words(finding: ProseFinding, form: Form, section: str = "") -> wording.Words:
    """Return the finding as a person reads it; `section` is what its section is called, if not by its id."""
    title, why, message, remedy = _WORDS[finding.case]
    rows = [row for row in (finding.row,) if row and row in form.template.indicators]
    told = message.format(
        source=finding.source,
        reason=finding.reason,
        row=finding.row,
        place=named(rows, form),
    )
    line = f"dòng {finding.line}" if finding.line else "lời chú"
    return wording.Words(title, why, f"Mục {section or finding.section}, {line}: {told}", remedy)


def _findings(
    section: str, prose: Prose, form: Form, previous: Form | None, documents: Documents
) -> Iterator[ProseFinding]:
    for line, column, piece in _placed(prose):
        if isinstance(piece, Figure):
            for finding in _at_figure(section, line, piece, form, previous):
                yield replace(finding, column=column)
        elif isinstance(piece, Mark) and any(
            key not in prose.notes and key not in documents for key in piece.keys
        ):
            yield ProseFinding("no-document", section, line, piece.source, column=column)


def _placed(prose: Prose) -> Iterator[tuple[int, int, Written]]:
    """The pieces with line and column, the cells of a table's row one behind the other; notes have line 0."""
    for block in prose.blocks:
        if isinstance(block, Grid):
            for row, cells in enumerate((block.header, *block.rows)):
                number = block.number + row + (row > 0)  # the rule stands below the header
                yield from _in_line(number, (piece for cell in cells for piece in cell))
        else:
            yield from _in_line(block.number, block.pieces)
    for note in prose.notes.values():
        yield from _in_line(0, note)


def _in_line(number: int, pieces: Iterable[Written]) -> Iterator[tuple[int, int, Written]]:
    column = 0
    for piece in pieces:
        yield number, column, piece
        column += len(piece.text) if isinstance(piece, Words) else 1


def _at_figure(
    section: str, line: int, figure: Figure, form: Form, previous: Form | None
) -> Iterator[ProseFinding]:
    if figure.reference is None:
        yield ProseFinding("unreadable", section, line, figure.source, reason=figure.reason)
        return
    saying = said(figure.reference, form, previous)
    if saying.silence is not None:
        yield ProseFinding(saying.silence.value, section, line, figure.source, saying.code)

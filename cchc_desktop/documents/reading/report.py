"""A Word report taken apart: its head, its running text under headings, the tables of its forms."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from cchc_desktop.documents.reading.headings import HeadingLine, Opened, heading_lines, known_headings, opened
from cchc_desktop.documents.reading.lines import Line, Stretch, lines_of
from cchc_desktop.documents.reading.plain import Document, Paragraph, Table
from cchc_desktop.documents.reading.tables import FormTable, form_table, is_figure, parted, title_number
from cchc_desktop.template.model import Outline
from cchc_desktop.values.text import likeness

_FOOT = re.compile(r"\s*Nơi nhận\s*:?", re.IGNORECASE)
_APPENDIX = re.compile(
    r"\s*(?:Phụ lục|Biểu mẫu)(?:\s+số)?\s+(?:[IVX]{1,6}|[0-9]{1,2})\b(?:.{0,60}[^.;,])?", re.IGNORECASE
)
_TITLE = "baocao"
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 3
_MOST_TABLES = 200
_NEAR = 6
"""Paragraphs between an appendix's title and its table."""


@dataclass(frozen=True, slots=True)
class ReadSection:
    """The running text under one heading."""

    id: str
    heading: HeadingLine
    is_known: bool
    """Whether the outline has this section."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class UnreadTable:
    """A table of figures among the forms whose columns nobody can tell."""

    title: str
    """What stands above it, or its first words."""
    first: Stretch | None
    """The first of it that says something."""


@dataclass(slots=True)
class _Parts:
    """What was found so far."""

    head: list[Line] = field(default_factory=list)
    headings: list[HeadingLine] = field(default_factory=list)
    lines: list[list[Line]] = field(default_factory=list)
    forms: list[FormTable] = field(default_factory=list)
    unread: list[UnreadTable] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class WordReport:
    """A document as a report, whoever made it."""

    document: Document
    head: tuple[Line, ...]
    """What stands before the first heading, the letterhead included."""
    headings: tuple[HeadingLine, ...]
    lines: tuple[tuple[Line, ...], ...]
    """The running text under each heading."""
    forms: tuple[FormTable, ...]
    unread: tuple[UnreadTable, ...] = ()

    @property
    def opening(self) -> tuple[Line, ...]:
        """What stands between the title BÁO CÁO and the first heading; without a title the whole head."""
        titles = [at for at, line in enumerate(self.head) if likeness(line.text) == _TITLE]
        return self.head[titles[0] + 1 :] if titles else self.head

    def sections(self, outline: Outline) -> tuple[ReadSection, ...]:
        """Return the text under each heading, as sections of that outline where it has them."""
        openings: Sequence[Opened] = tuple(opened(self.headings, outline))
        return tuple(
            ReadSection(each.section, each.heading, each.is_known, lines)
            for each, lines in zip(openings, self.lines, strict=True)
        )


def taken_apart(document: Document, outlines: Collection[Outline]) -> WordReport:
    """Return the parts of a document; `outlines` are those whose headings are known by their words."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    headings = heading_lines(paragraphs, known_headings(outlines))
    parts = _Parts()
    in_text, recent = True, list[str]()
    for block in document.blocks:
        if isinstance(block, Table):
            for piece in parted(block):
                in_text = _take_table(piece, parts, _title(recent), in_text=in_text)
                recent.clear()
            continue
        recent.append(block.text)
        if parts.headings and (_APPENDIX.fullmatch(block.text) or _FOOT.match(block.text)):
            in_text = False
        if in_text:
            _take_paragraph(block, parts, headings.get(block.place))
    return WordReport(
        document,
        tuple(parts.head),
        tuple(parts.headings),
        tuple(map(tuple, parts.lines)),
        tuple(parts.forms),
        tuple(parts.unread),
    )


def _take_paragraph(paragraph: Paragraph, parts: _Parts, heading: HeadingLine | None) -> None:
    if heading is not None:
        parts.headings.append(heading)
        parts.lines.append([])
        return
    (parts.lines[-1] if parts.lines else parts.head).extend(lines_of(paragraph))


def _take_table(table: Table, parts: _Parts, title: str, *, in_text: bool) -> bool:
    """Take a table as a form's or as lines of the text; return whether the running text still goes on."""
    form = form_table(table, title, None if in_text else (parts.forms[-1] if parts.forms else None))
    is_titled = title_number(title) is not None
    is_form = (
        form is not None and len(form.rows) >= _FEWEST_ROWS and (not in_text or is_titled or _is_whole(form))
    )
    if form is not None and (is_form or not in_text) and len(parts.forms) < _MOST_TABLES:
        parts.forms.append(form)
    elif in_text:
        if parts.headings and any(_FOOT.match(cell.text) for row in table.rows for cell in row):
            return False
        (parts.lines[-1] if parts.lines else parts.head).extend(lines_of(table))
    elif form is None and _holds_figures(table):
        told = next(lines_of(table))
        parts.unread.append(UnreadTable(title or told.text, told.stretch(0, len(told.text))))
    return in_text


def _holds_figures(table: Table) -> bool:
    """Whether most of a column beside the first is figures: no list of names, no signatures."""
    columns = list(zip(*table.rows, strict=True))[1:]
    if len(columns) < _FEWEST_COLUMNS - 1 or len(table.rows) < _FEWEST_COLUMNS:
        return False
    return any(2 * sum(is_figure(cell.text) for cell in column) > len(column) for column in columns)


def _is_whole(form: FormTable) -> bool:
    """Whether the table names what a form has: STT, unit, figure."""
    columns = form.columns
    return columns.stt is not None and columns.unit is not None and columns.figure is not None


def _title(recent: Sequence[str]) -> str:
    """The title above a table: the nearest that names an appendix, else the last line."""
    near = list(recent)[-_NEAR:]
    titled = [text for text in near if title_number(text) is not None]
    return titled[-1] if titled else (near[-1] if near else "")

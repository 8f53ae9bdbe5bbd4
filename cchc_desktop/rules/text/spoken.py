"""From a section's stored text to what it says, and from a passage of that back to the stored text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.blocks import Figure, Grid, LineKind, Mark, Prose, Words, Written
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.rendering import WAITING
from cchc_desktop.narrative.speaking import USUAL, Writing, said
from cchc_desktop.narrative.syntax import ITEM_SIGN
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.section import HEADING, Live, TextSection
from cchc_desktop.values.text import composed

_KEPT = 256
_CELLS_PART = "\t"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands in a section's stored text."""

    line: int
    """From 1."""
    start: int
    """Column of the stored line where it begins, in code points from 0."""
    end: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A piece of a line with what it says."""

    piece: Written
    says: str
    rows: tuple[Live, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """One paragraph of the spoken text and the stored line it comes from."""

    number: int
    stretches: tuple[_Stretch, ...]
    begins: int = 0
    """Column of the stored line before which nothing of it stands."""

    @property
    def text(self) -> str:
        return "".join(stretch.says for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a section says, and the way back to its stored text."""

    section: TextSection
    markup: str
    lines: tuple[_Line, ...] = field(repr=False, default=())
    _settings: tuple[Form | None, Form | None, Writing] = field(repr=False, default=(None, None, USUAL))

    def place(self, paragraph: int, start: int, end: int) -> Place | None:
        """Return where the passage stands; None where it touches a live figure or a line's sign."""
        if paragraph == HEADING:
            return None
        line = self.lines[paragraph]
        columns, _ = _columns(line, self.markup.split("\n")[line.number - 1])
        inside = [column for column in columns[start:end] if column is not None]
        if not inside or len(inside) != end - start:
            return None
        return Place(line.number, inside[0], inside[-1] + 1)

    def shown(self, paragraph: int, start: int, end: int) -> tuple[int, int, int]:
        """Return line, first and last column of the passage as an editor shows it: each figure and each
        note's mark is one character.

        The line is 0 where no editor's line has it: in an author's note and in the heading.
        """
        if paragraph == HEADING:
            return 0, 0, 0
        line = self.lines[paragraph]
        _, shown = _columns(line, self.markup.split("\n")[line.number - 1])
        return 0 if line.begins else line.number, shown[start], shown[max(start, end - 1)] + 1

    def remedied(self, finding: TextFinding) -> str | None:
        """Return the stored text with the finding's passage replaced, or None where that is not safe.

        Never within a live figure: what it says is mended in its cell. What the new text says is compared
        with what it should say before it is offered.
        """
        place = self.place(finding.paragraph, finding.start, finding.end)
        if place is None or finding.remedy_text is None:
            return None
        lines = self.markup.split("\n")
        old = lines[place.line - 1]
        lines[place.line - 1] = old[: place.start] + finding.remedy_text + old[place.end :]
        markup = "\n".join(lines)
        said_now = list(self.section.paragraphs)
        text = said_now[finding.paragraph]
        said_now[finding.paragraph] = text[: finding.start] + finding.remedy_text + text[finding.end :]
        form, previous, writing = self._settings
        new = lines[place.line - 1]
        if _is_a_line(old) and _is_a_line(new):  # it means the same alone as among the others
            again = text_of("", "", new, form, previous, writing).section.paragraphs
            return markup if again == (said_now[finding.paragraph],) else None
        again = text_of("", "", markup, form, previous, writing).section.paragraphs
        return markup if again == tuple(said_now) else None


def text_of(
    section: str,
    heading: str,
    markup: str,
    form: Form | None = None,
    previous: Form | None = None,
    writing: Writing = USUAL,
) -> Spoken:
    """Return what the stored text of a section says, paragraph by paragraph, with the way back.

    Marks of notes say nothing; the author's own notes are paragraphs after the last. Notes that a register's
    document gives are no prose of the section and are left out.
    """
    markup = composed(markup)
    lines = tuple(_lines(parse(markup), markup, _Speaking(form, previous, writing)))
    return Spoken(
        TextSection(
            section,
            heading,
            tuple(line.text for line in lines),
            tuple(map(_live, lines)),
            sum(line.begins > 0 for line in lines),
        ),
        markup,
        lines,
        (form, previous, writing),
    )


@dataclass(frozen=True, slots=True)
class _Speaking:
    form: Form | None
    previous: Form | None
    writing: Writing

    def stretches(self, pieces: Iterable[Written]) -> Iterator[_Stretch]:
        for piece in pieces:
            if isinstance(piece, Words):
                yield _Stretch(piece, piece.text)
            elif isinstance(piece, Mark):
                yield _Stretch(piece, "")
            else:
                yield self._figure(piece)

    def _figure(self, figure: Figure) -> _Stretch:
        if figure.reference is None or self.form is None:
            says = figure.source if figure.reference is None else WAITING
            return _Stretch(figure, says, (Live(0, len(says), ()),))
        says = said(figure.reference, self.form, self.previous, self.writing).text or WAITING
        return _Stretch(figure, says, (Live(0, len(says), figure.reference.codes),))


def _lines(prose: Prose, markup: str, speaking: _Speaking) -> Iterator[_Line]:
    for block in prose.blocks:
        if not isinstance(block, Grid):
            dash = (_Stretch(Words(""), ITEM_SIGN),) if block.kind is LineKind.ITEM else ()
            yield _Line(block.number, (*dash, *speaking.stretches(block.pieces)))
            continue
        for row, cells in enumerate((block.header, *block.rows)):
            number = block.number + row + (row > 0)  # the rule stands below the header
            parts = [tuple(speaking.stretches(cell)) for cell in cells]
            parted = (stretch for part in parts for stretch in (*part, _Stretch(Words(""), _CELLS_PART)))
            yield _Line(number, tuple(parted)[:-1])
    stored = markup.split("\n")
    for key, note in prose.notes.items():
        number = next(at for at, line in enumerate(stored, 1) if line.lstrip().startswith(f"[^{key}]:"))
        yield _Line(number, tuple(speaking.stretches(note)), stored[number - 1].index("]:") + 2)


def _is_a_line(stored: str) -> bool:
    """Whether a stored line is neither a table's nor a note."""
    return bool(stored.strip()) and not stored.lstrip().startswith(("|", "[^", ":::"))


def _live(line: _Line) -> tuple[Live, ...]:
    found, at = [], 0
    for stretch in line.stretches:
        found += [Live(at + live.start, at + live.end, live.rows) for live in stretch.rows]
        at += len(stretch.says)
    return tuple(found)


@lru_cache(_KEPT)
def _columns(line: _Line, stored: str) -> tuple[list[int | None], list[int]]:
    """For each character that the line says, its column in the stored line and in the line as shown.

    What a figure says stands nowhere in the stored line: None. Signs of the markup are passed over; where
    that goes astray, `remedied` sees it.
    """
    columns: list[int | None] = []
    shown: list[int] = []
    at, seen = line.begins, 0
    for stretch in line.stretches:
        piece = stretch.piece
        if not isinstance(piece, Words):
            at = max(stored.find(piece.source, at), at) + len(piece.source)
            columns += [None] * len(stretch.says)
            shown += [seen] * len(stretch.says)
            seen += 1
            continue
        if not piece.text:  # a dash or the border of a cell: not part of the words
            columns += [None] * len(stretch.says)
            shown += [seen] * len(stretch.says)
            continue
        for letter in piece.text:
            at = max(stored.find(letter, at), at)
            columns.append(at)
            shown.append(seen)
            at, seen = at + 1, seen + 1
    return columns, shown

"""What was changed in Word since the report was written: text by section, figures by cell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import takewhile
from pathlib import Path

from cchc_desktop.documents.flow import END
from cchc_desktop.documents.reading.figures import ReadRow
from cchc_desktop.documents.reading.lines import Line as WordLine
from cchc_desktop.documents.reading.report import WordReport
from cchc_desktop.errors import CchcError
from cchc_desktop.foreign.child import always_wanted
from cchc_desktop.form.entry import read_answer
from cchc_desktop.narrative.blocks import Chart, Line
from cchc_desktop.office.printed.phrases import Phrases
from cchc_desktop.office.printed.printing import printed_figure
from cchc_desktop.office.prose.prose import rendered_prose
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.word_reports.both_texts import (
    OwnBlock,
    Pair,
    WordBlock,
    fixed_blocks,
    own_blocks,
    paired,
    word_blocks,
)
from cchc_desktop.office.word_reports.merging import Dropped, dropped
from cchc_desktop.office.word_reports.reading import read_word_report, refuse_other_period
from cchc_desktop.template.model import Kind
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.text import likeness, normal

OPENING, CLOSING = "Mở đầu", "Kết thúc"
"""What stands before the first heading and behind the last text, named as sections."""
_CLOSING = 0.6
_STOPS = " .;,/"


class Change(Enum):
    """What became of a paragraph. The value is the word on the command line."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph, or a small table, that Word has otherwise."""

    change: Change
    ours: str
    """Empty for what was added."""
    theirs: str
    """Empty for what was removed."""


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """What differs in one section."""

    section: str
    heading: str
    is_ours: bool
    """Whether our outline has the section and prints text in it: only that can be taken over."""
    changes: tuple[TextChange, ...]
    dropped: tuple[Dropped, ...]
    """Live figures that no longer say what Word says."""
    pairs: tuple[Pair, ...]
    """Every block with what became of it, for taking the section over."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A cell of a form whose printed figure Word has otherwise."""

    code: IndicatorCode
    label: str
    place: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between our report and somebody's document."""

    sections: tuple[SectionChanges, ...]
    """Only those in which something differs."""
    figures: tuple[FigureChange, ...]
    unsure: tuple[ReadRow, ...]
    """Rows of its tables that a person has to look at."""

    @property
    def is_same(self) -> bool:
        """Whether nothing differs and everything could be read."""
        return not (self.sections or self.figures or self.unsure)


def compared(
    report: OpenReport, file: Path, still_wanted: Callable[[], object] = always_wanted
) -> Comparison:
    """Return what a .docx, .doc or .odt has otherwise than our report prints.

    `still_wanted` may raise to call it off. Raises `FileRefused` for a file that cannot be read, is no
    report, or is one of another period.
    """
    read = read_word_report(file, [report.template], still_wanted=still_wanted)
    refuse_other_period(read, report.form.period)
    sections = tuple(_sections(report, read.parts))
    unsure = tuple(row for row in read.reading.unsure if not _is_as_printed(report, row))
    return Comparison(sections, tuple(_figures(report, read.reading.rows)), unsure)


def _sections(report: OpenReport, word: WordReport) -> Iterator[SectionChanges]:
    phrases = Phrases(report.head, report.archive.profile, report.template)
    theirs, printed = word.sections(report.outline), rendered_prose(report)
    lines = {section.id: section.lines for section in theirs if section.lines}
    closing = fixed_blocks([phrases.fill(report.outline.closing)])
    last = _without_closing(lines, theirs[-1].id, closing) if theirs else ()
    opening = [phrases.subject, *phrases.fill(report.outline.opening).split("\n")]
    yield from _differing(OPENING, OPENING, False, fixed_blocks(opening), word_blocks(_opening(word)))
    for part in report.outline.sections:
        own = own_blocks(report.prose.get(part.id, ""), printed.get(part.id, ()))
        blocks = word_blocks(lines.pop(part.id, ()))
        if part.table or _has_chart(printed.get(part.id, ())):
            blocks = tuple(
                each for each in blocks if not each.is_table
            )  # printed from the register, or drawn
        yield from _differing(part.id, phrases.heading(part), part.has_text, own, blocks)
    headings = {each.id: each.heading.title for each in theirs}
    for section, added in lines.items():
        yield from _differing(section, headings[section], False, (), word_blocks(added))
    yield from _differing(CLOSING, CLOSING, False, closing, word_blocks(last))


def _opening(word: WordReport) -> tuple[WordLine, ...]:
    """The lines from the subject on, without those that say to whom the report goes."""
    lines = word.opening
    to = [at for at, line in enumerate(lines) if likeness(line.text).startswith("kinhgui")]
    if not to:
        return lines
    dashed = takewhile(lambda line: line.text.lstrip().startswith("-"), lines[to[0] + 1 :])
    return (*lines[: to[0]], *lines[to[0] + 1 + len(list(dashed)) :])


def _without_closing(
    lines: dict[str, tuple[WordLine, ...]], last: str, closing: Sequence[OwnBlock]
) -> tuple[WordLine, ...]:
    """Take the report's closing sentence out of the section it stands behind, and return it."""
    texts = [likeness(block.text) for block in closing]
    found = [line for line in lines.get(last, ()) if is_closing(line.text, texts)]
    lines[last] = tuple(line for line in lines.get(last, ()) if line not in found)
    return tuple(line for line in found if line.text.strip() != END)


def _differing(
    section: str, heading: str, is_ours: bool, own: Sequence[OwnBlock], word: Sequence[WordBlock]
) -> Iterator[SectionChanges]:
    pairs = tuple(paired(own, word))
    changes = tuple(change for pair in pairs for change in _change(*pair))
    if changes:
        gone = tuple(each for pair in pairs for each in _dropped(*pair))
        yield SectionChanges(section, heading, is_ours, changes, gone, pairs)


def _change(own: OwnBlock | None, word: WordBlock | None) -> Iterator[TextChange]:
    ours, theirs = _told(own), _told(word)
    if ours.rstrip(_STOPS) == theirs.rstrip(_STOPS):  # the last one ends in "./."
        return
    change = Change.CHANGED if ours and theirs else Change.ADDED if theirs else Change.REMOVED
    yield TextChange(change, ours, theirs)


def _told(block: OwnBlock | WordBlock | None) -> str:
    """What the block says, and each of its footnotes on a line of its own."""
    if block is None:
        return ""
    return "\n".join((block.text, *(f"[{note}]" for note in block.notes)))


def _dropped(own: OwnBlock | None, word: WordBlock | None) -> Iterator[Dropped]:
    if own is None or word is None or own.text == word.text or not isinstance(own.stored, Line):
        return
    if paragraph := word.lines[0].paragraph:
        yield from dropped(own, paragraph)


def is_closing(text: str, closing: Sequence[str]) -> bool:
    """Whether a paragraph is the sentence that ends a report, or the sign behind it.

    `closing`: that sentence as the form set fixes it, as `likeness` writes it.
    """
    if text.strip() == END:
        return True
    said = likeness(text)
    return any(SequenceMatcher(None, said, each, autojunk=False).ratio() >= _CLOSING for each in closing)


def _has_chart(printed: Sequence[object]) -> bool:
    return any(isinstance(block, Chart) for block in printed)


def _is_as_printed(report: OpenReport, row: ReadRow) -> bool:
    """Whether the row says to the letter what ours prints: then nothing has to be read in it."""
    if row.code is None:
        return False
    ours = printed_figure(report.form, report.template.indicators[row.code], report.archive.settings)
    return normal(ours) == normal(row.raw)


def _figures(report: OpenReport, rows: Sequence[ReadRow]) -> Iterator[FigureChange]:
    known: Mapping[IndicatorCode, ReadRow] = {row.code: row for row in rows if row.code and row.is_sure}
    for code, row in known.items():
        indicator = report.template.indicators[code]
        ours = printed_figure(report.form, indicator, report.archive.settings)
        if indicator.kind is Kind.HEADING or _is_as_printed(report, row):
            continue
        if row.answer is not None and row.answer.is_blank and report.form.answer(code).is_blank:
            continue
        try:
            is_same = not row.answer or read_answer(indicator, ours) == row.answer
        except CchcError:  # ours prints in dots what still waits for its answer
            is_same = False
        if not is_same:
            yield FigureChange(code, indicator.label, row.place, ours, row.raw)

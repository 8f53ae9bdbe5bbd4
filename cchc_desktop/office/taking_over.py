"""Sections of somebody's Word report taken over into ours, as markup whose figures stay live."""

from collections.abc import Iterable, Iterator

from cchc_desktop.narrative.blocks import Block, Grid, Mark, Prose, Words, Written
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.storing import stored
from cchc_desktop.office.both_texts import OwnBlock, Pair, WordBlock
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.comparing import Comparison, SectionChanges
from cchc_desktop.office.merging import Notes, merged, notes_of
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.values.text import normal


def take_over(report: OpenReport, found: Comparison, section: str) -> Changes:
    """Put Word's text of a section in the place of ours; live figures that still say the same stay live.

    Raises `ReportRefused` where the section does not differ or is none of the outline's.
    """
    changes = next((each for each in found.sections if each.section == section), None)
    if changes is None:
        named = ", ".join(each.section for each in found.sections if each.is_ours) or "không mục nào"
        raise ReportRefused(
            f"Mục {section} của tệp Word không khác báo cáo này. Các mục có khác biệt: {named}."
        )
    return report.write(report.section(section).id, taken_over(report.prose.get(section, ""), changes))


def taken_over(text: str, changes: SectionChanges) -> str:
    """Return the stored text of a section with what Word changed in it."""
    prose = parse(text)
    own = [block for block, _ in changes.pairs if block is not None]
    notes = notes_of(own, prose.notes)
    blocks = tuple(_blocks(changes.pairs, notes))
    marks = (piece for _, piece in Prose(blocks).pieces() if isinstance(piece, Mark))
    called = {key for mark in marks for key in mark.keys}
    kept = {key: note for key, note in prose.notes.items() if key in called}
    return stored(Prose(blocks, {**kept, **notes.own}))


def _blocks(pairs: Iterable[Pair], notes: Notes) -> Iterator[Block[Written]]:
    for own, word in pairs:
        if word is None:
            if own is not None and not own.text:
                yield own.stored  # it prints no text of its own, so nobody could change it
        elif own is not None and own.text == word.text:
            yield own.stored
        elif (paragraph := word.lines[0].paragraph) is not None:
            yield merged(own, paragraph, notes)
        else:
            yield _grid(own, word)


def _grid(own: OwnBlock | None, word: WordBlock) -> Grid[Written]:
    """Word's table as words; which columns hold figures is as before where it has as many."""
    rows = [[normal(cell) for cell in line.text.split("\t")] for line in word.lines]
    width = max(map(len, rows))
    header, *others = [
        tuple((Words(cell),) if cell else () for cell in (*row, *[""] * (width - len(row)))) for row in rows
    ]
    before = own.stored if own is not None else None
    same = isinstance(before, Grid) and len(before.header) == width
    figures = before.figures if same and isinstance(before, Grid) else frozenset()
    return Grid(header, tuple(others), figures)

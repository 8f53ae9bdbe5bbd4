"""Sections of somebody's Word report taken over into ours, as markup whose figures stay live."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from cchc_desktop.narrative.blocks import Block, Grid, Mark, Prose, Words, Written
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.storing import stored
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.office.word_reports.both_texts import OwnBlock, Pair, WordBlock, says_the_same
from cchc_desktop.office.word_reports.comparing import Comparison, SectionChanges
from cchc_desktop.office.word_reports.merging import Notes, merged, notes_of
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
        elif own is not None and says_the_same(own, word):
            yield own.stored
        elif (paragraph := word.lines[0].paragraph) is not None:
            yield merged(own, paragraph, notes)
        else:
            yield _grid(own, word)


def _grid(own: OwnBlock | None, word: WordBlock) -> Grid[Written]:
    """Word's table; rows and cells that still say the same are ours, figures and notes included."""
    told = word.text.split("\n")
    width = max(line.count("\t") for line in told) + 1
    before = own.stored if own is not None and isinstance(own.stored, Grid) else None
    rows: list[tuple[tuple[Written, ...], ...]] = [_words(line.split("\t"), width) for line in told]
    if own is None or before is None or len(before.header) != width:
        return Grid(rows[0], tuple(rows[1:]))
    ours, kept = own.text.split("\n"), (before.header, *before.rows)
    matcher = SequenceMatcher(None, ours, told, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            rows[start:end] = kept[first:last]
        elif last - first == end - start:
            for mine, theirs in zip(range(first, last), range(start, end), strict=True):
                rows[theirs] = _merged_row(kept[mine], ours[mine], rows[theirs], told[theirs])
    return Grid(rows[0], tuple(rows[1:]), before.figures)


def _merged_row(
    kept: tuple[tuple[Written, ...], ...], ours: str, new: tuple[tuple[Written, ...], ...], told: str
) -> tuple[tuple[Written, ...], ...]:
    """The row with each cell of ours that still says the same."""
    was, now = ours.split("\t"), told.split("\t")
    same = [at < len(was) and at < len(now) and was[at] == now[at] for at in range(len(new))]
    return tuple(mine if keep else theirs for mine, theirs, keep in zip(kept, new, same, strict=True))


def _words(cells: Sequence[str], width: int) -> tuple[tuple[Written, ...], ...]:
    padded = (*cells, *[""] * (width - len(cells)))
    return tuple((Words(normal(cell)),) if normal(cell) else () for cell in padded)

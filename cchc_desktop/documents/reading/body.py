"""The body of a .docx as plain data. Runs in the child process: nothing is caught, a broken file ends it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
from lxml.etree import _Element

from cchc_desktop.documents.reading.counting import Counter
from cchc_desktop.documents.reading.gate import DOCUMENT
from cchc_desktop.documents.reading.grids import grid, lays_out
from cchc_desktop.documents.reading.plain import Cell, Document, NoteMark, Paragraph, Run, Table
from cchc_desktop.documents.reading.runs import boxes, has_hidden, pieces
from cchc_desktop.documents.reading.styles import Style, Styles, outline_level
from cchc_desktop.documents.reading.wordml import below, is_on, tree, value, w

_CHANGES = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")))
_MOST_PARAGRAPHS = 60_000
_LONGEST_TEXT = 1_500_000
"""Characters: some six hundred pages. What is read is compared word by word, outside of the child."""


def read_document(members: Mapping[str, bytes]) -> Document:
    """Return the document in the members of a .docx; raises what its parser raises on a broken one."""
    root = tree(members, DOCUMENT)
    body = below(root, "body")
    if root is None or body is None:
        raise ValueError("a Word document without a body")
    reader = _Reader(
        Styles(tree(members, "word/styles.xml")),
        Counter.of(tree(members, "word/numbering.xml")),
        _notes(tree(members, "word/footnotes.xml")),
        places(body),
    )
    has_changes = any(next(root.iter(change), None) is not None for change in _CHANGES)
    document = Document(tuple(reader.blocks(body)), has_changes, has_hidden(body), tuple(boxes(body)))
    if sum(len(paragraph.text) for paragraph in document.paragraphs()) > _LONGEST_TEXT:
        raise ValueError("more text than a report has")
    return document


def places(body: _Element) -> dict[_Element, int]:
    """Return every paragraph of the body with its place; the same for whoever puts a comment there."""
    found = {element: place for place, element in enumerate(body.iter(w("p")))}
    if len(found) > _MOST_PARAGRAPHS:
        raise ValueError("more paragraphs than a report has")
    return found


def _notes(root: _Element | None) -> dict[str, str]:
    """The text of each footnote by its id."""
    notes = {}
    for note in () if root is None else root.iterchildren(w("footnote")):
        lines = ("".join(text for _, text in pieces(each)) for each in note.iter(w("p")))
        notes[note.get(w("id"), "")] = " ".join(" ".join(lines).split())
    return notes


@dataclass(frozen=True, slots=True)
class _Reader:
    styles: Styles
    counter: Counter
    notes: Mapping[str, str]
    places: Mapping[_Element, int]

    def blocks(self, parent: _Element) -> Iterator[Paragraph | Table]:
        for child in parent:
            if child.tag == w("p"):
                if (paragraph := self._paragraph(child)) is not None:
                    yield paragraph
            elif child.tag == w("tbl") and lays_out(child):
                for cell in child.iterdescendants(w("tc")):
                    if next(cell.iterancestors(w("tbl"))) is child:
                        yield from self.blocks(cell)
            elif child.tag == w("tbl"):
                yield Table(grid(child, self._cell))
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)

    def _cell(self, cell: _Element) -> tuple[Paragraph, ...]:
        """What a cell says; a table within it is read as its lines."""
        said: list[Paragraph] = []
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                said.append(block)
            else:
                said += [each for row in block.rows for inner in row for each in _own(inner)]
        return tuple(said)

    def _paragraph(self, element: _Element) -> Paragraph | None:
        style = self.styles.of(value(element, "pPr/pStyle"))
        level = value(element, "pPr/outlineLvl")
        number = self._number(element, style)
        runs, notes = self._runs(element, style)
        if not any(run.text.strip() for run in runs):
            return None
        return Paragraph(
            self.places[element],
            tuple(runs),
            number,
            style.outline if level is None else outline_level(level),
            tuple(notes),
            style.name,
        )

    def _number(self, element: _Element, style: Style) -> str:
        list_id = value(element, "pPr/numPr/numId")
        if list_id is None:
            list_id = style.list_id
        level = value(element, "pPr/numPr/ilvl") or style.list_level or "0"
        return self.counter.next(list_id, level) if list_id not in ("", "0") else ""

    def _runs(self, element: _Element, style: Style) -> tuple[list[Run], list[NoteMark]]:
        runs: list[Run] = []
        notes: list[NoteMark] = []
        length = 0
        for run, text in pieces(element):
            mark = below(run, "footnoteReference")
            if mark is not None:
                notes.append(NoteMark(length, self.notes.get(mark.get(w("id"), ""), "")))
            if not text:
                continue
            length += len(text)
            bold, italic = is_on(run, "rPr/b"), is_on(run, "rPr/i")
            face = Run(
                text,
                style.bold if bold is None else bold,
                style.italic if italic is None else italic,
                bool(is_on(run, "rPr/highlight")),
            )
            if runs and msgspec.structs.replace(runs[-1], text=text) == face:
                runs[-1] = msgspec.structs.replace(face, text=runs[-1].text + text)
            else:
                runs.append(face)
        return runs, notes


def _own(cell: Cell) -> tuple[Paragraph, ...]:
    return () if cell.covered else cell.paragraphs

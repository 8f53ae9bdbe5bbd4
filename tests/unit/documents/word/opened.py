"""A written report, opened again as XML, with the questions that the tests ask of it."""

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property

from lxml import etree
from lxml.etree import _Element

from cchc_desktop.documents.content import Report
from cchc_desktop.documents.word.markup import w
from cchc_desktop.documents.word.report import write_report

Look = dict[str, dict[str, str]]


class Opened:
    """The parts of a .docx and its paragraphs by their style."""

    def __init__(self, docx: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(docx))

    def part(self, name: str) -> _Element:
        return etree.fromstring(self.archive.read(name))

    @cached_property
    def body(self) -> _Element:
        return self.part("word/document.xml")[0]

    @cached_property
    def styles(self) -> dict[str, _Element]:
        styles = self.part("word/styles.xml").iterchildren(w("style"))
        return {style.attrib[w("styleId")]: style for style in styles}

    def paragraphs(self, style: str, inside: _Element | None = None) -> list[_Element]:
        root = self.body if inside is None else inside
        return [paragraph for paragraph in root.iter(w("p")) if style_of(paragraph) == style]

    def texts(self, style: str) -> list[str]:
        return [text_of(paragraph) for paragraph in self.paragraphs(style)]

    def look(self, style: str) -> Look:
        """What a style says, with what it is based on: property → attributes."""
        own = self.styles[style]
        based = own.find(w("basedOn"))
        found = self._defaults() if based is None else self.look(based.attrib[w("val")])
        for group in ("pPr", "rPr"):
            for item in own.iterfind(f"{w(group)}/*"):
                found[local(item)] = found.get(local(item), {}) | attributes(item)
        return found

    def _defaults(self) -> Look:
        defaults = self.part("word/styles.xml").find(w("docDefaults"))
        assert defaults is not None
        return {local(item): attributes(item) for item in defaults.iterfind("*/*/*")}


def opened(report: Report) -> Opened:
    """The report, written and opened again."""
    return Opened(write_report(report))


def local(element: _Element) -> str:
    return etree.QName(element).localname


def attributes(element: _Element) -> dict[str, str]:
    """Attributes without their namespace."""
    return {etree.QName(name).localname: str(value) for name, value in element.attrib.items()}


def only(parent: _Element, path: str) -> _Element:
    """The one element at a path of names without prefix."""
    found = list(parent.iterfind("/".join(w(name) for name in path.split("/"))))
    assert len(found) == 1, f"{path}: {len(found)}"
    return found[0]


def value(parent: _Element, path: str) -> str:
    return only(parent, path).attrib[w("val")]


def style_of(paragraph: _Element) -> str:
    return value(paragraph, "pPr/pStyle")


def text_of(element: _Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: _Element) -> Iterator[str]:
    for item in element.iter(w("t"), w("br"), w("tab")):
        yield {"br": "\n", "tab": "\t"}.get(local(item)) or item.text or ""

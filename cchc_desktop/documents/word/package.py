"""The parts of a .docx and the file they make: the same report gives the same bytes, on any machine.

python-docx knows no footnotes, and its template would leave styles, a thumbnail and a name behind. So
the parts are put together on its packaging layer and written by our own archive.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package
from lxml import etree

from cchc_desktop.documents.timeless import TimelessPackage
from cchc_desktop.documents.word.markup import R, clean
from cchc_desktop.documents.word.page import FIRST_HEADER_ID, HEADER_ID
from cchc_desktop.documents.word.shipped import part_bytes, serialised

if TYPE_CHECKING:
    from datetime import date

    from cchc_desktop.documents.word.drawings import DrawnPart

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that differ from report to report, as bytes."""

    document: bytes
    styles: bytes
    numbering: bytes
    footnotes: bytes
    drawn: tuple[DrawnPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file states of itself: no program, no person, no clock."""

    title: str
    creator: str
    dated: date


def packed(parts: Parts, properties: Properties) -> bytes:
    """The whole .docx."""
    content, relation = CONTENT_TYPE, RELATIONSHIP_TYPE
    package = Package()
    document = _part(package, "word/document", content.WML_DOCUMENT_MAIN, parts.document)
    package.load_rel(relation.OFFICE_DOCUMENT, document, "rId1")
    core = _part(package, "docProps/core", content.OPC_CORE_PROPERTIES, _core(properties))
    package.load_rel(relation.CORE_PROPERTIES, core, "rId2")
    for relation_id, name, content_type, relation_type, blob in (
        ("rId1", "styles", content.WML_STYLES, relation.STYLES, parts.styles),
        ("rId2", "numbering", content.WML_NUMBERING, relation.NUMBERING, parts.numbering),
        ("rId3", "settings", content.WML_SETTINGS, relation.SETTINGS, part_bytes("settings.xml")),
        ("rId4", "footnotes", content.WML_FOOTNOTES, relation.FOOTNOTES, parts.footnotes),
        (HEADER_ID, "header1", content.WML_HEADER, relation.HEADER, part_bytes("header.xml")),
        (FIRST_HEADER_ID, "header2", content.WML_HEADER, relation.HEADER, part_bytes("header-first.xml")),
    ):
        document.load_rel(relation_type, _part(package, f"word/{name}", content_type, blob), relation_id)
    for drawn in parts.drawn:
        part = Part(PackURI(f"/word/{drawn.name}"), drawn.content_type, drawn.blob, package)
        document.load_rel(f"{R}/{drawn.relation}", part, drawn.relation_id)
    return _archived(package)


def _part(package: Package, name: str, content_type: str, blob: bytes) -> Part:
    return Part(PackURI(f"/{name}.xml"), content_type, blob, package)


def _core(properties: Properties) -> bytes:
    element = CT_CoreProperties.new()
    core = CoreProperties(element)
    core.title, core.author = _in_one_line(properties.title), _in_one_line(properties.creator)
    core.language = "vi-VN"
    core.created = core.modified = datetime.combine(properties.dated, time())
    return serialised(element)


def _in_one_line(text: str) -> str:
    return " ".join(clean(text).split())[:255]  # the longest that python-docx takes


def _archived(package: Package) -> bytes:
    """The archive: content types first, then each part followed by its relations."""
    stream = io.BytesIO()
    with TimelessPackage(stream, "w") as archive:
        archive.writestr(CONTENT_TYPES_URI.lstrip("/"), _content_types(package.parts))
        archive.writestr(PACKAGE_URI.rels_uri.lstrip("/"), package.rels.xml)
        for part in package.parts:
            is_photo = part.content_type.startswith("image/")  # packed already: packing it anew takes long
            archive.writestr(part.partname.lstrip("/"), part.blob, ZIP_STORED if is_photo else None)
            if part.rels:
                archive.writestr(part.partname.rels_uri.lstrip("/"), part.rels.xml)
    return stream.getvalue()


def _content_types(parts: list[Part]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, content_type in (("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML)):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type)
    for part in parts:
        name, content_type = part.partname, part.content_type
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=content_type)
    return serialised(root)

"""The parts of a .docx and the file they make: the same report gives the same bytes, on any machine.

python-docx knows no footnotes, and its template would leave styles, a thumbnail and a name behind. So
the parts are put together on its packaging layer and written by our own archive.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package
from lxml import etree

from cchc_desktop.documents.timeless import TimelessPackage
from cchc_desktop.documents.word.page import FIRST_HEADER_ID, HEADER_ID
from cchc_desktop.documents.word.shipped import part_bytes, serialised
from cchc_desktop.documents.word.styles import styles_part

if TYPE_CHECKING:
    from datetime import date

    from lxml.etree import _Element

    from cchc_desktop.documents.content import Numbering

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that differ from report to report."""

    document: _Element
    footnotes: _Element
    numbering: _Element


def packed(parts: Parts, numbering: Numbering, title: str, creator: str, dated: date) -> bytes:
    """The whole .docx. Title, creator and day are what its properties state."""
    package = Package()
    document = _part(package, "word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, serialised(parts.document))
    package.load_rel(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, document, "rId1")
    properties = _properties(title, creator, dated)
    core = _part(package, "docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, properties)
    package.load_rel(RELATIONSHIP_TYPE.CORE_PROPERTIES, core, "rId2")
    content, relation = CONTENT_TYPE, RELATIONSHIP_TYPE
    for relation_id, name, content_type, relation_type, blob in (
        ("rId1", "styles", content.WML_STYLES, relation.STYLES, styles_part(numbering)),
        ("rId2", "numbering", content.WML_NUMBERING, relation.NUMBERING, serialised(parts.numbering)),
        ("rId3", "settings", content.WML_SETTINGS, relation.SETTINGS, part_bytes("settings.xml")),
        ("rId4", "footnotes", content.WML_FOOTNOTES, relation.FOOTNOTES, serialised(parts.footnotes)),
        (HEADER_ID, "header1", content.WML_HEADER, relation.HEADER, part_bytes("header.xml")),
        (FIRST_HEADER_ID, "header2", content.WML_HEADER, relation.HEADER, part_bytes("header-first.xml")),
    ):
        document.load_rel(relation_type, _part(package, f"word/{name}.xml", content_type, blob), relation_id)
    return _archived(package)


def _part(package: Package, name: str, content_type: str, blob: bytes) -> Part:
    return Part(PackURI(f"/{name}"), content_type, blob, package)


def _properties(title: str, creator: str, dated: date) -> bytes:
    element = CT_CoreProperties.new()
    properties = CoreProperties(element)
    properties.title, properties.author, properties.language = title, creator, "vi-VN"
    properties.created = properties.modified = datetime.combine(dated, time())
    return serialised(element)


def _archived(package: Package) -> bytes:
    """The archive: content types first, then each part followed by its relations."""
    stream = io.BytesIO()
    with TimelessPackage(stream, "w") as archive:
        archive.writestr(CONTENT_TYPES_URI.lstrip("/"), _content_types(package.parts))
        archive.writestr(PACKAGE_URI.rels_uri.lstrip("/"), package.rels.xml)
        for part in package.parts:
            archive.writestr(part.partname.lstrip("/"), part.blob)
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

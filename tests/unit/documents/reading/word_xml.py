"""Word documents written out in their own markup, for what python-docx cannot write."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def p(text: str, properties: str = "", face: str = "") -> str:
    """Return a paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, face)}</w:p>"


def r(text: str, face: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{face}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str, properties: str = "") -> str:
    """Return a table's cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str) -> str:
    """Return a table of rows, each the markup of its cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def part(name: str, content: str) -> bytes:
    """Return a part of a document with this content in its root."""
    return f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'.encode()


def parts(body: str, **others: str) -> dict[str, bytes]:
    """Return the members of a document; others are the contents of styles, numbering, footnotes."""
    members = {
        "[Content_Types].xml": _TYPES.encode(),
        "word/_rels/document.xml.rels": _RELATIONS.encode(),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    return members | {f"word/{name}.xml": part(name, content) for name, content in others.items()}


def docx(body: str, **others: str) -> bytes:
    """Return the document as a file."""
    return zipped(parts(body, **others))


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a package of the members."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()

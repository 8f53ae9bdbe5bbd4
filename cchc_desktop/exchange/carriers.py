"""The two carriers of the machine part: a custom XML part, and a hidden sheet with pieces of base64.

A program that saves the workbook again loses one or the other, seldom both. Neither is found by a relation or
by a sheet's name: the members themselves are searched, because such programs rename and move them.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from enum import Enum

from cchc_desktop.exchange.signing import SIGNATURE_LENGTH
from cchc_desktop.exchange.statement import Sealed

NAMESPACE = "urn:cchc-desktop:exchange"
PIECE_LENGTH = 30_000
"""Characters of base64 in one cell; Excel keeps at most 32,767."""
SHEET_NAME = "Phần máy đọc"
SHEET_NOTE = "Phần máy đọc của tệp trao đổi. Xin giữ nguyên trang này."
_PIECE_MARK = b">CCHC:"
_PIECE = re.compile(rb">CCHC:(\d{1,4})/(\d{1,4}):([A-Za-z0-9+/=]{1,30000})<")
_NAMES = {"x": NAMESPACE}


class MachinePart(Enum):
    """How much of the machine part reached us. The value is the word on the command line."""

    WHOLE = "whole"
    ONE_CARRIER = "one carrier"
    NONE = "none"
    CONTRADICTORY = "contradictory"


def custom_part(sealed: Sealed) -> bytes:
    """Return the custom XML part: the statement readable as text, the signature in base64."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}exchange", nsmap={None: NAMESPACE})
    etree.SubElement(root, f"{{{NAMESPACE}}}statement").text = sealed.statement.decode()
    etree.SubElement(root, f"{{{NAMESPACE}}}signature").text = base64.b64encode(sealed.signature).decode()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def hidden_sheet(sealed: Sealed) -> bytes:
    """Return the worksheet part whose cells hold the signature and the statement in numbered pieces."""
    text = base64.b64encode(sealed.signature + sealed.statement).decode()
    pieces = [text[start : start + PIECE_LENGTH] for start in range(0, len(text), PIECE_LENGTH)]
    lines = [SHEET_NOTE, *(f"CCHC:{n}/{len(pieces)}:{piece}" for n, piece in enumerate(pieces, 1))]
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{line}</t></is></c></row>'
        for n, line in enumerate(lines, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<sheetData>{rows}</sheetData><sheetProtection sheet="1"/></worksheet>'
    ).encode()


def found(members: Mapping[str, bytes]) -> tuple[MachinePart, Sealed | None]:
    """Return how much of the machine part is there, and the part itself where it is beyond doubt.

    A carrier that is there but cannot be read counts as lost.
    """
    custom, pieces = _in_custom_parts(members), _in_pieces(members)
    carried = custom | pieces
    if len(carried) > 1:
        return MachinePart.CONTRADICTORY, None
    if not carried:
        return MachinePart.NONE, None
    return MachinePart.WHOLE if custom and pieces else MachinePart.ONE_CARRIER, carried.pop()


def _in_custom_parts(members: Mapping[str, bytes]) -> set[Sealed]:
    namespace = NAMESPACE.encode()
    parts = (content for name, content in members.items() if name.endswith(".xml") and namespace in content)
    return {sealed for part in parts if (sealed := _from_xml(part))}


def _from_xml(part: bytes) -> Sealed | None:
    from lxml import etree

    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    statement = root.findtext("x:statement", None, _NAMES)
    signature = root.findtext("x:signature", None, _NAMES)
    if root.tag != f"{{{NAMESPACE}}}exchange" or not statement or not signature:
        return None
    try:
        return Sealed(statement.encode(), base64.b64decode(signature.strip(), validate=True))
    except (binascii.Error, ValueError):
        return None


def _in_pieces(members: Mapping[str, bytes]) -> set[Sealed]:
    """Search sheets and shared strings for the pieces; base64 looks the same before and after a save."""
    pieces: dict[int, bytes] = {}
    totals: set[int] = set()
    for name, content in members.items():
        if _PIECE_MARK not in content or not name.startswith("xl/"):
            continue
        for number, total, piece in _PIECE.findall(content):
            totals.add(int(total))
            if pieces.setdefault(int(number), piece) != piece:
                return set()
    if len(totals) != 1 or sorted(pieces) != list(range(1, max(totals) + 1)):
        return set()
    try:
        text = base64.b64decode(b"".join(pieces[number] for number in sorted(pieces)), validate=True)
    except binascii.Error:
        return set()
    signature, statement = text[:SIGNATURE_LENGTH], text[SIGNATURE_LENGTH:]
    return {Sealed(statement, signature)} if statement else set()

"""Put the machine part into a finished workbook."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cchc_desktop.exchange.carriers import NAMESPACE, SHEET_NAME, custom_part, hidden_sheet
from cchc_desktop.exchange.messages import Payload
from cchc_desktop.exchange.statement import seal

CUSTOM_PART = "customXml/item1.xml"
HIDDEN_SHEET = "xl/worksheets/machine.xml"
_THE_BEGINNING = (1980, 1, 1, 0, 0, 0)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_RELATION_ID = "rIdMachine"
_SHEET_ID = 1_000
"""Far above the printed sheets' own numbers, which count from 1."""

_BOTH_TYPED = (
    f'<Override PartName="/{HIDDEN_SHEET}" ContentType="{_SHEET_TYPE}"/>'
    f'<Override PartName="/customXml/itemProps1.xml" ContentType="{_PROPERTIES_TYPE}"/>'
)
_SHEET_LISTED = (
    f'<sheet xmlns:r="{_OFFICE}" name="{SHEET_NAME}" sheetId="{_SHEET_ID}" state="hidden" '
    f'r:id="{_RELATION_ID}"/>'
)
_BOTH_RELATED = (
    f'<Relationship Type="{_OFFICE}/worksheet" Target="/{HIDDEN_SHEET}" Id="{_RELATION_ID}"/>'
    f'<Relationship Type="{_OFFICE}/customXml" Target="/{CUSTOM_PART}" Id="{_RELATION_ID}Xml"/>'
)
_ADDED = {
    "[Content_Types].xml": (b"</Types>", _BOTH_TYPED),
    "xl/workbook.xml": (b"</sheets>", _SHEET_LISTED),
    "xl/_rels/workbook.xml.rels": (b"</Relationships>", _BOTH_RELATED),
}
"""Before which closing tag of a part what is inserted."""
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CUSTOM_PROPERTIES = {
    "customXml/itemProps1.xml": (
        f'{_DECLARATION}<ds:datastoreItem ds:itemID="{{6B5A9F4E-0C0D-4B52-9A53-0C9E6F0D7A11}}" '
        f'xmlns:ds="{_OFFICE.removesuffix("/relationships")}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode(),
    "customXml/_rels/item1.xml.rels": (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    ).encode(),
}
"""Without these LibreOffice drops the custom part when it saves."""
_PRINTED = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml")


def pack(workbook: bytes, payload: Payload, private_key: bytes) -> bytes:
    """Return the workbook with the signed payload in both carriers; the same arguments give the same bytes.

    The workbook is one of ours: the parts that list its sheets are written without prefixes.
    """
    members = _members(workbook)
    for name, (end, addition) in _ADDED.items():
        members[name] = _with(members[name], end, addition.encode())
    sealed = seal(payload, printed_parts(members), private_key)
    members[HIDDEN_SHEET] = hidden_sheet(sealed)
    members[CUSTOM_PART] = custom_part(sealed)
    members |= _CUSTOM_PROPERTIES
    return _package(members)


def printed_parts(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the members whose bytes decide what a person reads: sheets, workbook, styles, shared strings."""
    return {
        name: content
        for name, content in members.items()
        if name in _PRINTED or (name.startswith("xl/worksheets/") and name != HIDDEN_SHEET)
    }


def _members(workbook: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(workbook)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _with(part: bytes, end: bytes, addition: bytes) -> bytes:
    if part.count(end) != 1:
        raise ValueError(f"expected one {end!r}")
    return part.replace(end, addition + end)


def _package(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            member = ZipInfo(name, _THE_BEGINNING)
            member.compress_type, member.create_system = ZIP_DEFLATED, 0
            package.writestr(member, content)
    return file.getvalue()

"""Put the machine part into a finished workbook."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cchc_desktop.exchange.carriers import SHEET_NAME, custom_part, hidden_sheet
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.statement import seal

CUSTOM_PART = "customXml/item1.xml"
HIDDEN_SHEET = "xl/worksheets/machine.xml"
_THE_BEGINNING = (1980, 1, 1, 0, 0, 0)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_RELATION_ID = "rIdMachine"
_SHEET_ID = 1_000
"""Far above the printed sheets' own numbers, which count from 1."""

_SHEET_TYPED = f'<Override PartName="/{HIDDEN_SHEET}" ContentType="{_SHEET_TYPE}"/>'
_SHEET_LISTED = (
    f'<sheet xmlns:r="{_OFFICE}" name="{SHEET_NAME}" sheetId="{_SHEET_ID}" state="hidden" '
    f'r:id="{_RELATION_ID}"/>'
)
_BOTH_RELATED = (
    f'<Relationship Type="{_OFFICE}/worksheet" Target="/{HIDDEN_SHEET}" Id="{_RELATION_ID}"/>'
    f'<Relationship Type="{_OFFICE}/customXml" Target="/{CUSTOM_PART}" Id="{_RELATION_ID}Xml"/>'
)
_ADDED = {
    "[Content_Types].xml": (b"</Types>", _SHEET_TYPED),
    "xl/workbook.xml": (b"</sheets>", _SHEET_LISTED),
    "xl/_rels/workbook.xml.rels": (b"</Relationships>", _BOTH_RELATED),
}
"""Before which closing tag of a part what is inserted."""
_PRINTED = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml")


def pack(workbook: bytes, payload: ReportPayload, private_key: bytes) -> bytes:
    """Return the workbook with the signed payload in both carriers; the same arguments give the same bytes.

    The workbook is one of ours: the parts that list its sheets are written without prefixes.
    """
    members = _members(workbook)
    for name, (end, addition) in _ADDED.items():
        members[name] = _with(members[name], end, addition.encode())
    sealed = seal(payload, printed_parts(members), private_key)
    members[HIDDEN_SHEET] = hidden_sheet(sealed)
    members[CUSTOM_PART] = custom_part(sealed)
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

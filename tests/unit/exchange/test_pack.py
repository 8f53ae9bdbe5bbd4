"""The machine part in its two carriers."""

import io
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange import carriers, gate
from cchc_desktop.exchange.carriers import MachinePart
from cchc_desktop.exchange.pack import CUSTOM_PART, HIDDEN_SHEET, pack, printed_parts
from tests.unit.exchange.a_file import (
    CONTENT,
    OTHER_KEY,
    PRIVATE_KEY,
    a_file,
    a_payload,
    members_of,
    package,
    with_member,
    without,
)

GOOD = a_file()
OTHER = a_file(a_payload(text="Khác."))
LONG_AGO = (1980, 1, 1, 0, 0, 0)
_DIGEST = (
    "import hashlib; from tests.unit.exchange.a_file import a_file; "
    "print(hashlib.sha256(a_file()).hexdigest())"
)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert a_file() == GOOD


def test_the_same_report_gives_the_same_bytes_in_another_time_zone_and_locale() -> None:
    digests = set()
    for zone, tongue, seed in (("Asia/Ho_Chi_Minh", "vi_VN.UTF-8", "1"), ("America/Los_Angeles", "C", "2")):
        setting = {**os.environ, "TZ": zone, "LC_ALL": tongue, "PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", _DIGEST], env=setting, capture_output=True, check=True)
        digests.add(run.stdout)
    assert len(digests) == 1


def test_no_member_says_when_where_or_by_what_it_was_written() -> None:
    for content in members_of(GOOD).values():
        assert b"openpyxl" not in content
        assert b"Microsoft Excel" not in content
        assert str(Path.cwd()).encode() not in content
    with ZipFile(io.BytesIO(GOOD)) as package_read:
        assert {(entry.date_time, entry.create_system) for entry in package_read.infolist()} == {
            (LONG_AGO, 0)
        }


def test_the_machine_part_of_a_whole_file_is_found_in_both_carriers() -> None:
    part, sealed = carriers.found(gate.passed(GOOD))
    assert part is MachinePart.WHOLE
    assert sealed


@pytest.mark.parametrize("lost", [CUSTOM_PART, HIDDEN_SHEET])
def test_one_lost_carrier_is_noted_and_the_other_read(lost: str) -> None:
    _, whole = carriers.found(members_of(GOOD))
    assert carriers.found(members_of(without(GOOD, lost))) == (MachinePart.ONE_CARRIER, whole)


@pytest.mark.parametrize(
    ("carrier", "content"),
    [
        (CUSTOM_PART, f'<exchange xmlns="{carriers.NAMESPACE}"><statement>'.encode()),
        (CUSTOM_PART, f'<exchange xmlns="{carriers.NAMESPACE}"/>'.encode()),
        (HIDDEN_SHEET, b"<a><t>CCHC:1/2:AAAA</t></a>"),
        (HIDDEN_SHEET, b"<a><t>CCHC:1/1:AAA</t></a>"),
        (HIDDEN_SHEET, b"<a><t>CCHC:1/1:AAAA</t><t>CCHC:1/1:BBBB</t></a>"),
        (HIDDEN_SHEET, b"<a><t>CCHC:1/1:AAAA</t><t>CCHC:2/2:BBBB</t></a>"),
    ],
)
def test_a_carrier_that_cannot_be_read_counts_as_lost(carrier: str, content: bytes) -> None:
    assert carriers.found(members_of(with_member(GOOD, carrier, content)))[0] is MachinePart.ONE_CARRIER


def test_no_carrier_is_no_machine_part() -> None:
    assert carriers.found(members_of(without(GOOD, CUSTOM_PART, HIDDEN_SHEET))) == (MachinePart.NONE, None)


def test_carriers_that_differ_are_shown_and_not_chosen_from() -> None:
    mixed = with_member(GOOD, CUSTOM_PART, members_of(OTHER)[CUSTOM_PART])
    assert carriers.found(members_of(mixed)) == (MachinePart.CONTRADICTORY, None)


def test_the_custom_part_is_found_under_any_name_and_after_canonicalisation() -> None:
    members = members_of(GOOD)
    canonical = ET.canonicalize(members.pop(CUSTOM_PART).decode()).encode()
    assert carriers.found({**members, "docProps/saved.xml": canonical})[0] is MachinePart.WHOLE


def test_the_pieces_are_found_where_a_spreadsheet_moves_its_strings() -> None:
    members = members_of(GOOD)
    moved = package({**members, HIDDEN_SHEET: b"<worksheet/>", "xl/sharedStrings.xml": members[HIDDEN_SHEET]})
    assert carriers.found(members_of(moved))[0] is MachinePart.WHOLE


def test_a_long_report_travels_in_several_pieces_that_a_cell_can_hold() -> None:
    long = a_file(a_payload(text="Rất dài. " * 20_000))
    assert carriers.found(members_of(long))[0] is MachinePart.WHOLE
    pieces = [
        text for text in ET.fromstring(members_of(long)[HIDDEN_SHEET]).itertext() if text.startswith("CCHC:")
    ]
    assert len(pieces) > 1
    assert max(map(len, pieces)) < 32_767


def test_the_digests_cover_what_a_person_reads_and_no_carrier() -> None:
    covered = set(printed_parts(members_of(GOOD)))
    assert {
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet3.xml",
    } <= covered
    assert not covered & {CUSTOM_PART, HIDDEN_SHEET}


def test_another_key_changes_the_carriers_alone() -> None:
    ours, theirs = members_of(GOOD), members_of(pack(workbook(CONTENT), a_payload(), OTHER_KEY))
    assert {name for name in ours if ours[name] != theirs[name]} == {CUSTOM_PART, HIDDEN_SHEET}


def test_a_workbook_whose_sheets_are_listed_in_another_way_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="</sheets>"):
        pack(with_member(workbook(CONTENT), "xl/workbook.xml", b"<x:workbook/>"), a_payload(), PRIVATE_KEY)

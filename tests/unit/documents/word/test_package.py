"""The file: the same bytes each time, nothing of its maker, nothing of this machine."""

import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import docx
import pytest

from cchc_desktop.documents.content import Letterhead, Report
from cchc_desktop.documents.word.markup import w
from cchc_desktop.documents.word.report import write_report
from tests.unit.documents.reports import REPORT
from tests.unit.documents.word.opened import attributes, opened

DIGEST = """
import hashlib
from cchc_desktop.documents.word.report import write_report
from tests.unit.documents.reports import REPORT
print(hashlib.sha256(write_report(REPORT)).hexdigest())
"""


def test_another_time_zone_locale_and_hash_seed_give_the_same_bytes() -> None:
    places = [
        {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"},
    ]
    commands = [
        subprocess.run([sys.executable, "-c", DIGEST], env=os.environ | place, stdout=-1, check=True)
        for place in places
    ]
    assert len({command.stdout for command in commands}) == 1


def test_several_threads_give_the_same_bytes() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(lambda _: write_report(REPORT), range(8)))) == 1


def test_no_clock_and_no_system_is_in_the_archive() -> None:
    for member in opened(REPORT).archive.infolist():
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert member.create_system == 0


def test_the_file_holds_these_parts_and_no_other() -> None:
    assert opened(REPORT).archive.namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/header2.xml",
        "docProps/core.xml",
    ]


def test_nothing_says_which_program_wrote_it() -> None:
    archive = opened(REPORT).archive
    everything = b"".join(archive.read(name) for name in archive.namelist()).lower()
    for trace in (
        b"python",
        b"docx",
        b"cchc-desktop",
        b"cchc_desktop",
        b"<!--",
        b"libreoffice",
        b"microsoft office",
    ):
        assert trace not in everything


def test_the_properties_name_the_report_and_the_office_and_the_day_of_the_form() -> None:
    office = Letterhead("", "Ủy ban nhân dân\nphường Mẫu\x07", "BC-UBND", "Mẫu", 2026)
    report = replace(REPORT, letterhead=office, subject="Công tác\ncải cách", dated=date(2026, 9, 14))
    core = docx.Document(io.BytesIO(write_report(report))).core_properties
    assert (core.title, core.author) == ("BÁO CÁO Công tác cải cách", "Ủy ban nhân dân phường Mẫu")
    assert core.created == core.modified
    assert str(core.created).startswith("2026-09-14 00:00:00")
    assert core.last_modified_by == ""


def test_a_very_long_subject_is_no_obstacle() -> None:
    core = docx.Document(io.BytesIO(write_report(replace(REPORT, subject="rất dài " * 80)))).core_properties
    assert core.title.startswith("BÁO CÁO rất dài")


def test_word_opens_it_without_compatibility_mode() -> None:
    settings = opened(REPORT).part("word/settings.xml")
    modes = [attributes(item) for item in settings.iter(w("compatSetting"))]
    assert [mode["val"] for mode in modes if mode["name"] == "compatibilityMode"] == ["15"]


def test_every_part_has_a_content_type_and_every_relation_a_part() -> None:
    document = opened(REPORT)
    names = set(document.archive.namelist())
    types = document.part("[Content_Types].xml")
    typed = {item.attrib["PartName"].lstrip("/") for item in types if "PartName" in item.attrib}
    assert typed == {name for name in names if name.endswith(".xml") and name != "[Content_Types].xml"}
    targets = {f"word/{item.attrib['Target']}" for item in document.part("word/_rels/document.xml.rels")}
    assert targets <= names


@pytest.mark.parametrize(
    "other",
    [
        replace(REPORT, subject="Khác"),
        replace(REPORT, dated=date(2026, 9, 15)),
        replace(REPORT, addressees=()),
    ],
)
def test_another_report_gives_other_bytes(other: Report) -> None:
    assert write_report(other) != write_report(REPORT)

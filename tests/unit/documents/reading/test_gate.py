"""The gate before a stranger's document: each of its checks, with a file that breaks it.

What the limits of a package are is told of workbooks (exchange/test_gate.py): it is the same archive.
"""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from cchc_desktop.documents.reading import gate
from cchc_desktop.documents.reading.refusal import ReportUnread
from tests.unit.documents.reading.word_xml import p, parts

GOOD = parts(p("a"))
RELATIONS = "word/_rels/document.xml.rels"
COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")


def packed(**changes: bytes) -> bytes:
    return zipped({**GOOD, **changes})


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ReportUnread) as refused:
        gate.passed(data)
    assert refused.value.message.endswith(".")
    assert "!" not in refused.value.message
    return refused.value.message


def test_a_document_passes_with_every_member_as_it_was_written() -> None:
    assert gate.passed(zipped(GOOD)) == GOOD


def test_pictures_fonts_and_a_charts_numbers_pass_unread() -> None:
    more = {"word/media/a.jpeg": b"\xff\xd8", "word/fonts/a.odttf": b"\0\1", "word/embeddings/a.xlsx": b"PK"}
    assert gate.passed(zipped({**GOOD, **more})) == {**GOOD, **more}


def test_a_file_beyond_the_size_limit_is_refused_unopened() -> None:
    assert "20 MB" in refusal(zipped(GOOD) + bytes(gate.LARGEST_FILE))


@pytest.mark.parametrize(
    ("kind", "attributes", "named"),
    [
        ("image", 'TargetMode="External"', "từ nơi khác"),
        ("image", "TargetMode = 'External'", "từ nơi khác"),
        ("image", 'TargetMode="&#69;xternal" X="/hyperlink"', "từ nơi khác"),
        ("attachedTemplate", 'TargetMode="External"', "từ nơi khác"),
        ("oleObject", 'TargetMode="External"', "từ nơi khác"),
        ("frame", 'TargetMode="External"', "từ nơi khác"),
        ("aFChunk", "", "altChunk"),
    ],
)
@pytest.mark.parametrize("name", [RELATIONS, "word/_rels/settings.xml.rels", "word/_rels/header9.xml.rels"])
def test_whatever_fetches_or_brings_in_another_file_is_refused(
    name: str, kind: str, attributes: str, named: str
) -> None:
    relation = f'<Relationship Type="http://a/{kind}" Target="http://x" {attributes}/>'
    assert named in refusal(packed(**{name: f"<Relationships>{relation}</Relationships>".encode()}))


def template(target: str) -> bytes:
    relation = (
        f'<Relationship Id="rId1" Type="http://a/attachedTemplate" Target="{target}" TargetMode="External"/>'
    )
    return packed(**{"word/_rels/settings.xml.rels": f"<Relationships>{relation}</Relationships>".encode()})


@pytest.mark.parametrize("target", ["file:///C:\\Users\\a\\Normal.dotm", "D:/mẫu/a.dotx", "Normal.dotm"])
def test_the_template_on_its_writers_own_disk_is_noted_in_many_documents(target: str) -> None:
    assert gate.passed(template(target))


ELSEWHERE = ("http://a/a.dotm", "//server/a.dotm", "file://server/a.dotm", "\\\\server\\a.dotm", "../a.dotm")


@pytest.mark.parametrize("target", [*ELSEWHERE, "http&#58;&#47;&#47;a/a.dotm"])
def test_a_template_from_elsewhere_is_refused(target: str) -> None:
    assert "từ nơi khác" in refusal(template(target))


def test_a_hyperlink_fetches_nothing() -> None:
    relation = '<Relationship Type="http://a/hyperlink" Target="http://b" TargetMode="External"/>'
    assert gate.passed(packed(**{RELATIONS: f"<Relationships>{relation}</Relationships>".encode()}))


@pytest.mark.parametrize(
    ("content", "named"), [(b"<Relationships>", "hỏng"), (b"<a>" + b" " * 1_000_001 + b"</a>", "quá")]
)
def test_relations_that_cannot_be_looked_through_are_refused(content: bytes, named: str) -> None:
    assert named in refusal(packed(**{RELATIONS: content}))


@pytest.mark.parametrize(
    "name", ["word/embeddings/oleObject1.bin", "word/embeddings/a.docm", "word/activeX/activeX1.xml"]
)
def test_embedded_objects_are_refused(name: str) -> None:
    assert "OLE" in refusal(packed(**{name: b"<a/>"}))


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"", "rỗng"),
        (COMPOUND + bytes(600), "kiểu cũ"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"%PDF-1.7", "PDF"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"7z\xbc\xaf'\x1c", "7z"),
        (b"{\\rtf1", "RTF"),
        (b"<html>", "trang web"),
        ("Kính gửi".encode(), "không phải là văn bản Word"),
        (b"PK\x03\x04", "hỏng"),
        (packed(**{"word/vbaProject.bin": b"\1"}), "macro"),
        (packed(**{"xl/workbook.xml": b"<a/>"}), "Excel"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (zipped({"a.docx": zipped(GOOD)}), "giải nén"),
        (packed(**{"setup.exe": b"MZ"}), "thành phần lạ"),
        (packed(**{"word/styles.xml": b"<!DOCTYPE a><a/>"}), "DOCTYPE"),
        (packed(**{"word/styles.xml": "<a/>".encode("utf-16")}), "UTF-8"),
        (packed(**{"word/bomb.xml": b" " * 30_000_000}), "quá lớn"),
    ],
)
def test_files_of_another_kind_and_hostile_members_are_called_by_their_name(data: bytes, named: str) -> None:
    assert named in refusal(data)

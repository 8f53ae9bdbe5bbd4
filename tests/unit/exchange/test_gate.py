"""The gate before any parser: each of its limits, with a file that breaks it."""

import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from cchc_desktop.exchange import gate
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.foreign import archive
from tests.unit.exchange.a_file import a_file, members_of, package, with_member, without

GOOD = a_file()
STYLES = "xl/styles.xml"


def refusal(data: bytes) -> str:
    with pytest.raises(ExchangeRefused) as refused:
        gate.passed(data)
    assert refused.value.message.endswith(".")
    assert "!" not in refused.value.message
    return refused.value.message


def header(data: bytes, name: str, mark: bytes, name_at: int) -> int:
    """Return where the member's local header or directory entry begins."""
    at = -1
    while (at := data.index(mark, at + 1)) >= 0:
        if data[at + name_at :].startswith(name.encode()):
            return at
    raise AssertionError(name)


def local(data: bytes, name: str) -> int:
    return header(data, name, b"PK\x03\x04", 30)


def listed(data: bytes, name: str) -> int:
    return header(data, name, b"PK\x01\x02", 46)


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def test_a_report_passes_with_every_member_as_it_was_written() -> None:
    assert gate.passed(GOOD) == members_of(GOOD)


def test_a_file_beyond_the_size_limit_is_refused_unopened() -> None:
    assert "5 MB" in refusal(GOOD + bytes(gate.LARGEST_FILE))


def test_more_members_than_a_report_has_are_refused() -> None:
    crowd = {f"xl/{number}.xml": b"<a/>" for number in range(archive.MOST_MEMBERS)}
    assert "200 thành phần" in refusal(package({**members_of(GOOD), **crowd}))


def test_a_member_that_inflates_beyond_its_limit_is_refused_before_it_is_whole() -> None:
    bomb = with_member(GOOD, "xl/bomb.xml", b" " * (archive.LARGEST_MEMBER + 1))
    assert len(bomb) < 100_000
    assert "quá lớn" in refusal(bomb)


def test_the_size_a_header_claims_is_not_believed() -> None:
    bomb = with_member(GOOD, "xl/bomb.xml", b" " * (archive.LARGEST_MEMBER + 1))
    small = struct.pack("<I", 10)
    lying = patched(
        patched(bomb, local(bomb, "xl/bomb.xml") + 22, small), listed(bomb, "xl/bomb.xml") + 24, small
    )
    assert "quá lớn" in refusal(lying)


def test_members_that_are_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 30_000)
    assert "quá lớn" in refusal(GOOD)


def test_a_member_compressed_beyond_the_ratio_is_refused() -> None:
    assert "nén quá 200 lần" in refusal(
        with_member(GOOD, "xl/blanks.xml", b"<a>" + b" " * 1_000_000 + b"</a>")
    )


def test_a_member_whose_checksum_does_not_fit_is_refused() -> None:
    crc_differs = patched(GOOD, local(GOOD, STYLES) + 14, b"\0\0\0\0")
    crc_differs = patched(crc_differs, listed(GOOD, STYLES) + 16, b"\0\0\0\0")
    assert "mã kiểm tra" in refusal(crc_differs)


@pytest.mark.parametrize(
    ("place", "new"),
    [
        (6, b"\x02"),
        (8, b"\x00"),
        (14, b"\1\2\3\4"),
        (18, b"\1\0\0\0"),
        (22, b"\1\0\0\0"),
        (30, b"xl/sneaky.xml"),
    ],
    ids=["flags", "method", "checksum", "compressed size", "size", "name"],
)
def test_a_local_header_that_disagrees_with_the_directory_is_refused(place: int, new: bytes) -> None:
    assert "khai hai cách khác nhau" in refusal(patched(GOOD, local(GOOD, STYLES) + place, new))


def test_sizes_that_follow_their_content_are_read() -> None:
    stream = io.BytesIO()

    class Unseekable(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            assert isinstance(data, bytes | bytearray | memoryview)
            return stream.write(data)

    with ZipFile(Unseekable(), "w", ZIP_DEFLATED) as streamed:
        for name, content in members_of(GOOD).items():
            streamed.writestr(name, content)
    assert gate.passed(stream.getvalue()) == members_of(GOOD)


def test_folders_named_in_a_package_are_passed_over() -> None:
    assert gate.passed(with_member(GOOD, "xl/", b"")) == members_of(GOOD)


@pytest.mark.parametrize(
    "name", ["/xl/a.xml", "../a.xml", "xl/../../a.xml", "xl\\a.xml", "C:/a.xml", "xl//a.xml"]
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert "đường dẫn" in refusal(with_member(GOOD, name, b"<a/>"))


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")  # zipfile warns of what this test is about
@pytest.mark.parametrize("name", [STYLES, "XL/Styles.xml"])
def test_a_name_that_stands_twice_is_refused(name: str) -> None:
    assert "cùng tên" in refusal(package(members_of(GOOD), (name, b"<a/>")))


def test_an_encrypted_member_is_named_as_such() -> None:
    locked = patched(GOOD, local(GOOD, STYLES) + 6, b"\x01")
    assert "mật khẩu" in refusal(patched(locked, listed(GOOD, STYLES) + 8, b"\x01"))


def test_another_compression_than_deflate_is_refused() -> None:
    bzip2 = patched(patched(GOOD, local(GOOD, STYLES) + 8, b"\x0c"), listed(GOOD, STYLES) + 10, b"\x0c")
    assert "hỏng" in refusal(bzip2)


def test_bytes_after_the_end_of_a_deflated_member_are_refused() -> None:
    content = b"<a/>"
    engine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = engine.compress(content) + engine.flush() + b"hidden"
    stored = io.BytesIO()
    with ZipFile(stored, "w", ZIP_STORED) as written:
        written.writestr("xl/workbook.xml", packed)
    data = stored.getvalue()
    for at in (local(data, "xl/w") + 8, listed(data, "xl/w") + 10):
        data = patched(data, at, struct.pack("<H", 8))
    checks = struct.pack("<I", zlib.crc32(content)), struct.pack("<I", len(content))
    for check, local_at, listed_at in ((checks[0], 14, 16), (checks[1], 22, 24)):
        data = patched(
            patched(data, local(data, "xl/w") + local_at, check), listed(data, "xl/w") + listed_at, check
        )
    assert "hỏng" in refusal(data)


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"\xef\xbb\xbf<!DOCTYPE a><a/>",
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a><a/>".encode("utf-16"),
        "<!DOCTYPE a><a/>".encode("utf-16-be"),
    ],
    ids=["entity", "byte order mark", "utf-16", "utf-16 without a mark"],
)
@pytest.mark.parametrize("name", ["xl/a.xml", "xl/a.rels", "xl/printer.bin"])
def test_a_doctype_is_refused_wherever_it_stands(name: str, content: bytes) -> None:
    assert "DOCTYPE" in refusal(with_member(GOOD, name, content))


@pytest.mark.parametrize(
    "content",
    [
        "<a/>".encode("utf-16"),
        b"<?xml version='1.0' encoding='UTF-7'?><a/>",
        b"<?xml version='1.0'" + b" " * 500 + b"encoding='cp037'?><a/>",
        b"\x4c\x6f\xa7\x94",
        b"plain text",
        b"",
    ],
)
def test_xml_in_another_encoding_could_hide_a_doctype_and_is_refused(content: bytes) -> None:
    assert "UTF-8" in refusal(with_member(GOOD, "xl/a.xml", content))


def test_a_member_no_workbook_has_is_refused() -> None:
    assert "thành phần lạ" in refusal(with_member(GOOD, "setup.exe", b"MZ"))


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"", "rỗng"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), ".xls"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "__properties_version1.0".encode("utf-16-le"), "(.msg)"),
        (b"%PDF-1.7", "PDF"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"<html><table></table></html>", "trang web"),
        ("STT;Chỉ tiêu".encode(), "không phải là bảng tính"),
        (GOOD[: len(GOOD) // 2], "hỏng"),
        (b"PK\x03\x04", "hỏng"),
        (with_member(GOOD, "xl/vbaProject.bin", b"\1"), "macro"),
        (with_member(GOOD, "xl/embeddings/oleObject1.bin", b"\1"), "nhúng"),
        (with_member(without(GOOD, "xl/workbook.xml"), "xl/workbook.bin", b"\1"), ".xlsb"),
        (package({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), ".ods"),
        (package({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), "Word"),
        (package({"BC.xlsx": GOOD}), "giải nén"),
    ],
)
def test_files_of_another_kind_are_called_by_their_name(data: bytes, named: str) -> None:
    assert named in refusal(data)


def test_a_macro_workbook_is_known_by_its_content_type_too() -> None:
    types = members_of(GOOD)["[Content_Types].xml"].replace(
        b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    )
    assert "macro" in refusal(with_member(GOOD, "[Content_Types].xml", types))

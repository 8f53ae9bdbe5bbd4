"""Files, folders, mails, archives: what is taken out of them, one after the other."""

import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.documents.reading.converting import CONVERTED
from cchc_desktop.office.mailroom.arrivals import WORD, Arrival, arrivals, files_of
from cchc_desktop.office.mailroom.mails import Draft, draft_mail, opened_mail


def mail(*files: tuple[str, bytes], date: str = "Tue, 15 Sep 2026 08:30:00 +0700") -> bytes:
    """Return a mail with these attachments."""
    message = EmailMessage()
    message["From"] = "Văn thư <vt@mau.example>"
    message["Date"] = date
    message.set_content("Kính gửi")
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def archive(*files: tuple[str, bytes]) -> bytes:
    """Return a zip archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files:
            made.writestr(name, content)
    return out.getvalue()


def came(folder: Path, name: str, content: bytes) -> list[Arrival]:
    """Return what arrived in a file of that name."""
    (folder / name).write_bytes(content)
    return [*arrivals(folder / name)]


def test_a_mail_gives_its_attachments_with_its_own_date_and_sender(tmp_path: Path) -> None:
    (arrival,) = came(tmp_path, "thư.eml", mail(("báo cáo.xlsx", b"PK"), ("ảnh.png", b"png")))
    assert (arrival.name, arrival.data) == ("thư.eml › báo cáo.xlsx", b"PK")
    assert arrival.came == datetime(2026, 9, 15, 1, 30, tzinfo=UTC)
    assert (arrival.sender, arrival.file_name) == ("vt@mau.example", "báo cáo.xlsx")


def test_archives_and_mails_in_each_other_are_opened_reasonably_deep(tmp_path: Path) -> None:
    inner = mail(("a.xlsx", b"a"))
    outer = archive(("thư/một.eml", inner), ("b.xlsx", b"b"), ("đọc.txt", b""), ("~$b.xlsx", b""))
    found = came(tmp_path, "gói.zip", outer)
    assert [(each.name, each.data) for each in found] == [
        ("gói.zip › một.eml › a.xlsx", b"a"),
        ("gói.zip › b.xlsx", b"b"),
    ]
    nested = b"x"
    for _ in range(7):
        nested = archive(("trong.zip", nested))
    assert "lồng quá nhiều lớp" in came(tmp_path, "sâu.zip", nested)[-1].trouble


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("không phải.zip", b"PK no archive", "bị hỏng"),
        ("rỗng.zip", archive(("đọc.txt", b"")), "không có tệp nào để nhận"),
        ("thư.eml", b"no mail at all", "không có tệp đính kèm"),
        ("bom.zip", archive(("a.xlsx", bytes(6_000_000))), "quá lớn"),
        ("lớn.xlsx", bytes(6_000_000), "quá lớn"),
        ("hỏng.zip", archive(("a.xlsx", b"a" * 999)).replace(b"a.xlsx", b"b.xlsx", 1), "hỏng"),
    ],
)
def test_what_cannot_be_opened_gets_a_sentence(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (arrival,) = came(tmp_path, name, content)
    assert said in arrival.trouble
    assert arrival.trouble.endswith(".")


def test_names_in_an_archive_are_read_as_they_were_written(tmp_path: Path) -> None:
    said = archive(("Báo cáo.xlsx", b"a"))
    unsaid = bytearray(said)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # where the flag stands that says UTF-8
        unsaid[said.index(mark) + at + 1] &= ~0x08
    for content in (said, bytes(unsaid), archive(("Bao cao.xlsx", b"a"))):
        (arrival,) = came(tmp_path, "gói.zip", content)
        assert arrival.name in ("gói.zip › Báo cáo.xlsx", "gói.zip › Bao cao.xlsx")


def test_attachments_that_outlook_hid_are_spoken_of(tmp_path: Path) -> None:
    (arrival,) = came(tmp_path, "thư.eml", mail(("winmail.dat", b"?")))
    assert "winmail.dat" in arrival.trouble
    assert "Hãy đề nghị" in arrival.trouble


def test_what_may_hold_a_report_and_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    for name in ("a.rar", "b.7z", "c.msg", "d.doc", "e.odt", "f.pdf", "g.png"):
        (tmp_path / name).write_bytes(b"")
    assert [each.name for each in files_of([tmp_path])] == ["a.rar", "b.7z", "c.msg", "d.doc", "e.odt"]


def test_every_kind_of_word_file_that_is_taken_is_one_that_can_be_read() -> None:
    assert set(WORD) == {".docx", *CONVERTED}


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    (arrival,) = arrivals(tmp_path / "mất.xlsx")
    assert "Không đọc được tệp" in arrival.trouble


def test_a_folder_gives_what_may_hold_reports_in_order(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a/c.eml", "đọc.txt", "~$b.xlsx", ".ẩn.xlsx", "a.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    named = [str(each.relative_to(tmp_path)) for each in files_of([tmp_path])]
    assert named == ["a/c.eml", "a.docx", "b.xlsx"]
    assert files_of([tmp_path / "đọc.txt"]) == (tmp_path / "đọc.txt",)


def test_a_draft_opens_for_sending_and_says_nothing_of_who_and_when(tmp_path: Path) -> None:
    file = tmp_path / "BC.xlsx"
    file.write_bytes(b"PK")
    written = draft_mail(Draft("tinh@mau.example", "Báo cáo quý III", "Kính gửi\n", (file,)))
    assert written.startswith(b"X-Unsent: 1\r\n")
    assert b"Date:" not in written
    assert b"From:" not in written
    assert written == draft_mail(Draft("tinh@mau.example", "Báo cáo quý III", "Kính gửi\n", (file,)))
    opened = opened_mail(written)
    assert [(each.name, each.data) for each in opened.attachments] == [("BC.xlsx", b"PK")]
    assert opened.date is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"Date: ", b"Content-Type: multipart/mixed\n\n"]))
def test_any_bytes_are_opened_as_a_mail_without_an_error(content: bytes, head: bytes) -> None:
    opened_mail(head + content)

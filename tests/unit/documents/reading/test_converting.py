"""Documents that LibreOffice turns into .docx, and what happens where it cannot."""

import io
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from cchc_desktop.documents.reading import converting
from cchc_desktop.documents.reading.converting import as_docx, libreoffice
from cchc_desktop.documents.reading.gate import DOCUMENT
from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.foreign.archive import inflated

OLD = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)


def odt(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", b"application/vnd.oasis.opendocument.text")
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_LINKED = f"""<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:text="{_OASIS}:text:1.0"
 xmlns:draw="{_OASIS}:drawing:1.0" xmlns:svg="{_OASIS}:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>
<text:p>chữ<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{{}}" xlink:type="simple"
 xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body>
</office:document-content>"""


_MANIFEST = b"""<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
_LISTENER = """
import http.server
class Listener(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        print(self.path, flush=True)
        self.send_error(404)
    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Listener)
print(server.server_port, flush=True)
server.serve_forever()
"""
"""In a process of its own: the tests themselves open no internet socket."""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program of ours where LibreOffice is looked for."""
    stand_in = tmp_path / "soffice"
    monkeypatch.setattr(converting, "libreoffice", lambda: str(stand_in))
    return stand_in


def behaving(program: Path, lines: str) -> None:
    program.write_text(f"#!{sys.executable}\nimport pathlib, sys, time\n{lines}\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)


def test_without_libreoffice_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("ProgramFiles", raising=False)
    monkeypatch.delenv("ProgramFiles(x86)", raising=False)
    assert libreoffice() is None
    with pytest.raises(ReportUnread, match="cần LibreOffice") as refused:
        as_docx(OLD, ".doc")
    assert "Lưu thành" in refused.value.message


def test_libreoffice_is_found_where_windows_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    installed = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    installed.parent.mkdir(parents=True)
    installed.touch()
    assert libreoffice() == str(installed)


def test_it_works_in_a_profile_and_a_folder_of_its_own_that_are_gone_afterwards(program: Path) -> None:
    behaving(
        program,
        "source = pathlib.Path(sys.argv[-1])\n"
        "told = source.read_bytes()[:8] + '\\n'.join(sys.argv[1:]).encode()\n"
        "source.with_suffix('.docx').write_bytes(told)",
    )
    made = as_docx(OLD, ".doc")
    assert made.startswith(OLD[:8])
    profile, *options = made[8:].decode().split("\n")
    assert profile.startswith("-env:UserInstallation=file://")
    assert {"--headless", "--norestore"} <= set(options)
    assert not Path(options[-1]).parent.exists()


def test_a_program_that_makes_nothing_is_told(program: Path) -> None:
    behaving(program, "")
    with pytest.raises(ReportUnread, match="không đổi được"):
        as_docx(OLD, ".doc")


def test_a_program_that_hangs_is_ended(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    behaving(program, "time.sleep(60)")
    monkeypatch.setattr(converting, "TIME_LIMIT", 0.5)
    with pytest.raises(ReportUnread, match="trong thời hạn"):
        as_docx(OLD, ".doc")


def test_a_program_is_ended_at_once_when_the_document_is_no_longer_wanted(
    program: Path, tmp_path: Path
) -> None:
    class CalledOff(Exception):
        pass

    begun = tmp_path / "begun"

    def call_off() -> None:
        if begun.exists():
            raise CalledOff

    behaving(program, f"pathlib.Path({str(begun)!r}).touch()\ntime.sleep(60)")
    started = time.monotonic()
    with pytest.raises(CalledOff):
        as_docx(OLD, ".doc", call_off)
    assert time.monotonic() - started < converting.TIME_LIMIT / 2


def test_libreoffice_fetches_nothing_that_a_document_links_to() -> None:
    if libreoffice() is None:
        return
    with subprocess.Popen([sys.executable, "-c", _LISTENER], stdout=subprocess.PIPE) as listener:
        try:
            assert listener.stdout
            port = listener.stdout.readline().decode().strip()
            content = _LINKED.format(f"http://127.0.0.1:{port}/anh.png").encode()
            made = as_docx(odt(**{"content.xml": content, "META-INF/manifest.xml": _MANIFEST}), ".odt")
        finally:
            listener.kill()
        asked = listener.stdout.read()
    assert "chữ".encode() in inflated(made)[DOCUMENT]
    assert asked == b""


@pytest.mark.parametrize(
    ("data", "suffix", "named"),
    [
        (b"{\\rtf1", ".doc", "không phải văn bản Word kiểu cũ"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), ".doc", "kiểu cũ"),
        (b"PK", ".odt", "hỏng"),
        (odt(**{"Basic/a.xml": b"<a/>"}), ".odt", "macro"),
        (odt(**{"a.xml": b"<a/>", "b/../c.xml": b"<a/>"}), ".odt", "đường dẫn"),
        (odt(**{"content.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), ".odt", "DOCTYPE"),
        (odt(**{"META-INF/manifest.xml": b"<a><encryption-data/></a>"}), ".odt", "mật khẩu"),
        (bytes(21 * 1024 * 1024), ".odt", "20 MB"),
    ],
)
def test_a_hostile_file_never_reaches_libreoffice(
    data: bytes, suffix: str, named: str, program: Path
) -> None:
    with pytest.raises(ReportUnread, match=named):
        as_docx(data, suffix)
    assert not program.exists()

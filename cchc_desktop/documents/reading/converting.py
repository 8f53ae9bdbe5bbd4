"""Old and foreign documents (.doc, .odt) made into .docx by LibreOffice, where it is on this machine."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.documents.reading.gate import LARGEST_FILE
from cchc_desktop.documents.reading.quiet_profile import make_quiet_profile
from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.foreign.archive import inflated
from cchc_desktop.foreign.child import always_wanted
from cchc_desktop.foreign.kinds import is_old_office
from cchc_desktop.foreign.members import check_members
from cchc_desktop.foreign.refusal import ForeignRefused

CONVERTED = (".doc", ".odt")
TIME_LIMIT = 90.0
"""Seconds; LibreOffice's first start on an old machine takes a third of that."""
_BREATH = 0.1
"""Seconds between two looks at whether the document is still wanted."""
_NAMES = ("soffice", "libreoffice")
_FOLDERS = (("ProgramFiles", "LibreOffice"), ("ProgramFiles(x86)", "LibreOffice"))
_SAVE_AS = "Hãy mở tệp trong Word, chọn “Lưu thành” kiểu Word Document (.docx) rồi đọc lại."


def as_docx(data: bytes, suffix: str, still_wanted: Callable[[], object] = always_wanted) -> bytes:
    """Return the document as a .docx, or raise `ReportUnread`.

    LibreOffice works in a profile and a folder of its own, which are gone afterwards; it runs no macro,
    fetches nothing and has `TIME_LIMIT` seconds. What it makes is a stranger's file like any other: it passes
    the gate again. `still_wanted` is called while it works: what it raises ends it and comes out.
    """
    _refuse_hostile(data, suffix)
    program = libreoffice()
    if program is None:
        raise ReportUnread(f"Đọc tệp {suffix} cần LibreOffice, mà máy này không có. {_SAVE_AS}")
    with TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True) as scratch:
        source = Path(scratch) / f"bao-cao{suffix}"
        source.write_bytes(data)
        _run(program, source, Path(scratch), still_wanted)
        made = source.with_suffix(".docx")
        if not made.is_file() or made.stat().st_size > LARGEST_FILE:
            raise ReportUnread(
                f"LibreOffice không đổi được tệp {suffix} này sang .docx, tệp hỏng hoặc có mật khẩu. "
                f"{_SAVE_AS}"
            )
        return made.read_bytes()


def libreoffice() -> str | None:
    """Return where LibreOffice's program is: on the PATH, or where it is installed on Windows; else None."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    for variable, folder in _FOLDERS:
        if root := os.environ.get(variable):
            program = Path(root) / folder / "program" / "soffice.exe"
            if program.is_file():
                return str(program)
    return None


def _refuse_hostile(data: bytes, suffix: str) -> None:
    if len(data) > LARGEST_FILE:
        raise ReportUnread(f"Tệp lớn hơn {LARGEST_FILE // (1024 * 1024)} MB nên không được mở. {_SAVE_AS}")
    if suffix == ".doc":
        if not is_old_office(data):
            raise ReportUnread(f"Tệp mang đuôi .doc nhưng không phải văn bản Word kiểu cũ. {_SAVE_AS}")
        return
    try:
        members = inflated(data)
        check_members({name: each for name, each in members.items() if each and name.endswith(".xml")}, ())
    except ForeignRefused as refusal:
        raise ReportUnread(refusal.message) from refusal
    if not members.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.text"):
        raise ReportUnread(f"Tệp mang đuôi .odt nhưng không phải văn bản OpenDocument. {_SAVE_AS}")
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise ReportUnread("Văn bản được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi đọc lại.")
    if any(name.startswith(("Basic/", "Scripts/")) for name in members):
        raise ReportUnread(f"Văn bản có macro nên không được mở. {_SAVE_AS}")


def _run(program: str, source: Path, scratch: Path, still_wanted: Callable[[], object]) -> None:
    profile = make_quiet_profile(scratch / "profile").as_uri()
    process = subprocess.Popen(
        [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            str(scratch),
            str(source),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + TIME_LIMIT
    try:
        while not _has_ended(process):
            still_wanted()
            if time.monotonic() > end:
                raise ReportUnread(f"LibreOffice không đổi xong tệp này trong thời hạn. {_SAVE_AS}")
    finally:
        _end(process)


def _has_ended(process: "subprocess.Popen[bytes]") -> bool:
    try:
        process.wait(_BREATH)
    except subprocess.TimeoutExpired:
        return False
    return True


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program with what it started: `soffice` itself is only a small parent."""
    if sys.platform == "win32":
        taskkill = Path(os.environ["SYSTEMROOT"]) / "System32" / "taskkill.exe"
        subprocess.run([taskkill, "/PID", str(process.pid), "/T", "/F"], check=False, capture_output=True)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()

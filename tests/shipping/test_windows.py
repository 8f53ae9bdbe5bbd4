"""Windows, as far as it can be looked at from elsewhere: no call it lacks, its names, its hold on files."""

import ast
import errno
import re
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest

from cchc_desktop.errors import FileRefused
from cchc_desktop.exchange.names import Kind, file_name
from cchc_desktop.office.keeping.portable import MARKER, Stick
from cchc_desktop.office.printed.phrases import word_name
from cchc_desktop.office.writing import write_whole
from cchc_desktop.values.period import Period
from ui.producing import office_name

CHECKOUT = Path(__file__).parents[2]
SOURCES = sorted(file for room in ("cchc_desktop", "ui") for file in (CHECKOUT / room).rglob("*.py"))
POSIX_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_CALLS = {
    "os.chown",
    "os.fork",
    "os.geteuid",
    "os.getpgid",
    "os.getuid",
    "os.killpg",
    "os.mkfifo",
    "os.nice",
    "os.setsid",
    "os.statvfs",
    "os.uname",
    "signal.SIGALRM",
    "signal.SIGKILL",
    "signal.alarm",
}
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class Held(PermissionError):
    """What `os.replace` raises on Windows while another program holds the target."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EACCES, "held")
        self.winerror = number


def posix_only(tree: ast.AST) -> Iterator[str]:
    """Yield what a module uses that Windows lacks and that no look at `sys.platform` guards."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "sys.platform" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in POSIX_MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in POSIX_MODULES:
            yield str(node.module)
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in POSIX_CALLS:
            yield ast.unparse(node)
        yield from posix_only(node)


def test_nothing_is_used_that_windows_lacks() -> None:
    found = {
        str(file.relative_to(CHECKOUT)): names
        for file in SOURCES
        if (names := sorted(set(posix_only(ast.parse(file.read_text("utf-8"))))))
    }
    assert found == {}


@pytest.mark.parametrize("line", ["import fcntl", "from resource import RLIMIT_AS", "import os\nos.fork()"])
def test_what_windows_lacks_is_seen_and_a_guard_excuses_it(line: str) -> None:
    assert list(posix_only(ast.parse(line)))
    guarded = "\n".join(f"    {each}" for each in line.splitlines())
    assert not list(posix_only(ast.parse(f"import sys\nif sys.platform != 'win32':\n{guarded}")))


def unnamed_encodings(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that read or write text in whatever encoding the system prefers."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            places = {"read_text": 0, "write_text": 1}.get(call.func.attr)
            is_named = any(each.arg == "encoding" for each in call.keywords)
            if places is not None and len(call.args) <= places and not is_named:
                yield call.lineno


def test_text_is_read_and_written_as_utf8_whatever_windows_prefers() -> None:
    found = {
        file.name: lines
        for file in SOURCES
        if (lines := list(unnamed_encodings(ast.parse(file.read_text("utf-8")))))
    }
    assert found == {}
    assert list(unnamed_encodings(ast.parse("path.read_text()"))) == [1]


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_held_for_a_moment_is_replaced_when_it_is_let_go(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path := tmp_path / "báo cáo.docx").write_bytes(b"old")
    replace, held = Path.replace, iter([True, True, False])

    def hold(self: Path, target: Path) -> Path:
        if next(held):
            raise Held(number)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", hold)
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert write_whole(path, b"new").read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["báo cáo.docx"]


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_stays_open_in_word_is_left_and_the_new_one_lies_beside_it(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path := tmp_path / "báo cáo.docx").write_bytes(b"old")
    replace = Path.replace

    def hold(self: Path, target: Path) -> Path:
        if target == path:
            raise Held(number)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", hold)
    monkeypatch.setattr("time.sleep", lambda _: None)
    with pytest.raises(FileRefused, match=r"báo cáo \(2\)\.docx"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert (tmp_path / "báo cáo (2).docx").read_bytes() == b"new"


@pytest.mark.parametrize("office", ["UBND phường Mẫu", 'Sở "A/B": C?', "..", "Đội 3 | tổ 1"])
def test_every_name_that_is_proposed_is_one_windows_takes(office: str) -> None:
    made = file_name(Kind.REPORT, code="", name=office, period="2026-Q3", sequence=1)
    for name in (f"{office_name(office)}.cchc", word_name(Period.read("2026-Q3")), made):
        assert not FORBIDDEN.search(name)
        assert not name.endswith((".", " "))
        assert PureWindowsPath(name).name == name


def test_a_file_of_a_stick_is_the_same_under_another_letter_of_its_drive(tmp_path: Path) -> None:
    (tmp_path / MARKER).write_text("mot-the", encoding="utf-8")
    stick = Stick(tmp_path, tmp_path)
    on_e, on_f, other = (
        stick._key(PureWindowsPath(place))
        for place in (r"E:\CCHC\phường.cchc", r"F:\CCHC\phường.cchc", r"F:\CCHC\xã.cchc")
    )
    assert on_e == on_f != other


def test_the_oldest_windows_is_said_where_people_look_before_they_start() -> None:
    for file in ("docs/bundle.md", "resources/help/hoi-dap.md", ".ci/windows/installer.iss"):
        assert re.search("Windows 10.{0,30}1809", (CHECKOUT / file).read_text("utf-8"), re.DOTALL), file


def test_the_installer_asks_for_no_rights_and_ties_office_files_to_the_window() -> None:
    script = (CHECKOUT / ".ci" / "windows" / "installer.iss").read_text("utf-8")
    assert "PrivilegesRequired=lowest" in script
    assert "{#Version}" in script
    assert 'Subkey: "Software\\Classes\\.cchc"' in script
    assert "HKCU" in script
    assert "HKLM" not in script

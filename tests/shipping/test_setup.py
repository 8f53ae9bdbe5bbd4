"""The set-up on a machine that lacks something: what it can bring it brings, the rest it names."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
import first_run
import system_packages

CHECKOUT = Path(__file__).parents[2]

LDD_REPORT = """\
/somewhere/Qt/plugins/platforms/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-cursor.so.0 => not found
\tlibQt6Gui.so.6 => /somewhere/Qt/lib/libQt6Gui.so.6 (0x00007f)
\tlibEGL.so.1 => not found
/somewhere/QtGui.abi3.so:
\tlibEGL.so.1 => not found
"""


def refuse(*_: object) -> bool:
    return False


def test_each_missing_library_is_reported_once() -> None:
    assert system_packages.unresolved(LDD_REPORT) == {"libEGL.so.1", "libxcb-cursor.so.0"}


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_a_library_is_named_by_its_debian_package(library: str, package: str) -> None:
    assert system_packages.package_of(library) == package


def test_where_nothing_may_be_installed_the_one_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "for_window", lambda _: ["libegl1", "libxcb-cursor0"])
    monkeypatch.setattr(system_packages, "may_install", lambda: None)
    system_packages.prepare_window(Path())
    assert "sudo apt-get install libegl1 libxcb-cursor0\n" in capsys.readouterr().out


def test_nothing_is_said_where_nothing_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "for_window", lambda _: [])
    system_packages.prepare_window(Path())
    assert capsys.readouterr().out == ""


def test_a_python_without_ensurepip_names_the_package_that_completes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for way in ("by_ensurepip", "by_own_pip", "by_virtualenv", "by_system_package"):
        monkeypatch.setattr(bootstrap, way, refuse)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    with pytest.raises(bootstrap.SetupFailed, match=f"sudo apt-get install {package}$"):
        bootstrap.make_environment()


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path) -> None:
    (dangling := tmp_path / "python").symlink_to(tmp_path / "removed")
    assert not bootstrap.works(dangling)


def test_no_window_is_tried_without_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not first_run.has_display()


@pytest.mark.skipif(not shutil.which("make"), reason="the machine has no make")
def test_make_alone_explains_every_target() -> None:
    said = subprocess.run(["make", "-C", str(CHECKOUT)], capture_output=True, text=True, check=True).stdout
    targets = ["setup", "run", "test", "check", "bench", "bench-full", "bundle", "format", "clean"]
    explained = {words[0] for line in said.splitlines() if len(words := line.split(maxsplit=1)) == 2}
    assert explained.issuperset(targets)


@pytest.mark.skipif(not shutil.which("make"), reason="the machine has no make")
def test_a_python_too_old_is_refused_in_one_sentence(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements-dev.txt"):
        shutil.copy(CHECKOUT / name, tmp_path)
    shutil.copytree(CHECKOUT / ".ci", tmp_path / ".ci")
    (old := tmp_path / "python-old").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    old.chmod(0o755)
    tried = subprocess.run(
        ["make", "-C", str(tmp_path), "setup", f"PYTHON={old}"],
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 2
    assert tried.stderr.startswith(f"Cần Python 3.11 trở lên nhưng không thấy trong: {old}.")


@pytest.mark.skipif(not shutil.which("make"), reason="the machine has no make")
def test_every_command_speaks_utf8_whatever_the_console_says(tmp_path: Path) -> None:
    (asking := tmp_path / "asking.mk").write_text("asked:\n\t@printenv PYTHONIOENCODING\n", "utf-8")
    asked = subprocess.run(
        ["make", "-C", str(CHECKOUT), "-f", "Makefile", "-f", str(asking), "asked"],
        env={**os.environ, "MAKEFLAGS": "", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "utf-8\n" in asked.stdout

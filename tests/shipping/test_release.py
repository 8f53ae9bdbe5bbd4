"""A release: its parts list, its checksums, and a wheel that works where nothing of the checkout is."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import dressing
import release
import sbom

CHECKOUT = Path(__file__).parents[2]


def test_the_version_stands_in_one_place() -> None:
    version = dressing.version()
    said = re.compile(rf'version\s*=\s*"{re.escape(version)}"')
    files = [*(CHECKOUT / ".ci").rglob("*.py"), *(CHECKOUT / "ui").rglob("*.py"), *CHECKOUT.glob("*.spec")]
    files += (CHECKOUT / "cchc_desktop").rglob("*.py")
    assert [file.name for file in files if version in file.read_text("utf-8")] == [
        "dressing.py"
    ]  # an example
    assert len(said.findall((CHECKOUT / "pyproject.toml").read_text("utf-8"))) == 1


def test_a_version_nobody_told_of_is_not_released() -> None:
    assert release.is_told_of("1.2.0", "## [1.2.0] - 2027-01-05")
    assert not release.is_told_of("1.2.0", "## [1.2.0.1], [11.2.0]")
    assert release.is_told_of(dressing.version(), (CHECKOUT / "CHANGELOG.md").read_text("utf-8"))


def test_the_parts_list_names_every_library_with_its_licence(tmp_path: Path) -> None:
    sbom.write_sbom(tmp_path / "a.json")
    sbom.write_sbom(tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    listed = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.5")
    by_name = {each["name"]: each for each in listed["components"]}
    assert by_name["lxml"]["purl"] == f"pkg:pypi/lxml@{by_name['lxml']['version']}"
    assert by_name["PySide6_Essentials"]["licenses"][0]["expression"].startswith("LGPL-3.0-only")
    assert "purl" not in by_name["Python"]
    assert all(each["licenses"] for each in listed["components"])


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Apache-2.0 OR BSD-3-Clause", {"expression": "Apache-2.0 OR BSD-3-Clause"}),
        ("MIT", {"expression": "MIT"}),
        ("Public Domain", {"license": {"name": "Public Domain"}}),
    ],
)
def test_a_licence_is_an_expression_or_a_name(words: str, written: dict[str, object]) -> None:
    assert sbom.licence(words) == written


def test_checksums_are_those_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "b.whl").write_bytes(b"wheel")
    (tmp_path / "a.tar.gz").write_bytes(b"bundle")
    release.write_checksums(tmp_path)
    lines = (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()
    expected = [
        (hashlib.sha256(each).hexdigest(), name)
        for each, name in ((b"bundle", "a.tar.gz"), (b"wheel", "b.whl"))
    ]
    assert lines == [f"{digest}  {name}" for digest, name in expected]


@pytest.mark.slow
def test_the_wheel_works_in_an_environment_that_has_nothing_of_the_checkout(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=CHECKOUT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "environment"
    venv.create(home, symlinks=os.name != "nt")
    installed = Path(sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)}))
    zipfile.ZipFile(wheel).extractall(installed)
    # The libraries are those of this environment; its own way to the checkout is not followed from here.
    (installed / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    python = (
        Path(sysconfig.get_path("scripts", "venv", {"base": str(home), "platbase": str(home)})) / "python"
    )
    where = [
        str(python),
        "-c",
        "import cchc_desktop, ui, resources; print(cchc_desktop.__file__, ui.__file__)",
    ]
    found = subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert found.count(str(installed)) == 2
    tried = subprocess.run(
        [str(python), "-m", "cchc_desktop", "self-test"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "HỎNG" not in tried.stdout
    assert tried.stdout.count("tốt") > 15


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has the installer for it")
def test_on_a_linux_desktop_office_files_open_with_the_bundle_and_nothing_needs_root(tmp_path: Path) -> None:
    bundle_folder, data = tmp_path / "thẻ nhớ" / "cchc-desktop", tmp_path / "data"
    icons = bundle_folder / "_internal" / "resources" / "icons"
    icons.mkdir(parents=True)
    shutil.copy(CHECKOUT / "resources" / "icons" / "cchc.svg", icons)
    shutil.copy(CHECKOUT / ".ci" / "linux" / "associate.sh", bundle_folder)
    environment = {"PATH": os.environ["PATH"], "XDG_DATA_HOME": str(data), "HOME": str(tmp_path)}
    subprocess.run(
        ["sh", str(bundle_folder / "associate.sh")], env=environment, capture_output=True, check=True
    )
    entry = (data / "applications" / "cchc-desktop.desktop").read_text("utf-8")
    assert f'Exec="{bundle_folder}/cchc-desktop" %F\n' in entry
    assert "MimeType=application/x-cchc;\n" in entry
    assert 'pattern="*.cchc"' in (data / "mime" / "packages" / "cchc-desktop.xml").read_text("utf-8")
    assert (data / "icons" / "hicolor" / "scalable" / "apps" / "cchc-desktop.svg").exists()

"""Make a release in `dist/release`: wheel, sdist, bundle, parts list, checksums; each tried before it counts.

The version stands in pyproject.toml alone; CHANGELOG.md has to tell of it.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import bundle
import dressing
import sbom

OUT = Path("dist/release")
READ_FIRST = """\
CCHC Desktop {version}

Mở cchc-desktop để dùng cửa sổ, cchc để dùng dòng lệnh. Không cần cài gì, không cần quyền quản trị.
Windows: cần Windows 10 bản 1809 trở lên, 64 bit.
Tệp nén tải về: chuột phải, Thuộc tính, Bỏ chặn, rồi mới giải nén.
Chạy từ thẻ nhớ: tạo tệp trống mang-theo.txt trong thư mục này.
Linux: chạy gan-tep-cchc.sh để tệp .cchc mở bằng chương trình này.
Hướng dẫn: bấm F1 trong cửa sổ. Thử chương trình có đủ phần không: cchc self-test
"""


def main() -> int:
    """Make and try the release; return the exit status."""
    version = dressing.version()
    if not is_told_of(version, Path("CHANGELOG.md").read_text("utf-8")):
        print(f"CHANGELOG.md chưa có mục của bản {version}. Hãy viết rồi chạy lại.", file=sys.stderr)
        return 1
    run(sys.executable, "-m", "tests.pictures", "check")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", OUT, ".")
    (wheel,) = OUT.glob("*.whl")
    try_installed(wheel.resolve())
    if (failed := bundle.main()) != 0:
        return failed
    pack(version)
    sbom.write_sbom(OUT / f"cchc-desktop-{version}.cdx.json")
    write_checksums(OUT)
    print(*sorted(file.name for file in OUT.iterdir()), sep="\n")
    return 0


def is_told_of(version: str, changelog: str) -> bool:
    """Whether the changelog has an entry of the version, or announces it as the one to come."""
    return re.search(rf"(?<![\d.]){re.escape(version)}(?![\d.]\d)", changelog) is not None


def try_installed(wheel: Path) -> None:
    """Install the wheel with the pinned libraries into an empty environment; let the program prove itself."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True, symlinks=os.name != "nt")
        programs = Path(folder, "Scripts" if os.name == "nt" else "bin")
        pip = (programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*pip, "--requirement", Path("requirements.txt").resolve(), wheel, cwd=folder)
        run(programs / "cchc", "self-test", cwd=folder)


def pack(version: str) -> Path:
    """Pack the bundle into one archive: zip for Windows, tar for the others, which keep what may be run."""
    name = f"cchc-desktop-{version}-{'windows' if os.name == 'nt' else sys.platform}"
    read_first = bundle.FOLDER / "DOC-TRUOC.txt"
    read_first.write_text(READ_FIRST.format(version=version), encoding="utf-8")
    shutil.copy("LICENSE", bundle.FOLDER)
    if sys.platform == "linux":
        shutil.copy(".ci/linux/associate.sh", bundle.FOLDER / "gan-tep-cchc.sh")
    kind = "zip" if os.name == "nt" else "gztar"
    return Path(shutil.make_archive(str(OUT / name), kind, bundle.FOLDER.parent, bundle.FOLDER.name))


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS of every file in the folder, as `sha256sum --check` reads it."""
    files = sorted(file for file in folder.iterdir() if file.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def run(*command: str | Path, cwd: str | None = None) -> None:
    """Run a command whose failure ends the release; it sees neither our environment nor a display."""
    environment = {
        name: text for name, text in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}
    }
    subprocess.run(command, check=True, cwd=cwd, env={**environment, "QT_QPA_PLATFORM": "offscreen"})


if __name__ == "__main__":
    sys.exit(main())

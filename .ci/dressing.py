"""What Windows wants of a program besides code, made of our own files: icon, version, manifest.

Made on every system, so that it is tested where it can be; PyInstaller takes it on Windows only.
"""

import os
import struct
import sys
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
ICON_SIDES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels: what the task bar, the desktop and the explorer ask for at 100 to 250 %."""
_HEAD, _ENTRY = "<HHH", "<BBBBHHII"

# Qt 6 needs Windows 10 1809 or later; older ones are told by Windows itself, through `supportedOS`.
MANIFEST = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges><requestedExecutionLevel level="asInvoker" uiAccess="false"/></requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application><supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/></application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
      <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2</dpiAwareness>
    </windowsSettings>
  </application>
</assembly>
"""

VERSION = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("042A04B0", [
      StringStruct("CompanyName", "CCHC Desktop"),
      StringStruct("FileDescription", "CCHC Desktop: báo cáo cải cách hành chính"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("LegalCopyright", "Apache License 2.0"),
      StringStruct("ProductName", "CCHC Desktop"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x042A, 1200])]),
  ],
)
"""
"""Language 042A is Vietnamese, code page 1200 (04B0) Unicode."""


def dress(folder: Path) -> None:
    """Write the three files into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cchc.ico").write_bytes(windows_icon(drawn_sides()))
    (folder / "version.txt").write_text(version_resource(version()), encoding="utf-8")
    (folder / "program.manifest").write_text(MANIFEST, encoding="utf-8")


def version() -> str:
    """Return the version of the product, which pyproject.toml alone says."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def version_resource(number: str) -> str:
    """Return the version as PyInstaller writes it into a program: `0.1.0` is 0, 1, 0, 0 there."""
    numbers = [int(part) for part in number.split(".")]
    return VERSION.format(numbers=(*numbers, 0, 0, 0, 0)[:4], version=number)


def windows_icon(pictures: dict[int, bytes]) -> bytes:
    """Return an .ico of PNG pictures, given by their side in pixels."""
    head = struct.pack(_HEAD, 0, 1, len(pictures))
    offset = len(head) + struct.calcsize(_ENTRY) * len(pictures)
    entries = b""
    for side, picture in sorted(pictures.items()):
        entries += struct.pack(_ENTRY, side % 256, side % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + entries + b"".join(picture for _, picture in sorted(pictures.items()))


def drawn_sides() -> dict[int, bytes]:
    """Return the program's icon as PNG in every size, drawn by Qt from resources/icons."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QSize
    from PySide6.QtGui import QGuiApplication, QImageReader, QImageWriter

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    pictures = {}
    for side in ICON_SIDES:
        reader = QImageReader(str(CHECKOUT / "resources" / "icons" / "cchc.svg"))
        reader.setScaledSize(QSize(side, side))
        png = QBuffer(data := QByteArray())
        QImageWriter(png, QByteArray(b"PNG")).write(reader.read())
        pictures[side] = bytes(data.data())
    application.processEvents()
    return pictures

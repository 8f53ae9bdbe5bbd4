"""A zip package that says nothing of when, where or by what it was written."""

from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    import os

    from _typeshed import SizedBuffer

_THE_BEGINNING = (1980, 1, 1, 0, 0, 0)
_MADE_ON_ANY_SYSTEM = 0
_APPLICATION_PART = "docProps/app.xml"
_NO_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


class TimelessPackage(ZipFile):
    """An archive for an Office package: no clock, no system, no name of a generator reaches its bytes."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a member under its name alone; the part that names the application is written empty."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        member = ZipInfo(name, _THE_BEGINNING)
        member.create_system = _MADE_ON_ANY_SYSTEM
        if name == _APPLICATION_PART:
            data = _NO_APPLICATION
        method = ZIP_DEFLATED if compress_type is None else compress_type
        super().writestr(member, data, method, compresslevel)

    def write(
        self,
        filename: "str | os.PathLike[str]",
        arcname: "str | os.PathLike[str] | None" = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Add a file's content under the given name; its time and its rights stay behind."""
        self.writestr(str(arcname or filename), Path(filename).read_bytes(), compress_type, compresslevel)

"""Places where an office file is not safe: shares and synchronised folders break locks or split a file."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

_SYNCHRONISED_BY_VARIABLE = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
"""Environment variables that name the folder a service synchronises."""
_SYNCHRONISED_BY_NAME = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drive của tôi": "Google Drive",
    "onedrive": "OneDrive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
}
"""Names such folders go by."""
_REMOVABLE, _REMOTE = 2, 4
"""What Windows calls kinds of drives (`GetDriveTypeW`)."""

_SYNCHRONISED = (
    "Thư mục này do {service} đồng bộ nên tệp có thể bị tách bản hoặc hỏng khi đang ghi. Hãy để tệp cơ quan "
    "trong thư mục thường trên máy và chỉ chép bản sao lưu sang đây."
)
_SHARED = (
    "Tệp nằm trên thư mục mạng, nơi khóa tệp không luôn có hiệu lực. Hãy để tệp cơ quan trên một máy và chỉ "
    "chép bản sao lưu sang đây."
)
_STICK = (
    "Tệp nằm trên ổ tháo rời, rút ra khi đang ghi có thể làm hỏng tệp. Hãy chép tệp vào máy để làm việc, "
    "xong thì chép trở lại."
)
_TORN = (
    "Cạnh tệp cơ quan có bản do dịch vụ đồng bộ tách ra: {names}. Số nhập ở máy khác có thể nằm trong đó: "
    "hãy mở xem, chép lại số cần giữ, rồi chuyển bản đó sang thư mục khác."
)
_SPLIT = re.compile(r"(?i:conflicted copy|bản sao xung đột|\.sync-conflict-\d)|^-[A-Z][A-Z0-9-]{2,14}$")
"""What a service adds to the name of a second version; OneDrive adds the PC's name as Windows writes it."""


def _drive_kind(drive: str) -> int:
    """Return what Windows says of the drive (`C:`); 0 elsewhere."""
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")
    return 0


def risky_place(
    path: PurePath,
    environment: Mapping[str, str] = os.environ,
    drive_kind: Callable[[str], int] = _drive_kind,
) -> str:
    """Return a sentence that warns of the folder an office file lies in, or "" where it is safe there.

    Only the path and the environment are looked at, and the kind of a Windows drive.
    """
    if service := _service(path, environment):
        return _SYNCHRONISED.format(service=service)
    if str(path).startswith(("\\\\", "//")):
        return _SHARED
    kind = drive_kind(path.drive) if path.drive else 0
    return {_REMOTE: _SHARED, _REMOVABLE: _STICK}.get(kind, "")


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Return the files beside the office file that a synchronising service made of two versions of it."""
    beside = (file for file in path.parent.glob(f"*{path.suffix}") if file.name.startswith(path.stem))
    return tuple(sorted(file for file in beside if _SPLIT.search(file.stem.removeprefix(path.stem))))


def split_warning(path: Path) -> str:
    """Return a sentence that names those files and what to do with them, or "" where there is none."""
    names = ", ".join(f"“{file.name}”" for file in conflict_copies(path))
    return _TORN.format(names=names) if names else ""


def are_on_one_disk(one: Path, other: Path) -> bool:
    """Whether what destroys the disk of the one file takes the other with it, as far as the system tells."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:  # a stick that was pulled out meanwhile is another disk
        return False


def _service(path: PurePath, environment: Mapping[str, str]) -> str:
    for variable, service in _SYNCHRONISED_BY_VARIABLE.items():
        if (folder := environment.get(variable)) and path.is_relative_to(type(path)(folder)):
            return service
    for part in path.parent.parts:
        for name, service in _SYNCHRONISED_BY_NAME.items():
            if part.lower() == name or part.lower().startswith(f"{name} - "):
                return service
    return ""

"""A backup back in the office file's place, in one call."""

from contextlib import suppress
from pathlib import Path

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.clock import Clock, utc_now
from cchc_desktop.office.writing import replaced
from cchc_desktop.storage.ownership import claim
from cchc_desktop.storage.restoring import make_ready, set_aside


def restore(path: Path, backup: Path, *, patience: float = 0.0, clock: Clock = utc_now) -> Path | None:
    """Put a copy of the backup in the office file's place; return where the file that was there is kept now.

    None where there was no file. Nobody may have it open, this program included (`OfficeFileInUse`, after
    `patience` seconds). Whatever fails, the office file is the one of before, whole as it was, or the
    restored one. The backup stays.
    """
    ownership = claim(path, patience=patience, alone=True)
    ready = path.with_name(f".{path.name}.dang-khoi-phuc")
    try:
        make_ready(backup, ready, clock())
        aside = set_aside(path, clock())
        if not replaced(ready, path):
            raise FileRefused(
                f"Tệp {path.name} đang được chương trình khác giữ nên chưa khôi phục được; tệp còn nguyên. "
                "Hãy đóng chương trình đó rồi làm lại."
            )
    except OSError as error:
        raise FileRefused(
            f"Không ghi được vào thư mục {path.parent} nên chưa khôi phục được tệp {path.name}. Hãy kiểm tra "
            "ổ đĩa còn chỗ và thư mục cho phép ghi rồi làm lại."
        ) from error
    finally:
        with suppress(OSError):
            ready.unlink(missing_ok=True)
        ownership.release()
    return aside

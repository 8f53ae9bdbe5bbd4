"""A damaged office file read as far as it goes into a new one."""

from pathlib import Path

from cchc_desktop.office.clock import Clock, utc_now
from cchc_desktop.storage.salvage import TABLES, Salvage, salvage
from cchc_desktop.template.catalogue import shipped


def rescue(path: Path, out: Path, *, clock: Clock = utc_now) -> Salvage:
    """Make a new office file at `out` of what can be read; the damaged file is only read, never written.

    Raises `OfficeFileRefused` where nothing can be read or `out` is there already.
    """
    return salvage(path, out, clock(), shipped().sets)


def kept_words(found: Salvage) -> str:
    """Return what was read, counted: `1 báo cáo, 96 số liệu, 210 nhật ký`."""
    return ", ".join(
        f"{found.kept[table]} {TABLES[table]}" for table in ("report", "answer", "prose", "journal")
    )

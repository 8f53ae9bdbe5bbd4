"""What the tests of the office file keep in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.form.entry import Entry
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.storage.answers import save_entries
from cchc_desktop.storage.file import create, open_file
from cchc_desktop.storage.profile import save_profile
from cchc_desktop.storage.reports import create_report
from cchc_desktop.storage.sets import save_set
from cchc_desktop.template.model import Level
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source

NOW = datetime(2026, 9, 15, 8, 30, 15, tzinfo=UTC)
PERIOD = Period.read("2026-Q3")
HEAD = ReportHead(PERIOD, "X25", "2025.1", PERIOD.window, date(2026, 9, 16))
A, B, C = (IndicatorCode(code) for code in ("PL2.1", "PL2.1.1", "PL2.1.2"))
PROFILE = Profile(
    "UBND phường Mẫu",
    Level.COMMUNE,
    code="H57.99",
    superior=Superior("UBND thành phố Mẫu", "H57", "cchc@mau.example"),
    on_behalf_of="THÀNH PHỐ MẪU",
    place="Phường Mẫu",
    notation="BC-UBND",
    signing=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Nguyễn Văn Mẫu",
    recipients=("- Như trên;", "- Lưu: VT."),
    prepared_by="Trần Thị Mẫu",
    is_sample=True,
)


def number(text: str) -> Entry:
    """Return an entry that holds the number."""
    return Entry(Answer(Decimal(text)))


def make_office(path: Path) -> None:
    """Create an office file with a profile, a set and one open report."""
    db = create(path)
    save_profile(db, PROFILE, who="Mẫu", now=NOW)
    save_set(db, "X25", "2025.1", "0f" * 32, {"set.toml": b"id = 'X25'\n"})
    create_report(db, HEAD, {}, who="Mẫu", now=NOW)
    db.close()


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """Open the office file for one block."""
    db = open_file(path)
    try:
        yield db
    finally:
        db.close()


def put(db: Database, new: dict[IndicatorCode, Entry]) -> frozenset[IndicatorCode]:
    """Save the entries as typed by one clerk at one time."""
    return save_entries(db, PERIOD, new, who="Mẫu", source=Source.TYPED, now=NOW)

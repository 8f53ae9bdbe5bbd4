"""Whether an office file is whole: its pages, its references, its journal, its reports."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.errors import CchcError
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.clock import utc_now
from cchc_desktop.office.journal.words import SUBJECT_WORDS
from cchc_desktop.office.printed.phrases import report_title
from cchc_desktop.rules.check import check
from cchc_desktop.storage.file import open_to_look
from cchc_desktop.storage.journal import Subject
from cchc_desktop.storage.migrations import STEPS, schema_version
from cchc_desktop.storage.refusals import OfficeFileDamaged, speaking_errors
from cchc_desktop.storage.replay import Place, disagreements
from cchc_desktop.storage.sets import list_sets
from cchc_desktop.storage.transactions import fetch
from cchc_desktop.values.period import Period, PeriodRefused


@dataclass(frozen=True, slots=True)
class Verification:
    """What a thorough look at an office file found."""

    path: Path
    reports: int
    """How many reports were read."""
    problems: tuple[str, ...]
    """One Vietnamese sentence each; none where the file is whole."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify(path: Path) -> Verification:
    """Look at everything in the file and change nothing; it may be open elsewhere.

    Raises `OfficeFileRefused` for what is no office file, or a newer one; a damaged one is an answer.
    """
    try:
        with speaking_errors(path), closing(open_to_look(path)) as db:
            problems = [*_pages(db), *_references(db)]
            heads = 0
            if schema_version(db) == len(STEPS):
                problems += map(_in_words, disagreements(db))
                heads = len(fetch(db, "SELECT period FROM report"))
                problems += _reports(db)
    except OfficeFileDamaged as damage:
        return Verification(path, 0, (damage.message,))
    return Verification(path, heads, tuple(problems))


def _pages(db: Database) -> Iterator[str]:
    found = fetch(db, "PRAGMA integrity_check")
    if found != [("ok",)]:
        yield f"Cấu trúc tệp có {len(found)} chỗ hỏng. Hãy khôi phục từ bản sao lưu gần nhất."


def _references(db: Database) -> Iterator[str]:
    if broken := fetch(db, "PRAGMA foreign_key_check"):
        yield f"{len(broken)} dòng thuộc về báo cáo hoặc bộ biểu mẫu không còn trong tệp."


def _reports(db: Database) -> Iterator[str]:
    """Read every report with its set, as opening it would."""
    try:
        archive = Archive(db, utc_now)
        digests = {(kept.id, kept.version): kept.digest for kept in list_sets(db)}
        for head in archive.heads():
            template = archive.template(head)
            if template.digest != digests.get((template.id, template.version)):
                yield f"Bộ biểu mẫu {template.id} phiên bản {template.version} khác với khi được đưa vào tệp."
            check(archive.form(head), archive.past(head))
    except CchcError as refusal:
        yield f"Có báo cáo không mở được. {refusal.message}"
    except (ValueError, ArithmeticError, LookupError) as spoilt:
        yield f"Có báo cáo không mở được vì dữ liệu bị hỏng ({type(spoilt).__name__})."


def _in_words(place: Place) -> str:
    period, subject, key = place
    try:
        where = f"{report_title(Period.read(period))}: " if period else ""
    except PeriodRefused:
        where = f"Kỳ “{period}”: "
    return f"{where}{SUBJECT_WORDS[Subject(subject)]} {key} khác với nhật ký."

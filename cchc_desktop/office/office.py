"""The office file as a person works with it."""

from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlite_utils import Database

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.profile import Profile
from cchc_desktop.narrative.citing import Documents
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.beginning import Prepared, prepared, write_down
from cchc_desktop.office.clock import Clock, utc_now
from cchc_desktop.office.exported.exports import ExchangeDraft
from cchc_desktop.office.exported.recording import keep_export
from cchc_desktop.office.keeping.backups import Backup, Why, back_up_for_today, made
from cchc_desktop.office.lengths import refuse_long_profile
from cchc_desktop.office.registers.offices_below import OfficesBelow
from cchc_desktop.office.registers.registers import Registers
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.settings import Settings, written
from cchc_desktop.office.summaries import Summaries, Summary
from cchc_desktop.office.writing import make_folder
from cchc_desktop.storage.file import copy_in_memory, create, open_file
from cchc_desktop.storage.identity import known_keys, load_key, save_key
from cchc_desktop.storage.ownership import claim
from cchc_desktop.storage.profile import save_profile
from cchc_desktop.storage.refusals import OfficeFileOlder
from cchc_desktop.storage.sets import list_sets, load_set_files, save_set
from cchc_desktop.storage.settings import save_settings
from cchc_desktop.storage.submissions import Submission, last_submission
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.catalogue import Catalogue, files_of, shipped
from cchc_desktop.template.model import Template
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, Window
from cchc_desktop.values.text import printable

if TYPE_CHECKING:
    from cchc_desktop.office.totals.totals import Totals


class OfficeRefused(CchcError):
    """The office file has no such report, or has it already; or the office has no name."""


class Office:
    """One office's file, open. Use it as a context manager, or close it."""

    def __init__(self, path: Path, db: Database, clock: Clock = utc_now, copies: Path | None = None) -> None:
        self.path = path
        self.backup_trouble: CchcError | None = None
        """Why today's backup could not be made; the file is open all the same."""
        self._holding = ExitStack()
        self._db = db
        self.copies = copies
        """The folder that backups go to; None: `sao-luu` beside the file."""
        self._clock = clock
        self.archive = Archive(db, clock)
        self._reports: dict[Period, OpenReport] = {}
        self._summaries = Summaries(self.archive)
        self.registers = Registers(self.archive, self._look_back)
        """The documents, tasks, inspections … that the office keeps."""
        self.offices = OfficesBelow(self.archive)
        """The offices that report to this one."""

    @cached_property
    def totals(self) -> "Totals":
        """What the offices below report, added up; loaded by whom it concerns."""
        from cchc_desktop.office.totals.totals import Totals

        return Totals(self.archive, self.catalogue)

    @property
    def profile(self) -> Profile:
        """Who reports and signs."""
        return self.archive.profile

    @property
    def settings(self) -> Settings:
        """How reports are printed and when they are due."""
        return self.archive.settings

    @classmethod
    def create(
        cls, path: Path, profile: Profile, *, templates: str = "", key: bytes = b"", clock: Clock = utc_now
    ) -> Self:
        """Make a new office file, its folder as needed; an existing file is refused.

        `templates` names a shipped form set to keep in it from the start; `key` is its signing key.
        """
        _refuse_unfit(profile)
        wanted = shipped().get(templates) if templates else None
        make_folder(path.parent)
        with ExitStack() as holding:
            db = create(path)
            holding.callback(claim(path, take_over=True).release)  # of a file that was not there
            holding.callback(db.close)
            save_profile(db, profile, who=profile.prepared_by, now=clock())
            office = cls(path, db, clock)
            if key:
                save_key(db, key)
            if wanted:
                office.install(files_of(shipped(), wanted))
            office._holding = holding.pop_all()
        return office

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        patience: float = 0.0,
        take_over: bool = False,
        copies: Path | None = None,
        clock: Clock = utc_now,
    ) -> Self:
        """Open an office file as its one writer, or `read_only` to look, also while another writes.

        An older file is upgraded after a copy of it was made; the first writer of a day makes a backup first,
        except of a sample. Both go into the folder `copies`, by default `sao-luu` beside the file. Raises
        `OfficeFileInUse` where another process has the file for longer than `patience` seconds; its kind
        `OfficeFileLeftOpen` lets a person `take_over`.
        """
        with ExitStack() as holding:
            if not read_only:
                holding.callback(claim(path, patience=patience, take_over=take_over).release)
            db = open_file(path, read_only=read_only, copies=copies)
            holding.callback(db.close)
            office = cls(path, db, clock, copies)
            if not (read_only or office.profile.is_sample):
                office._back_up_for_today()
            office._holding = holding.pop_all()
        return office

    @classmethod
    def look(cls, path: Path, *, copies: Path | None = None, clock: Clock = utc_now) -> Self:
        """Open an office file to look; one of an older program is upgraded on this occasion."""
        try:
            return cls.open(path, read_only=True, copies=copies, clock=clock)
        except OfficeFileOlder:
            cls.open(path, copies=copies, clock=clock).close()
            return cls.open(path, read_only=True, copies=copies, clock=clock)

    @classmethod
    def snapshot(cls, path: Path, *, clock: Clock = utc_now) -> Self:
        """Take the office file into memory as it is now, to look at it while others write the file."""
        with ExitStack() as holding:
            with closing(open_file(path, read_only=True)) as db:
                copy = copy_in_memory(db)
            holding.callback(copy.close)
            office = cls(path, copy, clock)
            office._holding = holding.pop_all()
        return office

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._holding.close()

    def back_up(self, why: Why = Why.ASKED) -> Backup:
        """Make a backup of the file as it is now; it is looked into once it is made."""
        return made(self._db, self.path, self.copies, why, self._clock())

    def set_profile(self, profile: Profile) -> None:
        """Keep who reports and signs."""
        _refuse_unfit(profile)
        save_profile(self._db, profile, who=profile.prepared_by, now=self._clock())
        self.archive.profile = profile

    def set_settings(self, settings: Settings) -> None:
        """Keep how reports are printed and when they are due; reports that are there keep their deadline."""
        save_settings(self._db, written(settings), who=self.archive.who, now=self._clock())
        self.archive.settings = settings

    def private_key(self) -> bytes:
        """Return the key that signs this office's exchange files, made when it is first needed."""
        from cchc_desktop.exchange.signing import new_private_key

        if (key := load_key(self._db)) is None:
            save_key(self._db, key := new_private_key())
        return key

    def known_keys(self) -> Mapping[str, bytes]:
        """Return the public keys of other offices, by code or name."""
        return known_keys(self._db)

    def reports(self) -> tuple[ReportHead, ...]:
        """Return the heads of all reports, the latest period first."""
        return self.archive.heads()

    def report_summaries(self) -> tuple[Summary, ...]:
        """Return every report at a glance, the latest period first, with the days left by the clock."""
        return self._summaries.all(self.archive.today)

    def start(self, period: Period, *, templates: str = "", window: Window | None = None) -> OpenReport:
        """Open a new report: its set is the one named, or the one in force on its window's last day.

        Proposed are the states the set proposes, and for a longer period what the shorter reports make of it.
        """
        return self.begin(self.prepare(period, templates=templates, window=window))

    def begin(
        self,
        new: Prepared,
        imported: Mapping[IndicatorCode, Entry] | None = None,
        prose: Mapping[str, str] | None = None,
    ) -> OpenReport:
        """Open a prepared report, with these entries besides what is proposed, all in one step.

        `prose` is the text of its sections, as it is stored.
        """
        template = new.form.template
        with writing(self._db):
            self._install(template, files_of(self.catalogue(), template))
            write_down(self.archive, new, imported or {}, prose or {})
        return self.report(new.head.period)

    def prepare(self, period: Period, *, templates: str = "", window: Window | None = None) -> Prepared:
        """Return the report that `begin` opens; nothing is written yet.

        Raises `OfficeRefused` where the period has its report, `NoTemplate` where no form set fits.
        """
        if self.archive.head_of(period):
            raise OfficeRefused(f"Đã có báo cáo {period.name} trong tệp này. Hãy mở báo cáo đó để làm tiếp.")
        counted = window or period.window
        catalogue = self.catalogue()
        template = catalogue.get(templates) if templates else catalogue.choose(self.profile.level, counted)
        return prepared(self.archive, template, period, counted)

    def head(self, period: Period) -> ReportHead:
        """Return the head of that period's report; raise `OfficeRefused` where there is none."""
        head = self.archive.head_of(period)
        if head is None:
            raise OfficeRefused(
                f"Tệp này chưa có báo cáo {period.name}. Hãy lập báo cáo mới cho kỳ đó trước "
                f"(lệnh “cchc new --period {period}”)."
            )
        return head

    def report(self, period: Period) -> OpenReport:
        """Return the report of that period; the same object each time while the file is open."""
        head = self.head(period)
        if period in self._reports:
            self._reports[period].head = head
            self._reports[period].look_back()
        else:
            self._reports[period] = OpenReport(self.archive, head)
        return self._reports[period]

    def forget(self, period: Period) -> None:
        """Read a report anew when it is asked for next: it answers another form set now."""
        self._reports.pop(period, None)
        self.archive.forget_form(period)

    def documents(self) -> Documents:
        """Return the documents of the register that prose can cite, by the id of their entry."""
        return self.archive.documents()

    def last_export(self, period: Period) -> Submission | None:
        """Return what was last exported of the period's report, or None."""
        return last_submission(self._db, period)

    def record_export(self, period: Period, draft: ExchangeDraft, file_name: str) -> None:
        """Remember that this content left as an exchange file under this sequence, byte for byte."""
        keep_export(self._db, period, draft, file_name, self._clock())
        if report := self._reports.get(period):
            report.head = replace(report.head, sequence=draft.sequence)

    def template(self, head: ReportHead) -> Template:
        """Return the form set a report answers, as this office file keeps it."""
        return self.archive.template(head)

    def catalogue(self) -> Catalogue:
        """Return the form sets a new report may use: those in this file first, then the shipped ones."""
        own = {
            (kept.id, kept.version): load_set_files(self._db, kept.id, kept.version)
            for kept in list_sets(self._db)
        }
        return Catalogue(own) | shipped()

    def install(self, files: Mapping[str, bytes]) -> Template:
        """Take a form set into this file; an unsound one is refused."""
        template = read_files(files)
        self._install(template, files)
        return template

    def _look_back(self) -> None:
        for report in self._reports.values():
            report.look_back()

    def _back_up_for_today(self) -> None:
        try:
            back_up_for_today(self._db, self.path, self.copies, self._clock())
        except CchcError as trouble:
            self.backup_trouble = trouble

    def _install(self, template: Template, files: Mapping[str, bytes]) -> None:
        save_set(self._db, template.id, template.version, template.digest, files)


def _refuse_unfit(profile: Profile) -> None:
    if not printable(profile.name).strip():
        raise OfficeRefused("Tên cơ quan còn trống. Hãy ghi tên cơ quan, ví dụ “UBND phường Mẫu”.")
    refuse_long_profile(profile)

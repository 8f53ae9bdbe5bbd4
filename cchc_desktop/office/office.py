"""The office file as a person works with it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.clock import Clock, utc_now
from cchc_desktop.office.deadline import default_deadline
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.rule import Past
from cchc_desktop.storage.answers import load_entries
from cchc_desktop.storage.file import create, open_file
from cchc_desktop.storage.identity import known_keys, load_key, save_key
from cchc_desktop.storage.profile import load_profile, save_profile
from cchc_desktop.storage.reports import create_report, list_reports
from cchc_desktop.storage.sets import list_sets, load_set_files, save_set
from cchc_desktop.storage.submissions import Submission, last_submission, record_submission
from cchc_desktop.template.catalogue import Catalogue, files_of, shipped
from cchc_desktop.template.model import Template
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.answer import NOT_COMPETENT
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, Window


class OfficeRefused(CchcError):
    """The office file has no such report, or has it already."""


class Office:
    """One office's file, open. Use it as a context manager, or close it."""

    def __init__(self, path: Path, db: Database, clock: Clock = utc_now) -> None:
        self.path = path
        self._db = db
        self._clock = clock
        self._templates: dict[tuple[str, str], Template] = {}
        self._reports: dict[Period, OpenReport] = {}
        self.profile: Profile = load_profile(db)

    @classmethod
    def create(
        cls, path: Path, profile: Profile, *, templates: str = "", key: bytes = b"", clock: Clock = utc_now
    ) -> Self:
        """Make a new office file; an existing file is refused.

        `templates` names a shipped form set to keep in it from the start; `key` is its signing key.
        """
        wanted = shipped().get(templates) if templates else None
        db = create(path)
        save_profile(db, profile, who=profile.prepared_by, now=clock())
        office = cls(path, db, clock)
        if key:
            save_key(db, key)
        if wanted:
            office.install(files_of(shipped(), wanted))
        return office

    @classmethod
    def open(cls, path: Path, *, clock: Clock = utc_now) -> Self:
        """Open an office file, upgrading an older one after a copy of it was made."""
        return cls(path, open_file(path), clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def set_profile(self, profile: Profile) -> None:
        """Keep who reports and signs."""
        save_profile(self._db, profile, who=profile.prepared_by, now=self._clock())
        self.profile = profile

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
        return tuple(sorted(list_reports(self._db), key=lambda head: head.period, reverse=True))

    def start(self, period: Period, *, templates: str = "", window: Window | None = None) -> OpenReport:
        """Open a new report: its set is the one named, or the one in force on its window's last day."""
        if any(head.period == period for head in list_reports(self._db)):
            raise OfficeRefused(f"Đã có báo cáo {period.name} trong tệp này. Hãy mở báo cáo đó để làm tiếp.")
        counted = window or period.window
        template = self._set_for(templates, counted)
        head = ReportHead(period, template.id, template.version, counted, default_deadline(period, counted))
        create_report(
            self._db,
            head,
            _proposed(template),
            who=self.profile.prepared_by,
            now=self._clock(),
        )
        return self.report(period)

    def report(self, period: Period) -> OpenReport:
        """Return the report of that period; the same object each time while the file is open."""
        head = next((each for each in list_reports(self._db) if each.period == period), None)
        if head is None:
            raise OfficeRefused(
                f"Tệp này chưa có báo cáo {period.name}. Hãy lập báo cáo mới cho kỳ đó trước "
                f"(lệnh “cchc new --period {period}”)."
            )
        past = self._past(head)
        if period in self._reports:
            self._reports[period].look_back(past)
        else:
            self._reports[period] = OpenReport(
                self._db, head, self._form(head), past, who=self.profile.prepared_by, clock=self._clock
            )
        return self._reports[period]

    def last_export(self, period: Period) -> Submission | None:
        """Return what was last exported of the period's report, or None."""
        return last_submission(self._db, period)

    def record_export(self, period: Period, sequence: int, content_hash: str, file_name: str) -> None:
        """Remember that this content left as an exchange file under this sequence."""
        record_submission(self._db, period, sequence, content_hash, file_name, now=self._clock())
        report = self.report(period)
        report.head = replace(report.head, sequence=sequence)

    def template(self, head: ReportHead) -> Template:
        """Return the form set a report answers, as this office file keeps it."""
        key = (head.template_id, head.template_version)
        if key not in self._templates:
            self._templates[key] = read_files(load_set_files(self._db, *key))
        return self._templates[key]

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

    def _set_for(self, named: str, window: Window) -> Template:
        catalogue = self.catalogue()
        template = catalogue.get(named) if named else catalogue.choose(self.profile.level, window)
        self._install(template, files_of(catalogue, template))
        return template

    def _install(self, template: Template, files: Mapping[str, bytes]) -> None:
        save_set(self._db, template.id, template.version, template.digest, files)

    def _form(self, head: ReportHead) -> Form:
        if head.period in self._reports:
            return self._reports[head.period].form
        return Form(self.template(head), head.period, load_entries(self._db, head.period))

    def _past(self, head: ReportHead) -> Past:
        heads = {each.period: each for each in list_reports(self._db)}
        earlier = [
            each
            for each in heads.values()
            if each.period.year == head.period.year and each.window.last < head.window.last
        ]
        previous = heads.get(head.period.previous)
        latest = max(earlier, key=lambda each: each.window.last, default=None)
        return Past(
            previous=self._form(previous) if previous else None,
            earlier_this_year=self._form(latest) if latest else None,
        )


def _proposed(template: Template) -> Mapping[IndicatorCode, Entry]:
    """The states the set proposes for a new report: rows that are not this office's competence."""
    return {
        code: Entry(NOT_COMPETENT)
        for code, row in template.indicators.items()
        if row.starts_as == NOT_COMPETENT.state
    }

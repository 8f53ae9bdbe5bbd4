"""The open office file as its reports see it: who writes, what is set, forms and registers, read once."""

from collections.abc import Mapping
from datetime import date

from sqlite_utils import Database

from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.longer import Derivation, Part, derive, lies_within
from cchc_desktop.narrative.citing import Documents
from cchc_desktop.office.clock import Clock
from cchc_desktop.office.settings import read_settings
from cchc_desktop.registers.catalogue import register_of
from cchc_desktop.registers.documents import DOCUMENTS, documents_in
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.feeding import Fed, fed
from cchc_desktop.rollup.offices import Offices
from cchc_desktop.rules.rule import Past
from cchc_desktop.storage.answers import load_all_entries, load_entries
from cchc_desktop.storage.offices_below import load_offices
from cchc_desktop.storage.profile import load_profile
from cchc_desktop.storage.registers import load_registers
from cchc_desktop.storage.reports import list_reports
from cchc_desktop.storage.sets import load_set_files
from cchc_desktop.storage.settings import load_settings
from cchc_desktop.storage.transactions import fetch
from cchc_desktop.template.model import Template
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


class Archive:
    """What the reports of one office file share.

    Forms and registers stay in memory once they were read: whoever changes one says so by `keep` or
    `keep_entries`, and what another connection commits is noticed by SQLite's own counter.
    """

    def __init__(self, db: Database, clock: Clock) -> None:
        self.db = db
        self.clock = clock
        self.profile = load_profile(db)
        self.settings = read_settings(load_settings(db))
        self._templates: dict[tuple[str, str], Template] = {}
        self._forms: dict[Period, Form] = {}
        self._registers: dict[str, dict[str, RegisterEntry]] = {}
        self._offices: Offices | None = None
        self._seen = self._commits_of_others()
        self._heads: tuple[ReportHead, ...] = ()
        self._heads_at = (-1, -1)

    @property
    def who(self) -> str:
        """Whose name stands in the journal."""
        return self.profile.prepared_by

    @property
    def today(self) -> date:
        """The day by the clock, here."""
        return self.clock().astimezone().date()

    def heads(self) -> tuple[ReportHead, ...]:
        """Return the heads of all reports, the latest period first."""
        may_be_taken_back = self.db.conn.in_transaction
        now = self._commits_of_others(), self.db.conn.total_changes
        if may_be_taken_back or now != self._heads_at:
            self._heads_at = (-1, -1) if may_be_taken_back else now
            self._heads = tuple(sorted(list_reports(self.db), key=lambda head: head.period, reverse=True))
        return self._heads

    def head_of(self, period: Period) -> ReportHead | None:
        """Return the head of the period's report, or None where none is begun."""
        return next((head for head in self.heads() if head.period == period), None)

    def template(self, head: ReportHead) -> Template:
        """Return the form set a report answers, as this office file keeps it."""
        key = (head.template_id, head.template_version)
        if key not in self._templates:
            self._templates[key] = read_files(load_set_files(self.db, *key))
        return self._templates[key]

    def form(self, head: ReportHead) -> Form:
        """Return the report's form."""
        self._forget_what_others_changed()
        if head.period not in self._forms:
            self._take_in(head, load_entries(self.db, head.period))
        return self._forms[head.period]

    def forms(self) -> Mapping[Period, Form]:
        """Return every report's form, those not known yet read at one go."""
        self._forget_what_others_changed()
        unread = [head for head in self.heads() if head.period not in self._forms]
        entries = load_all_entries(self.db) if unread else {}
        for head in unread:
            self._take_in(head, entries.get(head.period, {}))
        return self._forms

    def keep(self, form: Form) -> None:
        """Remember a form that was changed, its change being on the disk."""
        self._forms[form.period] = form

    def forget_form(self, period: Period) -> None:
        """Read a form anew when it is asked for next."""
        self._forms.pop(period, None)

    def past(self, head: ReportHead) -> Past:
        """Return what a report is compared with: other forms, and what the registers give."""
        heads = {each.period: each for each in self.heads()}
        earlier = [
            each
            for each in heads.values()
            if each.period.year == head.period.year and each.window.last < head.window.last
        ]
        previous = heads.get(head.period.previous)
        latest = max(earlier, key=lambda each: each.window.last, default=None)
        return Past(
            previous=self.form(previous) if previous else None,
            earlier_this_year=self.form(latest) if latest else None,
            shorter=self.derivation(head, self.template(head)),
            fed={code: each.value for code, each in self.fed(head).items()},
        )

    def derivation(self, head: ReportHead, template: Template) -> Derivation:
        """Return what the reports of shorter periods make of this one, in the rows of that set."""
        within = [each for each in self.heads() if lies_within(each.period, head.period)]
        parts = [Part(self.form(each), each.window) for each in within]
        return derive(template, head.period, head.window, parts)

    def registers(self) -> Mapping[str, Mapping[str, RegisterEntry]]:
        """Return the entries of every register by id, by the register's name."""
        self._forget_what_others_changed()
        if not self._registers:
            self._registers = load_registers(self.db)
        return self._registers

    def keep_entries(self, entries: Mapping[str, RegisterEntry]) -> None:
        """Remember register entries that were changed, their change being on the disk; empty ones go."""
        for entry_id, entry in entries.items():
            register = self._registers[register_of(entry_id).name]
            if entry.values:
                register[entry_id] = entry
            else:
                register.pop(entry_id, None)

    def offices(self) -> Offices:
        """Return the offices that report to this one."""
        self._forget_what_others_changed()
        if self._offices is None:
            self._offices = Offices(load_offices(self.db))
        return self._offices

    def keep_offices(self, offices: Offices) -> None:
        """Remember the list of offices as it was changed, its change being on the disk."""
        self._offices = offices

    def forget_offices(self) -> None:
        """Read the list of offices anew when it is asked for: it was changed."""
        self._offices = None

    def fed(self, head: ReportHead) -> Mapping[IndicatorCode, Fed]:
        """Return what the registers give for a report's rows."""
        entries = {name: tuple(register.values()) for name, register in self.registers().items()}
        return fed(self.template(head), entries, head.window)

    def documents(self) -> Documents:
        """Return the documents that prose can cite, by the id of their entry."""
        return documents_in(self.registers()[DOCUMENTS.name].values(), self.profile.name)

    def _take_in(self, head: ReportHead, entries: Mapping[IndicatorCode, Entry]) -> None:
        self._forms[head.period] = Form(self.template(head), head.period, entries)

    def _forget_what_others_changed(self) -> None:
        if (now := self._commits_of_others()) != self._seen:
            self._seen = now
            self._forms.clear()
            self._registers.clear()
            self.forget_offices()

    def _commits_of_others(self) -> int:
        ((version,),) = fetch(self.db, "PRAGMA data_version")
        return int(version)

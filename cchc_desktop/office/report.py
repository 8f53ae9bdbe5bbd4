"""One report of an office file: its form in memory, every change on the disk before it is told."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import EMPTY, Entry, read_answer
from cchc_desktop.form.form import Form
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.stage import Stage
from cchc_desktop.narrative.arranging import Arrangement, placed, shown
from cchc_desktop.narrative.counts import Counts
from cchc_desktop.narrative.kept import forget
from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.changes import Changes, cells_that_differ
from cchc_desktop.office.figures.locked import refuse_locked, refuse_locked_text
from cchc_desktop.office.lengths import refuse_long_entries, refuse_long_prose
from cchc_desktop.office.registers.counting import counts_for
from cchc_desktop.registers.feeding import Fed
from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Finding
from cchc_desktop.storage.answers import save_entries
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.justifications import load_kept, save_kept
from cchc_desktop.storage.outlines import load_arrangement, save_arrangement
from cchc_desktop.storage.prose import load_prose, load_states, save_prose, save_state
from cchc_desktop.storage.reports import update_head
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.model import Indicator, Outline, Section, Template
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Window
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import composed, normal


class ReportRefused(CchcError):
    """The report has no such row, section or finding, or cannot take the change."""


def named_row(template: Template, code: str) -> Indicator:
    """Return the row with that key; `ReportRefused` where the set has none."""
    found = template.indicators.get(IndicatorCode(normal(code)))
    if found is None:
        raise ReportRefused(
            f"Bộ biểu mẫu {template.id} không có dòng nào mang mã “{code}”. Xem danh sách mã "
            f"bằng lệnh “cchc templates show {template.id}”."
        )
    return found


class OpenReport:
    """One period's report, open for reading and writing.

    Every call that changes something returns `Changes` after the office file has it; a refusal changes
    nothing. While the figures are locked, whatever changes them is refused with `ReportLocked`.
    """

    def __init__(self, archive: Archive, head: ReportHead) -> None:
        self.archive = archive
        self.head = head
        self.form = archive.form(head)
        self.past = archive.past(head)
        """The office's other forms that this one is compared with."""
        self.findings: tuple[Finding, ...] = check(self.form, self.past)
        self.prose: Mapping[str, str] = load_prose(archive.db, head.period)
        """Text of each written section of the outline."""
        self.states: Mapping[str, SectionState] = load_states(archive.db, head.period)
        """How far each section has come that is not empty."""
        self.arrangement: Arrangement = load_arrangement(archive.db, head.period)
        """How the office arranged the outline of the set."""
        self.outline: Outline = shown(self.form.template.outline, self.arrangement)
        """What of the outline prints, in the office's order."""
        self.documents = archive.documents()
        """The documents that the prose can cite, by key."""
        self._counts: Counts | None = None
        self.kept: Mapping[str, str] = load_kept(archive.db, head.period)
        """Justification of each finding that was kept, by finding code."""

    def look_back(self) -> None:
        """Take in what others wrote since: into this form, other forms and the registers."""
        self.form = self.archive.form(self.head)
        self.past = self.archive.past(self.head)
        self.findings = check(self.form, self.past)
        self.documents = self.archive.documents()
        self._counts = None

    @property
    def template(self) -> Template:
        """The form set the report answers."""
        return self.form.template

    @property
    def previous(self) -> Form | None:
        """The office's form of the period of the same length just before, if it has one."""
        return self.past.previous

    @property
    def counts(self) -> Counts:
        """What the registers count for the prose."""
        if self._counts is None:
            self._counts = counts_for(self.archive, self.head)
        return self._counts

    def indicator(self, code: str) -> Indicator:
        """Return the row with that key; `ReportRefused` where the set has none."""
        return named_row(self.template, code)

    def section(self, section: str) -> Section:
        """Return the section of the outline; `ReportRefused` where there is none, or none with prose."""
        every = placed(self.template.outline, self.arrangement)
        known = {each.section.id: each.section for each in every if each.section.has_text}
        if section not in known:
            raise ReportRefused(
                f"Đề cương không có mục lời văn “{section}”. Các mục có thể viết: {', '.join(known)}."
            )
        return known[section]

    def findings_at(self, code: IndicatorCode) -> tuple[Finding, ...]:
        """Return the findings that concern the cell, its own or another row's."""
        return tuple(finding for finding in self.findings if code in finding.cells)

    def enter(
        self,
        code: str,
        text: str,
        reason: str = "",
        *,
        note: str | None = None,
        source: Source = Source.TYPED,
    ) -> Changes:
        """Put into a cell what a person typed; an empty text clears it.

        In a computed row the text is a stated value: it is kept and reported where it differs, and it prints
        only with a reason. `note`, where given, becomes the cell's Ghi chú in the same step.
        """
        row = self.indicator(code)
        if reason and not row.kind.is_computed:
            raise ReportRefused(
                f"Dòng “{row.label}” do người nhập trả lời nên không cần lý do. Hãy ghi vào cột Ghi chú."
            )
        answer = read_answer(row, text)
        if reason and answer.is_blank:
            raise ReportRefused(
                f"Có lý do nhưng chưa có số thay cho số tính được ở dòng “{row.label}”. Hãy nhập số muốn in; "
                "nếu muốn in lại số tính được thì bỏ cả lý do."
            )
        present = self.form.entry(row.code)
        entry = Entry(
            answer=answer,
            said=normal(text) or None,
            reason=normal(reason),
            note=present.note if note is None else normal(note),
        )
        return self.put({row.code: entry}, source)

    def annotate(self, code: str, note: str) -> Changes:
        """Write the cell's Ghi chú; an empty text takes it away."""
        row = self.indicator(code)
        return self.put({row.code: replace(self.form.entry(row.code), note=normal(note))}, Source.TYPED)

    def take_back_override(self, code: str) -> Changes:
        """Let a computed cell print its computed value again; its note stays."""
        row = self.indicator(code)
        if not self.form.is_overridden(row.code):
            raise ReportRefused(f"Dòng “{row.label}” đang in đúng số tính được nên không có gì để bỏ.")
        return self.clear((row.code,))

    def clear(self, codes: tuple[IndicatorCode, ...]) -> Changes:
        """Take the answers of the cells away and leave their notes."""
        return self.put({code: Entry(note=self.form.entry(code).note) for code in codes}, Source.TYPED)

    def fed(self, code: str) -> Fed | None:
        """Return what the registers give for the cell and the entries it is made of; None for nothing."""
        return self.archive.fed(self.head).get(self.indicator(code).code)

    def take_fed(self, codes: Iterable[str]) -> Changes:
        """Answer the cells with what the registers give, as one step; their notes stay.

        Raises `ReportRefused` where one of them is fed by no register.
        """
        given = self.archive.fed(self.head)
        entries = {}
        for code in (self.indicator(each).code for each in codes):
            if code not in given:
                raise ReportRefused(
                    f"Sổ theo dõi chưa có gì để tính dòng {code}. Hãy ghi vào sổ trước, hoặc nhập số liệu."
                )
            entries[code] = Entry(Answer(given[code].value), note=self.form.entry(code).note)
        return self.put(entries, Source.REGISTER)

    def put(self, entries: Mapping[IndicatorCode, Entry], source: Source) -> Changes:
        """Put entries into their cells as one step, on the disk first. A checked report is a draft again."""
        refuse_locked(self.archive, self.head)
        refuse_long_entries(entries.values())
        after = self.form.with_entries(entries)
        who, now = self.archive.who, self.archive.clock()
        with writing(self.archive.db):
            changed = save_entries(
                self.archive.db, self.head.period, entries, who=who, source=source, now=now
            )
            head = self._no_longer_checked() if changed else self.head
        findings = check(after, self.past)
        changes = Changes(
            self.head.period,
            cells=cells_that_differ(self.form, after),
            marked=frozenset(
                cell for finding in set(findings) ^ set(self.findings) for cell in finding.cells
            ),
            head=head != self.head,
        )
        self.form, self.findings, self.head = after, findings, head
        self.archive.keep(after)
        return changes

    def entries_of(self, codes: tuple[IndicatorCode, ...]) -> dict[IndicatorCode, Entry]:
        """Return what stands in the cells now, to be put back by an undo."""
        return {code: self.form.entries.get(code, EMPTY) for code in codes}

    def write(self, section: str, text: str, *, is_carried_over: bool = False) -> Changes:
        """Write a section's prose (docs/prose-format.md); an empty text leaves the section unwritten.

        A text carried over from the last period is marked so until somebody touches or confirms it.
        """
        self.section(section)
        refuse_locked_text(self.archive, self.head)
        written = composed(text).strip("\n")
        refuse_long_prose(written)
        if self.prose.get(section, "") == written:
            return Changes(self.head.period)
        save_prose(
            self.archive.db,
            self.head.period,
            section,
            written,
            who=self.archive.who,
            source=Source.PROPOSED if is_carried_over else Source.TYPED,
            now=self.archive.clock(),
            state=SectionState.CARRIED_OVER if is_carried_over else SectionState.EDITED,
        )
        forget(self.prose.get(section, ""))
        self.prose = {**self.prose, section: written}
        self.states = load_states(self.archive.db, self.head.period)
        return Changes(self.head.period, sections=frozenset({section}))

    def mark_section(self, section: str, *, is_done: bool) -> Changes:
        """Say that a section's prose is done, written or not, or that it is not; either confirms it."""
        self.section(section)
        refuse_locked_text(self.archive, self.head)
        state = SectionState.DONE if is_done else SectionState.EDITED
        changed = save_state(
            self.archive.db,
            self.head.period,
            section,
            state,
            who=self.archive.who,
            now=self.archive.clock(),
        )
        self.states = load_states(self.archive.db, self.head.period)
        return Changes(self.head.period, sections=frozenset({section} if changed else ()))

    def arrange(self, arrangement: Arrangement) -> Changes:
        """Arrange the outline; what hidden sections say stays in the office file and prints no longer."""
        refuse_locked_text(self.archive, self.head)
        origin = Origin(self.archive.who, self.archive.clock())
        changed = save_arrangement(self.archive.db, self.head.period, arrangement, origin)
        self.arrangement = arrangement
        self.outline = shown(self.template.outline, arrangement)
        return Changes(self.head.period, outline=changed)

    def keep(self, finding: str, reason: str) -> Changes:
        """Keep a finding with a written justification; an empty one takes the justification back.

        A checked report without it is a draft again.
        """
        about = next((each for each in self.findings if each.code == finding), None)
        if about is None:
            raise ReportRefused(f"Báo cáo này không có phát hiện {finding}. Hãy kiểm tra lại danh sách.")
        refuse_locked(self.archive, self.head)
        with writing(self.archive.db):
            kept = self._write_kept(finding, reason)
            head = self.head if finding in kept else self._no_longer_checked()
        changes = Changes(head.period, marked=frozenset(about.cells), head=head != self.head)
        self.kept, self.head = kept, head
        return changes

    def keep_in_prose(
        self, finding: str, section: str, reason: str, *, is_of_an_annex: bool = False
    ) -> Changes:
        """Keep a finding in a section's prose, or in the text of a further appendix, with a justification;
        an empty one takes it back.
        """
        refuse_locked_text(self.archive, self.head)
        self.kept = self._write_kept(finding, reason)
        place = frozenset({section})
        if is_of_an_annex:
            return Changes(self.head.period, annexes=place)
        return Changes(self.head.period, sections=place)

    def _write_kept(self, finding: str, reason: str) -> Mapping[str, str]:
        written, who, now = normal(reason), self.archive.who, self.archive.clock()
        save_kept(self.archive.db, self.head.period, {finding: written}, who=who, now=now)
        return {**self.kept, finding: written} if written else _without(self.kept, finding)

    def _no_longer_checked(self) -> ReportHead:
        """Write that the report is a draft again if it was checked; return its head as it is then."""
        if self.head.stage is not Stage.CHECKED:
            return self.head
        head = replace(self.head, stage=Stage.DRAFT)
        update_head(self.archive.db, head, who=self.archive.who, now=self.archive.clock())
        return head

    def reschedule(self, window: Window, deadline: date) -> Changes:
        """Set the days that are counted and the day the report is due."""
        return self.set_head(replace(self.head, window=window, deadline=deadline))

    def set_head(self, head: ReportHead, reason: str = "") -> Changes:
        """Keep what is known of the report besides its figures.

        The days that are counted belong to the figures; the stage is the business of `locking`.
        """
        if head == self.head:
            return Changes(self.head.period)
        if head.window != self.head.window:
            refuse_locked(self.archive, self.head)
        update_head(self.archive.db, head, who=self.archive.who, now=self.archive.clock(), reason=reason)
        moved = head.window != self.head.window
        self.head = head
        if moved:
            self.look_back()
        return Changes(head.period, head=True)


def _without(kept: Mapping[str, str], finding: str) -> dict[str, str]:
    return {code: reason for code, reason in kept.items() if code != finding}

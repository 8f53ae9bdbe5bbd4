"""An open report taken from one form set to another: its figures go where the new set declares them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import EMPTY, Entry
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.office import Office
from cchc_desktop.storage.answers import save_entries
from cchc_desktop.storage.reports import update_head
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.mapping import RowMapping, mapping
from cchc_desktop.template.model import Template
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source


class MoveRefused(CchcError):
    """The report's figures are final, so it stays under the set it answers."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a report's figures under its new set."""

    template: Template
    unmapped: tuple[IndicatorCode, ...]
    """Answered rows of the old set for which the new one has no place; the journal keeps what they said."""
    divided: tuple[IndicatorCode, ...]
    """Answered rows that were split: a person divides their figures."""

    @property
    def words(self) -> str:
        """What a person has to look at."""
        parts = [f"Số liệu đã chuyển sang bộ {self.template.id} phiên bản {self.template.version}."]
        if self.divided:
            parts.append(f"Cần chia lại số liệu của các dòng cũ: {', '.join(self.divided)}.")
        if self.unmapped:
            parts.append(f"Không còn chỗ cho số liệu của các dòng cũ: {', '.join(self.unmapped)}.")
        return " ".join(parts)


def refuse_final(head: ReportHead) -> None:
    """Raise `MoveRefused` where the report's figures are final."""
    if head.stage.holds_figures:
        raise MoveRefused(
            f"Báo cáo {head.period.name} đang ở bước “{head.stage.label}” nên không đổi biểu mẫu hay thời "
            "gian. Hãy mở chốt số liệu rồi nhận lại yêu cầu."
        )


def moved_to(office: Office, period: Period, template: Template) -> Moved:
    """Let the period's report answer another set, which is in the office file already, as one step."""
    report = office.report(period)
    refuse_final(report.head)
    old = report.form
    way = mapping(old.template, template)
    entries = _entries(old.entries, way)
    every = {**dict.fromkeys(old.entries, EMPTY), **entries}
    head = replace(
        report.head,
        template_id=template.id,
        template_version=template.version,
        stage=Stage.DRAFT,
    )
    archive = office.archive
    who, now = archive.who, archive.clock()
    with writing(archive.db):
        save_entries(archive.db, period, every, who=who, source=Source.PROPOSED, now=now)
        update_head(archive.db, head, who=who, now=now, reason=f"{template.id} {template.version}")
    office.forget(period)
    answered = {code for code, entry in old.entries.items() if not entry.answer.is_blank}
    return Moved(
        template,
        tuple(code for code in (*way.unmapped, *way.dropped) if code in answered),
        tuple(code for code in way.divided if code in answered),
    )


def _entries(entries: Mapping[IndicatorCode, Entry], way: RowMapping) -> dict[IndicatorCode, Entry]:
    found = {}
    for code, sources in way.sources.items():
        parts = [entries[source] for source in sources if source in entries]
        if parts:
            found[code] = parts[0] if len(sources) == 1 else _added_up(parts, len(sources))
    return found


def _added_up(parts: list[Entry], count: int) -> Entry:
    """The sum of merged rows; where one of them has no number, only what all say alike."""
    numbers = [entry.answer.number for entry in parts]
    notes = "; ".join(dict.fromkeys(entry.note for entry in parts if entry.note))
    known = [number for number in numbers if number is not None]
    if len(known) == count:
        return Entry(Answer(sum(known, Decimal())), note=notes)
    alike = {entry.answer for entry in parts}
    return Entry(alike.pop() if len(alike) == 1 and len(parts) == count else Answer(), note=notes)

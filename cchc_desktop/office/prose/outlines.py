"""The outline of an open report: sections added, hidden, renamed and moved by the office."""

from cchc_desktop.form.head import ReportHead
from cchc_desktop.narrative import arranging
from cchc_desktop.narrative.arranging import Arrangement, Placed
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.printed.phrases import Phrases
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.outlines import load_arrangement
from cchc_desktop.template.model import Outline, Section


def every_section(report: OpenReport) -> tuple[Placed, ...]:
    """Return the sections in the office's order, those that are hidden too."""
    return arranging.placed(report.template.outline, report.arrangement)


def heading_of(report: OpenReport, section: Section) -> str:
    """Return the heading as a person reads and types it, the period's name filled in."""
    return _phrases(report).fill(section.heading)


def section_name(report: OpenReport, section: str) -> str:
    """Return what a person calls a section: its number in the set; its heading where numbers are others."""
    there = next((each for each in every_section(report) if each.section.id == section), None)
    return f"“{heading_of(report, there.section)}”" if there and report.arrangement else section


def add_section(report: OpenReport, after: str, heading: str, *, is_below: bool = False) -> Changes:
    """Put a section of the office's own after another and all below that; `is_below`: one level deeper."""
    beside = next((each.section.level for each in every_section(report) if each.section.id == after), 0)
    arranged, _ = arranging.added(*_now(report), after, beside + is_below, _pattern(report, heading))
    return report.arrange(arranged)


def rename_section(report: OpenReport, section: str, heading: str) -> Changes:
    """Give a section another heading; an empty one is the set's own again."""
    pattern = _pattern(report, heading)
    own = {each.id: each.heading for each in report.template.outline.sections}
    wanted = "" if pattern == own.get(section) else pattern
    return report.arrange(arranging.renamed(*_now(report), section, wanted))


def hide_section(report: OpenReport, section: str, *, is_hidden: bool = True) -> Changes:
    """Let a section and all below it print no longer, or again; what they say stays in the office file."""
    return report.arrange(arranging.hidden(*_now(report), section, is_hidden=is_hidden))


def move_section(report: OpenReport, section: str, *, is_down: bool) -> Changes:
    """Put a section, with all below it, past its neighbour of the same level."""
    return report.arrange(arranging.moved(*_now(report), section, is_down=is_down))


def remove_section(report: OpenReport, section: str) -> Changes:
    """Take a section of the office's own away; `OutlineRefused` while it says something."""
    if report.prose.get(section):
        raise arranging.OutlineRefused(
            f"Mục {section} còn lời văn. Hãy xóa lời của mục trước, hoặc chỉ ẩn mục."
        )
    return report.arrange(arranging.removed(*_now(report), section))


def texts_hidden_with(report: OpenReport, section: str) -> tuple[str, ...]:
    """Return the sections with text that would print no longer if this one were hidden."""
    without = arranging.hidden(*_now(report), section, is_hidden=True)
    left = {each.id for each in arranging.shown(report.template.outline, without).sections}
    written = (each.id for each in report.outline.sections if report.prose.get(each.id))
    return tuple(each for each in written if each not in left)


def proposed_arrangement(archive: Archive, head: ReportHead) -> Arrangement:
    """Return how the outline of a new report is arranged: as that of the report before it."""
    earlier = [each for each in archive.heads() if each.window.last < head.window.last]
    before = max(earlier, key=lambda each: each.window.last, default=None)
    return load_arrangement(archive.db, before.period) if before else ()


def _now(report: OpenReport) -> tuple[Outline, Arrangement]:
    return report.template.outline, report.arrangement


def _pattern(report: OpenReport, heading: str) -> str:
    return _phrases(report).pattern(heading) if heading.strip() else ""


def _phrases(report: OpenReport) -> Phrases:
    return Phrases(report.head, report.archive.profile, report.template)

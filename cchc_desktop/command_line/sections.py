"""`cchc sections`: the outline of one report as its office wants it."""

from argparse import Namespace
from collections.abc import Callable, Iterator

from cchc_desktop.command_line.one_report import changed, shown
from cchc_desktop.command_line.output import DONE, answer
from cchc_desktop.narrative.arranging import OutlineRefused, Placed
from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.prose.outlines import (
    add_section,
    every_section,
    heading_of,
    hide_section,
    move_section,
    remove_section,
    rename_section,
    texts_hidden_with,
)
from cchc_desktop.office.report import OpenReport


def listing(arguments: Namespace) -> int:
    """`sections list`: every section in the office's order, those that are hidden too."""
    return shown(arguments, _told)


def add(arguments: Namespace) -> int:
    """`sections add`: a section of the office's own."""

    def job(report: OpenReport) -> Changes:
        return add_section(report, arguments.after, arguments.heading, is_below=arguments.below)

    return _changed(arguments, job)


def rename(arguments: Namespace) -> int:
    """`sections rename`: another heading, or the set's own again."""
    return _changed(arguments, lambda report: rename_section(report, arguments.id, arguments.heading))


def hide(arguments: Namespace) -> int:
    """`sections hide`: a section, and all below it, that prints no longer; with text if that is said."""

    def job(report: OpenReport) -> Changes:
        written = texts_hidden_with(report, arguments.id)
        if written and not arguments.with_text:
            raise OutlineRefused(
                f"Mục {', '.join(written)} đã có lời văn; ẩn đi thì lời đó không in và không gửi nữa, nhưng "
                "vẫn còn trong tệp. Nếu đúng ý, hãy thêm --with-text."
            )
        return hide_section(report, arguments.id)

    return _changed(arguments, job)


def show(arguments: Namespace) -> int:
    """`sections show`: a hidden section prints again."""
    return _changed(arguments, lambda report: hide_section(report, arguments.id, is_hidden=False))


def move(arguments: Namespace) -> int:
    """`sections move`: a section past its neighbour of the same level."""
    is_down = arguments.way == "down"
    return _changed(arguments, lambda report: move_section(report, arguments.id, is_down=is_down))


def remove(arguments: Namespace) -> int:
    """`sections remove`: a section that the office added."""
    return _changed(arguments, lambda report: remove_section(report, arguments.id))


def _changed(arguments: Namespace, job: Callable[[OpenReport], Changes]) -> int:
    return changed(arguments, job, _told)


def _told(arguments: Namespace, report: OpenReport) -> int:
    sections = every_section(report)
    document = {"sections": [_document(report, each) for each in sections]}
    answer(arguments, document, _lines(report, sections))
    return DONE


def _document(report: OpenReport, there: Placed) -> dict[str, object]:
    return {
        "id": there.section.id,
        "level": there.section.level,
        "heading": heading_of(report, there.section),
        "has_text": there.section.has_text,
        "hidden": there.is_out,
        "own": there.is_own,
        "state": report.states.get(there.section.id, SectionState.EMPTY).value,
    }


def _lines(report: OpenReport, sections: tuple[Placed, ...]) -> Iterator[str]:
    for there in sections:
        marks = [mark for mark, holds in (("ẩn", there.is_out), ("tự thêm", there.is_own)) if holds]
        told = f" ({', '.join(marks)})" if marks else ""
        indent = "    " * (there.section.level - 1)
        yield f"{indent}{there.section.id}: {heading_of(report, there.section)}{told}"

"""Where prose stands in a report: the sections of its outline, and its further appendices after them."""

import re
from collections.abc import Mapping
from functools import partial

from cchc_desktop.form.annex import Annex
from cchc_desktop.office.printed.annexes import annexes_of
from cchc_desktop.office.prose.outlines import heading_of, section_name
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.wording import Words

_SECTION = "Mục "
"""How the wording of a finding names a section of the outline; an appendix is none."""


def written_parts(report: OpenReport) -> dict[str, str]:
    """Return every text that says something: sections by their ids in the order of the outline, then
    appendices by their keys (`pl1`).
    """
    sections = {part.id: report.prose.get(part.id, "") for part in report.outline.sections}
    annexes = {key: annex.text for key, annex in annexes_of(report).items()}
    return {part: text for part, text in {**sections, **annexes}.items() if text}


def heading_of_part(report: OpenReport, part: str) -> str:
    """Return a section's heading as it prints, or an appendix's title."""
    section = next((each for each in report.outline.sections if each.id == part), None)
    return heading_of(report, section) if section else annexes_of(report)[part].title


def told_at(report: OpenReport, part: str) -> str:
    """Return what a person calls a section or an appendix."""
    annex = annexes_of(report).get(part)
    return _name(annex) if annex else section_name(report, part)


def is_annex(report: OpenReport, part: str) -> bool:
    """Whether that is the key of a further appendix, whose editor shows its text as it is stored."""
    return part in annexes_of(report)


def with_names(report: OpenReport, words: Words) -> Words:
    """Return the words of a finding with every appendix called by its title and not by its key."""
    return Words(words.title, words.why, _named(words.message, annexes_of(report)), words.remedy)


def _named(message: str, annexes: Mapping[str, Annex]) -> str:
    for key, annex in annexes.items():
        message = message.removeprefix(_SECTION) if message.startswith(_SECTION + _name(annex)) else message
        message = re.sub(rf"\bmục {key}\b", partial(_in_a_sentence, annex), message)
    return message


def _in_a_sentence(annex: Annex, _key: re.Match[str]) -> str:
    return f"phụ lục thêm “{annex.title}”"


def _name(annex: Annex) -> str:
    return f"Phụ lục thêm “{annex.title}”"

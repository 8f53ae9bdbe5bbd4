"""The outline of one report as its office wants it: sections added, hidden, renamed, moved.

An arrangement lists the sections in the office's order and says of each what differs from the set. Sections
that the set has and the list does not (a newer edition of the set) keep their place after the one before
them; listed ones that neither the set nor the office has are passed over. So last year's arrangement fits
this year's set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from cchc_desktop.errors import CchcError
from cchc_desktop.template.model import Outline, Section

DEEPEST = 4
"""Levels of headings that a report can number."""
LONGEST_HEADING = 500
"""In characters, as the exchange format has it."""
MOST_SECTIONS = 200
_OWN = "them-"
"""What the ids of an office's own sections begin with."""


class OutlineRefused(CchcError):
    """The outline has no such section, or cannot be changed so."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the office says of one section."""

    id: str
    heading: str = ""
    """A pattern like the set's own; empty: as the set has it."""
    level: int = 0
    """Of a section that the office added; 0: one of the set."""
    is_hidden: bool = False


Arrangement: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """One section in the office's order."""

    section: Section
    part: Part
    is_out: bool
    """Whether it is hidden, or a section above it: it neither prints nor counts."""

    @property
    def is_own(self) -> bool:
        """Whether the office added it."""
        return bool(self.part.level)


def placed(outline: Outline, arrangement: Arrangement) -> tuple[Placed, ...]:
    """Return every section, hidden ones too, in the office's order."""
    known = {section.id: section for section in outline.sections}
    found = []
    hidden_above = DEEPEST + 1
    for part in _complete(outline, arrangement):
        section = _section(known, part)
        if section.level <= hidden_above:
            hidden_above = section.level if part.is_hidden else DEEPEST + 1
        found.append(Placed(section, part, section.level >= hidden_above))
    return tuple(found)


def shown(outline: Outline, arrangement: Arrangement) -> Outline:
    """Return the outline that prints."""
    sections = tuple(each.section for each in placed(outline, arrangement) if not each.is_out)
    return replace(outline, sections=sections)


def added(
    outline: Outline, arrangement: Arrangement, after: str, level: int, heading: str
) -> tuple[Arrangement, str]:
    """Return the arrangement with one more section, and its id.

    It stands after the section `after` and all below that, on the same level or one below.
    """
    parts = list(_complete(outline, arrangement))
    if len(parts) >= MOST_SECTIONS:
        raise OutlineRefused(f"Đề cương đã có {len(parts)} mục, không thêm được nữa. Hãy gộp bớt mục.")
    start, end = _span(outline, arrangement, after)
    beside = placed(outline, arrangement)[start].section.level
    deepest = min(DEEPEST, len(outline.numbering))
    if level not in (beside, beside + 1) or level > deepest:
        raise OutlineRefused(
            f"Không thêm được mục cấp {level} sau mục {after} (cấp {beside}); đề cương này đánh số đến cấp "
            f"{deepest}. Hãy thêm mục cùng cấp."
        )
    taken = [int(part.id.removeprefix(_OWN)) for part in parts if part.level]
    part = Part(f"{_OWN}{max(taken, default=0) + 1}", _fit(heading), level)
    return (*parts[:end], part, *parts[end:]), part.id


def renamed(outline: Outline, arrangement: Arrangement, section: str, heading: str) -> Arrangement:
    """Return the arrangement with another heading; an empty one gives the set's own back."""
    there = placed(outline, arrangement)[_place(outline, arrangement, section)]
    fit = _fit(heading) if there.is_own or heading.strip() else ""
    return _with(outline, arrangement, replace(there.part, heading=fit))


def hidden(outline: Outline, arrangement: Arrangement, section: str, *, is_hidden: bool) -> Arrangement:
    """Return the arrangement in which the section and all below it print no longer, or print again."""
    there = placed(outline, arrangement)[_place(outline, arrangement, section)]
    changed = _with(outline, arrangement, replace(there.part, is_hidden=is_hidden))
    if not any(each.has_text for each in shown(outline, changed).sections):
        raise OutlineRefused("Đề cương phải còn ít nhất một mục có lời. Hãy hiện một mục khác trước.")
    return changed


def moved(outline: Outline, arrangement: Arrangement, section: str, *, is_down: bool) -> Arrangement:
    """Return the arrangement with the section, and all below it, past its neighbour of the same level.

    It stays below the heading it belongs to; at the end there, nothing changes.
    """
    parts = list(_complete(outline, arrangement))
    levels = [each.section.level for each in placed(outline, arrangement)]
    start, end = _span(outline, arrangement, section)
    if is_down and end < len(parts) and levels[end] == levels[start]:
        first, middle, last = start, end, _span(outline, arrangement, parts[end].id)[1]
    elif not is_down and (before := _sibling_before(levels, start)) is not None:
        first, middle, last = before, start, end
    else:
        return arrangement
    return (*parts[:first], *parts[middle:last], *parts[first:middle], *parts[last:])


def removed(outline: Outline, arrangement: Arrangement, section: str) -> Arrangement:
    """Return the arrangement without a section that the office added and that has none below it."""
    start, end = _span(outline, arrangement, section)
    parts = list(_complete(outline, arrangement))
    if not parts[start].level:
        raise OutlineRefused(f"Mục {section} là mục của bộ biểu mẫu nên chỉ ẩn được, không bỏ được.")
    if end > start + 1:
        raise OutlineRefused(f"Dưới mục {section} còn mục con. Hãy bỏ các mục con trước.")
    return (*parts[:start], *parts[end:])


def _complete(outline: Outline, arrangement: Arrangement) -> tuple[Part, ...]:
    """The arrangement with every section of the set in it and nothing unknown."""
    known = {section.id for section in outline.sections}
    parts = [part for part in arrangement if part.level or part.id in known]
    listed = {part.id for part in parts}
    for before, section in zip((None, *outline.sections), outline.sections, strict=False):
        if section.id not in listed:
            place = next((at for at, part in enumerate(parts, 1) if before and part.id == before.id), 0)
            parts.insert(place, Part(section.id))
    return tuple(parts)


def _section(known: dict[str, Section], part: Part) -> Section:
    if part.level:
        return Section(part.id, part.level, part.heading)
    section = known[part.id]
    return replace(section, heading=part.heading) if part.heading else section


def _with(outline: Outline, arrangement: Arrangement, part: Part) -> Arrangement:
    return tuple(part if each.id == part.id else each for each in _complete(outline, arrangement))


def _place(outline: Outline, arrangement: Arrangement, section: str) -> int:
    ids = [part.id for part in _complete(outline, arrangement)]
    if section not in ids:
        raise OutlineRefused(f"Đề cương không có mục “{section}”. Các mục: {', '.join(ids)}.")
    return ids.index(section)


def _span(outline: Outline, arrangement: Arrangement, section: str) -> tuple[int, int]:
    """Where the section begins, and where all below it ends."""
    start = _place(outline, arrangement, section)
    levels = [each.section.level for each in placed(outline, arrangement)]
    return start, next(_ends(levels, start), len(levels))


def _ends(levels: Sequence[int], start: int) -> Iterator[int]:
    return (at for at in range(start + 1, len(levels)) if levels[at] <= levels[start])


def _sibling_before(levels: Sequence[int], start: int) -> int | None:
    """The neighbour of the same level before a section, under the same heading."""
    for at in range(start - 1, -1, -1):
        if levels[at] <= levels[start]:
            return at if levels[at] == levels[start] else None
    return None


def _fit(heading: str) -> str:
    """The heading on one line; refused where it says nothing or too much."""
    fit = " ".join(heading.split())
    if not fit:
        raise OutlineRefused("Tên mục còn trống. Hãy ghi tên mục.")
    if len(fit) > LONGEST_HEADING:
        raise OutlineRefused(f"Tên mục dài quá {LONGEST_HEADING} ký tự. Hãy rút ngắn.")
    return fit

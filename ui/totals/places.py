"""Where a report stands, as it is told in a cell and beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.rollup.standing import Standing
from cchc_desktop.values.moment import moment_in_sentence
from cchc_desktop.values.period import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.rollup.standing import Place

_COLOURS = {
    Standing.OVERDUE: "owed",
    Standing.QUESTIONS: "asked",
    Standing.RETURNED: "asked",
    Standing.RECEIVED: "there",
    Standing.REVIEWED: "there",
    Standing.ACCEPTED: "done",
}
"""By what has to be done about it; each standing has its own sign besides."""


def colour_name(place: Place) -> str | None:
    """Return the name of the place's colour (`ui.look`); None where nothing needs to be seen."""
    return _COLOURS.get(place.standing)


def place_words(place: Place) -> str:
    """Return the place as short as a cell: `✓ 106/106`, `● 104/106, muộn 2 ngày`, `! 5 ngày`."""
    sign, report = place.standing.sign, place.report
    if report is None:
        return f"{sign} {place.late} ngày" if place.late else sign
    complete = report.completeness
    told = f"{sign} {complete.answered}/{complete.required}"
    return f"{told}, muộn {place.late} ngày" if place.late else told


def place_lines(place: Place) -> Iterator[str]:
    """Yield all there is to say of the place, in sentences without their full stops."""
    yield f"{place.period.title}: {place.words}"
    if place.deadline:
        yield f"Hạn gửi {short_date(place.deadline)}"
    report = place.report
    if report is None:
        return
    yield f"Đến lúc {moment_in_sentence(report.came)}, lần gửi {report.sequence}"
    complete = report.completeness
    yield f"Đã trả lời {complete.answered}/{complete.required} dòng"
    if report.kept:
        yield f"Giữ nguyên {report.kept} phát hiện, có giải trình"
    if report.is_corrected:
        yield f"Đã gửi {report.times} lần"
    by = f", {report.who}" if report.who else ""
    yield f"{report.stage.label} từ {moment_in_sentence(report.since)}{by}"


def legend() -> str:
    """Return what every sign means, on one line."""
    told = (each for each in Standing if each.sign)
    return "   ".join(f"{each.sign} {each.label}" for each in told)

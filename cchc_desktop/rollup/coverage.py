"""Whose figures stand in a total, whose do not, and what is to be known of those that do."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_desktop.rollup.matrix import Facts
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.rollup.standing import Place, Received, Standing
from cchc_desktop.values.period import Period

_MOST_NAMED = 10
"""Names a sentence lists before it only counts."""


@dataclass(frozen=True)
class Coverage:
    """Who stands behind the totals of one period; every list in the order of offices."""

    offices: tuple[OfficeBelow, ...]
    """Who is to report; excused offices are not."""
    counted: tuple[Received, ...]
    """The reports whose figures are added."""
    missing: tuple[OfficeBelow, ...]
    """Who sent nothing that counts, those whose report was returned included."""
    late: tuple[OfficeBelow, ...]
    """Of the counted ones, whose report came after the deadline."""
    kept: tuple[OfficeBelow, ...]
    """Of the counted ones, who keeps a finding with a reason."""
    corrected: tuple[OfficeBelow, ...]
    """Of the counted ones, who sent more than once."""
    excused: tuple[OfficeBelow, ...] = ()
    outside: tuple[OfficeBelow, ...] = ()
    """Who sent a report without being there on the period's last day: their figures are not added, because
    their successors' hold them. A person mends the list, or the report's period."""

    @property
    def sentence(self) -> str:
        """What is printed under a table of totals."""
        facts = [f"Tổng hợp từ {len(self.counted)}/{len(self.offices)} đơn vị"]
        for words, offices in (
            ("chưa có số liệu", self.missing),
            ("gửi muộn", self.late),
            ("giữ nguyên cảnh báo, có giải trình", self.kept),
            ("đã gửi bản sửa", self.corrected),
        ):
            if offices:
                facts.append(f"{words}: {named(offices)}")
        return f"{'; '.join(facts)}."


def coverage(facts: Facts, period: Period, *, accepted_only: bool = False, group: str = "") -> Coverage:
    """Return who stands behind the period's totals: what is received and not returned, or only accepted; of
    one group of offices if it is named.
    """
    expected = facts.offices.expected(period.window)
    ids = {each.id for each in expected}
    places = [facts.place(office, period, ids) for office in expected if group in ("", office.group)]
    due = [place for place in places if place.standing is not Standing.EXCUSED]
    counted = [place for place in due if _counts(place, accepted_only=accepted_only)]
    by_id = facts.offices.by_id

    def offices(chosen: Iterable[Place]) -> tuple[OfficeBelow, ...]:
        return tuple(by_id[place.office] for place in chosen)

    there = {place.office for place in counted}
    return Coverage(
        offices=offices(due),
        counted=tuple(place.report for place in counted if place.report),
        missing=offices(place for place in due if place.office not in there),
        late=offices(place for place in counted if place.late),
        kept=offices(place for place in counted if place.report and place.report.kept),
        corrected=offices(place for place in counted if place.report and place.report.is_corrected),
        excused=offices(place for place in places if place.standing is Standing.EXCUSED),
        outside=tuple(
            each for each in facts.offices if each.id not in ids and (each.id, period) in facts.received
        ),
    )


def named(offices: tuple[OfficeBelow, ...]) -> str:
    """Return the offices' names, or how many there are where a sentence cannot hold them."""
    if len(offices) > _MOST_NAMED:
        return f"{len(offices)} đơn vị"
    return ", ".join(office.name for office in offices)


def _counts(place: Place, *, accepted_only: bool) -> bool:
    if place.report is None or not place.report.counts:
        return False
    return place.standing is Standing.ACCEPTED or not accepted_only

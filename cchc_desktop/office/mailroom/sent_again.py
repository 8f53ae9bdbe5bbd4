"""A report that was sent again: why, where it says another thing, what had been asked to be corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.exchange.messages import Comment, ReturnPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.office.mailroom.reviewing import taken_reports
from cchc_desktop.office.mailroom.stored_forms import stored_form
from cchc_desktop.storage.packages import Direction, content_of, list_packages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.form.form import Form
    from cchc_desktop.office.mailroom.reviewing import UnderReview
    from cchc_desktop.office.office import Office
    from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class SentAgain:
    """What a reviewer has to know beside the report itself."""

    reason: str
    """Why the office sent it again, in its own words; empty where it does not say."""
    before: Form | None
    """What it had sent before; None where that answers a set that is not known here."""
    changed: frozenset[IndicatorCode]
    """Rows that say another thing than before."""
    comments: tuple[Comment, ...]
    """What this office asked to be corrected the last time it handed the report back."""

    def comments_at(self, code: IndicatorCode) -> Iterator[str]:
        """Yield what was asked to be corrected in a row."""
        return (each.text for each in self.comments if each.cell == code)


def sent_again(office: Office, found: UnderReview) -> SentAgain | None:
    """Return what is to know of a report that was sent again; None for one that came once."""
    period, package = found.received.period, found.package
    earlier = [each for each in taken_reports(office, found.office, period) if each.id != package.id]
    if not earlier:
        return None
    superseded = found.payload.supersedes if found.payload else None
    before = stored_form(office, earlier[-1].id, period)
    return SentAgain(
        getattr(superseded, "reason", ""),
        before,
        frozenset(_changed(before, found.form)) if before and found.form else frozenset(),
        _comments(office, found),
    )


def _changed(before: Form, now: Form) -> Iterator[IndicatorCode]:
    for code in now.template.indicators:
        if code not in before.template.indicators or before.answer(code) != now.answer(code):
            yield code


def _comments(office: Office, found: UnderReview) -> tuple[Comment, ...]:
    db = office.archive.db
    period, below = found.received.period, found.office.id
    returned = list_packages(db, Direction.OUT, period=period, office=below, kind="return")
    payload = payload_in(content_of(db, returned[-1].id)) if returned else None
    return payload.comments if isinstance(payload, ReturnPayload) else ()

"""What a report's first page and foot say: proposed, then settled by a person."""

from dataclasses import replace

from cchc_desktop.form.cover import Cover
from cchc_desktop.form.head import ReportHead
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.lengths import LINE, NUMBER, PERSON, POSITION, at_most
from cchc_desktop.office.printed.phrases import Phrases
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.covers import latest_cover, load_cover, save_cover
from cchc_desktop.storage.reports import update_head
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.text import normal


def cover_of(report: OpenReport) -> Cover:
    """Return what the report's cover says: as somebody settled it, else as the last report has it, else as
    the profile and the form set say.
    """
    return cover_for(report.archive, report.head)


def cover_for(archive: Archive, head: ReportHead) -> Cover:
    """Return what the cover of that report says; see `cover_of`."""
    settled = load_cover(archive.db, head.period) or latest_cover(archive.db)
    cover = settled or _proposed(archive, head)
    return replace(cover, number=head.number, issued=head.issued)


def set_cover(report: OpenReport, cover: Cover) -> Changes:
    """Settle what the cover says, number and date included; locked figures do not hinder it."""
    settled = _fit(cover)
    if settled == cover_of(report):
        return Changes(report.head.period)
    archive = report.archive
    head = replace(report.head, number=settled.number, issued=settled.issued)
    who, now = archive.who, archive.clock()
    with writing(archive.db):
        update_head(archive.db, head, who=who, now=now)
        save_cover(archive.db, head.period, settled, who=who, now=now)
    report.head = head
    return Changes(head.period, head=True)


def _proposed(archive: Archive, head: ReportHead) -> Cover:
    phrases = Phrases(head, archive.profile, archive.template(head))
    return Cover(
        place=archive.profile.place,
        signing=phrases.signing,
        signer=archive.profile.signer,
        addressees=phrases.addressees,
        recipients=phrases.recipients,
    )


def _fit(cover: Cover) -> Cover:
    fitting = Cover(
        number=at_most(NUMBER, "Số văn bản", normal(cover.number)),
        issued=cover.issued,
        place=at_most(LINE, "Địa danh", normal(cover.place)),
        signing=_lines("Dòng trên chữ ký", cover.signing),
        signer=at_most(PERSON, "Tên người ký", normal(cover.signer)),
        addressees=_lines("Kính gửi", cover.addressees),
        recipients=_lines("Nơi nhận", cover.recipients),
    )
    at_most(POSITION, "Thẩm quyền và chức vụ người ký", "\n".join(fitting.signing))
    return fitting


def _lines(what: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(at_most(LINE, what, written) for line in lines if (written := normal(line)))

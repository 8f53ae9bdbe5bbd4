"""The sentence below a form of this office's report: whose figures stand in the totals above."""

from collections.abc import Mapping

from cchc_desktop.form.head import ReportHead
from cchc_desktop.office.archive import Archive
from cchc_desktop.office.totals.own import OwnFigures
from cchc_desktop.office.totals.totals import Totals
from cchc_desktop.template.catalogue import Catalogue


def coverage_below(archive: Archive, head: ReportHead) -> Mapping[int, str]:
    """Return what prints below which appendix, by its number: those with a row that totals were put into."""
    template = archive.template(head)
    numbers = {template.appendix_of(code).number for code in OwnFigures(archive, head).following}
    if not numbers:
        return {}
    sentence = Totals(archive, lambda: Catalogue({})).coverage(head.period).sentence
    return dict.fromkeys(numbers, sentence)

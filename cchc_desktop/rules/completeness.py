"""R4 at lock: rows that ask for an answer and have none."""

from collections.abc import Iterator

from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding, Severity


def unanswered(form: Form) -> Iterator[Finding]:
    """Yield every asked row that is still blank. While the figures are being entered that is no finding.

    A row that holds words nobody could read has R10 or R14 already.
    """
    for row in form.template.indicators.values():
        if form.is_asked(row) and form.answer(row.code).is_blank and not form.entry(row.code).is_unread:
            yield Finding("R4", "unanswered", row.code, Severity.BLOCK)

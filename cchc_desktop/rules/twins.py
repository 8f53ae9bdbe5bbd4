"""R7: the same quantity in two tables."""

from collections.abc import Iterator

from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past


def twins(form: Form, _past: Past) -> Iterator[Finding]:
    """Compare exactly the pairs the set declares."""
    for row in form.template.indicators.values():
        if row.same_as and (numbers := form.numbers(row.code, row.same_as)) and numbers[0] != numbers[1]:
            yield Finding(
                "R7", "twins-differ", row.code, Severity.WARN, numbers[0], numbers[1], (row.same_as,)
            )

"""R1 between periods: a longer period's figure against what the shorter reports make of it.

The year is a total whose parts stand in the office's own quarterly reports, so a year stated differently is
R1's case: a total stated differently from its own rows. R15 would fit as well, but a finding is kept by its
code, and `R15-PL2.1` already speaks of the change against last year: one justification would silence both.
Only rows that a person answers are compared, and R1 says nothing else of those.
"""

from collections.abc import Iterator

from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past


def longer_periods(form: Form, past: Past) -> Iterator[Finding]:
    """Compare the numbers of every asked row with those that the shorter periods give."""
    derivation = past.shorter
    if derivation is None or not derivation.parts:
        return
    for code in derivation.form.entries:
        found, expected = form.number(code), derivation.form.number(code)
        if found is not None and expected is not None and found != expected:
            periods = tuple(part.period for part in derivation.sources(code))
            yield Finding("R1", "longer-differs", code, Severity.WARN, found, expected, periods=periods)

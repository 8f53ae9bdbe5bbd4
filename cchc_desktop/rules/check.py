"""All rules over one form."""

from cchc_desktop.form.form import Form
from cchc_desktop.rules.changes import falling_sums, large_changes
from cchc_desktop.rules.fed import fed_figures
from cchc_desktop.rules.finding import Finding
from cchc_desktop.rules.longer import longer_periods
from cchc_desktop.rules.parts import leftovers, missing_parts, subsets
from cchc_desktop.rules.rule import Past, Rule
from cchc_desktop.rules.stated import stated_values
from cchc_desktop.rules.twins import twins
from cchc_desktop.rules.words import unasked_answers, words_for_numbers

_RULES: tuple[Rule, ...] = (
    stated_values,
    missing_parts,
    subsets,
    leftovers,
    twins,
    words_for_numbers,
    unasked_answers,
    large_changes,
    falling_sums,
    longer_periods,
    fed_figures,
)


def check(form: Form, past: Past | None = None) -> tuple[Finding, ...]:
    """Return every finding in the form, in printed order of the rows, then by rule."""
    past = past or Past()
    order = {code: place for place, code in enumerate(form.template.indicators)}
    found = [finding for rule in _RULES for finding in rule(form, past)]
    return tuple(sorted(found, key=lambda finding: order[finding.cell]))

"""What the rules of prose find in a few paragraphs of a report of the third quarter of 2026."""

from datetime import date

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.check import check_text
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.period import Period

THIRD_QUARTER = Period.read("2026-Q3")
CONTEXT = TextContext(THIRD_QUARTER, issued=date(2026, 9, 16))


def found(*paragraphs: str, context: TextContext = CONTEXT, heading: str = "") -> tuple[TextFinding, ...]:
    """Return the findings of one section, in the order of its text."""
    return check_text([TextSection("I.1", heading, paragraphs)], context)


def cases(*paragraphs: str, context: TextContext = CONTEXT) -> list[tuple[str, str, str]]:
    """Return case, passage and what is expected of each finding."""
    return [(each.case, each.text, each.expected) for each in found(*paragraphs, context=context)]


def with_form(form: Form) -> TextContext:
    """Return what is known of a report with these figures."""
    return TextContext(form.period, issued=date(2026, 9, 16), form=form)

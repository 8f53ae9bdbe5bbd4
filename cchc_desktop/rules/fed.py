"""R8: figures against the office's own registers.

A figure that was typed stays as typed; what the registers give stands beside it until a person takes it over
or keeps the finding with a reason.
"""

from collections.abc import Iterator

from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past


def fed_figures(form: Form, past: Past) -> Iterator[Finding]:
    """Compare every answered row with the number the registers give; a blank row is no contradiction."""
    for code, expected in past.fed.items():
        answer = form.answer(code)
        if answer.number is not None and answer.number != expected:
            yield Finding("R8", "fed-differs", code, Severity.WARN, answer.number, expected)
        elif answer.number is None and not answer.is_blank and expected:
            yield Finding("R8", "fed-for-state", code, Severity.WARN, None, expected)

"""The one place where findings in prose become Vietnamese sentences."""

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.section import HEADING
from cchc_desktop.rules.text.words_of_figures import OF_FIGURES
from cchc_desktop.rules.text.words_of_papers import OF_PAPERS
from cchc_desktop.rules.text.words_of_writing import OF_WRITING
from cchc_desktop.rules.wording import Words, named

_WORDS = {**OF_FIGURES, **OF_PAPERS, **OF_WRITING}


def known_cases() -> tuple[Words, ...]:
    """Return every case of a finding in text, as patterns; for the help."""
    return tuple(_WORDS.values())


def text_finding_in_words(finding: TextFinding, form: Form | None = None, section: str = "") -> Words:
    """Return the finding as a person reads it; with the section's name its message begins with the place."""
    words = _WORDS[finding.case]
    rows = [row for row in finding.related if form and row in form.template.indicators]
    facts = {
        "text": finding.text,
        "found": finding.found,
        "expected": finding.expected,
        "given": ", ".join(finding.given),
        "given_plus": " + ".join(finding.given),
        "given_above": " lớn hơn ".join(finding.given),
        "given_first": finding.given[0] if finding.given else "",
        "given_last": finding.given[-1] if finding.given else "",
        "given_over": "/".join(finding.given),
        "rows": named(rows, form) if form else "",
    }
    message = words.message.format(**facts)
    if section:
        message = f"{place_in_words(finding, section)}: {message}"
    return Words(words.title, words.why, message, words.remedy.format(**facts))


def place_in_words(finding: TextFinding, section: str) -> str:
    """Return where the passage stands: `Mục Về kế hoạch, đoạn 3`, `Mục II.1, lời chú 2`."""
    where = "tiêu đề" if finding.paragraph == HEADING else f"đoạn {finding.paragraph + 1}"
    where = f"lời chú {finding.note}" if finding.note else where
    return f"Mục {section}, {where}"

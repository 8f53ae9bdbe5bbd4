"""Places in further appendices that cannot say what they are meant to: they print dots or their source."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.office.printed.annexes import annexes_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.finding import Severity
from cchc_desktop.rules.prose import prose_finding_in_words, prose_findings

_OPENING = "Mục "
"""How the wording of a finding names a section of the outline; an appendix is none."""


@dataclass(frozen=True, slots=True)
class AnnexTrouble:
    """One such place, told."""

    annex: str
    """Key of the appendix."""
    code: str
    severity: Severity
    title: str
    message: str
    why: str
    remedy: str


def troubles_in_annexes(report: OpenReport) -> Iterator[AnnexTrouble]:
    """Yield them in the order of the appendices and their lines."""
    annexes = annexes_of(report)
    texts = {key: annex.text for key, annex in annexes.items()}
    for finding in prose_findings(texts, report.form, report.previous, report.documents):
        name = f"Phụ lục thêm “{annexes[finding.section].title}”"
        words = prose_finding_in_words(finding, report.form, name)
        yield AnnexTrouble(
            finding.section,
            finding.code,
            finding.severity,
            words.title,
            words.message.removeprefix(_OPENING),
            words.why,
            words.remedy,
        )

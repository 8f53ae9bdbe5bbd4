"""What a command prints: sentences for a person, or one JSON document for a program."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from decimal import Decimal

from cchc_desktop.errors import OutputLost
from cchc_desktop.form.form import Form
from cchc_desktop.office.findings.found import Found
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.prose import ProseFinding
from cchc_desktop.rules.wording import in_words
from cchc_desktop.template.model import Kind
from cchc_desktop.values.number import plain, round_half_up

DONE, NEEDS_A_PERSON = 0, 1
"""Exit statuses of a command that was carried out."""


def say(lines: Iterable[str]) -> None:
    """Print sentences on standard output."""
    _print("".join(f"{line}\n" for line in lines))


def answer(arguments: Namespace, document: object, lines: Iterable[str]) -> None:
    """Print the document where JSON was asked for, else the lines."""
    if arguments.json:
        _print(f"{json.dumps(document, ensure_ascii=False, indent=1)}\n")
    else:
        say(lines)


def progress(done: int, count: int) -> None:
    """Say on a terminal how far a long job is; the last call wipes it off."""
    if sys.stderr.isatty() and count > 1:
        sys.stderr.write(f"\r{done}/{count}" if done < count else "\r")


def _print(text: str) -> None:
    if sys.stdout is None:  # closed by whoever called: nobody wants to read it
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has read enough: no trouble of ours
        raise
    except OSError as error:
        sys.stdout = None  # what it still holds has nowhere to go
        raise OutputLost(
            "Lệnh đã chạy nhưng không in được kết quả; có thể ổ đĩa đã đầy. Hãy chọn nơi khác để ghi kết quả."
        ) from error


def finding_document(finding: Finding, form: Form) -> dict[str, object]:
    """Return a finding as the command line's JSON has it; ratios are rounded half up to two places."""
    words = in_words(finding, form)
    is_ratio = form.template.indicators[finding.cell].kind is Kind.RATIO

    def written(number: Decimal | None) -> str | None:
        if number is None:
            return None
        return plain(round_half_up(number) if is_ratio else number)

    return {
        "code": finding.code,
        "title": words.title,
        "severity": finding.severity.value,
        "cell": finding.cell,
        "found": written(finding.found),
        "expected": written(finding.expected),
        "related": list(finding.related),
        "message": words.message,
        "why": words.why,
        "remedy": words.remedy,
    }


def finding_lines(findings: Iterable[Finding], form: Form) -> Iterable[str]:
    """Return findings as a person reads them: the gravest first, two lines each."""
    order = list(Severity)
    for finding in sorted(findings, key=lambda each: order.index(each.severity)):
        words = in_words(finding, form)
        yield f"[{finding.severity.label}] {finding.code} {words.title}: {words.message}"
        yield f"    {words.remedy}"


def findings_summary(findings: tuple[Finding | ProseFinding | Found, ...]) -> str:
    """Return how many findings there are of each severity, in one sentence."""
    counts = [(severity, sum(each.severity is severity for each in findings)) for severity in Severity]
    parts = ", ".join(f"{count} {severity.label.lower()}" for severity, count in counts)
    return f"{len(findings)} phát hiện: {parts}."

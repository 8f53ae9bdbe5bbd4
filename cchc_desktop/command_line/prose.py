"""Commands on the prose of one report, and how its findings are printed."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, answer, say
from cchc_desktop.errors import FileRefused
from cchc_desktop.form.form import Form
from cchc_desktop.narrative.rendering import plain_text
from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.findings.found import Found
from cchc_desktop.office.findings.in_text import found_in_section
from cchc_desktop.office.office import Office
from cchc_desktop.office.prose.prose import carry_over, findings_in_prose, rendered_prose, suggested_sentences
from cchc_desktop.office.reading import whole_content
from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.prose import ProseFinding, prose_finding_in_words
from cchc_desktop.values.period import Period


def prose(arguments: Namespace) -> int:
    """`prose`: write, confirm or carry over the text of sections, or show how far it has come."""
    if arguments.file or arguments.done or arguments.carry_over:
        return _change(arguments)
    with Office.look(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        printed = {section: plain_text(blocks) for section, blocks in rendered_prose(report).items()}
        every = [part.id for part in report.outline.sections if part.has_text]
        wanted = [report.section(arguments.section).id] if arguments.section else every
        document = {
            section: {
                "state": report.states.get(section, SectionState.EMPTY).value,
                "text": report.prose.get(section, ""),
                "printed": printed.get(section, ""),
                "suggested": list(suggested_sentences(report, section)),
            }
            for section in wanted
        }
        lines = [line for section in wanted for line in _lines(report, section, printed.get(section, ""))]
    answer(arguments, document, lines)
    return DONE


def prose_finding_document(finding: ProseFinding, form: Form) -> dict[str, object]:
    """Return a finding as the command line's JSON has it, in the fields of a finding about figures."""
    words = prose_finding_in_words(finding, form)
    return {
        "code": finding.code,
        "title": words.title,
        "severity": finding.severity.value,
        "cell": finding.row or "",
        "found": None,
        "expected": None,
        "related": [],
        "message": words.message,
        "why": words.why,
        "remedy": words.remedy,
    }


def found_document(found: Found) -> dict[str, object]:
    """Return what a rule of prose found in the same fields, with its place in the text."""
    return {
        "code": found.code,
        "title": found.words.title,
        "severity": found.severity.value,
        "cell": found.cell or "",
        "found": None,
        "expected": None,
        "related": [],
        "place": found.section,
        "message": found.words.message,
        "why": found.words.why,
        "remedy": found.words.remedy,
    }


def found_lines(every: Iterable[Found]) -> Iterator[str]:
    """Yield what the rules of prose found as a person reads it, two lines each."""
    for found in every:
        yield f"[{found.severity.label}] {found.code} {found.words.title}: {found.words.message}"
        yield f"    {found.words.remedy}"


def prose_finding_lines(findings: Iterable[ProseFinding], form: Form) -> Iterator[str]:
    """Yield findings as a person reads them, two lines each."""
    for finding in findings:
        words = prose_finding_in_words(finding, form)
        yield f"[{finding.severity.label}] {finding.code} {words.title}: {words.message}"
        yield f"    {words.remedy}"


def _change(arguments: Namespace) -> int:
    text = read_text(arguments.file) if arguments.file else None
    with to_write(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        if arguments.carry_over:
            sections = sorted(carry_over(report).sections)
            say([f"Đã chép từ kỳ trước: {', '.join(sections) or 'không mục nào'}."])
        if text is not None:
            report.write(arguments.section, text)
            say([f"Đã ghi lời văn mục {arguments.section}."])
        if arguments.done:
            report.mark_section(arguments.section, is_done=True)
            say([f"Mục {arguments.section} đã xong."])
        here = [finding for finding in findings_in_prose(report) if finding.section == arguments.section]
        say(prose_finding_lines(here, report.form))
        say(found_lines(found_in_section(report, arguments.section)))
    return DONE


def _lines(report: OpenReport, section: str, printed: str) -> Iterator[str]:
    yield f"{section}: {report.states.get(section, SectionState.EMPTY).label}"
    yield from (f"    {line}" for line in printed.split("\n") if line)
    yield from (f"    Gợi ý: {sentence}" for sentence in suggested_sentences(report, section))


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, or raise `FileRefused`."""
    try:
        return whole_content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(
            f"Tệp {path.name} không phải chữ Unicode (UTF-8). Hãy lưu lại dạng UTF-8."
        ) from error

"""An audit as it leaves the program: lines for a person, a document for another program."""

from collections.abc import Iterator

from cchc_desktop.office.word_reports.auditing import Audit
from cchc_desktop.rules.finding import Severity


def audit_document(found: Audit) -> dict[str, object]:
    """Return the audit as JSON has it."""
    report = found.report
    facts = report.facts
    return {
        "file": report.file,
        "template": report.template.id,
        "office": facts.office,
        "period": str(facts.period) if facts.period else None,
        "sections": [
            {"id": section.id, "heading": section.heading.title, "known": section.is_known}
            for section in report.sections
        ],
        "rows": {
            row.code: {"place": row.place, "raw": row.raw, "how": row.sureness.value}
            for row in report.reading.rows
            if row.code
        },
        "findings": [finding.document for finding in found.findings],
    }


def audit_lines(found: Audit) -> Iterator[str]:
    """Yield the audit as a person reads it: what was read, how much was found, two lines a finding."""
    yield f"{found.report.file}: {read_in_words(found)}"
    yield counts_in_words(found)
    for finding in found.findings:
        words = finding.words
        yield f"[{finding.severity.label}] {finding.code} {finding.place}: {words.title}. {words.message}"
        yield f"    {words.remedy}"


def read_in_words(found: Audit) -> str:
    """Return what the report was read as: period, form set, sections, rows."""
    report = found.report
    period = f"kỳ {report.facts.period.name}" if report.facts.period else "không rõ kỳ"
    sure = sum(row.is_sure for row in report.reading.rows)
    return (
        f"{period}, đọc theo bộ biểu mẫu {report.template.id}; {len(report.sections)} mục, "
        f"{sure} dòng số liệu đọc chắc, {len(report.reading.unsure)} dòng cần xem."
    )


def counts_in_words(found: Audit) -> str:
    """Return how many findings there are of each weight."""
    counts = [(each, sum(one.severity is each for one in found.findings)) for each in Severity]
    told = ", ".join(f"{count} {each.label.lower()}" for each, count in counts)
    return f"{len(found.findings)} phát hiện: {told}."

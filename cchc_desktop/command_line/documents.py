"""Commands on somebody's Word report: what is wrong with it, what differs from ours."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer
from cchc_desktop.office.auditing import Audit, audit, write_commented
from cchc_desktop.office.office import Office
from cchc_desktop.office.word_reports import sets_to_read_by
from cchc_desktop.rules.finding import Severity
from cchc_desktop.template.catalogue import Catalogue, shipped


def look(arguments: Namespace) -> int:
    """`audit`: everything that is wrong with a Word report."""
    found = audit(arguments.file, sets_to_read_by(_catalogue(arguments.office), arguments.template))
    if arguments.comments:
        written = write_commented(found, arguments.comments)
        sys.stderr.write(f"Đã ghi bản có nhận xét: {written}\n")
    answer(arguments, _audit_document(found), _audit_lines(found))
    return NEEDS_A_PERSON if found.needs_a_person else DONE


def _audit_document(found: Audit) -> dict[str, object]:
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


def _audit_lines(found: Audit) -> Iterator[str]:
    report = found.report
    period = f"kỳ {report.facts.period.name}" if report.facts.period else "không rõ kỳ"
    sure = sum(row.is_sure for row in report.reading.rows)
    yield (
        f"{report.file}: {period}, đọc theo bộ biểu mẫu {report.template.id}; {len(report.sections)} mục, "
        f"{sure} dòng số liệu đọc chắc, {len(report.reading.unsure)} dòng cần xem."
    )
    counts = [(each, sum(one.severity is each for one in found.findings)) for each in Severity]
    told = ", ".join(f"{count} {each.label.lower()}" for each, count in counts)
    yield f"{len(found.findings)} phát hiện: {told}."
    for finding in found.findings:
        words = finding.words
        yield f"[{finding.severity.label}] {finding.code} {finding.place}: {words.title}. {words.message}"
        yield f"    {words.remedy}"


def _catalogue(office_file: Path | None) -> Catalogue:
    if office_file is None:
        return shipped()
    with Office.look(office_file) as office:
        return office.catalogue()

"""Commands on somebody's Word report: what is wrong with it, what differs from ours."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc_desktop.command_line.opening import catalogue_of, to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer, progress
from cchc_desktop.errors import FileRefused
from cchc_desktop.office.office import Office
from cchc_desktop.office.word_reports.auditing import audit, write_commented
from cchc_desktop.office.word_reports.comparing import Change, Comparison, compared
from cchc_desktop.office.word_reports.reading import reading_many, sets_to_read_by, word_files
from cchc_desktop.office.word_reports.taking_over import take_over
from cchc_desktop.office.word_reports.telling import audit_document, audit_lines
from cchc_desktop.values.period import Period

_CHANGES = {Change.CHANGED: "Đã sửa:", Change.ADDED: "Đã thêm:", Change.REMOVED: "Đã bỏ:"}


def look(arguments: Namespace) -> int:
    """`audit`: everything that is wrong with a Word report, or with each of several and of whole folders."""
    file = arguments.files[0]
    if len(arguments.files) > 1 or file.is_dir():
        return _look_into_each(arguments, word_files(arguments.files))
    found = audit(file, sets_to_read_by(catalogue_of(arguments.office), arguments.template))
    if arguments.comments:
        written = write_commented(found, arguments.comments)
        sys.stderr.write(f"Đã ghi bản có nhận xét: {written}\n")
    answer(arguments, audit_document(found), audit_lines(found))
    return NEEDS_A_PERSON if found.needs_a_person else DONE


def _look_into_each(arguments: Namespace, files: Sequence[Path]) -> int:
    """Audit the files one after another; one that cannot be read is told and keeps none from its turn."""
    if arguments.comments:
        arguments.wrong_use("argument --comments: not allowed with argument FILE FILE")
    sets = sets_to_read_by(catalogue_of(arguments.office), arguments.template)
    told: list[dict[str, object]] = []
    lines: list[str] = []
    is_well = True
    with reading_many() as document_of:
        for number, file in enumerate(files):
            progress(number, len(files))
            try:
                found = audit(file, sets, document_of=document_of)
            except FileRefused as refusal:
                told.append({"file": str(file), "refused": refusal.message})
                lines.append(refusal.message)
                is_well = False
            else:
                told.append(audit_document(found) | {"file": str(file)})
                lines += audit_lines(found)
                is_well = is_well and not found.needs_a_person
    progress(len(files), len(files))
    answer(arguments, {"reports": told}, lines)
    return DONE if is_well else NEEDS_A_PERSON


def compare(arguments: Namespace) -> int:
    """`compare`: what was changed in Word, and sections of it taken over."""
    opened = to_write if arguments.take else Office.look
    with opened(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        found = compared(report, arguments.file)
        for section in arguments.take:
            take_over(report, found, section)
    answer(arguments, _comparison_document(found, arguments.take), _comparison_lines(found, arguments.take))
    is_settled = {each.section for each in found.sections} <= set(arguments.take)
    return DONE if is_settled and not (found.figures or found.unsure) else NEEDS_A_PERSON


def _comparison_document(found: Comparison, taken: Sequence[str]) -> dict[str, object]:
    return {
        "sections": [
            {
                "section": section.section,
                "heading": section.heading,
                "ours": section.is_ours,
                "taken": section.section in taken,
                "changes": [
                    {"change": each.change.value, "ours": each.ours, "theirs": each.theirs}
                    for each in section.changes
                ],
                "figures": [
                    {"source": each.source, "ours": each.ours, "theirs": each.theirs}
                    for each in section.dropped
                ],
            }
            for section in found.sections
        ],
        "figures": [
            {"cell": each.code, "place": each.place, "ours": each.ours, "theirs": each.theirs}
            for each in found.figures
        ],
        "unsure": [
            {"cell": row.code or "", "place": row.place, "text": row.raw, "reason": row.reason}
            for row in found.unsure
        ],
    }


def _comparison_lines(found: Comparison, taken: Sequence[str]) -> Iterator[str]:
    if found.is_same:
        yield "Tệp Word không khác báo cáo trong tệp cơ quan."
    for section in found.sections:
        done = " (đã lấy về)" if section.section in taken else ""
        yield f"Mục {section.section} {section.heading}{done}"
        for each in section.changes:
            yield f"  {_CHANGES[each.change]}"
            yield from (f"    - {line}" for line in each.ours.split("\n") if line)
            yield from (f"    + {line}" for line in each.theirs.split("\n") if line)
        for gone in section.dropped:
            instead = f"“{gone.theirs}”" if gone.theirs else "không còn số này"
            yield f"  Số liệu không còn khớp: {gone.source} in ra “{gone.ours}”, tệp Word ghi {instead}."
    for figure in found.figures:
        yield f"{figure.code} {figure.place}: báo cáo in “{figure.ours}”, tệp Word ghi “{figure.theirs}”."
    yield from (f"{row.place}: {row.reason}" for row in found.unsure)

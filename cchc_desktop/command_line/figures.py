"""Commands on the figures of one report."""

from argparse import Namespace

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import (
    DONE,
    NEEDS_A_PERSON,
    answer,
    finding_document,
    finding_lines,
    findings_summary,
    say,
)
from cchc_desktop.command_line.prose import (
    found_document,
    found_lines,
    prose_finding_document,
    prose_finding_lines,
)
from cchc_desktop.form.entry import write_answer
from cchc_desktop.form.form import Form
from cchc_desktop.office.deadline import window_warning
from cchc_desktop.office.figures.files import plan_from_file
from cchc_desktop.office.figures.filling import lines_of
from cchc_desktop.office.findings.found import keep_found
from cchc_desktop.office.findings.in_prose import silent_in_annexes
from cchc_desktop.office.findings.in_text import found_in_text
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.phrases import report_title
from cchc_desktop.office.prose.prose import findings_in_prose
from cchc_desktop.rules.finding import Severity
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.number import plain, round_half_up
from cchc_desktop.values.period import Period


def put(arguments: Namespace) -> int:
    """`set`: write one figure."""
    with to_write(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        row = report.indicator(arguments.key)
        report.enter(row.code, arguments.value, arguments.reason, note=arguments.note)
        shown = write_answer(row, report.form.answer(row.code)) or "(trống)"
        say([f"{row.code} {row.label}: {shown}"])
        say(finding_lines(report.findings_at(row.code), report.form))
    return DONE


def fill(arguments: Namespace) -> int:
    """`fill`: read the figures of a table file."""
    with to_write(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        filling = plan_from_file(report, arguments.file, arguments.thousands)
        filling.apply(report)
    document = {
        "new": filling.new,
        "changed": filling.changed,
        "same": filling.same,
        "skipped": filling.skipped,
        "unread": [
            {"row": row.place, "cell": row.code or "", "text": row.text, "reason": row.reason}
            for row in filling.unread
        ],
    }
    answer(arguments, document, lines_of(filling))
    return NEEDS_A_PERSON if filling.unread else DONE


def show(arguments: Namespace) -> int:
    """`show`: print what every cell says."""
    with Office.look(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        form, profile = report.form, office.profile
    rows = [row for row in form.template.indicators.values() if row.kind is not Kind.HEADING]
    document = {
        "office": profile.name,
        "period": str(form.period),
        "template": form.template.id,
        "cells": {row.code: _cell(form, row) for row in rows},
    }
    lines = [f"{profile.name}, {report_title(form.period)}, bộ biểu mẫu {form.template.id}"]
    lines += [
        f"{row.code}\t{row.label}\t{write_answer(row, form.answer(row.code)) or '(trống)'}" for row in rows
    ]
    answer(arguments, document, lines)
    return DONE


def check(arguments: Namespace) -> int:
    """`check`: print every finding."""
    with Office.look(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        in_prose, in_text = findings_in_prose(report), found_in_text(report)
        in_annexes = silent_in_annexes(report)
    form, findings = report.form, report.findings
    complete = form.completeness
    document = {
        "answered": complete.answered,
        "required": complete.required,
        "findings": [
            *(finding_document(finding, form) for finding in findings),
            *(prose_finding_document(finding, form) for finding in in_prose),
            *(found_document(found) for found in (*in_text, *in_annexes)),
        ],
    }
    lines = [
        (f"Đã trả lời {complete.answered}/{complete.required} dòng. " if form.template.indicators else "")
        + findings_summary((*findings, *in_prose, *in_text, *in_annexes)),
        *finding_lines(findings, form),
        *prose_finding_lines(in_prose, form),
        *found_lines((*in_text, *in_annexes)),
        *filter(None, [window_warning(report.head)]),
    ]
    answer(arguments, document, lines)
    blocked = any(finding.severity is Severity.BLOCK for finding in findings)
    return NEEDS_A_PERSON if blocked else DONE


def keep(arguments: Namespace) -> int:
    """`keep`: let a finding stand for a reason, or no longer."""
    with to_write(arguments.office) as office:
        keep_found(office.report(Period.read(arguments.period)), arguments.code, arguments.reason)
    done = "Đã ghi giải trình" if arguments.reason.strip() else "Đã bỏ giải trình"
    say([f"{done} cho {arguments.code}."])
    return DONE


def _cell(form: Form, row: Indicator) -> dict[str, object]:
    entry, cell = form.entry(row.code), form.answer(row.code)
    stated = entry.answer.number if row.kind.is_computed else None
    number = cell.number
    if number is not None and row.kind is Kind.RATIO:
        number = round_half_up(number)
    return {
        "state": cell.state,
        "value": None if number is None else plain(number),
        "stated": None if stated is None else plain(stated),
        "computed": row.kind.is_computed,
        "overridden": form.is_overridden(row.code),
        "note": entry.note,
    }

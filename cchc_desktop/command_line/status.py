"""`cchc status`: who has sent, who is late, what stands where."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping

from cchc_desktop.command_line.output import DONE, answer
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.matrix_sheet import write_matrix
from cchc_desktop.rollup.matrix import Matrix
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.rollup.reminding import Reminder, reminder
from cchc_desktop.rollup.standing import Place, Standing
from cchc_desktop.values.period import Period


def status(arguments: Namespace) -> int:
    """Show the matrix offices × periods, and the reminder to who still owes a report."""
    with Office.look(arguments.office) as office:
        periods = [Period.read(text) for text in arguments.period]
        matrix = office.totals.matrix(periods, arguments.group)
        reminders = {
            period: reminder(matrix, period, office.profile.name, office.totals.deadline(period))
            for period in (matrix.periods if arguments.remind else ())
        }
        if arguments.out:
            write_matrix(office, matrix, arguments.out)
        late_by = office.settings.late_by.value
    document = {
        "late_by": late_by,
        "periods": [str(period) for period in matrix.periods],
        "counts": {str(period): _counts(matrix, period) for period in matrix.periods},
        "offices": [_office_document(matrix, each) for each in matrix.offices],
        "reminders": [_reminder_document(period, each) for period, each in reminders.items() if each],
    }
    answer(arguments, document, _lines(matrix, reminders))
    return DONE


def _counts(matrix: Matrix, period: Period) -> dict[str, int]:
    found = Counter(matrix.place(office.id, period).standing for office in matrix.offices)
    return {standing.value: found[standing] for standing in Standing if found[standing]}


def _office_document(matrix: Matrix, office: OfficeBelow) -> dict[str, object]:
    return {
        "id": office.id,
        "code": office.code,
        "name": office.name,
        "group": office.group,
        "reports": [_place_document(matrix.place(office.id, period)) for period in matrix.periods],
    }


def _place_document(place: Place) -> dict[str, object]:
    report = place.report
    document: dict[str, object] = {
        "period": str(place.period),
        "state": place.standing.value,
        "late": place.late,
        "deadline": place.deadline.isoformat() if place.deadline else None,
    }
    if report:
        document |= {
            "sequence": report.sequence,
            "came": report.came.isoformat(),
            "claimed": report.claimed.isoformat() if report.claimed else None,
            "since": report.since.isoformat(),
            "answered": report.completeness.answered,
            "required": report.completeness.required,
            "kept": report.kept,
            "corrected": report.is_corrected,
        }
    return document


def _reminder_document(period: Period, each: Reminder) -> dict[str, object]:
    return {
        "period": str(period),
        "addresses": list(each.addresses),
        "without_address": list(each.without_address),
        "subject": each.subject,
        "body": each.body,
    }


def _lines(matrix: Matrix, reminders: Mapping[Period, Reminder | None]) -> Iterator[str]:
    for period in matrix.periods:
        counts = ", ".join(
            f"{count} {Standing(state).label.lower()}" for state, count in _counts(matrix, period).items()
        )
        yield f"{period} ({period.name}): {counts or 'chưa có đơn vị nào phải gửi'}."
    for office in matrix.offices:
        for period in matrix.periods:
            place = matrix.place(office.id, period)
            if place.standing is not Standing.NOT_EXPECTED:
                yield f"{place.standing.sign} {office.name}\t{office.group}\t{period}\t{place.words}"
    for each in reminders.values():
        if each:
            yield from ("", f"Gửi: {'; '.join(each.addresses)}", f"Tiêu đề: {each.subject}", each.body)

"""Exchange files of many sample offices: made up, marked as such, the same for the same seed everywhere."""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from email.utils import format_datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

from cchc_desktop.documents.sheets import FormSheet, WorkbookContent
from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange.canonical import content_digest
from cchc_desktop.exchange.names import Kind as FileKind
from cchc_desktop.exchange.names import file_name
from cchc_desktop.exchange.pack import pack
from cchc_desktop.exchange.payload import Completeness, ReportPayload
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.office.exported.payload import cell_of, report_payload
from cchc_desktop.office.exported.sheets import report_sheets, sheet_row
from cchc_desktop.office.mailroom.mails import MAIL, Draft, draft_mail
from cchc_desktop.office.office import Office
from cchc_desktop.office.writing import make_folder, write_whole
from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Severity
from cchc_desktop.rules.rule import Past
from cchc_desktop.template.model import Indicator, Kind, Level, Template
from cchc_desktop.values.answer import NOT_ARISEN, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period

SUPERIOR = "UBND tỉnh Mẫu"
_NAME = "UBND xã Mẫu {number} (SỐ LIỆU MẪU)"
_TYPIST = "Người nhập mẫu"
_MOST = 40
_NOTHING_IN_HUNDRED = 20
_SHORT_HASH = 12
_ONE_IN = 30
"""Of so many good files one of each kind of trouble is added."""
_LATE = timedelta(days=7)
_FIRST_FORM = "xl/worksheets/sheet2.xml"
_FIGURE = re.compile(rb"<v>(\d+)</v>")


@dataclass(frozen=True, slots=True)
class SampleFiles:
    """What was written."""

    good: tuple[Path, ...]
    trouble: tuple[Path, ...]
    """Late, changed on the way, forged and damaged ones."""


class SampleOffices:
    """Makes the file of one sample office after the other, for one period and seed."""

    def __init__(self, period: Period, seed: int, scratch: Path) -> None:
        self._period, self._seed = period, seed
        profile = Profile(
            "UBND xã Mẫu",
            Level.COMMUNE,
            code="H99",
            superior=Superior(SUPERIOR),
            prepared_by=_TYPIST,
            is_sample=True,
        )
        with Office.create(scratch / "mau.cchc", profile, key=bytes(32)) as office:
            report = office.start(period)
            self._template: Template = report.template
            self.deadline = report.head.deadline
            self._payload = report_payload(report, 1)
            self._sheets = report_sheets(report, sequence=1, short_hash="")

    def name(self, number: int, sequence: int = 1) -> str:
        """Return what the office's file is called."""
        return file_name(
            FileKind.REPORT, code=_code(number), name="", period=str(self._period), sequence=sequence
        )

    def file(self, number: int, sequence: int = 1, key: str = "") -> bytes:
        """Return the exchange file of the office of that number; `key` makes it another's signature."""
        form = self._form(number, sequence)
        payload = self._said(form, number, sequence)
        secret = hashlib.sha256(f"sample office {self._seed} {number} {key}".encode()).digest()
        return pack(workbook(self._shown(form, payload)), payload, secret)

    def _form(self, number: int, sequence: int) -> Form:
        """Return made-up answers that no rule stands against."""
        chance = _draws(f"{self._seed} {number} {sequence}")
        rows = self._template.indicators
        answers = {code: _answer(row, chance) for code, row in rows.items() if row.is_asked}
        for row in rows.values():
            _fit(row, answers)
        entries = {code: Entry(answer) for code, answer in answers.items()}
        form = Form(self._template, self._period, entries)
        while blocked := _blocked(form):
            form = form.with_entries(dict.fromkeys(blocked, Entry(NOT_ARISEN)))
        return form

    def _said(self, form: Form, number: int, sequence: int) -> ReportPayload:
        complete = form.completeness
        return msgspec.structs.replace(
            self._payload,
            OrganId=_code(number),
            OrganName=_NAME.format(number=number),
            sequence=str(sequence),
            completeness=Completeness(answered=str(complete.answered), required=str(complete.required)),
            cells={
                code: cell_of(form, row)
                for code, row in self._template.indicators.items()
                if row.kind is not Kind.HEADING
            },
        )

    def _shown(self, form: Form, payload: ReportPayload) -> WorkbookContent:
        said = {
            "Cơ quan báo cáo": payload.OrganName,
            "Lần gửi": payload.sequence,
            "Dòng đã trả lời": f"{payload.completeness.answered}/{payload.completeness.required}",
            "Mã kiểm tra nội dung": content_digest(payload)[:_SHORT_HASH],
        }
        return replace(
            self._sheets,
            author=payload.OrganName,
            cover=tuple((label, said.get(label, value)) for label, value in self._sheets.cover),
            forms=tuple(
                FormSheet(
                    appendix.title,
                    appendix.name_lines,
                    tuple(sheet_row(row, form.answer(row.code)) for row in appendix.indicators),
                )
                for appendix in self._template.appendices
            ),
        )


def write_sample_offices(
    folder: Path, offices: int, period: Period, seed: int, *, with_trouble: bool = False
) -> SampleFiles:
    """Write the exchange files of so many sample offices into the folder, and troublesome ones if wished.

    The good ones are accepted as they are. Of the others some are late, some were changed on the way, some
    are signed by somebody else, some are damaged.
    """
    make_folder(folder)
    with TemporaryDirectory() as scratch:
        makes = SampleOffices(period, seed, Path(scratch))
        good = tuple(
            write_whole(folder / makes.name(number), makes.file(number)) for number in range(1, offices + 1)
        )
        trouble = tuple(_trouble(makes, folder, offices)) if with_trouble else ()
    return SampleFiles(good, trouble)


def _trouble(makes: SampleOffices, folder: Path, offices: int) -> Iterator[Path]:
    for turn in range(max(1, offices // _ONE_IN)):
        late, wrong, damaged = (offices + 3 * turn + step for step in (1, 2, 3))
        yield write_whole(folder / f"tre-han-{late}{MAIL}", _late_mail(makes, late))
        yield write_whole(folder / makes.name(wrong), _changed(makes.file(wrong)))
        forged = turn * _ONE_IN % max(offices, 1) + 1
        yield write_whole(folder / makes.name(forged, 2), makes.file(forged, 2, "forged"))
        whole = makes.file(damaged)
        yield write_whole(folder / makes.name(damaged), whole[: len(whole) * 2 // 3])


def _late_mail(makes: SampleOffices, number: int) -> bytes:
    """A mail that was sent a week after the deadline."""
    with TemporaryDirectory() as scratch:
        file = write_whole(Path(scratch) / makes.name(number), makes.file(number))
        mail = draft_mail(Draft("", "Báo cáo mẫu gửi trễ", "SỐ LIỆU MẪU\n", (file,)))
    sent = datetime.combine(makes.deadline, time(9), UTC) + _LATE
    head = f"From: xa{number}@mau.example\r\nDate: {format_datetime(sent)}\r\n"
    return head.encode() + mail.removeprefix(b"X-Unsent: 1\r\n")


def _changed(file: bytes) -> bytes:
    """The file with one figure of a printed sheet raised by one, as somebody might do who opens it."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(file)) as package, ZipFile(out, "w", ZIP_DEFLATED) as changed:
        for member in package.infolist():
            content = package.read(member)
            if member.filename == _FIRST_FORM:
                content = _FIGURE.sub(lambda found: b"<v>%d</v>" % (int(found[1]) + 1), content, count=1)
            changed.writestr(member, content)
    return out.getvalue()


def _blocked(form: Form) -> tuple[IndicatorCode, ...]:
    """The answered rows behind findings that would block the lock."""
    findings = (each for each in check(form, Past()) if each.severity is Severity.BLOCK)
    codes = dict.fromkeys(code for finding in findings for code in finding.cells)
    return tuple(code for code in codes if form.entry(code).answer.number is not None)


def _answer(row: Indicator, chance: Iterator[int]) -> Answer:
    draw = next(chance)
    if draw % 100 < _NOTHING_IN_HUNDRED:
        return NOT_ARISEN
    match row.kind:
        case Kind.CODE:
            return Answer(row.codes[draw // 100 % len(row.codes)])
        case Kind.PERCENT:
            return Answer(Decimal(draw // 100 % 101))
        case Kind.MONEY:
            return Answer(Decimal(draw // 100 % 10_000) / 10)
        case _:
            return Answer(Decimal(draw // 100 % _MOST))


def _fit(row: Indicator, answers: dict[IndicatorCode, Answer]) -> None:
    """Make a whole at least its parts, and a part at most its whole, so that totals of offices hold too."""
    if row.code not in answers:
        return
    parts = [number for code in row.at_least if code in answers and (number := answers[code].number)]
    if parts:
        answers[row.code] = Answer(sum(parts, answers[row.code].number or Decimal()))
    whole = answers.get(row.part_of or row.usually_at_most or row.code, answers[row.code])
    if whole.number is None:
        answers[row.code] = whole
    elif (number := answers[row.code].number) is not None:
        answers[row.code] = Answer(min(number, whole.number))


def _draws(text: str) -> Iterator[int]:
    """Endless numbers, the same for the same text everywhere."""
    for turn in count():
        yield int.from_bytes(hashlib.sha256(f"{text} {turn}".encode()).digest()[:8])


def _code(number: int) -> str:
    return f"H99.{number // 1000:02}.{number % 1000:03}"

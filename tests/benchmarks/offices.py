"""Office files of the sizes that a busy office reaches, each made once a run."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from cchc_desktop.form.entry import Entry
from cchc_desktop.form.head import ReportHead
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.deadline import default_deadline
from cchc_desktop.office.office import Office
from cchc_desktop.storage.file import open_file
from cchc_desktop.storage.prose import save_prose
from cchc_desktop.storage.reports import create_report
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Indicator, Level, Template
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source

SET = "X25"
CURRENT = Period.read("2026-Q3")
"""The report in hand; those before it are complete."""
PAST_REPORTS = 40
PAGES = 20
NOTES = 60
_TYPIST = "Người mẫu"
_WHEN = datetime(2026, 9, 15, 8, tzinfo=UTC)
_PARAGRAPHS_A_PAGE = 6
"""Of this length, in the letters and margins of the decree, with the headings of the outline."""
_PARAGRAPH = (
    "Trong kỳ, cơ quan đã ban hành {PL2.1} văn bản chỉ đạo, tổ chức thực hiện và theo dõi từng nhiệm vụ được "
    "giao; các bộ phận chuyên môn báo cáo kết quả theo tuần, bộ phận tổng hợp đối chiếu với sổ theo dõi, rồi "
    "nhắc việc đến hạn. Số nhiệm vụ đã hoàn thành là {PL2.2.2}, **không có** việc nào bị bỏ sót trong "
    "bước rà soát cuối kỳ, và những khó khăn phát sinh đều được nêu rõ ở phần sau của báo cáo này"
)
_NOTE = "Kế hoạch số {0}/KH-UBND của cơ quan mẫu về công việc thứ {0} trong năm."


@cache
def forty_reports(folder: Path) -> Path:
    """Return an office file with forty complete reports and one half answered, no prose in any."""
    path = folder / "forty.cchc"
    profile = Profile("UBND phường Mẫu lớn", Level.COMMUNE, prepared_by=_TYPIST)
    with Office.create(path, profile, templates=SET) as office, writing(db := office.archive.db):
        template = shipped().get(SET)
        period = CURRENT
        for age in range(PAST_REPORTS + 1):
            create_report(db, _head(template, period), _entries(template, age), who=_TYPIST, now=_WHEN)
            period = period.previous
    return path


@cache
def twenty_pages(folder: Path, *, with_notes: bool = False, in_one_section: bool = False) -> Path:
    """Return that office file with twenty pages of prose in the report in hand, spread over the outline."""
    path = folder / f"twenty-{with_notes:d}{in_one_section:d}.cchc"
    shutil.copy(forty_reports(folder), path)
    written = [part.id for part in shipped().get(SET).outline.sections if part.has_text]
    sections = written[:1] if in_one_section else written
    with closing(open_file(path)) as db, writing(db):
        for place, section in enumerate(sections):
            text = "\n".join(_lines(place, len(sections), with_notes=with_notes))
            save_prose(db, CURRENT, section, text, who=_TYPIST, source=Source.TYPED, now=_WHEN)
    return path


def _head(template: Template, period: Period) -> ReportHead:
    due = default_deadline(period, period.window)
    return ReportHead(period, template.id, template.version, period.window, due)


def _entries(template: Template, age: int) -> dict[IndicatorCode, Entry]:
    """Every answer of a past report; of the one in hand, every other one."""
    asked = [row for row in template.indicators.values() if row.is_asked]
    answered = asked if age else asked[::2]
    numbers = ((row.code, _number(row, age + place)) for place, row in enumerate(answered))
    return {code: Entry(Answer(number), said=str(number)) for code, number in numbers}


def _number(row: Indicator, place: int) -> Decimal:
    return row.codes[0] if row.codes else Decimal(place % 97 + 1)


def _lines(place: int, sections: int, *, with_notes: bool) -> Iterator[str]:
    """The paragraphs of one section, every so many with a note of the author's own."""
    paragraphs = range(place, PAGES * _PARAGRAPHS_A_PAGE, sections)
    noted = range(NOTES) if with_notes else range(0)
    for number in paragraphs:
        yield f"{_PARAGRAPH}{f'[^n{number}]' if number in noted else ''}."
    for number in paragraphs:
        if number in noted:
            yield f"[^n{number}]: {_NOTE.format(number + 1)}"

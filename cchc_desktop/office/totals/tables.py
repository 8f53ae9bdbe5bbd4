"""Tables of offices for the superior's own report, in the format of its prose (docs/prose-format.md)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from cchc_desktop.form.entry import write_answer
from cchc_desktop.narrative.literal import literal, literal_within
from cchc_desktop.office.changes import Changes
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.annexes import add_annex, annexes_of, set_annex
from cchc_desktop.office.totals.looking_into import Looking
from cchc_desktop.rollup.aggregate import ADDED_UP
from cchc_desktop.rollup.drilldown import Contribution, group_sums
from cchc_desktop.rollup.matrix import Matrix
from cchc_desktop.rollup.standing import Place
from cchc_desktop.template.model import Indicator
from cchc_desktop.values.number import write_number
from cchc_desktop.values.period import Period, short_date

STATUS_TITLE = "Tình hình gửi báo cáo của các đơn vị"
_BAR = re.compile(r"(?<!\\)\|")
_UNGROUPED = "Các đơn vị khác"


def status_text(matrix: Matrix, period: Period, coverage: str) -> str:
    """Return who sent when, office by office, and below it whose figures stand in the totals."""
    rows = [
        (str(number), office.name, *_told(matrix.place(office.id, period)))
        for number, office in enumerate(matrix.offices, start=1)
    ]
    heads = ("TT", "Đơn vị", "Ngày nhận", "Tình trạng", "Đã trả lời", "Giải trình")
    return "\n".join([*_table(heads, rows, figures=(4, 5)), literal(coverage)])


def ranking_text(row: Indicator, found: Sequence[Contribution], coverage: str) -> str:
    """Return the offices by the size of their figure, those without one at the end; what is missing below."""
    rows = [_ranked(row, place, each) for place, each in enumerate(found, 1)]
    return "\n".join([_title(row), *_table(_heads(row), rows, figures=(2, 3)), literal(coverage)])


def groups_text(row: Indicator, found: Sequence[Contribution], coverage: str) -> str:
    """Return the offices under their groups, each group with how many there are and their sum."""
    sums = group_sums(found)
    names = dict.fromkeys(each.office.group for each in sorted(found, key=lambda each: each.office.order))
    rows: list[tuple[str, ...]] = []
    for name in names:
        inside = [each for each in found if each.office.group == name]
        total = f", {write_number(sums[name])}" if name in sums and not row.kind.is_percent else ""
        group = f"**{_cell(name or _UNGROUPED)}: {len(inside)} đơn vị{total}**"
        rows.append((group, *[""] * (len(_heads(row)) - 1)))
        rows += [_ranked(row, at, each) for at, each in enumerate(inside, 1)]
    return "\n".join([_title(row), *_table(_heads(row), rows, figures=(2, 3)), literal(coverage)])


def keep_status(office: Office, period: Period) -> Changes:
    """Put the appendix on who sent when into this office's report, or bring the one there up to date."""
    matrix, covered = office.totals.matrix([period]), office.totals.coverage(period)
    return _keep(office, period, STATUS_TITLE, status_text(matrix, period, covered.sentence))


def keep_row(office: Office, period: Period, code: str, *, in_groups: bool) -> Changes:
    """Put an appendix on one row, office by office, into the report, or bring the one there up to date."""
    looking = Looking(office, period, code)
    write = groups_text if in_groups else ranking_text
    text = write(looking.row, looking.contributions(), office.totals.coverage(period).sentence)
    how = "Theo nhóm đơn vị" if in_groups else "Từng đơn vị"
    return _keep(office, period, f"{how}: {looking.row.label}", text)


def _keep(office: Office, period: Period, title: str, text: str) -> Changes:
    report = office.report(period)
    for key, annex in annexes_of(report).items():
        if annex.title == title:
            return set_annex(report, key, text=text)
    return add_annex(report, title, text)[1]


def _told(place: Place) -> tuple[str, str, str, str]:
    report = place.report
    if report is None:
        return "", place.words, "", ""
    came = short_date(report.came.astimezone().date())
    complete = report.completeness
    return came, place.words, f"{complete.answered}/{complete.required}", str(report.kept or "")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], figures: Sequence[int]) -> Iterator[str]:
    yield _line(heads)
    yield _line(["--:" if place in figures else "---" for place in range(len(heads))])
    for row in rows:
        is_group = row[0].startswith("**")
        yield _line(row if is_group else [_cell(cell) for cell in row])


def _cell(text: str) -> str:
    """The text so that it stays within its cell and prints as typed."""
    return _BAR.sub(r"\\|", literal_within(text))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _title(row: Indicator) -> str:
    return f"::: bảng: {literal(row.label)}"


def _heads(row: Indicator) -> tuple[str, ...]:
    """The columns; a share is of a sum, and only figures that are added have one."""
    return ("TT", "Đơn vị", _unit(row), *(["Tỷ trọng"] if row.rollup in ADDED_UP else []))


def _ranked(row: Indicator, place: int, each: Contribution) -> tuple[str, ...]:
    return (str(place), each.office.name, _figure(row, each), _share(each))[: len(_heads(row))]


def _unit(row: Indicator) -> str:
    return _cell(row.unit or "Số liệu")


def _figure(row: Indicator, each: Contribution) -> str:
    return each.place.words if each.answer is None else write_answer(row, each.answer)


def _share(each: Contribution) -> str:
    return "" if each.share is None else f"{write_number(each.share, 2)}%"

"""`cchc rollup`: what the offices below report, added up."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer
from cchc_desktop.command_line.registers import columns_given
from cchc_desktop.form.entry import write_answer
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.feeding import Difference, differences, set_own, take, waiting
from cchc_desktop.office.totals.looking_into import Looking, lopsided
from cchc_desktop.office.totals.tables import keep_row, keep_status
from cchc_desktop.office.totals.totals import PeriodTotals
from cchc_desktop.rollup.aggregate import RowTotal
from cchc_desktop.rollup.coverage import Coverage, named
from cchc_desktop.rollup.drilldown import Contribution, rule
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.number import plain, round_half_up, write_number
from cchc_desktop.values.period import Period


def rollup(arguments: Namespace) -> int:
    """Show the totals of a period, or who is behind one; take them over where that is asked for."""
    if arguments.annex in ("ranking", "groups") and not arguments.by:
        arguments.wrong_use("the following arguments are required: --by")
    writes = bool(arguments.take or arguments.own or arguments.annex)
    with (to_write if writes else Office.look)(arguments.office) as office:
        period = Period.read(arguments.period)
        for code, text in columns_given(arguments.own).items():
            set_own(office, period, code, text)
        if arguments.take:
            take(office, period)
        if arguments.annex:
            _annexed(arguments, office, period)
        totals = office.totals.of(period, accepted_only=arguments.accepted, group=arguments.group)
        if arguments.by:
            return _looked_into(arguments, office, period)
        changed = differences(office, period)
        rows = totals.template.indicators
        document = {
            "offices": len(totals.coverage.offices),
            "received": len(totals.coverage.counted),
            "cells": {code: _cell(rows[code], total) for code, total in totals.rows.items()},
            **_more(office, totals, changed),
        }
        lines = list(_lines(office, totals, changed))
    answer(arguments, document, lines)
    return NEEDS_A_PERSON if totals.coverage.outside or totals.unknown_sets or changed else DONE


def _annexed(arguments: Namespace, office: Office, period: Period) -> None:
    if arguments.annex == "status":
        keep_status(office, period)
    else:
        keep_row(office, period, arguments.by, in_groups=arguments.annex == "groups")


def _looked_into(arguments: Namespace, office: Office, period: Period) -> int:
    """`--by KEY`: one total, office by office."""
    looking = Looking(office, period, arguments.by, arguments.group)
    found, row = looking.contributions(), looking.row
    document = {
        "cell": row.code,
        "rule": rule(looking.template.changes),
        "offices": [_contribution(row, each) for each in found],
        "lopsided": [each.name for each in looking.lopsided()],
    }
    lines = [f"{row.code} {row.label}", *(_contribution_line(row, each) for each in found), document["rule"]]
    answer(arguments, document, map(str, lines))
    return DONE


def _cell(row: Indicator, total: RowTotal) -> dict[str, object]:
    return {
        "state": total.value.state,
        "value": _written(row, total.value),
        "children": _written(row, total.children),
        "own": _written(row, total.own),
        "answered": total.answered,
        "missing": total.missing,
    }


def _more(office: Office, totals: PeriodTotals, changed: Sequence[Difference]) -> dict[str, object]:
    """What stands beside the totals: who is behind them, and what a person has to know."""
    rows = totals.template.indicators
    return {
        "coverage": _coverage_document(totals.coverage),
        "states": {code: dict(row.states) for code, row in totals.rows.items()},
        "codes": {
            code: {plain(value): count for value, count in sorted(row.counts.items())}
            for code, row in totals.rows.items()
            if row.counts
        },
        "lists": {
            code: {
                "least": plain(row.spread.least),
                "median": plain(row.spread.median),
                "greatest": plain(row.spread.greatest),
            }
            for code, row in totals.rows.items()
            if row.spread
        },
        "lopsided": {
            code: [each.name for each in found] for code, found in _all_lopsided(office, totals) if found
        },
        "waiting": list(waiting(office, totals.period)),
        "differences": [
            {
                "cell": each.code,
                "stands": _written(rows[each.code], each.stands),
                "proposed": _written(rows[each.code], each.proposed),
                "follows": each.follows,
            }
            for each in changed
        ],
        "unmapped": {" ".join(name): list(codes) for name, codes in totals.unmapped.items()},
        "unknown_sets": [" ".join(name) for name in totals.unknown_sets],
    }


def _all_lopsided(office: Office, totals: PeriodTotals) -> Iterator[tuple[str, tuple[OfficeBelow, ...]]]:
    for code, row in totals.template.indicators.items():
        if row.kind is Kind.RATIO and row.numerator and row.denominator:
            yield code, lopsided(office, totals.coverage.counted, row.numerator, row.denominator)


def _coverage_document(covered: Coverage) -> dict[str, object]:
    def names(offices: Iterable[OfficeBelow]) -> list[str]:
        return [each.name for each in offices]

    return {
        "sentence": covered.sentence,
        "missing": names(covered.missing),
        "late": names(covered.late),
        "kept": names(covered.kept),
        "corrected": names(covered.corrected),
        "excused": names(covered.excused),
        "outside": names(covered.outside),
    }


def _contribution(row: Indicator, each: Contribution) -> dict[str, object]:
    return {
        "office": each.office.id,
        "name": each.office.name,
        "group": each.office.group,
        "standing": each.place.standing.value,
        "state": each.answer.state if each.answer else None,
        "value": _written(row, each.answer),
        "share": plain(round_half_up(each.share)) if each.share is not None else None,
        "previous": _written(row, each.previous),
        "outliers": [{"against": found.against, "message": found.words} for found in each.outliers],
    }


def _contribution_line(row: Indicator, each: Contribution) -> str:
    figure = write_answer(row, each.answer) if each.answer else each.place.words
    share = f"{write_number(each.share, 2)}%" if each.share is not None else ""
    before = f"kỳ trước {write_answer(row, each.previous)}" if each.previous else ""
    odd = "; ".join(found.words for found in each.outliers)
    return "\t".join([each.office.name, figure or "(trống)", share, before, odd]).rstrip()


def _written(row: Indicator, answer: Answer | None) -> str | None:
    if answer is None or (number := answer.number) is None:
        return None
    return plain(round_half_up(number) if row.kind is Kind.RATIO else number)


def _lines(office: Office, totals: PeriodTotals, changed: Sequence[Difference]) -> Iterator[str]:
    yield totals.coverage.sentence
    rows = totals.template.indicators
    for code, total in totals.rows.items():
        row = rows[code]
        parts = [code, row.label, write_answer(row, total.value) or "–"]
        children, own = write_answer(row, total.children), write_answer(row, total.own)
        if children and own:
            parts.append(f"riêng {own}, các đơn vị {children}")
        elif children and total.value.is_blank:
            parts.append(f"các đơn vị {children}, còn chờ phần riêng")
        if total.missing:
            parts.append(f"{total.answered}/{total.answered + total.missing} đơn vị có số")
        parts.extend(_values_told(row, total))
        yield "\t".join(parts)
    for ratio, found in _all_lopsided(office, totals):
        if found:
            yield f"{ratio}: chỉ có một trong hai số để tính tỷ lệ: {named(found)}; số đó vẫn cộng vào tổng."
    for name, codes in totals.unmapped.items():
        yield f"Bộ {' '.join(name)}: không có chỗ cho các dòng {', '.join(codes)}."
    yield from _questions(totals, changed)


def _values_told(row: Indicator, total: RowTotal) -> Iterator[str]:
    """What is never added: how many offices gave each code, and how typed percentages spread."""
    if total.counts:
        yield "; ".join(
            f"{write_answer(row, Answer(value))}: {count} đơn vị"
            for value, count in sorted(total.counts.items())
        )
    if spread := total.spread:
        least, median, most = (
            write_answer(row, Answer(value)) for value in (spread.least, spread.median, spread.greatest)
        )
        yield f"thấp nhất {least}, giữa {median}, cao nhất {most}"


def _questions(totals: PeriodTotals, changed: Sequence[Difference]) -> Iterator[str]:
    rows = totals.template.indicators
    if totals.coverage.outside:
        yield (
            f"Không cộng vì không còn trong danh sách của kỳ này: {named(totals.coverage.outside)}. Hãy xem "
            "lại ngày đầu, ngày cuối của đơn vị, hoặc kỳ của báo cáo."
        )
    for name in totals.unknown_sets:
        yield f"Chưa có bộ biểu mẫu {' '.join(name)}; số liệu đọc theo mã dòng. Hãy cài bộ đó."
    for each in changed:
        row = rows[each.code]
        stands, proposed = (write_answer(row, said) or "trống" for said in (each.stands, each.proposed))
        how = "đã lấy vào trước đó" if each.follows else "do người nhập"
        yield f"{each.code}: báo cáo ghi {stands} ({how}), các đơn vị nay là {proposed}. Hãy đối chiếu."

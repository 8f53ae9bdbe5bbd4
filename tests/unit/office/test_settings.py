"""Settings: a schema of choices, kept in the office file, applied to what is printed."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.office.deadline import default_deadline
from cchc_desktop.office.exported.sheets import report_sheets
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.printing import printed_answer, printed_report, printed_title
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.settings import (
    DEFAULTS,
    SCHEMA,
    AppendixNumerals,
    PercentStyle,
    Setting,
    Settings,
    Value,
    read_settings,
    written,
)
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.values.answer import NOT_ARISEN, Answer
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.office.an_office import Q3

WHOLE, RATIO = IndicatorCode("PL2.1"), IndicatorCode("PL2.2")
CHOICES = [(setting, value) for setting in SCHEMA for value in setting.choices]
OTHERS = Settings(
    0, PercentStyle.NO_SIGN, AppendixNumerals.ROMAN, 5, reasons_in_notes=True, kept_in_notes=True
)


def test_the_schema_speaks_of_every_setting_and_offers_its_default() -> None:
    assert [setting.name for setting in SCHEMA] == [field.name for field in fields(Settings)]
    assert all(setting.value_in(DEFAULTS) in setting.choices for setting in SCHEMA)


@pytest.mark.parametrize(("setting", "value"), CHOICES)
def test_every_choice_can_be_made_kept_and_read_again(setting: Setting, value: Value) -> None:
    made = setting.set_in(DEFAULTS, value)
    assert setting.value_in(made) == value
    assert type(setting.value_in(made)) is type(setting.value_in(DEFAULTS))
    assert read_settings(written(made)) == made


def test_what_the_schema_does_not_offer_cannot_be_set() -> None:
    with pytest.raises(KeyError):
        SCHEMA[0].set_in(DEFAULTS, 7)


@pytest.mark.parametrize(
    "stored", [{"decimals": "7"}, {"decimals": "x"}, {"percent": '"later-style"'}, {"new": "1"}]
)
def test_what_a_newer_program_set_is_the_default_here(stored: dict[str, str]) -> None:
    assert read_settings(stored) == DEFAULTS


def test_settings_outlast_the_program_and_stand_in_the_journal(office: Office) -> None:
    office.set_settings(OTHERS)
    with Office.look(office.path) as other:
        assert other.settings == OTHERS
    changes = history(office.archive.db, None, "decimals", Subject.SETTING)
    assert [(change.new, change.who) for change in changes] == [('"0"', "Trần Thị Mẫu")]


@pytest.mark.parametrize(
    ("decimals", "style", "printed"),
    [
        (2, PercentStyle.CLOSE, "42,42%"),
        (1, PercentStyle.APART, "42,4\N{NO-BREAK SPACE}%"),
        (0, PercentStyle.NO_SIGN, "42"),
        (2, PercentStyle.NO_SIGN, "42,42"),
    ],
)
def test_ratios_print_as_the_office_set(
    report: OpenReport, decimals: int, style: PercentStyle, printed: str
) -> None:
    row = report.template.indicators[RATIO]
    settings = replace(DEFAULTS, decimals=decimals, percent=style)
    assert printed_answer(row, Answer(Decimal(1400) / 33), settings) == printed
    assert printed_answer(row, NOT_ARISEN, settings) == "Không phát sinh"


def test_counts_print_alike_whatever_is_set(report: OpenReport) -> None:
    row = report.template.indicators[WHOLE]
    assert {printed_answer(row, Answer(Decimal(1234)), each) for each in (DEFAULTS, OTHERS)} == {"1.234"}


def test_appendices_are_numbered_as_the_office_set_but_not_on_the_sheets(
    office: Office, report: OpenReport
) -> None:
    office.set_settings(OTHERS)
    assert [each.title for each in printed_report(report).appendices][:2] == ["Phụ lục II", "Phụ lục III"]
    sheets = report_sheets(report, sequence=1, short_hash="0" * 12)
    assert [each.title for each in sheets.forms][:2] == ["Phụ lục 2", "Phụ lục 3"]


def test_a_title_with_another_number_stays_as_the_set_has_it(report: OpenReport) -> None:
    appendix = replace(report.template.appendices[0], title="Bảng số liệu 1a")
    assert printed_title(appendix, OTHERS) == "Bảng số liệu 1a"


def notes_of(report: OpenReport, code: str) -> tuple[str, str]:
    """Return the row's Ghi chú in the Word report and in the workbook."""
    place = next(
        (table, row)
        for table, appendix in enumerate(report.template.appendices)
        for row, indicator in enumerate(appendix.indicators)
        if indicator.code == code
    )
    printed = printed_report(report).appendices[place[0]].rows[place[1]].note
    sheet = report_sheets(report, sequence=1, short_hash="0" * 12).forms[place[0]].rows[place[1]].note
    return printed, sheet


def test_reasons_and_justifications_print_in_ghi_chu_where_the_office_chose_so(
    office: Office, report: OpenReport
) -> None:
    for row, number in (("1", "9"), ("2", "3"), ("3", "0"), ("4", "0")):
        report.enter(f"PL2.4.{row}", number)
    report.keep("R9-PL2.4.1", "6 nhiệm vụ chưa đến hạn")
    report.annotate("PL2.4.1", "đã rà")
    report.enter("PL2.2", "50", "theo biên bản", note="xem biên bản")
    assert notes_of(report, "PL2.2") == ("xem biên bản",) * 2
    assert notes_of(report, "PL2.4.1") == ("đã rà",) * 2
    office.set_settings(OTHERS)
    assert notes_of(report, "PL2.2") == ("xem biên bản; theo biên bản",) * 2
    assert notes_of(report, "PL2.4.1") == ("đã rà; 6 nhiệm vụ chưa đến hạn",) * 2
    assert notes_of(report, "PL2.4.2") == ("",) * 2


def test_a_justification_of_what_is_found_no_longer_does_not_print(
    office: Office, report: OpenReport
) -> None:
    office.set_settings(OTHERS)
    for row, number in (("1", "9"), ("2", "3"), ("3", "0"), ("4", "0")):
        report.enter(f"PL2.4.{row}", number)
    report.keep("R9-PL2.4.1", "6 nhiệm vụ chưa đến hạn")
    report.enter("PL2.4.2", "9")
    assert notes_of(report, "PL2.4.1") == ("",) * 2


def test_a_deadline_follows_the_office_s_rule_and_reports_that_are_there_keep_theirs(
    office: Office, report: OpenReport
) -> None:
    assert report.head.deadline == default_deadline(Q3, Q3.window) == date(2026, 9, 16)
    office.set_settings(OTHERS)
    assert report.head.deadline == date(2026, 9, 16)
    assert office.start(Q3.following).head.deadline == default_deadline(Q3.following, Q3.following.window, 5)

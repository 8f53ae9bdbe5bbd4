"""The shipped files are found, and the shipped calendar agrees with a well-kept library."""

import tomllib
from datetime import date

import holidays

from cchc_desktop import bundled
from cchc_desktop.office.deadline import work_calendar

YEARS = range(2015, 2046)


def library() -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=YEARS)


def test_every_shipped_form_set_is_found_in_order_of_its_name() -> None:
    assert [folder.name for folder in bundled.templates()] == ["d21", "s21", "t21", "t25", "x21", "x25"]


def test_every_file_the_list_of_samples_names_is_shipped() -> None:
    offices = tomllib.loads(bundled.sample("samples.toml").read_text(encoding="utf-8"))["office"]
    reports = [report for office in offices for report in office["report"]]
    named = [report[key] for report in reports for key in ("figures", "prose") if key in report]
    assert len(named) == 7
    assert all(bundled.sample(name).is_file() for name in named)


def test_the_shipped_days_off_are_those_of_the_library() -> None:
    days = tomllib.loads(bundled.calendar().read_text(encoding="utf-8"))["days-off"]
    assert days == sorted(day for day in library() if day.year in YEARS)


def test_the_weekend_days_worked_in_exchange_are_those_of_the_library() -> None:
    days = tomllib.loads(bundled.calendar().read_text(encoding="utf-8"))["days-worked"]
    assert days == sorted(day for day in library().weekend_workdays if day.year in YEARS)


def test_a_deadline_waits_for_the_lunar_new_year_to_pass() -> None:
    assert work_calendar().after(date(2026, 2, 13), 2) == date(2026, 2, 24)


def test_a_saturday_worked_in_exchange_is_a_working_day() -> None:
    assert work_calendar().is_working(date(2026, 8, 22))
    assert not work_calendar().is_working(date(2026, 8, 31))

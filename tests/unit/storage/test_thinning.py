"""Which backups stay: everything recent, then one a day, a week, a month, a year."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.storage.thinning import ALL_OF_LAST, DAYS, MONTHS, WEEKS, YEARS, surplus

NOW = datetime(2026, 9, 15, 17, 30, tzinfo=UTC)
MOMENTS = st.integers(-100, 10_000_000).map(lambda minutes: NOW - timedelta(minutes=minutes))
HISTORIES = st.lists(MOMENTS, max_size=120).map(lambda moments: dict(enumerate(moments)))


def kept(backups: dict[int, datetime], now: datetime = NOW) -> dict[int, datetime]:
    gone = surplus(backups, now)
    return {each: moment for each, moment in backups.items() if each not in gone}


@given(HISTORIES)
def test_what_is_recent_and_what_is_newest_stays(backups: dict[int, datetime]) -> None:
    stays = kept(backups)
    recent = {each for each, moment in backups.items() if moment > NOW - ALL_OF_LAST}
    assert recent <= stays.keys()
    assert not backups or max(backups.values()) in stays.values()


@given(HISTORIES)
def test_older_backups_are_few(backups: dict[int, datetime]) -> None:
    old = [moment for moment in kept(backups).values() if moment <= NOW - ALL_OF_LAST]
    assert len(old) <= DAYS + WEEKS + MONTHS + YEARS


@given(HISTORIES)
def test_thinning_again_takes_nothing_more(backups: dict[int, datetime]) -> None:
    assert surplus(kept(backups), NOW) == set()


@given(HISTORIES)
def test_the_last_backup_of_each_of_the_latest_days_stays(backups: dict[int, datetime]) -> None:
    last_of = {moment.date(): moment for moment in sorted(backups.values())}
    assert set(list(last_of.values())[-DAYS:]) <= set(kept(backups).values())


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60), st.integers(1, 3))
def test_as_the_years_go_by_each_age_keeps_its_witness(gaps: list[int], a_day: int) -> None:
    """Thinned after every backup, each latest day, week, month and year that had one still has one."""
    now, made = NOW, list[datetime]()
    backups: dict[int, datetime] = {}
    for gap in gaps:
        now += timedelta(days=gap)
        for _ in range(a_day):
            now += timedelta(minutes=30)
            made.append(now)
            backups = kept({**backups, len(made): now}, now)
    days, stays = [moment.date() for moment in made], [moment.date() for moment in backups.values()]
    for wanted, span in (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
        (YEARS, lambda day: day.year),
    ):
        latest = list(dict.fromkeys(span(day) for day in reversed(days)))[:wanted]
        assert set(latest) <= {span(day) for day in stays}


def test_a_backup_dated_in_the_future_neither_goes_nor_makes_others_go() -> None:
    days = {number: NOW - timedelta(days=number * 3) for number in range(6)}
    assert surplus({**days, 99: NOW + timedelta(days=9999)}, NOW) == set()


def test_an_office_that_works_four_times_a_year_keeps_its_last_twelve_times() -> None:
    quarters = {number: NOW - timedelta(days=91 * number) for number in range(40)}
    assert kept(quarters).keys() >= set(range(DAYS))

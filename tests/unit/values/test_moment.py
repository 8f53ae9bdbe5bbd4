"""How moments are written."""

from datetime import UTC, datetime

from cchc_desktop.values.moment import moment_in_sentence, short_moment

HERE = datetime(2026, 2, 9, 8, 5, 59, tzinfo=UTC).replace(tzinfo=None)
"""Without a zone: a moment of this machine."""


def test_a_moment_is_written_hour_before_day_and_its_day_as_the_decree_writes_days() -> None:
    assert short_moment(HERE) == "08:05 09/02/2026"
    assert moment_in_sentence(HERE) == "08:05 ngày 09/02/2026"
    assert short_moment(HERE.replace(month=9, day=15)) == "08:05 15/9/2026"


def test_a_moment_of_another_zone_is_written_in_the_time_of_this_machine() -> None:
    there = HERE.astimezone(UTC)
    assert short_moment(there) == short_moment(HERE)
    assert moment_in_sentence(there) == moment_in_sentence(HERE)

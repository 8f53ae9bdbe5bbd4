"""The time of day, handed in so that tests and samples can set it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment in UTC."""


def utc_now() -> datetime:
    """Return the present moment to the second, as the journal writes it."""
    return datetime.now(UTC).replace(microsecond=0)

"""The one door to the shipped files: the same in a checkout, in an installed wheel and in the bundle."""

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

_ROOT = "resources"


class CalendarDays(NamedTuple):
    """The shipped work calendar as plain days; `WorkCalendar(*calendar_days())` makes use of them."""

    days_off: frozenset[date]
    days_worked: frozenset[date]


def resource(*names: str) -> Traversable:
    """Return the shipped file or folder of that path below `resources/`."""
    return files(_ROOT).joinpath(*names)


def templates() -> Iterator[Traversable]:
    """Yield the folder of every shipped form set, in order of their names."""
    folders = (folder for folder in resource("templates").iterdir() if folder.is_dir())
    yield from sorted(folders, key=lambda folder: folder.name)


def sample(name: str) -> Traversable:
    """Return the sample file of that name; `samples.toml` lists what there is."""
    return resource("samples", name)


def calendar() -> Traversable:
    """Return the file of public days off and weekend days worked in exchange."""
    return resource("calendar", "holidays.toml")


def calendar_days() -> CalendarDays:
    """Return the days off and the weekend days worked, 2015 to 2045."""
    years = tomllib.loads(calendar().read_text(encoding="utf-8"))
    return CalendarDays(frozenset(years["days-off"]), frozenset(years["days-worked"]))

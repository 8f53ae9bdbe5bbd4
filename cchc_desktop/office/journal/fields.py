"""The value of one field of the journal as a person reads it."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from cchc_desktop.form.stage import Stage
from cchc_desktop.office.mailroom.ledger import OUTCOMES
from cchc_desktop.storage.packages import Outcome
from cchc_desktop.template.model import Level
from cchc_desktop.values.moment import short_moment
from cchc_desktop.values.period import short_date


def field_value(field: str, value: Any) -> str:
    """Return it in words; empty for a blank. A value that is none raises `ValueError`."""
    return _WORDS.get(field, str)(value) if value else ""


def changed_fields(labels: Mapping[str, str], one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """Return what `one` says in the fields in which they differ, a line each; blank fields are left out."""
    return "\n".join(
        f"{label}: {field_value(name, one[name])}"
        for name, label in labels.items()
        if one.get(name) and one[name] != other.get(name)
    )


def _day(text: str) -> str:
    return short_date(date.fromisoformat(text))


def _moment(text: str) -> str:
    return short_moment(datetime.fromisoformat(text))


def _lines(text: str) -> str:
    return "; ".join(json.loads(text))


def _photos(photos: Sequence[tuple[str, str]]) -> str:
    return "; ".join(caption or "ảnh không lời" for _, caption in photos)


def _yes(_: int) -> str:
    return "có"


_WORDS: Mapping[str, Callable[[Any], str]] = {
    "stage": lambda value: Stage(value).label,
    "level": lambda value: Level(value).label,
    "outcome": lambda value: OUTCOMES[Outcome(value)],
    "came": _moment,
    **dict.fromkeys(("window_first", "window_last", "deadline", "issued", "first", "last"), _day),
    **dict.fromkeys(("signing", "addressees", "recipients", "replaces"), _lines),
    "photos": _photos,
    **dict.fromkeys(("is_sample", "excused"), _yes),
}

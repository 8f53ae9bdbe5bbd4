"""One total, office by office: who gave what, its share, its last period, and what stands out and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, quantiles

from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.rollup.standing import Place
from cchc_desktop.template.model import ChangeLimits
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.number import percent, write_number

FEWEST_PERIODS = 3
"""So many earlier figures make a history."""
FEWEST_OFFICES = 8
"""So many like offices make a crowd from which one can stand out."""
_FENCE = 3
"""How many times the middle half's breadth lies between it and what is far out (Tukey's outer fence)."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """Why a figure stands out; a question, never an accusation."""

    against: str
    """`history` or `peers`."""
    usual: Decimal
    """The middle of what it is compared with."""
    words: str
    """The rule with its numbers, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one office has to do with a total."""

    office: OfficeBelow
    place: Place
    answer: Answer | None
    """What its report says in the row; None where no report of it counts."""
    share: Decimal | None
    """Percent of the sum, unrounded; None where nothing is added."""
    previous: Answer | None
    """What it said in the period before: its own report, or its predecessors' added up."""
    outliers: tuple[Outlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of one office in one row."""

    office: OfficeBelow
    place: Place
    answer: Answer | None
    previous: Answer | None
    history: Sequence[Decimal] = ()
    """Its numbers of earlier periods of the same length, predecessors' included."""


def contributions(
    given: Sequence[Given], limits: ChangeLimits, *, is_added: bool
) -> tuple[Contribution, ...]:
    """Return the offices, the largest figure first, then those without a number, then those still missing.

    `is_added` says whether the row is a sum, so that a share of it means something.
    """
    numbers = [number for each in given if (number := _number(each)) is not None]
    total = sum(numbers, Decimal())
    peers = _peers(given)
    found = [
        Contribution(
            each.office,
            each.place,
            each.answer,
            percent(number, total) if is_added and total and number is not None else None,
            each.previous,
            tuple(_outliers(number, each, peers, limits)) if number is not None else (),
        )
        for each in given
        for number in (_number(each),)
    ]
    return tuple(sorted(found, key=_order))


def rule(limits: ChangeLimits) -> str:
    """Return by which rule figures stand out, as it is told beside them."""
    times, least = write_number(limits.times), write_number(limits.least)
    return (
        f"Nêu khác thường khi lệch ít nhất {least} và: gấp hoặc kém {times} lần mức giữa của chính đơn vị "
        f"qua ít nhất {FEWEST_PERIODS} kỳ trước; hoặc nằm ngoài {_FENCE} lần khoảng tứ phân vị so với "
        f"ít nhất {FEWEST_OFFICES} đơn vị cùng nhóm."
    )


def group_sums(found: Sequence[Contribution]) -> dict[str, Decimal]:
    """Return the sum of each group's numbers, in the order of the groups' first office on the list."""
    sums: dict[str, Decimal] = {}
    for each in sorted(found, key=lambda each: each.office.order):
        if each.answer is not None and each.answer.number is not None:
            sums[each.office.group] = sums.get(each.office.group, Decimal()) + each.answer.number
    return sums


def _outliers(
    number: Decimal, given: Given, peers: Mapping[str, list[Decimal]], limits: ChangeLimits
) -> list[Outlier]:
    found = []
    if len(given.history) >= FEWEST_PERIODS:
        usual = median(given.history)
        low, high = sorted((number, usual))
        if high - low >= limits.least and high >= low * limits.times:
            found.append(
                Outlier(
                    "history",
                    usual,
                    f"{write_number(number)}, trong khi mức giữa {len(given.history)} kỳ trước của đơn vị là "
                    f"{write_number(usual)}",
                )
            )
    crowd = peers.get(given.office.group, [])
    if len(crowd) >= FEWEST_OFFICES:
        lower, middle, upper = quantiles(crowd, n=4, method="inclusive")
        reach = _FENCE * (upper - lower)
        if not lower - reach <= number <= upper + reach and abs(number - middle) >= limits.least:
            found.append(
                Outlier(
                    "peers",
                    middle,
                    f"{write_number(number)}, trong khi mức giữa của {len(crowd)} đơn vị cùng nhóm là "
                    f"{write_number(middle)}",
                )
            )
    return found


def _peers(given: Sequence[Given]) -> dict[str, list[Decimal]]:
    peers: dict[str, list[Decimal]] = {}
    for each in given:
        if (number := _number(each)) is not None:
            peers.setdefault(each.office.group, []).append(number)
    return peers


def _number(given: Given) -> Decimal | None:
    return None if given.answer is None else given.answer.number


def _order(each: Contribution) -> tuple[int, Decimal, object]:
    number = None if each.answer is None else each.answer.number
    if number is not None:
        return 0, -number, each.office.order
    return (2 if each.answer is None else 1), Decimal(), each.office.order

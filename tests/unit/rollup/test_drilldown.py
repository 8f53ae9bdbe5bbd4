"""One total, office by office: order, shares, and what stands out by a rule that is told."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from cchc_desktop.rollup.drilldown import FEWEST_OFFICES, Given, contributions, group_sums, rule
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.rollup.standing import Place, Standing
from cchc_desktop.template.model import ChangeLimits, Level
from cchc_desktop.values.answer import LATER, NOT_ARISEN, Answer
from cchc_desktop.values.period import Period

Q3 = Period.read("2026-Q3")
LIMITS = ChangeLimits(Decimal(2), Decimal(20))


def given(number: int, answer: Answer | None, history: Sequence[int] = (), group: str = "Xã") -> Given:
    """Return what is known of an office in a row."""
    office = OfficeBelow(f"dv{number}", "", f"UBND xã {number}", Level.COMMUNE, group)
    place = Place(office.id, Q3, Standing.RECEIVED if answer else Standing.NOT_SENT, date(2026, 9, 16))
    return Given(office, place, answer, None, [Decimal(each) for each in history])


def said(number: int) -> Answer:
    return Answer(Decimal(number))


def test_the_largest_comes_first_then_states_then_who_is_missing() -> None:
    found = contributions(
        [given(1, None), given(2, said(1)), given(3, LATER), given(4, said(3))], LIMITS, is_added=True
    )
    assert [each.office.id for each in found] == ["dv4", "dv2", "dv3", "dv1"]
    assert [each.share for each in found] == [75, 25, None, None]


def test_what_is_not_added_has_no_share_and_nothing_is_shared_of_zero() -> None:
    (alone,) = contributions([given(1, said(50))], LIMITS, is_added=False)
    (zero,) = contributions([given(1, said(0))], LIMITS, is_added=True)
    assert (alone.share, zero.share) == (None, None)


def test_a_figure_far_from_the_offices_own_past_is_asked_about() -> None:
    odd, usual, young = contributions(
        [given(1, said(100), [10, 12, 11]), given(2, said(25), [10, 12, 11]), given(3, said(24), [1, 1])],
        LIMITS,
        is_added=True,
    )
    assert [each.against for each in odd.outliers] == ["history"]
    assert odd.outliers[0].usual == 11
    assert (usual.outliers, young.outliers) == ((), ())


def test_a_figure_far_out_of_its_group_is_asked_about_where_the_group_is_large_enough() -> None:
    crowd = [given(number, said(10 + number % 3)) for number in range(2, FEWEST_OFFICES + 1)]
    found = contributions([given(1, said(90)), *crowd], LIMITS, is_added=True)
    assert [outlier.against for outlier in found[0].outliers] == ["peers"]
    assert not any(each.outliers for each in found[1:])
    few = contributions([given(1, said(90)), *crowd[1:]], LIMITS, is_added=True)
    assert not any(each.outliers for each in few)


def test_the_rule_says_its_numbers() -> None:
    assert all(text in rule(LIMITS) for text in ("20", "2 lần", "3 kỳ", "8 đơn vị"))


def test_groups_are_added_apart() -> None:
    found = contributions(
        [given(1, said(5)), given(2, said(7), group="Phường"), given(3, NOT_ARISEN), given(4, said(1))],
        LIMITS,
        is_added=True,
    )
    assert group_sums(found) == {"Phường": 7, "Xã": 6}

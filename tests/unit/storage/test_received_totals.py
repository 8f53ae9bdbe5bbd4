"""Received figures added up by SQL: what its one statement relies on."""

from itertools import permutations
from typing import get_args

from cchc_desktop.values.answer import State


def test_no_states_name_is_a_part_of_anothers() -> None:
    assert not [pair for pair in permutations(get_args(State), 2) if pair[0] in pair[1]]

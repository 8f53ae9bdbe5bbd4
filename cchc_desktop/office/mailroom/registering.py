"""A waiting report of an office that is not on the list yet: both taken in, or neither."""

from collections.abc import Mapping
from dataclasses import replace

from cchc_desktop.errors import CchcError
from cchc_desktop.office.mailroom.deciding import Settled, settle
from cchc_desktop.office.mailroom.decision import Decision
from cchc_desktop.office.office import Office
from cchc_desktop.storage.transactions import writing


def settle_for_new_office(
    office: Office, package: int, decision: Decision, given: Mapping[str, str]
) -> Settled:
    """Put the sender on the list with what is `given` by column, take its package in, and say what was done.

    A refusal of either changes nothing.
    """
    try:
        with writing(office.archive.db):
            new = office.offices.add(given)
            return settle(office, package, replace(decision, office=new.id))
    except CchcError:
        office.archive.forget_offices()
        raise

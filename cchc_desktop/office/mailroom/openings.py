"""Files that came, one after the other, and what stands in each; nothing is stored yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.exchange.unpack import inspect
from cchc_desktop.office.mailroom.arrivals import Arrival, arrivals, is_word
from cchc_desktop.office.mailroom.known_sets import KnownSets
from cchc_desktop.office.mailroom.word_in import inspected_word


@dataclass(frozen=True, slots=True)
class Opening:
    """One arrival that was looked into."""

    place: int
    """Of the file it came in, among those that were named."""
    arrival: Arrival
    found: Inspection | str
    """What stands in it, or a sentence that says why nobody can tell."""


def openings(files: Sequence[Path], keys: Mapping[str, bytes], sets: KnownSets) -> Iterator[Opening]:
    """Look into every arrival of the files in its turn, with the keys and form sets that are known here."""
    for place, file in enumerate(files):
        for arrival in arrivals(file):
            yield Opening(place, arrival, _found(arrival, keys, sets))


def _found(arrival: Arrival, keys: Mapping[str, bytes], sets: KnownSets) -> Inspection | str:
    if arrival.trouble:
        return arrival.trouble
    try:
        if is_word(arrival.file_name):
            return inspected_word(arrival.data, arrival.file_name, tuple(sets))
        return inspect(arrival.data, keys, sets)
    except CchcError as refusal:
        return refusal.message

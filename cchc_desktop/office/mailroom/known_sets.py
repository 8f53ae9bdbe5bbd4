"""The form sets at hand while files come in: each is read once, and only when a file needs it."""

from collections.abc import Iterator
from functools import cached_property

from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.office.mailroom import judging
from cchc_desktop.office.office import Office
from cchc_desktop.template.files import digest
from cchc_desktop.template.model import Template


class KnownSets:
    """The sets of the office file and of the program. Iterating it reads them all."""

    def __init__(self, office: Office) -> None:
        self._catalogue = office.catalogue()
        self._digests: dict[tuple[str, str], str] = {}

    def __iter__(self) -> Iterator[Template]:
        return iter(self._templates)

    def doubts(self, payload: ReportPayload) -> Iterator[str]:
        """Yield why a report's rows cannot be taken for those of a set that is known here."""
        named = payload.template
        edition = named.id, named.version
        if edition not in self._catalogue.sets:
            yield judging.UNKNOWN_SET.format(id=named.id, version=named.version)
        elif self._digest(edition) != named.hash:
            yield judging.OTHER_SET.format(id=named.id, version=named.version)

    @cached_property
    def _templates(self) -> tuple[Template, ...]:
        return tuple(self._catalogue.get(*edition) for edition in self._catalogue.sets)

    def _digest(self, edition: tuple[str, str]) -> str:
        if edition not in self._digests:
            self._digests[edition] = digest(self._catalogue.sets[edition])
        return self._digests[edition]

"""Why a stranger's file is not opened."""

from cchc_desktop.errors import CchcError


class ForeignRefused(CchcError):
    """The file is damaged, hostile or too large. The sentence says why and what to do."""

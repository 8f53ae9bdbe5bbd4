"""Why an exchange file is not taken in."""

from cchc_desktop.errors import CchcError


class ExchangeRefused(CchcError):
    """The file cannot be taken in; nothing of it was stored. The sentence says why and what to do."""

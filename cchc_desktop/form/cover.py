"""What a report's first page and its foot say besides the text."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cover:
    """Number and date, who signs, who receives: as printed, line by line."""

    number: str = ""
    """Số văn bản, once given: CodeNumber of Decree 30/2020, Appendix VI."""
    issued: date | None = None
    place: str = ""
    """Where the report is dated."""
    signing: tuple[str, ...] = ()
    """The lines above the signature: authority and office."""
    signer: str = ""
    addressees: tuple[str, ...] = ()
    """Kính gửi."""
    recipients: tuple[str, ...] = ()
    """Nơi nhận."""

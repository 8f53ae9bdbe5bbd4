"""Who reports: the office and the people who sign for it."""

from dataclasses import dataclass

from cchc_desktop.template.model import Level


@dataclass(frozen=True, slots=True)
class Superior:
    """The office that receives the reports."""

    name: str = ""
    code: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The reporting office, as letterhead, signature and recipients print it."""

    name: str
    """`UBND phường Mẫu`."""
    level: Level
    code: str = ""
    """Office code, or empty."""
    superior: Superior = Superior()
    on_behalf_of: str = ""
    """The line above the office's name in the letterhead, where there is one."""
    place: str = ""
    """Where reports are dated: `Hương Trà`."""
    notation: str = ""
    """Symbol after the number, `BC-UBND`; empty: as the template set says."""
    signing: tuple[str, ...] = ()
    """Lines above the signature; empty: as the template set says."""
    signer: str = ""
    recipients: tuple[str, ...] = ()
    """Lines of Nơi nhận; empty: as the template set says."""
    prepared_by: str = ""
    """Who types: the name in the journal and on the exchange file's cover."""
    is_sample: bool = False
    """A sample office, marked as such wherever it shows."""

"""An exchange file on its way out; a window holds one without loading what makes it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExchangeDraft:
    """An exchange file that is not written yet, and under what it will have left."""

    content: bytes
    name: str
    sequence: int
    content_hash: str
    is_new: bool
    """Whether the content is another than the last exported one."""
    reason: str = ""
    """Why it leaves again; empty for what leaves for the first time."""


@dataclass(frozen=True, slots=True)
class Exported:
    """An exchange file that was written."""

    path: Path
    sequence: int
    is_new: bool
    """Whether the content was another than the last exported one."""

"""Cited documents as the notes of a report name them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Protocol, TypeAlias

from cchc_desktop.narrative.blocks import Mark, Prose
from cchc_desktop.values.period import short_date


class Document(Protocol):
    """What a note says of a document; the names are those of Decree 30/2020, Appendix VI, in short."""

    @property
    def type_name(self) -> str:
        """Kế hoạch, Công văn …"""

    @property
    def number(self) -> str:
        """142."""

    @property
    def notation(self) -> str:
        """KH-UBND."""

    @property
    def issued(self) -> date | None:
        """The day on the document, where it is known."""

    @property
    def organ(self) -> str:
        """Who issued it."""

    @property
    def subject(self) -> str:
        """Trích yếu."""


Documents: TypeAlias = Mapping[str, Document]
"""The documents that the prose can cite, by the key that stands in `[^key]`."""
NO_DOCUMENTS: Documents = MappingProxyType({})


def citation(document: Document, *, with_subject: bool = True) -> str:
    """Return how a note names the document: `Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về …`.

    What is not known is left out; a subject that says `về` itself is not told so twice.
    """
    symbol = "/".join(part for part in (document.number, document.notation) if part)
    subject = document.subject.strip().rstrip(".")
    about = subject if subject.lower().startswith(("về ", "v/v ")) else f"về {_small(subject)}"
    parts = (
        document.type_name,
        f"số {symbol}" if symbol else "",
        f"ngày {short_date(document.issued)}" if document.issued else "",
        f"của {document.organ}" if document.organ else "",
        about if subject and with_subject else "",
    )
    return " ".join(part for part in parts if part)


def cited(prose: Prose, documents: Documents) -> tuple[str, ...]:
    """Return the keys of the documents that the prose cites, in order, each once."""
    marks = (piece for _, piece in prose.pieces() if isinstance(piece, Mark))
    keys = dict.fromkeys(key for mark in marks for key in mark.keys)
    return tuple(key for key in keys if key in documents and key not in prose.notes)


def _small(subject: str) -> str:
    """The subject within a sentence: its first letter small, unless it begins a name or an abbreviation."""
    first = subject.split(" ", 1)[0]
    return subject if first[1:] != first[1:].lower() else subject[:1].lower() + subject[1:]

"""The parts of the report that are shipped as files, and how parts become bytes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cchc_desktop import bundled

if TYPE_CHECKING:
    from lxml.etree import _Element


def part_source(name: str) -> bytes:
    """A shipped part as it is in its file."""
    return bundled.resource("word", name).read_bytes()


def part(name: str) -> _Element:
    """A shipped part without the comments and blanks that are there for its readers."""
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False)
    return etree.fromstring(part_source(name), parser)


@cache
def part_bytes(name: str) -> bytes:
    """A shipped part that is the same in every report, as bytes."""
    return serialised(part(name))


def serialised(root: _Element) -> bytes:
    """A part's bytes: UTF-8, with the declaration that Word expects."""
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", standalone=True)

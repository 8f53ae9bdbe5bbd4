"""The parts of a .docx as element trees, and the names in them. Runs only where a file can do no harm."""

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


def tree(members: Mapping[str, bytes], name: str) -> _Element | None:
    """Return the root of a part, or None where the package has no such part.

    The strict flavour of the format differs in its namespace only and is read alike. Raises
    `etree.XMLSyntaxError` on what is no XML.
    """
    content = members.get(name)
    if content is None:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(content.replace(_STRICT, _W.encode()), parser)


def value(parent: _Element | None, path: str, name: str = "val") -> str | None:
    """Return an attribute of the first element below by that path, such as `pPr/pStyle`; None for none."""
    found = below(parent, path)
    return None if found is None else found.get(w(name))


def below(parent: _Element | None, path: str) -> _Element | None:
    """Return the first element below by that path, or None."""
    for step in path.split("/"):
        parent = None if parent is None else parent.find(w(step))
    return parent


def is_on(parent: _Element | None, path: str) -> bool | None:
    """Return whether a switch such as `rPr/b` is on; None where nothing is said of it."""
    found = below(parent, path)
    return None if found is None else found.get(w("val")) not in ("0", "false", "off", "none")

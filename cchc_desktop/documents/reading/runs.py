"""What the runs of a document say to whoever looks at it: no deleted and no hidden text, blanks as blanks."""

import unicodedata
from collections.abc import Iterator

from lxml.etree import _Element

from cchc_desktop.documents.reading.wordml import is_on, value, w

_LEFT_OUT = frozenset(map(w, ("del", "moveFrom", "txbxContent", "rPr", "pPr", "instrText", "delText")))
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_ANOTHER_WAY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What stands twice, for an older Word."""
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f"), " ")
"""Word keeps `quý IV` on one line by a blank of another kind; it says nothing else."""
_AS_SEEN = _UNSEEN | _BLANKS
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
"""A raised 1 behind 28 marks a note: it does not make 281."""


def pieces(parent: _Element) -> Iterator[tuple[_Element, str]]:
    """Yield each run of a paragraph that is read, with its text, composed.

    What was deleted or is hidden is left out.
    """
    for child in parent:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            continue
        if child.tag != w("r"):
            yield from pieces(child)
        elif not is_on(child, "rPr/vanish"):
            yield child, _text(child)


def has_hidden(body: _Element) -> bool:
    """Return whether some of the text is hidden."""
    return any(_text(run).strip() for run in body.iter(w("r")) if is_on(run, "rPr/vanish"))


def boxes(body: _Element) -> Iterator[str]:
    """Yield what stands in each text box that says something: it belongs to no paragraph of the text."""
    for box in body.iter(w("txbxContent")):
        if next(box.iterancestors(_ANOTHER_WAY), None) is None:
            lines = ("".join(text for _, text in pieces(each)) for each in box.iter(w("p")))
            if said := " ".join(" ".join(lines).split()):
                yield said


def _text(run: _Element) -> str:
    signs = []
    for child in run:
        if child.tag == w("t"):
            signs.append(child.text or "")
        elif child.tag in _SIGNS:
            signs.append(_SIGNS[child.tag])
    text = unicodedata.normalize("NFC", "".join(signs)).translate(_AS_SEEN)
    return text.translate(_RAISED) if value(run, "rPr/vertAlign") == "superscript" else text

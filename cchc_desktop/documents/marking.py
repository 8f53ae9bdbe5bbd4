"""Comments put into the parts of a .docx. Runs in the child process: a broken part ends it."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from cchc_desktop.documents.comments import COMMENTS, RELATIONS, TYPES, Comment, Marking
from cchc_desktop.documents.reading.body import places
from cchc_desktop.documents.reading.gate import DOCUMENT
from cchc_desktop.documents.reading.runs import pieces
from cchc_desktop.documents.reading.wordml import below, tree, w
from cchc_desktop.values.text import printable

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def marked(marking: Marking) -> dict[str, bytes]:
    """Return the parts that change, by name."""
    document, types, relations = (tree(marking.parts, name) for name in (DOCUMENT, TYPES, RELATIONS))
    body = below(document, "body")
    if document is None or body is None or types is None or relations is None:
        raise ValueError("a Word document without its parts")
    comments = tree(marking.parts, COMMENTS)
    if comments is None:
        comments = etree.Element(w("comments"), nsmap={"w": w("")[1:-1]})
        _announce(types, relations)
    paragraphs = list(places(body))
    last = max((int(each.get(w("id"), "0")) for each in comments), default=0)
    for number, comment in enumerate(_from_the_end(marking.comments), last + 1):
        if comment.place < len(paragraphs):
            _mark(paragraphs[comment.place], comment, number)
            comments.append(_told(comment, number, marking))
    parts = ((DOCUMENT, document), (TYPES, types), (RELATIONS, relations), (COMMENTS, comments))
    return {name: etree.tostring(root, encoding="UTF-8", standalone=True) for name, root in parts}


def _from_the_end(comments: Iterable[Comment]) -> list[Comment]:
    """The last passage of a paragraph first: what is split behind a passage moves nothing before it."""
    return sorted(comments, key=lambda each: (each.place, -each.start, -each.end))


def _announce(types: _Element, relations: _Element) -> None:
    """Name the new part in the package's list of contents and in the document's relations."""
    namespace = etree.QName(types).namespace
    etree.SubElement(types, f"{{{namespace}}}Override", PartName=f"/{COMMENTS}", ContentType=_CONTENT)
    namespace, taken = etree.QName(relations).namespace, {each.get("Id") for each in relations}
    free = next(name for number in range(1, len(taken) + 2) if (name := f"rIdComments{number}") not in taken)
    etree.SubElement(
        relations, f"{{{namespace}}}Relationship", Id=free, Type=_RELATION, Target="comments.xml"
    )


def _mark(paragraph: _Element, comment: Comment, number: int) -> None:
    """Put the comment's range around the runs of its passage, split where it begins and ends."""
    _split(paragraph, comment.start)
    _split(paragraph, comment.end)
    inside = [run for run, first, last in _spans(paragraph) if first < comment.end and comment.start < last]
    start, end = _sign("commentRangeStart", number), _sign("commentRangeEnd", number)
    reference = etree.Element(w("r"))
    reference.append(_sign("commentReference", number))
    if inside:
        inside[0].addprevious(start)
        inside[-1].addnext(end)
    else:
        paragraph.append(start)
        paragraph.append(end)
    end.addnext(reference)


def _spans(paragraph: _Element) -> Iterator[tuple[_Element, int, int]]:
    """Yield each run with where its text begins and ends in the paragraph's."""
    at = 0
    for run, text in pieces(paragraph):
        yield run, at, at + len(text)
        at += len(text)


def _split(paragraph: _Element, offset: int) -> None:
    """Make a run end at the offset; one whose text is not composed, or holds more than text, stays whole."""
    for run, first, last in list(_spans(paragraph)):
        if not first < offset < last:
            continue
        texts = [child for child in run if child.tag != w("rPr")]
        whole = texts[0].text or "" if len(texts) == 1 and texts[0].tag == w("t") else ""
        if len(whole) != last - first:
            return
        other = deepcopy(run)
        run.addnext(other)
        _say(texts[0], whole[: offset - first])
        _say(other[-1], whole[offset - first :])
        return


def _say(element: _Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def _sign(name: str, number: int) -> _Element:
    sign = etree.Element(w(name))
    sign.set(w("id"), str(number))
    return sign


def _told(comment: Comment, number: int, marking: Marking) -> _Element:
    """The comment itself, a paragraph a line."""
    element = _sign("comment", number)
    element.set(w("author"), marking.author)
    element.set(w("date"), marking.moment)
    element.set(w("initials"), "".join(word[0] for word in marking.author.split()))
    for line in comment.lines:
        run = etree.SubElement(etree.SubElement(element, w("p")), w("r"))
        _say(etree.SubElement(run, w("t")), printable(line))
    return element

"""R12: numbers and notations of documents that cannot be right as they are written.

Decree 30/2020, Appendix I, II.3: the number in Arabic numerals, a zero before those below 10, a stroke, and
the notation with a hyphen between type and issuer. The Party's have hyphen and stroke the other way round.
"""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.citations import TYPE_NAME, TYPES, Citation, citations_in
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage

_GLUED = re.compile(
    r"(?P<sign>QĐ|KH|BC|TB|NQ|CTr|TTr)(?P<organ>(?:UBND|HĐ|BCĐ|S[A-ZĐ]{2}|TCT|VP|BTC)[A-ZĐ]*)"
)
_MISSPELT = {"QD": "QĐ", "ND": "NĐ"}
_ISSUERS = (
    ("thủ tướng", "TTg"),
    ("chính phủ", "CP"),
    ("hội đồng nhân dân", "HĐND"),
    ("hđnd", "HĐND"),
    ("ủy ban nhân dân", "UBND"),
    ("uỷ ban nhân dân", "UBND"),
    ("ubnd", "UBND"),
)
"""How an issuer's name begins, and the letters that stand for it."""
_CERTAIN_ISSUERS = frozenset(sign for _, sign in _ISSUERS)
_UNNAMED = re.compile(r"(?P<before>[^\W\d]+\s+[^\W\d]+)\s+số\s*:?\s*$", re.IGNORECASE)
_ANY_PAPER = re.compile(
    r"\b(?:văn bản|công bố|giấy|biên bản|hợp đồng|ký hiệu|thẻ|điện|phiếu|thư|lệnh|mẫu|đề cương|công hàm)\b",
    re.IGNORECASE,
)
_WITHOUT_TYPE = ("UBND", "HĐND")
"""What a letter's notation begins with, which names no type."""


def documents(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Look at the writing of every document's number and at its notation against type and issuer."""
    for citation in citations_in(passage.text):
        paper = citation.paper
        span = (paper.start, paper.end)
        written = _as_it_should_be(citation)
        if written != paper.text:
            case = "text-number-grouped" if set(".,") & set(paper.number) else "text-number-form"
            yield passage.finding("R12", case, span, expected=written, remedy=written)
        elif _is_against_its_type(citation):
            yield passage.finding(
                "R12",
                "text-type-differs",
                span,
                found=citation.type_name,
                expected=TYPES.get(citation.sign, "Công văn"),
            )
        elif issuer := _issuer_it_should_have(citation):
            notation = paper.text.removesuffix(citation.issuer_sign) + issuer
            yield passage.finding(
                "R12", "text-issuer-differs", span, found=citation.organ, expected=notation, remedy=notation
            )
        elif before := _named_as_something_else(citation):
            yield passage.finding(
                "R12", "text-type-missing", span, found=before, expected=TYPES[citation.sign]
            )


def _as_it_should_be(citation: Citation) -> str:
    paper = citation.paper
    number = re.sub("[.,]", "", paper.number)
    is_document = citation.sign in TYPES or bool(citation.type_name)
    if is_document and number.lstrip("0"):
        number = number.lstrip("0").zfill(2)
    first, *rest = re.split("(?=[-/])", paper.notation, maxsplit=1)
    notation = "".join((_MISSPELT.get(first, first), *rest))
    if glued := _GLUED.fullmatch(notation):
        notation = f"{glued['sign']}-{glued['organ']}"
    if paper.year:
        return f"{number}/{paper.year}/{notation}"
    is_of_the_party = "/" in notation
    link = "/" if "/" in paper.link or (citation.sign in TYPES and not is_of_the_party) else "-"
    return f"{number}{link}{notation}"


def _is_against_its_type(citation: Citation) -> bool:
    """`Kế hoạch số 12/QĐ-UBND`, and no other type nearby that the letters could belong to."""
    named = citation.type_name.capitalize()
    if named not in TYPES.values():
        return False
    meant = TYPES.get(citation.sign, "Công văn" if citation.sign in _WITHOUT_TYPE else "")
    around = [found[0].capitalize() for found in TYPE_NAME.finditer(citation.lead)]
    return bool(meant) and meant not in around


def _issuer_it_should_have(citation: Citation) -> str:
    """The letters of the issuer that is named, where the notation has another's; empty where all is well."""
    organ = citation.organ.lower()
    meant = next((sign for name, sign in _ISSUERS if organ.startswith(name)), "")
    has = citation.issuer_sign
    return meant if meant and has in _CERTAIN_ISSUERS and has != meant else ""


def _named_as_something_else(citation: Citation) -> str:
    """`Tổ công tác số 12/QĐ-UBND`: what stands before the number where that is no document at all."""
    found = _UNNAMED.search(citation.lead)
    if not found or citation.sign not in TYPES:
        return ""
    is_named = TYPE_NAME.search(citation.lead) or _ANY_PAPER.search(citation.lead)
    return "" if is_named else found["before"]

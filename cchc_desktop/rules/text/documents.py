"""R12: numbers and notations of documents that are written wrongly, or belong to another document."""

import re
from collections.abc import Iterator

from cchc_desktop.rules.text.citations import TYPE_NAME, TYPES, Citation, citations_in
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.notations import as_it_should_be
from cchc_desktop.rules.text.reading import Passage

_LED_BY = re.compile(
    r"(?:(?:phó )?(?:giám đốc|chủ tịch|bộ trưởng|trưởng phòng)|thường trực|lãnh đạo)\s+", re.IGNORECASE
)
"""Who signs for an issuer, before its name."""
_ISSUES = re.compile(
    rf"(?:[^\W\d_]+\s+){{0,5}}(?:đã\s+|vừa\s+)?ban hành\s+(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"\bđược\s+(?P<organ>(?:chủ tịch\s+|giám đốc\s+|lãnh đạo\s+)?(?:UBND|HĐND|[uỷủ]y ban nhân dân"
    r"|hội đồng nhân dân|sở|bộ|thủ tướng|chính phủ)(?:\s+[^\W\d_]+){0,6}?)\s+(?:đã\s+)?(?:thống nhất"
    r"|chấp thuận|đồng ý|cho ý kiến|phê duyệt|trả lời|cho phép)"
    r"(?:\s+(?!của\b|với\b|theo\b|do\b|được\b)[^\W\d_]+){0,6}?"
    rf"\s+(?:tại|bằng)\s+(?:{TYPE_NAME.pattern})\s*(?:số)?\s*:?\s*$",
    re.IGNORECASE,
)
"""`được Sở Tài chính thống nhất tại Công văn số`: who has issued what follows."""
_ANOTHERS = re.compile(
    r"\b(?:tham mưu|trình|đề nghị|phối hợp|thực hiện|theo|cho|đề xuất|và|kiến nghị|do|được|của)\b",
    re.IGNORECASE,
)
"""Words after which somebody else issues the document."""
_ISSUERS = (
    ("thủ tướng", "TTg"),
    ("chính phủ", "CP"),
    ("hội đồng nhân dân", "HĐND"),
    ("hđnd", "HĐND"),
    ("ủy ban nhân dân", "UBND"),
    ("uỷ ban nhân dân", "UBND"),
    ("ubnd", "UBND"),
    ("sở ", ""),
    ("bộ ", ""),
    ("tỉnh ủy", "TU"),
    ("thành ủy", ""),
    ("đảng ủy", "ĐU"),
)
"""How an issuer's name begins, and the letters that stand for it; empty where each has its own."""
_CERTAIN_ISSUERS = frozenset({"TTg", "CP", "HĐND", "UBND"})
_UNNAMED = re.compile(r"(?P<before>[^\W\d]+\s+[^\W\d]+)\s+số\s*:?\s*$", re.IGNORECASE)
_ANY_PAPER = re.compile(
    r"\b(?:văn bản|công bố|giấy|biên bản|hợp đồng|ký hiệu|thẻ|điện|phiếu|thư|lệnh|mẫu|đề cương|công hàm)\b",
    re.IGNORECASE,
)
_ALSO = {("Công văn", "TTr")}
"""Letters that stand for more than a type: an inspectorate's, too."""
_WITHOUT_TYPE = re.compile(r"UBND|HĐND|S[A-ZĐ]{2,5}|B(?!CĐ)[A-ZĐ]{2,5}|VP[A-Z]*")
"""What a letter's notation begins with: its issuer, and no type."""
_BODY = re.compile(r"(?:Sở|Bộ)\s+[A-ZĐ]")
_LETTERS = re.compile(r"[SB](?!CĐ)[A-ZĐ]{2,6}")
_NUMBERLESS = re.compile(
    rf"{TYPE_NAME.pattern}\s+số\s*:?\s*(?P<sign>/\s?(?:[A-ZĐ][A-ZĐa-z]{{1,5}}-)?[A-ZĐ][A-ZĐa-z]{{1,9}}"
    r"(?:-[A-ZĐ]{2,8})?)(?!\w)",
    re.IGNORECASE,
)
"""A notation without its number, which nobody left a blank for."""
_UNSIGNED = re.compile(
    rf"{TYPE_NAME.pattern}\s+số\s*:?\s*(?P<number>[0-9]{{1,5}})\s*,?\s+ngày\s+[0-9]", re.IGNORECASE
)
"""A number without its notation."""


def documents(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Look at the writing of every document's number and at its notation against type and issuer."""
    for citation in citations_in(passage.text):
        paper = citation.paper
        span = (paper.start, paper.end)
        written = as_it_should_be(citation)
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
        elif (issuer := _issuer_it_should_have(citation)) is not None:
            notation = paper.text.removesuffix(citation.issuer_sign) + (issuer or "…")
            remedy = notation if issuer else None
            yield passage.finding(
                "R12", "text-issuer-differs", span, found=_organ(citation), expected=notation, remedy=remedy
            )
        elif _is_of_another_body(citation):
            yield passage.finding("R12", "text-issuer-differs", span, found=_organ(citation), expected="…")
        elif before := _named_as_something_else(citation):
            yield passage.finding(
                "R12", "text-type-missing", span, found=before, expected=TYPES[citation.sign]
            )
        elif citation.day and _is_of_another_year(citation):
            yield passage.finding("R12", "text-year-differs", span, found=citation.day.text)
    for numberless in _NUMBERLESS.finditer(passage.text):
        yield passage.finding("R12", "text-number-missing", numberless.span("sign"))
    for unsigned in _UNSIGNED.finditer(passage.text):
        yield passage.finding("R12", "text-notation-missing", unsigned.span("number"))


def _is_against_its_type(citation: Citation) -> bool:
    """`Kế hoạch số 12/QĐ-UBND`, and no other type nearby that the letters could belong to."""
    named = citation.type_name.capitalize()
    if named not in TYPES.values() or (named, citation.sign) in _ALSO:
        return False
    meant = TYPES.get(citation.sign, "Công văn" if _WITHOUT_TYPE.fullmatch(citation.sign) else "")
    around = [found[0].capitalize() for found in TYPE_NAME.finditer(citation.lead)]
    return bool(meant) and meant not in around


def _organ(citation: Citation) -> str:
    """Who is named as its issuer, behind the document or as the one who decided by it."""
    by_whom = None if citation.organ else _BY_WHOM.search(citation.lead)
    return by_whom["organ"] if by_whom else citation.organ


def _is_of_another_body(citation: Citation) -> bool:
    """`Công văn số 12/STC-VP của Sở Nội vụ`: letters of a department or ministry that are not its own."""
    organ = _organ(citation)
    if not _BODY.match(organ):
        return False
    words = re.findall(r"[^\W\d]+", organ)
    initials = "".join(word[0].upper() for word in words if word.lower() != "và")
    parts = re.split("[-/]", citation.paper.notation)
    signs = [
        part for part in parts if _LETTERS.fullmatch(part) and part[0] == initials[0] and part not in TYPES
    ]
    # a name that is told in part, or with its province behind it, has the beginning in common
    return bool(signs) and not any(_begin_alike(initials, own) for own in signs)


def _begin_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _issuer_it_should_have(citation: Citation) -> str | None:
    """The letters of the issuer that is named, where the notation has another's; None where all is well.

    A decree is the Government's alone (Law on legal documents), whoever is named.
    """
    if citation.sign == "NĐ" and citation.issuer_sign in _CERTAIN_ISSUERS - {"CP"}:
        return "CP"
    organ = _LED_BY.sub("", _organ(citation).lower(), count=1) or _who_issues(citation.lead).lower()
    meant = next((sign for name, sign in _ISSUERS if organ.startswith(name)), None)
    has = citation.issuer_sign
    is_known = has in _CERTAIN_ISSUERS or (bool(meant) and _LETTERS.fullmatch(has) is not None)
    return meant if meant is not None and is_known and has != meant else None


def _who_issues(lead: str) -> str:
    """`Sở Nội vụ đã ban hành Kế hoạch số`: whose name stands right before, with nobody between."""
    named = [(lead.lower().rfind(name), name) for name, _ in _ISSUERS]
    at, name = max(named)
    if at < 0 or (at and lead[at - 1].isalnum()):
        return ""
    rest = lead[at + len(name) :].lstrip()
    return name if _ISSUES.fullmatch(rest) and not _ANOTHERS.search(rest) else ""


def _is_of_another_year(citation: Citation) -> bool:
    """`61/2018/NĐ-CP ngày 23/4/2019`: the number says in which year the text was issued."""
    year = citation.day.parts[2] if citation.day else None
    return citation.paper.year is not None and year is not None and year != citation.paper.year


def _named_as_something_else(citation: Citation) -> str:
    """`Tổ công tác số 12/QĐ-UBND`: what stands before the number where that is no document at all."""
    found = _UNNAMED.search(citation.lead)
    if not found or citation.sign not in TYPES:
        return ""
    is_named = TYPE_NAME.search(citation.lead) or _ANY_PAPER.search(citation.lead)
    return "" if is_named else found["before"]

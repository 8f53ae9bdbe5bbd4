"""How number and notation of a document are written.

Decree 30/2020, Appendix I, II.3: the number in Arabic numerals, a zero before those below 10, a stroke, and
the notation with a hyphen between type and issuer; a letter's has its issuer first and then the unit that
drafted it. A legal text has its year between the two (Law on legal documents). The Party has hyphen and
stroke the other way round (Guidance 36-HD/VPTW of 2018): `18-NQ/TW`.
"""

import re

from cchc_desktop.rules.text.citations import TYPES, Citation

_SIGNS = "QĐ|KH|BC|TB|NQ|NĐ|TTr|CTr|HD|KL"
_GLUED = re.compile(
    rf"(?P<sign>{_SIGNS})(?P<organ>(?:UBND|HĐ|BCĐ|S[A-ZĐ]{{2}}|TCT|VP|BTC)[A-ZĐ]*|TTg|CP|TW|TU)"
    r"|(?P<text>TT)(?P<ministry>B[A-ZĐ]{2,6})"
)
_GLUED_UNIT = re.compile(r"(?P<organ>UBND)(?P<unit>[A-ZĐ]{2,6})")
"""A letter's notation without its hyphen."""
_STROKED = re.compile(
    r"(?P<sign>QĐ|KH|BC|TB|CT|NQ|TTr|CTr|ĐA|NĐ|TT)/(?P<organ>UBND|HĐND|TTg|CP|S[A-ZĐ]{2,5})"
)
_YEAR_WITHIN = re.compile(r"(?P<sign>[A-ZĐ][A-ZĐr]{1,3})[-/](?P<year>(?:19|20)[0-9]{2})[-/](?P<rest>.+)")
"""`NĐ/2000/NĐ-CP`: what stands behind `68/`."""
_TURNED_ROUND = re.compile(r"(?P<organ>CP|B[A-ZĐ]{2,6})-(?P<sign>NĐ|TT)")
_UNIT_FIRST = re.compile(r"(?P<unit>[A-ZĐ]{2,6})-(?P<organ>UBND|HĐND|S[A-ZĐ]{2,6})")
"""A letter's notation with the unit before its office."""
_OF_THE_PARTY = re.compile(r"(?P<sign>[A-ZĐ][A-ZĐr]{1,3})-(?P<organ>TW|TU|HU|ĐU)")
_WITH_YEAR = ("NĐ", "TT", "TTLT")
_MISSPELT = {"QD": "QĐ", "ND": "NĐ"}
_IN_CAPITALS = {sign.upper(): sign for sign in (*TYPES, "TTg") if not sign.isupper()}
_KNOWN_LETTERS = {"".join(sorted(organ)): organ for organ in ("UBND", "HĐND")}
"""Letters that everybody has, by themselves in order: `UNBD` is a slip of `UBND`."""
_COMMITTEE = "UBND"
"""Of no other office's letters does one letter less, more or otherwise make these."""
_SIGN_OF = {name: sign for sign, name in TYPES.items()}


def as_it_should_be(citation: Citation) -> str:
    """Return number and notation as they are written; as they stand where nothing is certainly wrong."""
    paper = citation.paper
    if not paper.link.strip() and not citation.type_name and citation.sign not in TYPES:
        return paper.text  # a form's or a chapter's number before an abbreviation
    number = re.sub("[.,]", "", paper.number)
    is_document = citation.sign in TYPES or bool(citation.type_name)
    if is_document and number.lstrip("0"):
        number = number.lstrip("0").zfill(2)
    year, notation = paper.year, paper.notation
    if within := _YEAR_WITHIN.fullmatch(notation):
        year = year or int(within["year"])
        is_again = within["rest"].startswith(within["sign"])
        notation = within["rest"] if is_again else f"{within['sign']}-{within['rest']}"
    notation = _notation(citation, notation, has_year=year is not None)
    if year is None and citation.sign in _WITH_YEAR and citation.day:
        year = citation.day.parts[2]  # the text of a law is known by number and year
    if year:
        return f"{number}/{year}/{notation}"
    if party := _OF_THE_PARTY.fullmatch(notation):
        return f"{number}-{party['sign']}/{party['organ']}"
    is_of_the_party = "/" in notation
    is_of_the_state = citation.sign in TYPES or "-" in notation
    link = "/" if "/" in paper.link or (is_of_the_state and not is_of_the_party) else "-"
    return f"{number}{link}{notation}"


def is_one_off(written: str, meant: str) -> bool:
    """Whether of two groups of letters one has a letter more, less or another."""
    if len(written) == len(meant):
        return sum(one != other for one, other in zip(written, meant, strict=True)) == 1
    shorter, longer = sorted((written, meant), key=len)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _notation(citation: Citation, notation: str, *, has_year: bool) -> str:
    first, *rest = re.split("(?=[-/.])", notation, maxsplit=1)
    first = _sign(citation, first)
    if first in TYPES:
        rest = [re.sub(r"^\.", "-", part) for part in rest]
    notation = re.sub(r"\s*[-–_]+\s*", "-", "".join((first, *rest)))
    notation = "".join(_as_usual(part) for part in re.split("([-/])", notation))
    if stroked := _STROKED.fullmatch(notation):
        return f"{stroked['sign']}-{stroked['organ']}"
    meant = _SIGN_OF.get(citation.type_name.capitalize(), "")
    if meant and notation.isalpha() and re.fullmatch(rf"{meant}(?=[A-ZĐ]{{2}})[A-ZĐa-z]+", notation):
        return f"{meant}-{notation.removeprefix(meant)}"
    if unit := _GLUED_UNIT.fullmatch(notation):
        return f"{unit['organ']}-{unit['unit']}"
    glued = _GLUED.fullmatch(notation)
    if glued and glued["sign"]:
        return f"{glued['sign']}-{glued['organ']}"
    if glued and has_year:
        return f"{glued['text']}-{glued['ministry']}"
    turned = _TURNED_ROUND.fullmatch(notation) if has_year else None
    if turned:
        return f"{turned['sign']}-{turned['organ']}"
    unit_first = _UNIT_FIRST.fullmatch(notation) if citation.type_name.capitalize() == "Công văn" else None
    if unit_first and unit_first["unit"] not in TYPES:
        return f"{unit_first['organ']}-{unit_first['unit']}"
    return notation


def _sign(citation: Citation, written: str) -> str:
    """The letters of the type, where those written are the same in another order or without their stroke."""
    meant = _SIGN_OF.get(citation.type_name.capitalize(), "")
    if written != meant and _bare(written) == _bare(meant):
        return meant
    return _MISSPELT.get(written, written)


def _bare(letters: str) -> list[str]:
    return sorted(letters.upper().replace("Đ", "D"))


def _as_usual(part: str) -> str:
    """The letters as they are known, where they differ in capitals, in order or in one letter only."""
    meant = _IN_CAPITALS.get(part.upper(), part)
    if part[:1] == _COMMITTEE[0] and part.isalpha() and part.isupper() and is_one_off(part, _COMMITTEE):
        return _COMMITTEE
    return _KNOWN_LETTERS.get("".join(sorted(part)), meant)

"""R12: the number of a legal text with its digits turned round, which the report names rightly elsewhere."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cchc_desktop.rules.text.citations import Citation, citations_in
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.reading import Passage
from cchc_desktop.rules.text.section import TextSection

_USUAL = 2
"""How often a report names a text that it knows."""
_FEWEST_DIGITS = 2


def turned_laws(sections: Sequence[TextSection], only: str = "") -> Iterator[TextFinding]:
    """Yield texts named once whose number is that of one named more often, in another order of digits.

    Type, issuer and year are the same; in the section `only`, or in all.
    """
    named = Counter(
        _text(citation)
        for section in sections
        for text in section.paragraphs
        for citation in citations_in(text)
        if _is_law(citation)
    )
    usual = {_turned(each): each for each, count in named.items() if count >= _USUAL}
    for section in sections:
        for place, text in enumerate(section.paragraphs if only in ("", section.id) else ()):
            for citation in filter(_is_law, citations_in(text)):
                meant = usual.get(_turned(_text(citation)))
                if meant and named[_text(citation)] == 1 and meant != _text(citation):
                    paper = citation.paper
                    expected = paper.text.replace(paper.number, meant[0], 1)
                    yield Passage(section, place).finding(
                        "R12",
                        "text-law-turned",
                        (paper.start, paper.end),
                        expected=expected,
                        remedy=expected,
                    )


def _is_law(citation: Citation) -> bool:
    return citation.paper.year is not None and len(citation.paper.number) >= _FEWEST_DIGITS


def _text(citation: Citation) -> tuple[str, int | None, str]:
    paper = citation.paper
    return paper.number, paper.year, paper.notation


def _turned(text: tuple[str, int | None, str]) -> tuple[str, int | None, str]:
    number, year, notation = text
    return "".join(sorted(number)), year, notation

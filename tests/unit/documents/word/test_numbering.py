"""Headings are counted by Word itself, in the letters of the Vietnamese alphabet."""

from dataclasses import replace

from lxml.etree import _Element

from cchc_desktop.documents.content import Heading, Level, LevelFormat, Numbering
from cchc_desktop.documents.word.markup import w
from tests.unit.documents.reports import saying
from tests.unit.documents.word.opened import Opened, opened, style_of, value

HEADINGS = {"Heading1", "Heading2", "Heading3", "Heading4"}
OUTLINE_IN_DECIMALS = Numbering(
    (
        Level(LevelFormat.ROMAN, "%1."),
        Level(LevelFormat.DECIMAL, "%2."),
        Level(LevelFormat.DECIMAL, "%2.%3."),
        Level(LevelFormat.LETTER, "%4)"),
    )
)


def numbers(document: Opened) -> list[str]:
    """What Word prints before each heading: a small model of its counting (ECMA-376, 17.9)."""
    levels = {int(level.attrib[w("ilvl")]): level for level in definition(document).iterchildren(w("lvl"))}
    counts: dict[int, int] = {}
    printed = []
    for paragraph in document.body.iter(w("p")):
        if style_of(paragraph) not in HEADINGS:
            continue
        at = list_level(document, paragraph)
        start = int(value(levels[at], "start"))
        counts = {level: number for level, number in counts.items() if level <= at}
        counts[at] = counts.get(at, start - 1) + 1
        text = value(levels[at], "lvlText")
        for level, number in counts.items():
            text = text.replace(f"%{level + 1}", shown(number, value(levels[level], "numFmt")))
        printed.append(text)
    return printed


def definition(document: Opened) -> _Element:
    return document.part("word/numbering.xml")[0]


def list_level(document: Opened, paragraph: _Element) -> int:
    own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
    holder = paragraph if own is not None else document.styles[style_of(paragraph)]
    assert value(holder, "pPr/numPr/numId") == "1"
    return int(value(holder, "pPr/numPr/ilvl"))


def shown(number: int, number_format: str) -> str:
    roman = ("I", "II", "III", "IV", "V", "VI")
    match number_format:
        case "upperRoman":
            return roman[number - 1]
        case "lowerLetter":
            return chr(ord("a") + number - 1)
        case _:
            return str(number)


def letters(amount: int) -> list[str]:
    return [f"{letter})" for letter in "abcdđeghiklmnopqrstuvxy"[:amount]]


def test_sections_count_in_roman_then_arabic_then_vietnamese_letters() -> None:
    document = opened(
        saying(Heading(1, "A"), Heading(2, "B"), *(Heading(3, "C") for _ in range(23)), Heading(1, "D"))
    )
    assert numbers(document) == ["I.", "1.", *letters(23), "II."]


def test_letters_start_again_under_the_next_heading() -> None:
    part = (Heading(2, "B"), *(Heading(3, "C") for _ in range(6)))
    assert numbers(opened(saying(Heading(1, "A"), *part, *part))) == [
        "I.",
        "1.",
        *letters(6),
        "2.",
        *letters(6),
    ]


def test_dashes_between_letters_do_not_disturb_the_count() -> None:
    items = [block for _ in range(9) for block in (Heading(3, "C"), Heading(4, "D"))]
    expected = [text for letter in letters(9) for text in (letter, "-")]
    assert numbers(opened(saying(Heading(1, "A"), Heading(2, "B"), *items))) == ["I.", "1.", *expected]


def test_an_outline_may_count_otherwise() -> None:
    blocks = (Heading(1, "A"), Heading(2, "B"), Heading(3, "C"), Heading(3, "C"), *(Heading(4, "D"),) * 5)
    document = opened(replace(saying(*blocks), numbering=OUTLINE_IN_DECIMALS))
    assert numbers(document) == ["I.", "1.", "1.1.", "1.2.", *letters(5)]


def test_a_level_without_numbers_is_a_heading_all_the_same() -> None:
    levels = (Level(LevelFormat.NONE), *Numbering().levels[1:])
    document = opened(replace(saying(Heading(1, "A"), Heading(2, "B")), numbering=Numbering(levels)))
    assert document.styles["Heading1"].find(f".//{w('numPr')}") is None
    assert document.look("Heading1")["outlineLvl"]["val"] == "0"
    assert document.texts("Heading1") == ["A"]


def test_each_heading_style_and_its_list_level_name_each_other() -> None:
    document = opened(replace(saying(), numbering=OUTLINE_IN_DECIMALS))
    for level in definition(document).iterchildren(w("lvl")):
        if level.find(w("pStyle")) is not None:
            style = document.styles[value(level, "pStyle")]
            assert value(style, "pPr/numPr/ilvl") == level.attrib[w("ilvl")]


def test_headings_are_found_by_the_navigation_pane_and_stay_with_their_text() -> None:
    document = opened(saying())
    for heading in (1, 2, 3, 4):
        look = document.look(f"Heading{heading}")
        assert look["outlineLvl"]["val"] == str(heading - 1)
        assert "keepNext" in look
        assert value(document.styles[f"Heading{heading}"], "name") == f"heading {heading}"


def test_items_have_real_dashes() -> None:
    document = opened(saying())
    assert value(document.styles["ListBullet"], "pPr/numPr/numId") == "2"
    dashes = document.part("word/numbering.xml")[1]
    assert value(dashes, "lvl/lvlText") == "-"
    assert value(dashes, "lvl/pStyle") == "ListBullet"

"""The numbers before headings."""

from cchc_desktop.documents.content import Level, LevelFormat, Numbering
from ui.preview.numbering import HeadingNumbers


def test_each_level_begins_anew_below_the_one_above_it() -> None:
    numbers = HeadingNumbers(Numbering())
    found = [numbers.following(level) for level in (1, 2, 2, 3, 1, 2, 3, 3)]
    assert found == ["I.", "1.", "2.", "a)", "II.", "1.", "a)", "b)"]


def test_letters_are_vietnamese() -> None:
    numbers = HeadingNumbers(Numbering())
    found = "".join(numbers.following(3)[0] for _ in range(12))
    assert found == "abcdđeghiklm"


def test_a_pattern_may_name_the_levels_above() -> None:
    levels = (
        Level(LevelFormat.ROMAN, "%1."),
        Level(LevelFormat.DECIMAL, "%2."),
        Level(LevelFormat.DECIMAL, "%2.%3."),
        Level(LevelFormat.NONE),
    )
    numbers = HeadingNumbers(Numbering(levels))
    assert [numbers.following(level) for level in (1, 2, 3, 3, 4)] == ["I.", "1.", "1.1.", "1.2.", ""]


def test_roman_numbers_subtract() -> None:
    numbers = HeadingNumbers(Numbering())
    assert [numbers.following(1) for _ in range(14)][3::5] == ["IV.", "IX.", "XIV."]

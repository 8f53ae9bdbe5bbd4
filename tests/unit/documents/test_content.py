"""What a report's content refuses to be."""

import pytest

from cchc_desktop.documents.content import Level, LevelFormat, Numbering


def test_only_one_heading_level_counts_in_letters() -> None:
    letter, dash = Level(LevelFormat.LETTER, "%1)"), Level(LevelFormat.DASH, "-")
    with pytest.raises(ValueError, match="letters"):
        Numbering((letter, letter, dash, dash))

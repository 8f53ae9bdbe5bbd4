"""How texts fall into lines: where a long centred one breaks, what ends the lines of a list."""

from __future__ import annotations

import re
from itertools import accumulate

from cchc_desktop.documents.word.metrics import width

_COMMITTEE = "ỦY BAN NHÂN DÂN"
_PLACE_WORDS = frozenset({"TỈNH", "THÀNH", "HUYỆN", "QUẬN", "THỊ", "XÃ", "PHƯỜNG", "ĐẶC"})
_BREAKS = re.compile(r" (?![.,:;!?)/])")
"""Where a line may end: never before a stop, and the dots of a blank to fill in count as stops."""
_SLACK = 120  # twips: a printer's Times New Roman, or its slanted cut, may be wider than our table


def name_lines(name: str, points: float, room: int, *, bold: bool) -> tuple[str, ...]:
    """An office's name in capitals, in two lines if one has no room (in twips).

    It breaks after ỦY BAN NHÂN DÂN, or before the word that says what kind of place it is;
    a name without such a word breaks into lines of about one length.
    """
    given = tuple(name.upper().split("\n"))
    if len(given) > 1 or width(given[0], points, bold=bold) <= room:
        return given
    words = given[0].split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    fitting = [pair for pair in breaks if max(width(line, points, bold=bold) for line in pair) <= room]
    if not fitting:
        return given
    at_place = [pair for pair in fitting if pair[0] == _COMMITTEE or pair[1].split()[0] in _PLACE_WORDS]
    return at_place[0] if at_place else min(fitting, key=lambda pair: abs(len(pair[0]) - len(pair[1])))


def side_indent(text: str, points: float, room: int, *, bold: bool = False) -> int:
    """How far, in twips, to draw in both sides of a centred text so that it breaks well by itself.

    The two lines come out about as long as each other and no number is torn from its word (6 / THÁNG).
    A text that needs one line, or more than two, keeps all its room.
    """
    words = _BREAKS.split(text)
    blank = width(" ", points, bold=bold)
    ends = list(accumulate(width(word, points, bold=bold) + blank for word in words))
    if "\n" in text or ends[-1] - blank <= room:
        return 0
    found = []
    for at in range(1, len(words)):
        last, following = words[at - 1], words[at]
        first_line, second_line = ends[at - 1] - blank, ends[-1] - ends[at - 1] - blank
        line = max(first_line, second_line) + _SLACK
        fills_up = ends[at] - blank <= line  # the next word would still go into the first line
        if line > room or fills_up or not (last and following):
            continue
        found.append((last[-1].isdigit() or following[0].isdigit(), line))
    return (room - min(found)[1]) // 2 if found else 0


def dashed(names: tuple[str, ...]) -> list[str]:
    """The lines of a list, as the decree writes it: "- one;", "- two;", "- last."."""
    bare = [name.strip(" -–;.") for name in names]
    return [f"- {name};" for name in bare[:-1]] + [f"- {name}." for name in bare[-1:]]

"""Where a text holds what is looked for: `ho so` finds `hồ sơ`, `hồ sơ` finds only itself."""

from cchc_desktop.values.text import composed, without_marks


def places_of(wanted: str, text: str) -> list[int]:
    """Return where the wanted words begin in a composed text, without overlaps; capitals do not count."""
    needle = _small(composed(wanted))
    if not needle:
        return []
    plain = without_marks(needle) == needle
    hay = "".join(map(_without_mark, _small(text))) if plain else _small(text)
    places, at = [], hay.find(needle)
    while at >= 0:
        places.append(at)
        at = hay.find(needle, at + len(needle))
    return places


def _small(text: str) -> str:
    """The text in small letters, as long as it was."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _without_mark(letter: str) -> str:
    """A letter without its marks; itself where it would become more or less than one."""
    bare = without_marks(letter)
    return bare if len(bare) == 1 else letter

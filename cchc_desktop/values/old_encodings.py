"""Texts in the encodings from before Unicode, which offices still paste from their old files.

Such a text reaches us as the Latin-1 characters of its bytes: `B¸o c¸o`, `Baùo caùo`. The tables are those of
TCVN 5712:1993 VN3 ("ABC") and of VNI-Windows as its maker publishes it (vnisoft.com, vnichar); both were
checked against the converters of other hands.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum

from cchc_desktop.values.syllable import is_syllable


class Encoding(Enum):
    """An encoding from before Unicode, by the name people know."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI-Windows"


_TCVN3 = dict(
    pair
    for letters, codes in (
        ("ĂÂÊÔƠƯĐăâêôơưđ", "¡¢£¤¥¦§¨©ª«¬\xad®"),
        ("àảãáạằẳẵắặầẩẫấậ", "µ¶·¸¹»¼½¾ÆÇÈÉÊË"),
        ("èẻẽéẹềểễếệìỉĩíị", "ÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ"),
        ("òỏõóọồổỗốộờởỡớợ", "ßáâãäåæçèéêëìíî"),
        ("ùủũúụừửữứựỳỷỹýỵ", "ïñòóôõö÷øùúûüýþ"),
    )
    for pair in zip(codes, letters, strict=True)
)
"""Character by character. There are no capitals with tones: a capitals' font shows the small ones so."""

_TONES = {"ø": "\u0300", "ù": "\u0301", "õ": "\u0303", "û": "\u0309", "ï": "\u0323"}
_ROOF, _BREVE = "\u0302", "\u0306"
_WITH_ROOF = {"â": "", "à": "\u0300", "á": "\u0301", "ã": "\u0303", "å": "\u0309", "ä": "\u0323"}
_WITH_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ü": "\u0303", "ú": "\u0309", "ë": "\u0323"}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "î": "ỵ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ì": "ì", "í": "í"}
_VNI_PAIRS = {
    vowel + mark: unicodedata.normalize("NFC", _VNI_ALONE.get(vowel, vowel) + above + tone)
    for vowels, above, marks in (
        ("aeouyôö", "", _TONES),
        ("aeo", _ROOF, _WITH_ROOF),
        ("a", _BREVE, _WITH_BREVE),
    )
    for vowel in vowels
    for mark, tone in marks.items()
}
_VNI = {**_VNI_PAIRS, **_VNI_ALONE}
"""A vowel and the mark behind it, or one character alone."""

_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"
_TCVN3_WORD = re.compile(f"[{_LETTERS}{re.escape(''.join(_TCVN3))}]+")
_VNI_WORD = re.compile(f"[{_LETTERS}]+")
_VNI_UNIT = re.compile(f"(?:{'|'.join(_VNI_PAIRS)})|[{''.join(_VNI_ALONE)}]", re.IGNORECASE)
_TCVN3_PROOF = re.compile(
    "(?<=[A-Za-z])(?:[¡-©«¬®»ª¹](?=[a-z])|[µ¶¸])|®\xad|(?<=[a-z])[Æ-ÖØ-Þ]|(?<=[A-Z])[ß-þ](?=[A-Z])"
)
"""What stands within no word of any other writing: a sign between letters, a marked capital after a small
letter, a marked small letter between capitals. Signs that stand between letters elsewhere too (soft hyphen,
dot, times) prove nothing.
"""
_VNI_PROOF = re.compile("[ae][âäåã]|o[âäå]|[aeouyôö]ø|[ôö][ùõûï]", re.IGNORECASE)
"""Pairs that stand in no syllable of any other writing (`oã` may be a Vietnamese `oa` with its ngã)."""
_VNI_SIGN = re.compile(
    "a[ùõûïàáêèéüúë]|e[ùõûïàá]|o[õûï]|(?<=[a-z])où|où(?=[a-z])|u[ùõûï]|y[ùõû]|ñ|ö", re.IGNORECASE
)
"""Pairs that no Vietnamese word has in Unicode, but a French or Spanish one may: two of them prove it."""
_ABBREVIATION = re.compile("[A-Z§Ñ]{2,}")
_SOUND_IN_TEN = 9


def looks_old(text: str) -> Encoding | None:
    """Return the old encoding that the text certainly is in, or None.

    Certain is: no letter beyond Latin-1; at least nine in ten of the words with marks are Vietnamese
    syllables once converted; and what they are written with stands in no other writing.
    """
    if any(ord(letter) > 0xFF and letter.isalpha() for letter in text):
        return None
    if any(map(_TCVN3_PROOF.search, _sound(_TCVN3_WORD.findall(text), Encoding.TCVN3))):
        return Encoding.TCVN3
    words = _sound(_VNI_WORD.findall(text), Encoding.VNI)
    if any(map(_VNI_PROOF.search, words)) or sum(len(_VNI_SIGN.findall(word)) for word in words) > 1:
        return Encoding.VNI
    return None


def converted(text: str, encoding: Encoding) -> str:
    """Return the text in Unicode (NFC); what the encoding does not know stays as it is."""
    if encoding is Encoding.VNI:
        return unicodedata.normalize("NFC", _VNI_UNIT.sub(_vni_letter, text))
    return "\n".join(map(_tcvn3_line, text.split("\n")))


def _sound(words: list[str], encoding: Encoding) -> list[str]:
    """The marked words that are syllables once converted; none at all where too many are not."""
    marked = [word for word in words if not word.isascii() and not _ABBREVIATION.fullmatch(word)]
    sound = [word for word in marked if is_syllable(_strictly(word, encoding))]
    return sound if len(sound) * 10 >= len(marked) * _SOUND_IN_TEN else []


def _strictly(word: str, encoding: Encoding) -> str:
    """The word converted, with a question mark for every character that the encoding does not know."""
    if encoding is Encoding.TCVN3:
        return "".join(letter if letter.isascii() else _TCVN3.get(letter, "?") for letter in word)
    unknown = re.search("[^A-Za-z]", _VNI_UNIT.sub("", word))
    return "?" if unknown else converted(word, encoding)


def _vni_letter(unit: re.Match[str]) -> str:
    written = unit[0]
    letter = _VNI[written.lower()]
    return letter.upper() if written[0].isupper() else letter


def _tcvn3_line(line: str) -> str:
    if _is_capitals(line):
        return "".join(_tcvn3_letters(line)).upper()
    return _TCVN3_WORD.sub(_tcvn3_word, line)


def _tcvn3_word(word: re.Match[str]) -> str:
    letters = "".join(_tcvn3_letters(word[0]))
    return letters.upper() if _is_capitals(word[0]) else letters


def _tcvn3_letters(text: str) -> Iterator[str]:
    return (_TCVN3.get(character, character) for character in text)


def _is_capitals(text: str) -> bool:
    """Whether all plain letters, two at least, are capitals: then a capitals' font showed the others so."""
    plain = [letter for letter in text if letter.isascii() and letter.isalpha()]
    return len(plain) > 1 and all(letter.isupper() for letter in plain)

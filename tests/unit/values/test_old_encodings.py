"""Old encodings are recognised with certainty or not at all, and converted letter by letter."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.template.catalogue import shipped
from cchc_desktop.values.old_encodings import _TCVN3, Encoding, converted, looks_old

LABELS = sorted({row.label for id_ in ("D21", "X25") for row in shipped().get(id_).indicators.values()})
OFFICIAL = [
    ("B¸o c¸o c¶i c¸ch hµnh chÝnh", Encoding.TCVN3, "Báo cáo cải cách hành chính"),
    ("§éc lËp - Tù do - H¹nh phóc", Encoding.TCVN3, "Độc lập - Tự do - Hạnh phúc"),
    ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", Encoding.TCVN3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Sè 12/Q§-UBND ngµy 05/01", Encoding.TCVN3, "Số 12/QĐ-UBND ngày 05/01"),
    ("Kh«ng", Encoding.TCVN3, "Không"),
    ("KÕ ho¹ch ®\xadîc giao", Encoding.TCVN3, "Kế hoạch được giao"),
    ("Kieåm tra CCHC", Encoding.VNI, "Kiểm tra CCHC"),
    ("Baùo caùo caûi caùch haønh chính", Encoding.VNI, "Báo cáo cải cách hành chính"),
    ("Ñoäc laäp - Töï do - Haïnh phuùc", Encoding.VNI, "Độc lập - Tự do - Hạnh phúc"),
    ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", Encoding.VNI, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Soá 12/QÑ-UBND ngaøy 05/01", Encoding.VNI, "Số 12/QĐ-UBND ngày 05/01"),
]
_BASES = {"ơ": "ô", "ư": "ö"}
_MARKS = {
    "": dict(zip("\u0300\u0301\u0303\u0309\u0323", "øùõûï", strict=True)),
    "\u0302": {"": "â", **dict(zip("\u0300\u0301\u0303\u0309\u0323", "àáãåä", strict=True))},
    "\u0306": {"": "ê", **dict(zip("\u0300\u0301\u0303\u0309\u0323", "èéüúë", strict=True))},
}
_ALONE = {"đ": "ñ", "ỵ": "î", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ì": "ì", "í": "í", "ơ": "ô", "ư": "ö"}


def in_vni(text: str) -> str:
    return "".join(map(_vni, text))


def _vni(letter: str) -> str:
    if letter.isupper() and not letter.isascii():
        return _vni(letter.lower()).upper()
    if letter in _ALONE or letter.isascii():
        return _ALONE.get(letter, letter)
    above, tone, base = "", "", letter
    for mark in unicodedata.normalize("NFD", letter)[1:]:
        above, tone = (mark, tone) if mark in "\u0302\u0306" else (above, mark if mark != "\u031b" else tone)
    base = unicodedata.normalize("NFD", letter)[0]
    if "\u031b" in unicodedata.normalize("NFD", letter):
        base = {"o": "ô", "u": "ö"}[base]
    return base + _MARKS[above][tone]


def in_tcvn3(text: str) -> str:
    """The text by the table read backwards; the table itself is held to known texts."""
    back = {letter: code for code, letter in _TCVN3.items()}
    return "".join(back.get(letter, letter) for letter in text)


@pytest.mark.parametrize(("old", "encoding", "unicode"), OFFICIAL)
def test_what_stands_on_every_official_paper_is_recognised_and_read(
    old: str, encoding: Encoding, unicode: str
) -> None:
    assert looks_old(old) is encoding
    assert converted(old, encoding) == unicode


def test_every_letter_with_its_marks_comes_back_from_vni() -> None:
    letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    for letter in letters + letters.upper():
        assert converted(in_vni(letter), Encoding.VNI) == letter


def test_every_small_letter_has_a_character_of_its_own_in_tcvn3() -> None:
    letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ"
    assert sorted(letters) == sorted(_TCVN3.values())
    assert all(len(code) == 1 and code <= "\xff" for code in _TCVN3)


@given(st.lists(st.sampled_from(LABELS), min_size=4, max_size=6).map(" ".join))
def test_labels_of_the_official_forms_survive_the_way_there_and_back(text: str) -> None:
    plain = re.sub("[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]", "", text)
    assert looks_old(in_vni(text)) is Encoding.VNI
    assert converted(in_vni(text), Encoding.VNI) == text
    assert looks_old(in_tcvn3(plain)) is Encoding.TCVN3
    assert converted(in_tcvn3(plain), Encoding.TCVN3) == plain


@given(st.lists(st.sampled_from([word for label in LABELS for word in label.split()]), max_size=12))
def test_proper_vietnamese_is_left_alone_down_to_the_single_word(words: list[str]) -> None:
    for text in (" ".join(words), " ".join(words).upper(), unicodedata.normalize("NFD", " ".join(words))):
        assert looks_old(text) is None


def test_no_syllable_is_taken_for_old_wherever_its_tone_stands() -> None:
    disputed = {"oa": (1, 2), "oan": (1, 2), "oe": (1, 2), "uy": (1, 2), "uynh": (1, 2)}
    agreed = {
        "oai": (2,),
        "uê": (2,),
        "ươi": (2,),
        "uân": (2,),
        "yêu": (2,),
        "ai": (1,),
        "ao": (1,),
        "ia": (1,),
    }
    for initial, (rime, places) in itertools.product(("", "h", "T", "Đ"), (disputed | agreed).items()):
        for place, tone in itertools.product(places, "\u0300\u0301\u0303\u0309\u0323"):
            word = unicodedata.normalize("NFC", f"{initial}{rime[:place]}{tone}{rime[place:]}")
            assert not any(map(looks_old, (word, word.upper(), f"{word} {word}")))


@given(st.text(st.characters(codec="ascii")))
def test_plain_ascii_is_never_old(text: str) -> None:
    assert looks_old(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.234,5",
        "42,42 %",
        "10 m² · 5 µm ± 2°",
        "hoà bình",
        "Thuý, Hoá, KHOÁ TUÝ",
        "naïve café résumé",
        "El Niño, señor, mañana",
        "über Straße Maß",
        "où haï",
        "«Le chat» à l'hôtel",
        "ISO© 9001®",
        "N·m, m×n, no¹, data¹",
        "co\xadop, re\xadport",
        "CAFÉ CRÈME",
    ],
)
def test_other_writings_are_left_alone(text: str) -> None:
    assert looks_old(text) is None


def test_what_the_encoding_does_not_know_stays() -> None:
    assert converted("B¸o c¸o “2026” – 5 m²", Encoding.TCVN3) == "Báo cáo “2026” – 5 m²"
    assert converted("Baùo caùo “2026” – 5 m²", Encoding.VNI) == "Báo cáo “2026” – 5 m²"

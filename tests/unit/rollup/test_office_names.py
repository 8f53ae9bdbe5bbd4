"""One office, however its name is written; two offices, however alike their names are."""

import pytest

from cchc_desktop.rollup.office_names import likeness_of_name


@pytest.mark.parametrize(
    "written",
    [
        "ỦY BAN NHÂN DÂN PHƯỜNG MẪU",
        "Uỷ ban nhân dân phường Mẫu",
        "UBND P. Mẫu",
        "ubnd phuong mau",
        "U\u0309y ban nha\u0302n da\u0302n phu\u031bo\u031b\u0300ng Ma\u0302\u0303u",
        " UBND  phường Mẫu.",
    ],
)
def test_the_writings_of_one_name_are_alike(written: str) -> None:
    assert likeness_of_name(written) == likeness_of_name("UBND phường Mẫu")


@pytest.mark.parametrize(
    "other",
    ["UBND xã Mẫu", "UBND phường Mẫu 1", "HĐND phường Mẫu", "UBND P Mẫu", "Phường Mẫu", ""],
)
def test_the_names_of_two_offices_are_not(other: str) -> None:
    assert likeness_of_name(other) != likeness_of_name("UBND phường Mẫu")


def test_a_city_is_known_by_its_short_name_too() -> None:
    assert likeness_of_name("UBND TP. Huế") == likeness_of_name("Ủy ban nhân dân thành phố Huế")
    assert likeness_of_name("UBND tp Huế") == likeness_of_name("UBND TP.Huế")

"""Lines above a signature: Decree 30/2020, Appendix I, II.7."""

import pytest

from cchc_desktop.documents.authority import Authority, signing_lines

COMMITTEE = "Ủy ban nhân dân"


@pytest.mark.parametrize(
    ("authority", "own", "lines"),
    [
        (Authority.HEAD, "", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (Authority.ACTING, "", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        (Authority.DEPUTY, "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (Authority.BY_ORDER, "Chánh Văn phòng", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (Authority.AUTHORISED, "Chánh Văn phòng", ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    ],
)
def test_a_committee_is_signed_for_on_its_behalf_unless_its_head_orders_or_authorises(
    authority: Authority, own: str, lines: tuple[str, ...]
) -> None:
    assert signing_lines(authority, "Chủ tịch", own, COMMITTEE) == lines


@pytest.mark.parametrize(
    ("authority", "own", "lines"),
    [
        (Authority.HEAD, "", ("GIÁM ĐỐC",)),
        (Authority.ACTING, "", ("Q. GIÁM ĐỐC",)),
        (Authority.DEPUTY, "Phó Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (Authority.BY_ORDER, "Chánh Văn phòng", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
        (Authority.AUTHORISED, "Trưởng phòng", ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
    ],
)
def test_where_the_head_decides_alone_nobody_signs_on_behalf_of_a_body(
    authority: Authority, own: str, lines: tuple[str, ...]
) -> None:
    assert signing_lines(authority, "Giám đốc", own) == lines


@pytest.mark.parametrize("authority", [Authority.DEPUTY, Authority.BY_ORDER, Authority.AUTHORISED])
def test_who_signs_for_the_head_has_a_title(authority: Authority) -> None:
    with pytest.raises(ValueError, match="title"):
        signing_lines(authority, "Chủ tịch")

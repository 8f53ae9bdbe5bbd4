"""Names of exchange files."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.exchange.names import LONGEST, Kind, file_name


def test_a_report_is_named_by_code_period_and_sequence() -> None:
    name = file_name(Kind.REPORT, code="H52.101.114", name="UBND phường Mẫu", period="2026-Q3", sequence=2)
    assert name == "BC-CCHC_H52.101.114_2026-Q3_lan02.xlsx"


def test_without_a_code_the_name_of_the_office_stands_in_ascii() -> None:
    name = file_name(Kind.RECEIPT, code="", name="UBND phường Đông Hòa", period="2026", sequence=1)
    assert name == "BN-CCHC_ubnd-phuong-dong-hoa_2026_lan01.xlsx"


@given(
    st.sampled_from(Kind),
    st.text(),
    st.text(),
    st.sampled_from(["2026-Q3", "2026-9M"]),
    st.integers(1, 10**6),
)
def test_every_name_fits_every_file_system_and_mail(
    kind: Kind, code: str, name: str, period: str, nth: int
) -> None:
    made = file_name(kind, code=code, name=name, period=period, sequence=nth)
    assert len(made) <= LONGEST
    assert re.fullmatch(r"(BC|YC|TL|BN|GSL)-CCHC_[A-Za-z0-9][A-Za-z0-9.-]*_2026-\w\w_lan\d\d+\.xlsx", made)

"""References to rows: the grammar, and what is said of writings outside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.template.references import Manner, NotAReference, Reference, Term, read_reference
from cchc_desktop.values.codes import IndicatorCode

A, B = Term(IndicatorCode("PL2.1")), Term(IndicatorCode("PL4.3.X.1"))


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("PL2.1", Reference((A,))),
        ("  pl2.1 ", Reference((A,))),
        ("PL2.1 dv", Reference((A,), manner=Manner.WITH_UNIT)),
        ("PL2.1 đv", Reference((A,), manner=Manner.WITH_UNIT)),
        ("PL2.1 sosanh", Reference((A,), manner=Manner.AS_CHANGE)),
        ("PL2.1 @truoc", Reference((Term(A.code, of_last_period=True),))),
        ("PL2.1@trước dv", Reference((Term(A.code, of_last_period=True),), manner=Manner.WITH_UNIT)),
        ("PL2.1 - PL4.3.X.1", Reference((A, Term(B.code, is_subtracted=True)))),
        ("PL2.1 – PL4.3.X.1", Reference((A, Term(B.code, is_subtracted=True)))),
        ("PL2.1+PL4.3.X.1", Reference((A, B))),
        ("PL2.1 / PL4.3.X.1 %", Reference((A, B), is_ratio=True)),
        ("PL2.1/PL4.3.X.1% sosanh", Reference((A, B), is_ratio=True, manner=Manner.AS_CHANGE)),
    ],
)
def test_what_stands_between_braces_is_read(source: str, meant: Reference) -> None:
    assert read_reference(source) == meant


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "phải có mã dòng"),
        ("một hai", "mã dòng, như PL2.1, không phải"),
        ("PL2.1 -", "mã dòng"),
        ("PL2.1 PL2.2", "thừa “PL2.2”"),
        ("PL2.1 tang", "“tang” không có"),
        ("PL2.1 dv sosanh", "thừa “sosanh”"),
        ("PL2.1 %", "sau phép chia"),
        ("PL2.1 / PL2.2", "phải có dấu %"),
        ("PL2.1 + PL2.2 / PL2.3 %", "một tử số"),
        ("PL2.1 / PL2.2 % - PL2.3", "thừa"),
        ("PL2.1 @truoc sosanh", "không đi với @truoc"),
        ("PL2.1 * 2", "không hiểu"),
        ("+".join(["PL2.1"] * 21), "quá 20 dòng"),
    ],
)
def test_what_is_no_reference_is_refused_with_its_reason(source: str, reason: str) -> None:
    with pytest.raises(NotAReference, match=reason):
        read_reference(source)


def test_a_reference_names_each_row_once() -> None:
    assert read_reference("PL2.1 - PL2.1 @truoc + PL2.2").codes == ("PL2.1", "PL2.2")


@given(st.text(max_size=40) | st.text(alphabet="PL2.1 -+/%@truocdv", max_size=40))
def test_every_writing_is_read_or_refused(source: str) -> None:
    try:
        reference = read_reference(source)
    except NotAReference:
        return
    assert all(code.startswith(code[0].upper()) and "." in code for code in reference.codes)

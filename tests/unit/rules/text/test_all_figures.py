"""Whatever the figures are: right ones raise no alarm, wrong ones do, and the remedy makes them right."""

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cchc_desktop.rules.text.citations import TYPES
from cchc_desktop.values.number import percent, round_half_up
from tests.unit.rules.text.told import found

COUNTS = st.integers(2, 99_999)
LEADS = st.sampled_from(
    [
        "Đã hoàn thành {over}/{under} nhiệm vụ, đạt {share}%.",
        "Tỷ lệ đạt {share}% ({over}/{under} nhiệm vụ).",
        "Trong tổng số {under} nhiệm vụ, đã hoàn thành {over} nhiệm vụ, đạt tỷ lệ {share}%.",
    ]
)
SUMS = st.sampled_from(
    [
        "Tổng số {whole} hồ sơ, gồm {first} hồ sơ đất đai, {second} hồ sơ hộ tịch và {third} hồ sơ khác.",
        "Có {whole} hồ sơ (đất đai: {first}; hộ tịch: {second}; khác: {third}).",
        "Có {whole} hồ sơ, cụ thể: ¶ - Đất: {first} hồ sơ; ¶ - Nhà: {second} hồ sơ; ¶ - Khác: {third} hồ sơ.",
    ]
)
SIGNS = st.sampled_from(["QĐ", "KH", "BC", "TB", "CT", "TTr", "CTr"])
ORGANS = st.sampled_from(["UBND", "SNV", "SYT", "STTTT"])
DISORDERS = st.sampled_from(
    [
        *("{number}{sign}-{organ}", "{number}/{sign}/{organ}", "{number}/{sign} -{organ}"),
        *("{number} /{sign}-{organ}", "{number}/{sign}_{organ}", "{number}//{sign}-{organ}"),
        *("{number}-{sign}-{organ}", "{number}/{sign}.{organ}"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(COUNTS, COUNTS, st.integers(0, 2), st.sampled_from(",."), LEADS, st.integers(-40, 40))
def test_a_share_is_found_when_it_is_off_by_more_than_its_last_digit(
    one: int, other: int, places: int, mark: str, text: str, off: int
) -> None:
    over, under = sorted((one, other))
    assume(over not in range(1945, 2100) and under not in range(1945, 2100))  # a number like a year is none
    right = round_half_up(percent(Decimal(over), Decimal(under)), places)
    wrong = right + Decimal(off).scaleb(-places)
    assume(0 < wrong <= 100)
    told = text.format(over=over, under=under, share=f"{wrong:.{places}f}".replace(".", mark))
    (finding,) = found(told) if off else (None,)
    if finding is None:
        assert found(told) == ()
        return
    assert finding.rule == "R1"
    assert finding.remedy_text is not None
    assert found(told[: finding.start] + finding.remedy_text + told[finding.end :]) == ()


@settings(max_examples=150, deadline=None)
@given(COUNTS, COUNTS, COUNTS, st.integers(-30, 30), SUMS)
def test_a_total_is_found_when_its_parts_do_not_make_it(
    first: int, second: int, third: int, off: int, text: str
) -> None:
    whole = first + second + third + off
    assume(whole > max(first, second, third))
    assume(not {first, second, third, whole} & set(range(1945, 2100)))
    told = text.format(whole=whole, first=first, second=second, third=third)
    assert [each.rule for each in found(*told.split(" ¶ "))] == (["R4"] if off else [])


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 9999), SIGNS, ORGANS, DISORDERS)
def test_every_disorder_of_a_notation_is_put_right_with_one_click(
    number: int, sign: str, organ: str, disorder: str
) -> None:
    right = f"{number:02}/{sign}-{organ}"
    sentence = f"Thực hiện {TYPES[sign]} số {{}} ngày 05/02/2026 về cải cách hành chính."
    assert found(sentence.format(right)) == ()
    (finding,) = found(sentence.format(disorder.format(number=f"{number:02}", sign=sign, organ=organ)))
    assert (finding.rule, finding.remedy_text) == ("R12", right)

"""What references say: figures in Vietnamese writing, differences and states in words."""

from decimal import Decimal

import pytest

from cchc_desktop.narrative.speaking import Saying, Silence, Writing, period_before, said, unit_of, value
from cchc_desktop.template.references import read_reference
from cchc_desktop.values.answer import BLANK, Absence, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.unit.narrative.a_form import a_form, printed, ward_set

NOW = a_form(
    {
        "PL2.1": 12,
        "PL2.2.1": 28,
        "PL2.2.2": 20,
        "PL2.3.1": Absence.NOT_ARISEN,
        "PL2.3.2": Absence.NOT_COMPETENT,
        "PL2.3.3.1": 0,
        "PL2.3.3.2": 0,
        "PL2.4.1": Absence.LATER,
        "PL2.5": 1,
        "PL2.5.2": 2,
        "PL4.3.X.1": 12345,
        "PL4.3.X.2": 12000,
        "PL4.3.P.1": 4,
        "PL7.1.1": "34150.5",
        "PL8.5.2": "99.6",
    }
)
BEFORE = a_form(
    {
        "PL2.1": 15,
        "PL2.2.1": 28,
        "PL2.2.2": 10,
        "PL2.3.1": 2,
        "PL2.5.2": 1,
        "PL4.3.X.1": 12345,
        "PL4.3.P.1": Absence.NOT_ARISEN,
        "PL7.1.1": "30000",
        "PL8.5.2": "99.4",
    },
    "2026-Q2",
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("PL2.1", "12"),
        ("PL2.1 dv", "12 văn bản"),
        ("PL4.3.X.1 dv", "12.345 hồ sơ"),
        ("PL7.1.1 dv", "34.150,5 triệu đồng"),
        ("PL2.2", "71,43%"),
        ("PL2.2 dv", "71,43%"),
        ("PL8.5.2", "99,6%"),
        ("PL4.3.X.1 - PL4.3.X.2 dv", "345 hồ sơ"),
        ("PL4.3.X.2 - PL4.3.X.1", "−345"),
        ("PL4.3.X.2 / PL4.3.X.1 %", "97,21%"),
        ("PL2.1 @truoc dv", "15 văn bản"),
        ("PL2.1 - PL2.1 @truoc", "−3"),
        ("PL2.1 sosanh", "giảm 3 văn bản so với quý trước"),
        ("PL7.1.1 sosanh", "tăng 4.150,5 triệu đồng so với quý trước"),
        ("PL4.3.X.1 sosanh", "không thay đổi so với quý trước"),
        ("PL2.2 sosanh", "tăng 35,72 điểm phần trăm so với quý trước"),
        ("PL8.5.2 sosanh", "tăng 0,2 điểm phần trăm so với quý trước"),
        ("PL2.3.1", "không phát sinh"),
        ("PL2.3.2", "không thuộc thẩm quyền"),
        ("PL2.4.1 dv", "báo cáo sau"),
        ("PL2.3.3", "không phát sinh"),
        ("PL2.3.3.2 / PL2.3.3.1 %", "không phát sinh"),
        ("PL2.1 + PL2.3.1", "12"),
        ("PL2.3.1 sosanh", "không phát sinh"),
        ("PL4.3.P.1 sosanh", "quý trước không phát sinh"),
        ("PL2.5", "có"),
        ("PL2.5.2", "kết hợp"),
        ("PL2.5.2 sosanh", "kết hợp (quý trước: phát phiếu)"),
    ],
)
def test_a_reference_says_what_the_cells_say(source: str, text: str) -> None:
    assert said(read_reference(source), NOW, BEFORE) == Saying(text)


@pytest.mark.parametrize(
    ("source", "silence", "code"),
    [
        ("PL9.1", Silence.NO_ROW, "PL9.1"),
        ("PL2.1 - PL2.3", Silence.NO_ROW, "PL2.3"),
        ("PL2.4.2", Silence.BLANK, "PL2.4.2"),
        ("PL2.1 - PL2.4.2", Silence.BLANK, "PL2.4.2"),
        ("PL4.3.X.2 @truoc", Silence.BLANK, "PL4.3.X.2"),
        ("PL4.3.X.2 sosanh", Silence.BLANK, "PL4.3.X.2"),
    ],
)
def test_what_cannot_be_said_names_its_row_and_prints_dots(source: str, silence: Silence, code: str) -> None:
    reference = read_reference(source)
    assert said(reference, NOW, BEFORE) == Saying(silence=silence, code=IndicatorCode(code))
    assert value(reference, NOW, BEFORE) == BLANK or "sosanh" in source
    assert printed(f"Có {{{source}}}.", NOW, BEFORE) == "Có ……."


@pytest.mark.parametrize("source", ["PL2.1 @truoc", "PL2.1 sosanh"])
def test_without_a_period_before_nothing_is_compared(source: str) -> None:
    assert said(read_reference(source), NOW, None).silence is Silence.NO_PERIOD_BEFORE


def test_a_value_leaves_the_comparison_aside() -> None:
    assert value(read_reference("PL2.1 sosanh"), NOW, None) == Answer(Decimal(12))


def test_percentages_are_written_as_the_office_set_them() -> None:
    apart = Writing(1, "\N{NO-BREAK SPACE}%")
    assert said(read_reference("PL2.2"), NOW, None, apart).text == "71,4\N{NO-BREAK SPACE}%"
    assert said(read_reference("PL2.2 sosanh"), NOW, BEFORE, apart).text.startswith("tăng 35,7 điểm")


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2026-05", "tháng trước"),
        ("2026-Q2", "quý trước"),
        ("2026-H1", "6 tháng cuối năm 2025"),
        ("2026-9M", "cùng kỳ năm trước"),
        ("2026", "năm trước"),
    ],
)
def test_the_period_before_is_called_as_in_reports(period: str, name: str) -> None:
    assert period_before(Period.read(period)) == name


def test_units_are_small_within_a_sentence_but_abbreviations_are_not() -> None:
    rows = ward_set().indicators
    assert unit_of(rows[IndicatorCode("PL7.1.1")]) == "triệu đồng"
    assert unit_of(rows[IndicatorCode("PL4.3.P.1")]) == "PAKN"

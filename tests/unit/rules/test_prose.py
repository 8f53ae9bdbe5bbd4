"""R8: places in the prose that cannot say what they are meant to."""

import pytest

from cchc_desktop.form.form import Form
from cchc_desktop.rules.prose import ProseFinding, prose_finding_in_words, prose_findings
from tests.unit.narrative.a_form import PAPERS, a_form

FORM = a_form({"PL2.1": 6})


def found(text: str, previous: Form | None = FORM) -> tuple[ProseFinding, ...]:
    return prose_findings({"I.1": text}, FORM, previous, PAPERS)


def test_prose_that_says_all_it_means_has_no_finding() -> None:
    assert found("Có {PL2.1 dv}, {PL2.1 sosanh}[^vb1][^1], {{đúng}.\n[^1]: Kể cả {PL2.1 @truoc}.") == ()


@pytest.mark.parametrize(
    ("text", "case", "told"),
    [
        ("Một\n\nhai {PL2.1 x}", "unreadable", "Mục I.1, dòng 3: {PL2.1 x}: “x” không có"),
        ("mở {PL2.1", "unreadable", "thiếu dấu }"),
        ("{PL2.7}", "no-row", "nêu dòng PL2.7"),
        ("{PL2.4.1}", "blank", "{PL2.4.1} đi theo dòng 4.1 Phụ lục 2, mà dòng đó còn trống"),
        ("Xem[^vb1;vb9]", "no-document", "[^vb1;vb9] không có trong sổ văn bản"),
        ("| Số |\n|---|\n| {PL2.7} |", "no-row", "dòng 3"),
        ("Xem[^a].\n[^a]: {PL2.7}", "no-row", "Mục I.1, lời chú: "),
    ],
)
def test_each_place_that_says_nothing_is_found_where_it_stands(text: str, case: str, told: str) -> None:
    (finding,) = found(text)
    assert (finding.case, finding.code[:7], finding.section) == (case, "R8-I.1-", "I.1")
    words = prose_finding_in_words(finding, FORM)
    assert told in words.message
    assert all(text and "!" not in text for text in (words.title, words.why, words.remedy))


def test_a_comparison_without_a_period_before_is_found() -> None:
    (finding,) = found("{PL2.1 sosanh}", None)
    assert finding.case == "no-period-before"
    assert "không có báo cáo kỳ trước" in prose_finding_in_words(finding, FORM).message


def test_every_finding_of_a_section_has_a_name_that_outlasts_the_others() -> None:
    codes = [each.code for each in found("{PL2.7} và {PL2.7}\n{PL2.4.1}")]
    assert len(set(codes)) == 3
    assert [each.code for each in found("{PL2.4.1}")] == codes[2:]


def test_a_finding_knows_where_an_editor_shows_it() -> None:
    places = [
        (each.line, each.column)
        for each in found("Có {PL2.1}, {PL2.7}\n\n| Số | B |\n|---|---|\n| a | b{x} |")
    ]
    assert places == [(1, 6), (5, 2)]

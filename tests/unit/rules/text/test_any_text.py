"""Whatever somebody writes: no rule stumbles, passages are where they say, a remedy removes its finding."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.narrative.suggesting import suggestions
from cchc_desktop.office.findings.in_text import found_in_text
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.samples import make_sample, samples
from cchc_desktop.rules.text.check import check_section, check_text
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.rules.text.spoken import text_of
from cchc_desktop.rules.text.wording import text_finding_in_words
from tests.unit.narrative.a_form import a_form
from tests.unit.rules.text.told import CONTEXT, THIRD_QUARTER

FORM = a_form({"PL2.1": 6, "PL2.4.1": 50, "PL2.4.2": 41})
PIECES = st.sampled_from(
    [
        *(
            "38/41 nội dung",
            "đạt",
            "82,93%",
            "(92.68%)",
            "tỷ lệ",
            "Tổng số",
            "1.304 hồ sơ",
            "gồm",
            "trong đó có",
        ),
        *(
            "5 hồ sơ",
            "và",
            "cụ thể:",
            "tiếp nhận",
            "đã giải quyết",
            "đang giải quyết",
            "đúng hạn",
            "quá hạn",
            "0",
        ),
        *(
            "Kế hoạch số",
            "1.138/KH-UBND",
            "45/QĐ-UBND",
            "43/2006 NĐ-CP",
            "ngày",
            "31/6/2026",
            "5/1/2025",
            "của",
        ),
        *(
            "Thủ tướng Chính phủ",
            "quý II năm 2026",
            "năm 2025",
            "báo cáo",
            "như sau",
            "Ban chỉ đạo",
            "phường 6",
        ),
        *(
            "nhân dân",
            "xxx",
            "…",
            "[tên]",
            "(nêu rõ số liệu)",
            "Luật ban hành",
            "Khoản 3",
            ",",
            ";",
            ".",
            ":",
            "(",
            ")",
        ),
        *(
            "\t",
            "- ",
            "99999999999999999999",
            "9" * 18,
            "1,234",
            "{PL2.1}",
            "**",
            "%",
            "/",
            "\N{NO-BREAK SPACE}",
        ),
    ]
)
WRITTEN = st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80)


def told(findings: tuple[TextFinding, ...], sections: tuple[TextSection, ...]) -> None:
    """Look at every finding's place and words."""
    by_id = {section.id: section for section in sections}
    for finding in findings:
        text = by_id[finding.section].text(finding.paragraph)
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        words = text_finding_in_words(finding, FORM)
        assert all((words.title, words.why, words.message, words.remedy))
        assert not any("!" in part for part in (words.title, words.why, words.remedy))
    codes = [finding.code for finding in findings]
    assert len(set(codes)) == len(codes)
    assert all(len(code) <= 80 for code in codes)


@settings(max_examples=150, deadline=None)
@given(st.lists(WRITTEN, min_size=1, max_size=5), st.booleans())
def test_no_text_stops_the_rules_and_every_passage_is_where_it_says(texts: list[str], has_form: bool) -> None:
    context = TextContext(
        THIRD_QUARTER, None, date(2026, 9, 16) if has_form else None, FORM if has_form else None
    )
    sections = (
        TextSection("I.1", "Về kế hoạch", tuple(texts)),
        TextSection("I.2", texts[0], tuple(texts[:1])),
    )
    whole = check_text(sections, context)
    told(whole, sections)
    for section in sections:
        assert check_section(section, context, sections) == tuple(
            finding for finding in whole if finding.section == section.id
        )


@settings(max_examples=150, deadline=None)
@given(WRITTEN)
def test_a_remedy_removes_its_finding_and_changes_no_other_word(text: str) -> None:
    says = text_of("I.1", "", text.replace("\n", " "), FORM)
    for finding in check_section(says.section, CONTEXT):
        mended = says.remedied(finding)
        if mended is None:
            continue
        again = text_of("I.1", "", mended, FORM).section
        left = check_section(again, CONTEXT)
        assert finding.remedy_text is not None
        same = (finding.rule, finding.case, finding.paragraph, finding.start, finding.remedy_text)
        assert same not in {(each.rule, each.case, each.paragraph, each.start, each.text) for each in left}


def test_the_same_fault_twice_in_a_section_is_kept_twice() -> None:
    section = TextSection("I.1", "", ("Đạt 82% (23/25 nội dung).", "Đạt 82% (23/25 nội dung)."))
    first, second = check_section(section, CONTEXT)
    assert (second.code, first.turn, second.turn) == (f"{first.code}.2", 1, 2)
    (changed,) = check_section(replace(section, paragraphs=("Đạt 81% (23/25 nội dung).",)), CONTEXT)
    assert changed.code not in (first.code, second.code)


@pytest.mark.parametrize("name", [sample.id for sample in samples()])
def test_samples_and_the_sentences_of_their_sets_raise_no_alarm(tmp_path: Path, name: str) -> None:
    with Office.open(make_sample(name, tmp_path / "a.cchc")) as office:
        for head in office.archive.heads():
            report = office.report(head.period)
            assert found_in_text(report) == ()
            for part in report.outline.sections:
                sentences = suggestions(part.id, report.form, report.previous)
                if part.has_text and sentences:
                    report.write(part.id, "\n".join(sentences))
            assert found_in_text(report) == ()

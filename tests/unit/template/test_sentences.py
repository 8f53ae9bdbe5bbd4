"""Proposed sentences: read strictly, and sound in every shipped set."""

import pytest

from cchc_desktop.template.files import SENTENCES_FILE
from cchc_desktop.template.model import Sentence
from cchc_desktop.template.problem import TemplateRefused
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.template.a_set import shipped_files, small_set

SENTENCE = """
[[sentence]]
section = "I.1"
about = "PL2.1.1"
usual = "Có {PL2.1.1} việc, gồm {liet_ke}."
zero = "Không có việc nào."
parts = ["{PL2.1.2} việc đã xong", "{PL2.1.3} việc chưa xong"]
without-parts = "Có {PL2.1.1} việc."
"""


def with_sentences(text: str) -> dict[str, bytes]:
    return {**small_set(), SENTENCES_FILE: text.encode()}


def test_a_set_may_have_sentences_or_none() -> None:
    assert read_files(small_set()).sentences == ()
    (sentence,) = read_files(with_sentences(SENTENCE)).sentences
    assert sentence == Sentence(
        section="I.1",
        about=IndicatorCode("PL2.1.1"),
        usual="Có {PL2.1.1} việc, gồm {liet_ke}.",
        zero="Không có việc nào.",
        parts=("{PL2.1.2} việc đã xong", "{PL2.1.3} việc chưa xong"),
        without_parts="Có {PL2.1.1} việc.",
    )


OF_LINES = """
[[sentence]]
section = "I.1"
about = "SO.TH.LOP"
usual = "Mở {SO.TH.LOP} lớp: {liet_ke}."
one = "Mở một lớp."
each = "<subject>, <place>[^<id>]"
"""


def test_a_sentence_may_list_lines_of_a_register() -> None:
    (sentence,) = read_files(with_sentences(OF_LINES)).sentences
    assert (sentence.one, sentence.each) == ("Mở một lớp.", "<subject>, <place>[^<id>]")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("<place>", "<author>", "nêu cột author không có; các cột: id, place, subject"),
        ('about = "SO.TH.LOP"', 'about = "PL2.1.1"', "khi about đếm từ sổ"),
        (": {liet_ke}", "", "phải có chỗ {liet_ke}"),
        ("{SO.TH.LOP} lớp:", "{SO.XX} lớp:", "SO.XX không có trong bộ"),
    ],
)
def test_lines_that_cannot_be_listed_are_refused(old: str, new: str, reason: str) -> None:
    with pytest.raises(TemplateRefused) as refused:
        read_files(with_sentences(OF_LINES.replace(old, new)))
    assert any(reason in problem.reason for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('section = "I.1"', 'section = "I"', "section", "không có mục lời văn “I”"),
        ('about = "PL2.1.1"', 'about = "PL9.9"', "about", "PL9.9 không có trong bộ"),
        ('about = "PL2.1.1"', 'about = "PL2.2"', "about", "là tiêu đề"),
        ('zero = "', 'nought = "', "nought", "khóa này không có"),
        ('zero = "Không có việc nào."', 'zero = "{PL2.1.7}"', "zero", "PL2.1.7 không có trong bộ"),
        ('zero = "Không có việc nào."', 'zero = "{abc}"', "zero", r"\{abc\}: ở đây phải có mã dòng"),
        ('zero = "Không có việc nào."', 'zero = "{PL2.1.1"', "zero", "không cân đối"),
        ('zero = "Không có việc nào."', 'zero = "{liet_ke}"', "without-parts", "không được có chỗ"),
        (", gồm {liet_ke}", "", "parts", "phải có chỗ {liet_ke}"),
        ("{PL2.1.2} việc đã xong", "việc đã xong", "parts", "phải nêu một số liệu"),
        ('usual = "Có {PL2.1.1} việc, gồm {liet_ke}."', 'usual = ""', "usual", "phải có chữ"),
    ],
)
def test_a_sentence_that_cannot_be_used_is_refused(old: str, new: str, key: str, reason: str) -> None:
    assert old in SENTENCE
    with pytest.raises(TemplateRefused) as refused:
        read_files(with_sentences(SENTENCE.replace(old, new)))
    found = [(problem.file, problem.key) for problem in refused.value.problems]
    assert (SENTENCES_FILE, f"[[sentence]] 1 {key}") in found
    assert reason.replace("\\", "") in " ".join(problem.reason for problem in refused.value.problems)


@pytest.mark.parametrize("template_id", ["D21", "X21", "X25", "T21", "T25"])
def test_every_set_with_figures_proposes_sentences_for_the_sections_that_have_some(template_id: str) -> None:
    template = read_files(shipped_files()[template_id])
    proposed = {sentence.section for sentence in template.sentences}
    results = {"II.1", "II.2.a", "II.2.b", "II.2.c", "II.3", "II.4", "II.5", "II.6"}
    assert {"I.1", "I.2", "I.4", *results} <= proposed

"""Settings by command line, and what they change in print."""

from pathlib import Path

from docx import Document

from tests.journeys.calling import Cchc
from tests.journeys.test_totals import PERIOD, begin, take_in_samples


def test_settings_are_shown_and_changed_and_another_word_changes_nothing(cchc: Cchc, tmp_path: Path) -> None:
    office = tmp_path / "xã.cchc"
    begin(cchc, office, "commune", PERIOD)
    set_so = cchc("settings", "--office", office, "decimals=1", "appendix_numerals=roman", "--json")
    assert set_so.status == 0
    assert set_so.json.at("settings", "decimals") == "1"
    before = office.read_bytes()
    for wrong in ("decimals=7", "colour=red", "decimals"):
        refused = cchc("settings", "--office", office, wrong)
        assert refused.status == 3
    assert office.read_bytes() == before
    assert "appendix_numerals=roman" in cchc("settings", "--office", office).out


def test_whose_figures_stand_in_the_totals_prints_under_the_forms_where_that_is_set(
    cchc: Cchc, tmp_path: Path
) -> None:
    office, word = tmp_path / "tỉnh.cchc", tmp_path / "báo cáo.docx"
    begin(cchc, office, "province", PERIOD)
    take_in_samples(cchc, office, PERIOD)
    report = ("--office", office, "--period", PERIOD)
    assert cchc("rollup", *report, "--take").status == 0
    sentence = cchc("rollup", *report, "--json").json.at("coverage", "sentence")
    assert cchc("report", *report, "--out", word).status == 0
    assert sentence not in [paragraph.text for paragraph in Document(str(word)).paragraphs]
    assert cchc("settings", "--office", office, "coverage_below=true").status == 0
    assert cchc("report", *report, "--out", word).status == 0
    below = [paragraph.text for paragraph in Document(str(word)).paragraphs].count(str(sentence))
    assert below == len({"PL2", "PL3", "PL4"})  # the appendices that hold a plain sum
    heard = cchc("audit", word, "--json")
    assert str(sentence) not in heard.out

"""The sample offices: complete, plainly marked, the same everywhere."""

from pathlib import Path

import pytest

from cchc_desktop.documents.content import Chart
from cchc_desktop.errors import CchcError
from cchc_desktop.narrative.rendering import plain_text
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.office.prose.prose import cited_documents, findings_in_prose, rendered_prose
from cchc_desktop.office.samples import demonstration
from cchc_desktop.office.samples.demonstration import demonstrate
from cchc_desktop.office.samples.samples import make_sample, open_sample, samples
from cchc_desktop.office.writing import write_whole
from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


def test_there_is_a_real_district_and_an_invented_ward() -> None:
    assert [sample.id for sample in samples()] == ["huong-tra", "phuong-mau"]
    for sample in samples():
        assert sample.mark == "SỐ LIỆU MẪU"
        assert "mẫu" in sample.signer.lower()
        assert sample.profile.is_sample


def test_the_ward_has_four_complete_quarters_in_which_nothing_blocks(tmp_path: Path) -> None:
    with Office.open(make_sample("phuong-mau", tmp_path / "a.cchc")) as office:
        periods = [head.period for head in office.reports()]
        assert [str(period) for period in periods] == ["2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4"]
        for period in periods:
            report = office.report(period)
            assert report.template.id == "X25"
            assert report.form.completeness.answered == report.form.completeness.required
            assert not [f for f in report.findings if f.severity is Severity.BLOCK]
        assert office.report(periods[0]).prose


def test_the_district_counts_until_10_march_as_it_did(tmp_path: Path) -> None:
    with Office.open(make_sample("huong-tra", tmp_path / "a.cchc")) as office:
        head = office.report(Period.read("2023-Q1")).head
        assert str(head.window) == "từ ngày 15/12/2022 đến ngày 10/3/2023"


def test_an_unknown_sample_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    for name in ("nope", "", "../huong-tra", "huong-tra/.."):
        with pytest.raises(CchcError, match="huong-tra, phuong-mau"):
            make_sample(name, tmp_path / "a.cchc")
    assert not list(tmp_path.iterdir())


def test_a_sample_that_was_opened_before_keeps_what_was_entered(tmp_path: Path) -> None:
    path = open_sample("phuong-mau", tmp_path / "mẫu")
    with Office.open(path) as office:
        office.report(Period.read("2026-Q3")).enter("PL2.1", "77")
    assert open_sample("phuong-mau", tmp_path / "mẫu") == path
    with Office.open(path) as office:
        assert office.report(Period.read("2026-Q3")).form.entry(IndicatorCode("PL2.1")).said == "77"


def test_a_demonstration_writes_three_files_and_the_same_ones_again(tmp_path: Path) -> None:
    first = demonstrate("phuong-mau", tmp_path / "xem")
    assert sorted(first.written) == sorted((tmp_path / "xem").iterdir())
    assert {path.suffix for path in first.written} == {".cchc", ".docx", ".xlsx"}
    before = {path.name: path.read_bytes() for path in first.written if path.suffix != ".cchc"}
    second = demonstrate("phuong-mau", tmp_path / "xem")
    assert second.written == first.written
    after = {path.name: path.read_bytes() for path in second.written if path.suffix != ".cchc"}
    assert after == before


@pytest.mark.parametrize("blocked", ["a file for the folder", "a folder for the file"])
def test_a_demonstration_that_has_no_place_is_refused(blocked: str, tmp_path: Path) -> None:
    folder = tmp_path / "xem"
    if blocked == "a file for the folder":
        folder.write_text("")
    else:
        (folder / "huong-tra.cchc").mkdir(parents=True)
    with pytest.raises(CchcError):
        demonstrate("huong-tra", folder)


def test_the_wards_prose_follows_its_figures_and_cites_its_register(tmp_path: Path) -> None:
    with Office.open(make_sample("phuong-mau", tmp_path / "a.cchc")) as office:
        report = office.report(Period.read("2026-Q3"))
        report.enter("PL4.3.X.1", "4000")
        told = plain_text(rendered_prose(report)["II.2.c"])
        assert "giải quyết xong 4.000 hồ sơ" in told
        assert any(isinstance(block, Chart) for block in printed_report(report).blocks)
        assert len(cited_documents(report)) == 4
        assert findings_in_prose(report) == ()


def test_the_districts_prose_says_what_its_forms_say(tmp_path: Path) -> None:
    with Office.open(make_sample("huong-tra", tmp_path / "a.cchc")) as office:
        report = office.report(Period.read("2023-Q1"))
        assert "Kế hoạch có 33 nhiệm vụ" in plain_text(rendered_prose(report)["I.1"])
        assert findings_in_prose(report) == ()


def test_what_a_killed_demonstration_left_is_gone_before_the_next_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = demonstrate("phuong-mau", tmp_path).written[0]
    journal = file.with_name(f"{file.name}-journal")
    journal.write_bytes(b"left by a kill")
    there: list[bool] = []

    def watched(path: Path, content: bytes) -> Path:
        there.append(journal.exists())
        return write_whole(path, content)

    monkeypatch.setattr(demonstration, "write_whole", watched)
    demonstrate("phuong-mau", tmp_path)
    assert there == [False]

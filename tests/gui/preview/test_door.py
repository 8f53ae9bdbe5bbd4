"""What the door hands to the window."""

from pathlib import Path

import pytest

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.preview import foot_gap, preview_content, styles
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from ui.preview.pages import pages


def test_styles_are_those_of_the_word_report() -> None:
    body, heading, motto, hand = (styles()[name] for name in ("BodyText", "Heading1", "Motto", "SignerName"))
    assert (body.points, body.align, body.before, body.first_line) == (14, "both", 120, 567)
    assert (heading.bold, heading.caps, heading.keep_next, heading.keep_lines) == (True, True, True, True)
    assert (motto.points, motto.align, motto.bold, motto.caps) == (14, "center", True, False)
    assert hand.before == 1680
    assert styles()["Rule"].ruled
    assert styles()["Rule"].exact == 20
    assert styles()["DottedLine"].dotted
    assert foot_gap() == 240


@pytest.mark.usefixtures("qapp")
def test_an_open_report_is_previewed_as_it_stands(tmp_path: Path) -> None:
    with Office.create(tmp_path / "a.cchc", Profile("UBND phường Thử", Level.COMMUNE)) as office:
        report = office.start(Period.read("2026-Q3"))
        code = next(
            code
            for code, row in report.template.indicators.items()
            if not row.kind.is_computed and row.kind.role == "entry"
        )
        before = pages(preview_content(report))
        report.enter(code, "4711")
        after = pages(preview_content(report))
    assert "……" in before[-1].text
    assert not any("4.711" in page.text for page in before)
    assert any("4.711" in page.text for page in after)


@pytest.mark.usefixtures("qapp")
def test_a_department_report_without_appendices_is_previewed(tmp_path: Path) -> None:
    with Office.create(tmp_path / "a.cchc", Profile("Sở Thử", Level.DEPARTMENT)) as office:
        report = office.start(Period.read("2026-Q3"), templates="S21")
        found = pages(preview_content(report))
    assert "SỞ THỬ" in found[0].text
    assert {page.title for page in found} == {"BÁO CÁO"}
    assert "./." in found[-1].text

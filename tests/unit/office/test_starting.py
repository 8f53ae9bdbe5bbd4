"""A new office file, and a new report with the set of its level and day."""

from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.errors import CchcError
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.office import Office, OfficeRefused
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, Window
from tests.unit.office.an_office import Q3, WARD, new_office, reopened, says


def test_an_office_file_holds_who_reports(office: Office, office_file: Path) -> None:
    assert office.profile == WARD
    office.close()
    with reopened(office_file) as again:
        assert again.profile == WARD
        assert again.reports() == ()


def test_an_existing_file_is_never_made_again(tmp_path: Path) -> None:
    path = tmp_path / "có rồi.cchc"
    path.write_bytes(b"of somebody else")
    with pytest.raises(CchcError, match="có rồi"):
        new_office(path)
    assert path.read_bytes() == b"of somebody else"


def test_the_folder_of_a_new_office_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "cơ quan" / "2026" / "a.cchc"
    new_office(path).close()
    assert path.is_file()


def test_an_office_has_a_name(office: Office, tmp_path: Path) -> None:
    with pytest.raises(OfficeRefused, match="Tên cơ quan"):
        Office.create(tmp_path / "khác" / "a.cchc", Profile("", Level.COMMUNE))
    assert not (tmp_path / "khác").exists()
    with pytest.raises(OfficeRefused, match="Tên cơ quan"):
        office.set_profile(Profile("", Level.COMMUNE))
    assert office.profile == WARD


def test_an_unknown_set_leaves_no_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.cchc"
    with pytest.raises(CchcError, match="ZZ"):
        Office.create(path, Profile("UBND Mẫu", Level.COMMUNE), templates="ZZ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("level", "period", "chosen"),
    [
        (Level.DISTRICT, "2023-Q1", "D21"),
        (Level.DISTRICT, "2025-Q2", "D21"),
        (Level.COMMUNE, "2023-Q1", "X21"),
        (Level.COMMUNE, "2025-Q2", "X21"),  # counted until 14/6/2025
        (Level.COMMUNE, "2025-Q3", "X25"),  # begins before 1/7/2025, its last day decides
        (Level.COMMUNE, "2025-07", "X25"),
        (Level.COMMUNE, "2025", "X25"),
        (Level.COMMUNE, "2026-Q3", "X25"),
        (Level.PROVINCE, "2025-H1", "T21"),
        (Level.PROVINCE, "2025-9M", "T25"),
        (Level.DEPARTMENT, "2023-Q1", "S21"),
        (Level.DEPARTMENT, "2026-Q3", "S21"),
    ],
)
def test_the_set_is_chosen_by_level_and_the_windows_last_day(
    level: Level, period: str, chosen: str, tmp_path: Path
) -> None:
    with new_office(tmp_path / "a.cchc", level) as office:
        assert office.start(Period.read(period)).template.id == chosen


def test_another_window_may_choose_another_set(tmp_path: Path) -> None:
    with new_office(tmp_path / "a.cchc") as office:
        early = Window(date(2025, 6, 15), date(2025, 6, 30))
        assert office.start(Period.read("2025-Q3"), window=early).template.id == "X21"


def test_there_is_no_set_for_a_district_after_districts_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.cchc"
    with new_office(path, Level.DISTRICT) as office:
        before = path.read_bytes()
        with pytest.raises(CchcError, match="huyện"):
            office.start(Q3)
        assert path.read_bytes() == before
        assert office.reports() == ()


def test_a_set_that_is_named_prevails(tmp_path: Path) -> None:
    with new_office(tmp_path / "a.cchc") as office:
        assert office.start(Q3, templates="T25").template.id == "T25"


def test_a_new_report_has_its_head(office: Office) -> None:
    head = office.start(Q3).head
    assert head.window == Q3.window
    assert head.deadline == date(2026, 9, 16)  # two working days after 14/9, a Monday
    assert (head.template_id, head.sequence, head.number) == ("X25", 0, "")
    assert [each.period for each in office.reports()] == [Q3]


def test_the_deadline_skips_weekends_and_holidays(office: Office) -> None:
    assert office.start(Period.read("2026-Q1")).head.deadline == date(2026, 3, 17)  # 14/3 is a Saturday
    assert office.start(Period.read("2026-02")).head.deadline == date(2026, 2, 24)  # 14/2 is before Tết


def test_an_office_that_stops_counting_early_is_not_due_earlier(office: Office) -> None:
    window = Window(date(2026, 6, 15), date(2026, 9, 10))
    assert office.start(Q3, window=window).head.deadline == date(2026, 9, 16)


def test_rows_that_are_not_this_offices_competence_are_proposed_as_such(office: Office) -> None:
    report = office.start(Q3)
    proposed = {code for code, row in report.template.indicators.items() if row.starts_as}
    assert proposed
    assert set(report.form.entries) == proposed
    assert {says(report, code) for code in proposed} == {"not-competent"}


def test_a_province_is_proposed_nothing(tmp_path: Path) -> None:
    with new_office(tmp_path / "a.cchc", Level.PROVINCE) as office:
        assert not office.start(Q3).form.entries


def test_a_period_has_one_report(office: Office) -> None:
    office.start(Q3).enter("PL2.1", "6")
    with pytest.raises(OfficeRefused, match="quý III năm 2026"):
        office.start(Q3)
    assert says(office.report(Q3), "PL2.1") == "6"


def test_a_report_that_was_not_started_is_refused_with_the_command_that_starts_it(office: Office) -> None:
    with pytest.raises(OfficeRefused, match="cchc new --period 2026-Q3"):
        office.report(Q3)


def test_reports_are_listed_the_latest_first(office: Office) -> None:
    for text in ("2026-Q1", "2026-Q3", "2025-Q4", "2026-Q2"):
        office.start(Period.read(text))
    assert [str(head.period) for head in office.reports()] == ["2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4"]


def test_a_quarter_is_compared_with_the_quarter_before_as_it_stands_now(office: Office) -> None:
    earlier = office.start(Period.read("2026-Q2"))
    report = office.start(Q3)
    report.enter("PL2.1", "100")
    earlier.enter("PL2.1", "10")
    assert [f.code for f in office.report(Q3).findings] == ["R15-PL2.1"]
    earlier.enter("PL2.1", "99")
    assert not office.report(Q3).findings


def test_a_cumulative_figure_is_compared_within_its_year_only(office: Office) -> None:
    for text, figure in (("2025-Q4", "9"), ("2026-Q1", "1"), ("2026-Q2", "3")):
        office.start(Period.read(text)).enter("PL6.3", figure)
    report = office.start(Q3)
    report.enter("PL6.3", "2")
    (finding,) = office.report(Q3).findings
    assert finding.code == "R15-PL6.3"
    assert finding.expected == 3
    assert not office.report(Period.read("2026-Q1")).findings


def test_a_year_is_proposed_from_its_quarters(office: Office) -> None:
    for text in ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"):
        office.start(Period.read(text)).enter("PL2.1", "6")
    assert says(office.start(Period.read("2026")), "PL2.1") == "24"
    assert IndicatorCode("PL2.2") not in office.report(Period.read("2026")).form.entries

"""The findings in what Hương Trà published for quarter I/2023: all of these, and nothing else."""

from decimal import Decimal

import pytest

from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.samples import make_sample
from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Finding
from cchc_desktop.rules.wording import in_words
from cchc_desktop.values.period import Period
from tests.unit.form.a_form import a_form, put, says, typed

_FOUND = {
    "R1-PL2.2": ("warn", "100", "42.42"),
    "R6-PL2.3.3": ("warn", "0", None),
    "R9-PL2.4.1": ("warn", "112", "95"),
    "R4-PL3.1": ("note", None, "10"),
    "R6-PL3.2.2": ("warn", "100", None),
    "R4-PL4.1.4": ("note", None, "569"),
    "R7-PL5.1.5": ("warn", "6", "41"),
    "R14-PL7.1.1": ("block", None, None),
    "R14-PL7.1.2": ("block", None, None),
    "R1-PL8.6.1": ("warn", "45.2", "100"),
    "R2-PL8.6.1": ("note", "45.2", "100"),
    "R1-PL8.6.2": ("warn", "37.9", "100"),
    "R2-PL8.6.2": ("note", "37.9", "100"),
    "R3-PL8.6.3": ("warn", "42.3", "42.25"),
}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finding]:
    """Check the shipped sample and return its findings by code."""
    path = make_sample("huong-tra", tmp_path_factory.mktemp("mau") / "huong-tra.cchc")
    with Office.open(path) as office:
        found = office.report(Period.read("2023-Q1")).findings
    assert len({finding.code for finding in found}) == len(found)
    return {finding.code: finding for finding in found}


def test_every_slip_of_the_printed_report_is_found_and_nothing_that_is_none(
    findings: dict[str, Finding],
) -> None:
    assert list(findings) == list(_FOUND)  # in printed order


@pytest.mark.parametrize("code", list(_FOUND))
def test_each_slip_is_told_with_what_was_found_and_expected(code: str, findings: dict[str, Finding]) -> None:
    severity, found, expected = _FOUND[code]
    finding = findings[code]
    assert finding.severity.value == severity
    assert _rounded(finding.found) == found
    assert _rounded(finding.expected) == expected


def _rounded(number: Decimal | None) -> str | None:
    return None if number is None else str(round(number, 2).normalize() + 0)


def test_17_tasks_are_asked_about(findings: dict[str, Finding]) -> None:
    form = a_form({"PL2.4.1": "112", "PL2.4.2": "87", "PL2.4.3": "8", "PL2.4.4": "0"})
    assert "Còn 17 nhiệm vụ" in in_words(findings["R9-PL2.4.1"], form).message


def test_396_is_named_as_the_denominator_really_used(findings: dict[str, Finding]) -> None:
    assert findings["R2-PL8.6.1"].related == ("PL8.6.1.2", "PL4.1.4.2")
    assert findings["R2-PL8.6.2"].related == ("PL8.6.2.2", "PL4.1.4.2")


def test_both_readings_of_the_two_money_figures_are_offered(findings: dict[str, Finding]) -> None:
    assert findings["R14-PL7.1.1"].readings == (Decimal("30.162"), Decimal(30162))
    assert findings["R14-PL7.1.2"].readings == (Decimal("5.161"), Decimal(5161))


@pytest.mark.parametrize(("plan", "spent"), [("30162", "5161"), ("30,1620", "5,1610")])
def test_whichever_reading_is_chosen_17_11_percent_was_right(plan: str, spent: str) -> None:
    form = a_form({"PL7.1.1": plan, "PL7.1.2": spent, "PL7.1": "17,11%"})
    assert says(form, "PL7.1").startswith("17.11")
    assert not check(form)
    assert check(put(form, "PL7.1", typed("PL7.1", "17,12%")))

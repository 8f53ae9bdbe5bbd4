"""Typed figures against what the office's own registers give."""

from decimal import Decimal

import pytest

from cchc_desktop.rules.check import check
from cchc_desktop.rules.finding import Finding
from cchc_desktop.rules.rule import Past
from cchc_desktop.rules.wording import in_words
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.form.a_form import a_form

CODE = IndicatorCode("PL2.1")


def seen(text: str, fed: str) -> tuple[Finding, ...]:
    """Return what is found where this is typed and that is fed."""
    return check(a_form({"PL2.1": text}), Past(fed={CODE: Decimal(fed)}))


def test_a_typed_figure_that_the_registers_count_differently_is_told_with_both() -> None:
    (finding,) = seen("7", "1234")
    assert (finding.code, finding.found, finding.expected) == ("R8-PL2.1", Decimal(7), Decimal(1234))
    assert "Ghi 7, nhưng sổ theo dõi cho ra 1.234." in in_words(finding, a_form({"PL2.1": "7"})).message


def test_a_state_is_told_of_where_the_registers_count_something() -> None:
    (finding,) = seen("kps", "3")
    words = in_words(finding, a_form({"PL2.1": "kps"}))
    assert "Ghi “Không phát sinh”, nhưng sổ theo dõi cho ra 3." in words.message


@pytest.mark.parametrize(("text", "fed"), [("7", "7"), ("", "7"), ("kps", "0"), ("0", "0")])
def test_what_agrees_or_still_waits_is_no_finding(text: str, fed: str) -> None:
    assert not seen(text, fed)

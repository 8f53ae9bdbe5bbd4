"""Identities: office codes of both official forms, and names fit for files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.values.codes import OfficeCodeRefused, office_code, slug


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("H52.101.114", "H52.101.114"),
        ("H55.242", "H55.242"),
        ("H57", "H57"),
        (" h52.101.114 ", "H52.101.114"),
        ("A01.1A.XYZ", "A01.1A.XYZ"),
        ("Y99", "Y99"),
        ("Z01ABC123", "Z01ABC123"),
        ("000.00.00.H49", "000.00.00.H49"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_codes_of_both_official_forms_are_taken(text: str, code: str) -> None:
    assert office_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Z01",
        "52.101",
        "H5",
        "H52.",
        "H52..1",
        ".H52",
        "H52-101",
        "H52.101/114",
        "H52 101",
        "Đ52.101",
        "H٥٢",
        "H５２.101",
        "٠٠٠.00.00.H49",
        "0.00.00.H49",
        "H52." + "1" * 32,
        "Z01" + "A" * 33,
        "../H52",
        "H52\n.101",
    ],
)
def test_anything_else_is_refused_with_examples(text: str) -> None:
    with pytest.raises(OfficeCodeRefused) as refusal:
        office_code(text)
    assert "H52.101.114" in refusal.value.message
    assert "000.00.00.H49" in refusal.value.message


def test_a_code_has_at_most_35_characters() -> None:
    longest = "H52." + "1" * 31
    assert len(longest) == 35
    assert office_code(longest) == longest


@given(st.text(max_size=50))
def test_a_code_that_is_taken_is_plain_ascii(text: str) -> None:
    try:
        code = office_code(text)
    except OfficeCodeRefused:
        return
    assert re.fullmatch(r"[A-Z0-9.]*", code, re.ASCII)
    assert office_code(code) == code


def test_a_name_becomes_a_slug() -> None:
    assert slug("UBND phường Mẫu") == "ubnd-phuong-mau"
    assert slug("UBND thị xã Đông Hà/..\\: 1") == "ubnd-thi-xa-dong-ha-1"


@given(st.text(max_size=80))
def test_a_slug_is_fit_for_every_file_system(name: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(name), re.ASCII)
    assert len(slug(name)) <= 40

"""Where one set's figures stand in another: by key, or as the newer set declares."""

import pytest

from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.files import ROW_CHANGES_FILE
from cchc_desktop.template.mapping import mapping
from cchc_desktop.template.model import Template
from cchc_desktop.template.problem import TemplateRefused
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.template.a_set import small_set

A, B = IndicatorCode("PL2.1.2"), IndicatorCode("PL2.1.3")


def declared(*changes: tuple[list[str], list[str]], source: str = "MAU", version: str = "") -> Template:
    """Return the small set with these changes of rows declared."""
    text = "\n".join(
        f'[[change]]\nsource = "{source}"\nversion = "{version}"\nold = {old!r}\nnew = {new!r}'
        for old, new in changes
    )
    return read_files({**small_set(), ROW_CHANGES_FILE: text.encode()})


def test_rows_of_one_key_hold_one_thing_in_both_sets() -> None:
    old = read_files(small_set())
    found = mapping(old, declared(([A], [A])))
    assert found.sources == {code: (code,) for code, row in old.indicators.items() if row.is_asked}
    assert (found.divided, found.dropped, found.unmapped, found.unfed) == ({}, (), (), ())


def test_a_renamed_row_is_found_under_its_new_key_only() -> None:
    found = mapping(read_files(small_set()), declared(([A], [B])))
    assert found.sources[B] == (A,)
    assert A not in found.sources
    assert found.unfed == (A,)
    assert found.unmapped == (B,), "its own figure has no place any more, and somebody must know"


def test_merged_rows_are_listed_together_and_split_ones_are_left_to_a_person() -> None:
    old = read_files(small_set())
    merged = mapping(old, declared(([A, B], [A])))
    assert merged.sources[A] == (A, B)
    assert merged.unmapped == ()
    split = mapping(old, declared(([A], [A, B])))
    assert split.divided == {A: (A, B)}
    assert A not in split.sources


def test_a_row_that_was_given_up_is_no_riddle() -> None:
    found = mapping(read_files(small_set()), declared(([A], [])))
    assert found.dropped == (A,)
    assert A not in found.unmapped


def test_a_declaration_speaks_of_one_set_and_of_the_version_it_names() -> None:
    old = read_files(small_set())
    assert mapping(old, declared(([A], [B]), source="KHAC")).sources[A] == (A,)
    assert mapping(old, declared(([A], [B]), version="9.9")).sources[A] == (A,)
    assert mapping(old, declared(([A], [B]), version=old.version)).sources[B] == (A,)


def test_every_row_a_commune_answers_has_its_place_with_the_province() -> None:
    for commune, province in (("X25", "T25"), ("X21", "T21"), ("X21", "D21"), ("D21", "T21")):
        assert mapping(shipped().get(commune), shipped().get(province)).unmapped == ()


def test_what_the_district_forms_asked_and_the_province_no_longer_asks_is_listed() -> None:
    unmapped = mapping(shipped().get("D21"), shipped().get("T25")).unmapped
    assert "PL4.3.H.1" in unmapped


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (([], [A]), "ít nhất một dòng"),
        (([A, B], [A, B]), "chỉ gộp được vào một dòng"),
        (([A, A], [A]), "hai lần"),
        (([A], ["PL9.9"]), "PL9.9 không có trong bộ"),
        (([A], ["PL2.1"]), "do chương trình tính"),
    ],
)
def test_what_cannot_be_is_refused_with_file_and_reason(
    change: tuple[list[str], list[str]], reason: str
) -> None:
    with pytest.raises(TemplateRefused, match=reason) as refused:
        declared(change)
    assert refused.value.file == ROW_CHANGES_FILE


def test_a_row_has_one_fate_only() -> None:
    with pytest.raises(TemplateRefused, match="2 lần ở old"):
        declared(([A], [A]), ([A], [B]))

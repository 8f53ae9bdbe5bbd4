"""An outline that an office arranged: nothing of the set is lost, whatever is done to it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.narrative.arranging import (
    Arrangement,
    OutlineRefused,
    Part,
    added,
    hidden,
    moved,
    placed,
    removed,
    renamed,
    shown,
)
from cchc_desktop.template.model import Outline, Section

OUTLINE = Outline(
    "",
    "",
    ("upper-roman", "decimal", "letter"),
    (
        Section("I", 1, "CHỈ ĐẠO", has_text=False),
        Section("I.1", 2, "Kế hoạch"),
        Section("I.2", 2, "Tuyên truyền"),
        Section("II", 1, "KẾT QUẢ", has_text=False),
        Section("II.1", 2, "Thể chế"),
        Section("II.2", 2, "Thủ tục", has_text=False),
        Section("II.2.a", 3, "Kiểm soát"),
        Section("II.2.b", 3, "Một cửa"),
    ),
)


def ids(arrangement: Arrangement) -> str:
    return " ".join(section.id for section in shown(OUTLINE, arrangement).sections)


def test_an_outline_that_nobody_arranged_is_the_sets_own() -> None:
    assert shown(OUTLINE, ()) == OUTLINE


def test_a_section_is_added_behind_all_that_stands_below_its_neighbour() -> None:
    arrangement, new = added(OUTLINE, (), "I", 1, "  VIỆC  RIÊNG ")
    assert ids(arrangement) == "I I.1 I.2 them-1 II II.1 II.2 II.2.a II.2.b"
    arrangement, below = added(OUTLINE, arrangement, new, 2, "Chi tiết")
    assert ids(arrangement) == "I I.1 I.2 them-1 them-2 II II.1 II.2 II.2.a II.2.b"
    section = next(each.section for each in placed(OUTLINE, arrangement) if each.section.id == below)
    assert section == Section("them-2", 2, "Chi tiết")


@pytest.mark.parametrize(("after", "level"), [("II.2.a", 4), ("I", 3), ("II.2.a", 2)])
def test_a_level_that_cannot_be_numbered_or_does_not_follow_is_refused(after: str, level: int) -> None:
    with pytest.raises(OutlineRefused, match="Hãy thêm mục cùng cấp"):
        added(OUTLINE, (), after, level, "Mục")


def test_hiding_a_heading_hides_all_below_it_and_showing_it_brings_all_back() -> None:
    arrangement = hidden(OUTLINE, (), "II.2", is_hidden=True)
    assert ids(arrangement) == "I I.1 I.2 II II.1"
    assert [each.section.id for each in placed(OUTLINE, arrangement) if each.is_out] == [
        "II.2",
        "II.2.a",
        "II.2.b",
    ]
    assert shown(OUTLINE, hidden(OUTLINE, arrangement, "II.2", is_hidden=False)) == OUTLINE


def test_the_last_section_with_text_cannot_be_hidden() -> None:
    arrangement = hidden(OUTLINE, (), "II", is_hidden=True)
    with pytest.raises(OutlineRefused, match="ít nhất một mục"):
        hidden(OUTLINE, arrangement, "I", is_hidden=True)


def test_a_section_moves_with_all_below_it_and_stays_under_its_heading() -> None:
    up = moved(OUTLINE, (), "II.2", is_down=False)
    assert ids(up) == "I I.1 I.2 II II.2 II.2.a II.2.b II.1"
    assert moved(OUTLINE, up, "II.2", is_down=False) == up
    assert ids(moved(OUTLINE, up, "II.2", is_down=True)) == ids(())
    assert ids(moved(OUTLINE, (), "I", is_down=True)) == "II II.1 II.2 II.2.a II.2.b I I.1 I.2"
    assert moved(OUTLINE, (), "I.2", is_down=True) == ()


def test_another_heading_is_kept_and_an_empty_one_is_the_sets_own_again() -> None:
    arrangement = renamed(OUTLINE, (), "I.2", "Thông tin, truyền thông")
    assert shown(OUTLINE, arrangement).sections[2].heading == "Thông tin, truyền thông"
    assert shown(OUTLINE, renamed(OUTLINE, arrangement, "I.2", " ")) == OUTLINE


@pytest.mark.parametrize("heading", ["", " \n", "a" * 501])
def test_an_own_section_has_a_heading_of_a_sensible_length(heading: str) -> None:
    arrangement, new = added(OUTLINE, (), "I", 1, "MỤC")
    with pytest.raises(OutlineRefused, match="Tên mục"):
        renamed(OUTLINE, arrangement, new, heading)


def test_only_own_sections_are_removed_and_only_without_others_below() -> None:
    arrangement, new = added(OUTLINE, (), "I", 1, "MỤC")
    arrangement, below = added(OUTLINE, arrangement, new, 2, "Con")
    with pytest.raises(OutlineRefused, match="còn mục con"):
        removed(OUTLINE, arrangement, new)
    arrangement = removed(OUTLINE, removed(OUTLINE, arrangement, below), new)
    assert shown(OUTLINE, arrangement) == OUTLINE
    with pytest.raises(OutlineRefused, match="chỉ ẩn được"):
        removed(OUTLINE, arrangement, "I.1")


def test_an_unknown_section_is_refused_with_those_there_are() -> None:
    with pytest.raises(OutlineRefused, match=r"không có mục “X”. Các mục: I, I.1"):
        renamed(OUTLINE, (), "X", "Tên")


def test_what_a_newer_set_adds_stands_in_its_place_and_what_it_drops_is_gone() -> None:
    old = replace(OUTLINE, sections=(*OUTLINE.sections[:2], Section("I.9", 2, "Cũ"), *OUTLINE.sections[3:]))
    arrangement = moved(old, (), "II", is_down=False)
    assert ids(arrangement) == "II II.1 II.2 II.2.a II.2.b I I.1 I.2"


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, 20), st.booleans(), st.sampled_from(["", "Tên {ky}"])),
        max_size=12,
    )
)
def test_whatever_is_done_every_section_of_the_set_is_still_there_once(
    steps: list[tuple[int, int, bool, str]],
) -> None:
    arrangement: Arrangement = ()
    for kind, place, flag, heading in steps:
        every = placed(OUTLINE, arrangement)
        there = every[place % len(every)].section
        try:
            match kind:
                case 0:
                    arrangement, _ = added(OUTLINE, arrangement, there.id, there.level + flag, heading)
                case 1:
                    arrangement = moved(OUTLINE, arrangement, there.id, is_down=flag)
                case 2:
                    arrangement = hidden(OUTLINE, arrangement, there.id, is_hidden=flag)
                case 3:
                    arrangement = renamed(OUTLINE, arrangement, there.id, heading)
                case _:
                    arrangement = removed(OUTLINE, arrangement, there.id)
        except OutlineRefused:
            continue
    found = [each.section.id for each in placed(OUTLINE, arrangement)]
    assert len(set(found)) == len(found)
    assert {section.id for section in OUTLINE.sections} <= set(found)
    levels = [each.section.level for each in placed(OUTLINE, arrangement)]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert any(section.has_text for section in shown(OUTLINE, arrangement).sections)


def test_parts_are_plain_values() -> None:
    assert Part("I") == Part("I", "", 0, is_hidden=False)

"""Files that came are looked into in their order, and what cannot be read says why."""

from pathlib import Path

from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.office.mailroom.known_sets import KnownSets
from cchc_desktop.office.mailroom.openings import openings
from tests.unit.office.mailroom.a_mailroom import put, sample_file, superior


def test_every_file_comes_in_its_turn_with_what_it_says_or_why_it_says_nothing(tmp_path: Path) -> None:
    files = [
        put(tmp_path, "0.xlsx", b"no workbook"),
        put(tmp_path, "1.xlsx", sample_file(1)),
        put(tmp_path, "2.docx", b""),
        tmp_path / "gone.xlsx",
    ]
    with superior(tmp_path / "a.cchc") as office:
        found = list(openings(files, {}, KnownSets(office)))
    assert [each.place for each in found] == [0, 1, 2, 3]
    assert [each.arrival.name for each in found] == [file.name for file in files]
    assert isinstance(found[1].found, Inspection)
    refusals = [each.found for each in found if isinstance(each.found, str)]
    assert len(refusals) == 3
    assert all(sentence.endswith(".") for sentence in refusals)
    assert "Không đọc được tệp" in refusals[2]


def test_a_file_is_read_no_sooner_than_it_is_asked_for(tmp_path: Path) -> None:
    files = [put(tmp_path, f"{number}.xlsx", b"no workbook") for number in range(2)]
    with superior(tmp_path / "a.cchc") as office:
        found = openings(files, {}, KnownSets(office))
        next(found)
        files[1].unlink()
        assert "Không đọc được tệp" in str(next(found).found)

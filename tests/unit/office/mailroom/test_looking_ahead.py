"""Files that come may be opened one ahead of the one being stored: in order, no further, no thread left."""

import threading
from pathlib import Path

import pytest

from cchc_desktop.errors import CchcError
from cchc_desktop.office.mailroom.looking_ahead import Openings

NOTHING = "Không đọc được tệp"


def _letters(folder: Path) -> list[Path]:
    files = [folder / f"{number}.xlsx" for number in range(3)]
    for file in files:
        file.write_bytes(b"no workbook")
    return files


@pytest.mark.parametrize("is_ahead", [False, True])
def test_every_file_comes_in_its_turn_with_what_it_is_or_why_it_is_not_opened(
    tmp_path: Path, *, is_ahead: bool
) -> None:
    word, gone = tmp_path / "a.docx", tmp_path / "gone.xlsx"
    word.write_bytes(b"")
    opened = []
    with Openings([*_letters(tmp_path), word, gone]) as openings:
        for each in openings:
            opened.append(each)
            if is_ahead:
                openings.open_next()
    assert [each.place for each in opened] == [0, 1, 2, 3, 4]
    assert [each.arrival.name for each in opened] == ["0.xlsx", "1.xlsx", "2.xlsx", "a.docx", "gone.xlsx"]
    assert all(isinstance(each.workbook, CchcError) for each in opened[:3])
    assert opened[3].workbook is None
    assert NOTHING in opened[4].arrival.trouble


def test_no_more_than_one_file_is_read_ahead(tmp_path: Path) -> None:
    files = _letters(tmp_path)
    with Openings(files) as openings:
        openings.open_next()
        openings.open_next()
        next(iter(openings))
        files[1].unlink()
        assert [NOTHING in each.arrival.trouble for each in openings] == [True, False]


def test_who_leaves_early_leaves_no_thread_behind(tmp_path: Path) -> None:
    with Openings(_letters(tmp_path)) as openings:
        openings.open_next()
    assert not [each for each in threading.enumerate() if each.name.startswith("cchc-opening")]

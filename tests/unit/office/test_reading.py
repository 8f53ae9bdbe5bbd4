"""Files that a person chose are read whole or refused in words."""

from pathlib import Path

import pytest

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.reading import whole_content


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (file := tmp_path / "a.txt").write_bytes(b"1234")
    assert whole_content(file) == b"1234"
    assert whole_content(file, 4, "quá lớn") == b"1234"


def test_a_file_larger_than_it_may_be_is_refused_in_its_readers_words(tmp_path: Path) -> None:
    (file := tmp_path / "a.txt").write_bytes(b"12345")
    with pytest.raises(FileRefused, match=r"^Tệp quá lớn\.$"):
        whole_content(file, 4, "Tệp quá lớn.")


@pytest.mark.parametrize("largest", [None, 1_000_000])
def test_a_file_that_is_gone_or_a_folder_is_refused_by_its_name(tmp_path: Path, largest: int | None) -> None:
    for path in (tmp_path / "mất.txt", tmp_path):
        with pytest.raises(FileRefused, match=f"Không đọc được tệp {path.name}. Hãy "):
            whole_content(path, largest)

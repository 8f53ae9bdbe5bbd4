"""A watched folder: each file once, none half, nothing touched, and a folder that is gone comes back."""

import os
from pathlib import Path
from typing import IO, Any

import pytest

from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.watching import STILL, WatchedFolder
from cchc_desktop.office.office import Office
from cchc_desktop.storage.packages import list_packages
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.storage.watched import taken_digests
from tests.unit.office.mailroom.a_mailroom import put, sample_file, superior


class Watch:
    """A watched folder and a clock that is moved on by hand."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.now = 0.0
        self.folder = WatchedFolder(folder, lambda: self.now)

    def round(self, office: Office) -> list[Received]:
        """Look, and take what is ready, once a file has had the time to stand still."""
        self.folder.look()
        self.now += STILL
        look = self.folder.look()
        return [*look.held, *self.folder.take(office, look.ready, may_register=True)]


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    """Return the watch over an empty folder."""
    return Watch(tmp_path / "đến")


def test_each_file_is_taken_once_and_left_where_it_is(tmp_path: Path, watch: Watch) -> None:
    folder = watch.folder.folder
    good, bad = put(folder, "a.xlsx", sample_file(1)), put(folder, "b.xlsx", b"no workbook")
    put(folder / "trong", "c.xlsx", sample_file(2))
    put(folder, "ghi chú.txt", b"no report")
    put(folder, "~$a.xlsx", b"Excel has it open")
    with superior(tmp_path / "a.cchc") as office:
        verdicts = {line.file: line.verdict for line in watch.round(office)}
        assert verdicts == {
            "a.xlsx": Verdict.ACCEPTED,
            "b.xlsx": Verdict.REFUSED,
            "c.xlsx": Verdict.ACCEPTED,
        }
        assert watch.round(office) == []
        assert watch.folder.look().ready == ()
        assert (good.read_bytes(), bad.read_bytes()) == (sample_file(1), b"no workbook")


def test_after_a_restart_and_under_another_name_a_file_is_still_known(tmp_path: Path, watch: Watch) -> None:
    folder = watch.folder.folder
    put(folder, "a.xlsx", sample_file(1))
    put(folder, "b.xlsx", b"no workbook")
    with superior(tmp_path / "a.cchc") as office:
        assert len(watch.round(office)) == 2
        put(folder, "a (1).xlsx", sample_file(1))
        assert Watch(folder).round(office) == []


def test_the_office_file_is_backed_up_before_the_first_file_of_a_day_only(
    tmp_path: Path, watch: Watch
) -> None:
    with superior(tmp_path / "a.cchc") as office:
        for number in (1, 2):
            put(watch.folder.folder, f"{number}.xlsx", sample_file(number))
            assert len(watch.round(office)) == 1
        assert len(list((tmp_path / "sao-luu").glob("*truoc-khi-nhan*"))) == 1


def test_a_file_that_is_still_copied_is_left_until_it_stands_still(tmp_path: Path, watch: Watch) -> None:
    whole = sample_file(1)
    file = put(watch.folder.folder, "a.xlsx", whole[:100])
    with superior(tmp_path / "a.cchc"):
        assert (watch.folder.look().ready, watch.folder.look().settling) == ((), 1)
        watch.now += STILL
        file.write_bytes(whole[:200])
        assert (watch.folder.look().ready, watch.folder.look().settling) == ((), 1)
        watch.now += STILL / 2
        assert watch.folder.look().settling == 1
        watch.now += STILL / 2
        assert watch.folder.look().ready == (file,)


def test_a_copy_that_stalled_is_taken_once_it_is_whole(tmp_path: Path, watch: Watch) -> None:
    whole = sample_file(1)
    file = put(watch.folder.folder, "a.xlsx", whole[:1000])
    with superior(tmp_path / "a.cchc") as office:
        assert [line.verdict for line in watch.round(office)] == [Verdict.REFUSED]
        file.write_bytes(whole)
        assert [line.verdict for line in watch.round(office)] == [Verdict.ACCEPTED]


def test_a_file_that_cannot_be_read_is_told_once_and_taken_when_it_can(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(watch.folder.folder, "a.xlsx", sample_file(1))
    opened = Path.open

    def held(path: Path, mode: str) -> IO[Any]:
        if path == file:
            raise PermissionError(13, "held by another program")
        return opened(path, mode)

    with superior(tmp_path / "a.cchc") as office:
        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", held)
            (line,) = watch.round(office)
            assert (line.file, line.verdict) == ("a.xlsx", Verdict.REFUSED)
            assert "đang mở ở chương trình khác" in line.reason
            assert watch.round(office) == []
        assert [line.verdict for line in watch.round(office)] == [Verdict.ACCEPTED]


def test_a_folder_that_is_gone_is_told_and_found_again(tmp_path: Path, watch: Watch) -> None:
    folder, away = watch.folder.folder, tmp_path / "tháo ra"
    put(folder, "a.xlsx", sample_file(1))
    with superior(tmp_path / "a.cchc") as office:
        assert len(watch.round(office)) == 1
        folder.rename(away)
        look = watch.folder.look()
        assert str(folder) in look.trouble
        assert "tự thử lại" in look.trouble
        put(away, "b.xlsx", sample_file(2))
        away.rename(folder)
        assert [line.file for line in watch.round(office)] == ["b.xlsx"]
        assert watch.folder.look().trouble == ""


def test_what_was_not_finished_when_it_is_called_off_stays_ready(tmp_path: Path, watch: Watch) -> None:
    for number in (1, 2, 3):
        put(watch.folder.folder, f"{number}.xlsx", sample_file(number))
    watch.folder.look()
    watch.now += STILL
    looks = iter((False, True))
    with superior(tmp_path / "a.cchc") as office:
        ready = watch.folder.look().ready
        lines = [*watch.folder.take(office, ready, may_register=True, is_cancelled=lambda: next(looks, True))]
        assert [line.file for line in lines] == ["1.xlsx"]
        assert len(watch.folder.look().ready) >= 2
        watch.round(office)
        assert len(list_packages(office.archive.db)) == len(taken_digests(office.archive.db)) == 3


def test_what_a_full_disk_kept_out_comes_when_there_is_room(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(watch.folder.folder, "a.xlsx", sample_file(1))

    def full(*_: object) -> None:
        raise OfficeFileRefused("Ổ đĩa đã đầy. Hãy dọn bớt.")

    with superior(tmp_path / "a.cchc") as office:
        with monkeypatch.context() as patch:
            patch.setattr("cchc_desktop.office.mailroom.reports_in.let_count", full)
            assert [line.reason for line in watch.round(office)] == ["Ổ đĩa đã đầy. Hãy dọn bớt."]
            assert watch.round(office) == []
        assert [line.verdict for line in watch.round(office)] == [Verdict.ACCEPTED]


def test_a_file_too_large_to_be_a_report_is_refused_without_being_read(tmp_path: Path, watch: Watch) -> None:
    huge = put(watch.folder.folder, "a.xlsx", b"")
    os.truncate(huge, 2**40 if os.name == "posix" else 2**24)
    with superior(tmp_path / "a.cchc") as office:
        (line,) = watch.round(office)
        assert "quá lớn" in line.reason
        assert watch.round(office) == []

"""An office file on a stick: worked on locally, copied out whole, compared before either is replaced."""

import shutil
from pathlib import Path

import pytest

from cchc_desktop.errors import FileRefused
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.keeping.carried import Carried, CarriedFileChanged
from cchc_desktop.office.keeping.portable import MARKER, Stick, stick_of
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    """A program on a stick, beside an office file."""
    program = tmp_path / "stick" / "cchc-desktop"
    program.mkdir(parents=True)
    (program / MARKER).touch()
    found = stick_of(program, tmp_path / "machine")
    assert found
    return found


@pytest.fixture
def file(stick: Stick) -> Path:
    path = stick.folder.parent / "phuong.cchc"
    with Office.create(path, Profile("UBND phường Thử", Level.COMMUNE)):
        pass
    return path


def rename(path: Path, name: str) -> None:
    """Do some work in an office file."""
    with Office.open(path) as office:
        office.set_profile(Profile(name, Level.COMMUNE))


def name_in(path: Path) -> str:
    with Office.look(path) as office:
        return office.profile.name


def test_without_the_marker_a_program_is_at_home_on_its_machine(tmp_path: Path) -> None:
    assert stick_of(tmp_path, tmp_path / "machine") is None


def test_a_stick_gets_a_name_once(stick: Stick) -> None:
    name = (stick.folder / MARKER).read_text("utf-8")
    assert name.strip()
    again = stick_of(stick.folder, stick.local)
    assert again == stick
    assert (stick.folder / MARKER).read_text("utf-8") == name
    assert stick.settings.is_relative_to(stick.folder)
    assert stick.backups.is_relative_to(stick.folder)


def test_work_is_done_on_the_machine_and_copied_out_whole(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    assert carried.working.is_relative_to(stick.local)
    rename(carried.working, "UBND phường Mới")
    assert name_in(file) == "UBND phường Thử"
    assert carried.is_newer_here
    carried.bring_back()
    assert name_in(file) == "UBND phường Mới"
    assert not carried.is_newer_here


def test_it_is_copied_out_while_it_is_open(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    with Office.open(carried.working) as office:
        office.set_profile(Profile("UBND phường Đang mở", Level.COMMUNE))
        carried.bring_back()
    assert name_in(file) == "UBND phường Đang mở"


def test_nothing_of_the_office_stays_on_the_machine(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    carried.bring_back()
    carried.forget()
    assert list(carried.working.parent.parent.iterdir()) == []


def test_what_was_not_copied_out_is_not_forgotten_and_goes_on_the_next_time(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    rename(carried.working, "UBND phường Mới")
    carried.forget()
    again = stick.take_out(file)
    assert name_in(again.working) == "UBND phường Mới"
    assert "bản mới hơn" in again.note


def test_a_file_changed_elsewhere_is_taken_anew(stick: Stick, file: Path) -> None:
    stick.take_out(file)
    rename(file, "UBND phường Nơi khác")
    again = stick.take_out(file)
    assert name_in(again.working) == "UBND phường Nơi khác"
    assert again.note == ""


def test_what_a_killed_program_left_beside_the_copy_does_not_reach_the_next_one(
    stick: Stick, file: Path
) -> None:
    carried = stick.take_out(file)
    left = carried.working.with_name(f"{file.name}-journal")
    left.write_bytes(b"of a change that was never finished")
    rename(file, "UBND phường Nơi khác")
    assert name_in(stick.take_out(file).working) == "UBND phường Nơi khác"
    assert not left.exists()


def test_what_was_changed_on_both_sides_is_kept_on_both(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    rename(carried.working, "UBND phường Ở đây")
    rename(file, "UBND phường Nơi khác")
    again = stick.take_out(file)
    assert name_in(again.working) == "UBND phường Nơi khác"
    (aside,) = file.parent.glob("* (bản trong máy).cchc")
    assert aside.name in again.note
    assert name_in(aside) == "UBND phường Ở đây"


def test_a_file_that_changed_meanwhile_is_not_overwritten(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    rename(carried.working, "UBND phường Ở đây")
    rename(file, "UBND phường Nơi khác")
    with pytest.raises(CarriedFileChanged, match="bản đang làm"):
        carried.bring_back()
    assert name_in(file) == "UBND phường Nơi khác"
    (aside,) = file.parent.glob("* (bản đang làm).cchc")
    assert name_in(aside) == "UBND phường Ở đây"


def test_after_that_work_goes_to_the_file_beside_and_never_over_the_others(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    rename(carried.working, "UBND phường Ở đây")
    rename(file, "UBND phường Nơi khác")
    with pytest.raises(CarriedFileChanged):
        carried.bring_back()
    rename(carried.working, "UBND phường Ở đây, mới hơn")
    carried.bring_back()
    assert name_in(file) == "UBND phường Nơi khác"
    (aside,) = file.parent.glob("* (bản đang làm).cchc")
    assert name_in(aside) == "UBND phường Ở đây, mới hơn"


def test_a_file_that_did_not_change_is_not_written_again(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    before = file.stat().st_ino, file.stat().st_mtime_ns
    carried.bring_back()
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == before


def test_a_file_deleted_from_the_stick_comes_back(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    file.unlink()
    carried.bring_back()
    assert name_in(file) == "UBND phường Thử"


def test_a_stick_that_cannot_be_read_is_told_of_with_where_the_work_is(
    stick: Stick, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = stick.take_out(file)
    rename(carried.working, "UBND phường Mới")

    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", broken)
        with pytest.raises(FileRefused, match="nằm trọn trong máy"):
            carried.bring_back()
        with pytest.raises(FileRefused, match="Không đọc được"):
            stick.take_out(file)
    assert name_in(carried.working) == "UBND phường Mới"


def test_a_stick_that_is_half_pulled_out_is_told_of_as_gone(
    stick: Stick, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = stick.take_out(file)
    there = Path.exists

    def broken(path: Path) -> bool:
        if path == file:
            raise OSError(5, "Input/output error")
        return there(path)

    monkeypatch.setattr(Path, "exists", broken)
    with pytest.raises(FileRefused, match="có thể thẻ nhớ đã rút ra"):
        carried.bring_back()


def test_each_piece_is_told_of_and_a_copy_given_up_leaves_the_old_file_whole(
    stick: Stick, file: Path
) -> None:
    carried = stick.take_out(file)
    rename(carried.working, "UBND phường Mới")
    told: list[tuple[int, int]] = []

    class GivenUp(Exception):
        pass

    def step(done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            raise GivenUp

    with pytest.raises(GivenUp):
        carried.bring_back(step)
    assert told[-1] == (carried.working.stat().st_size,) * 2
    assert name_in(file) == "UBND phường Thử"
    assert [each.name for each in file.parent.iterdir()] == [file.name, stick.folder.name]
    carried.bring_back()
    assert name_in(file) == "UBND phường Mới"


def test_a_stick_that_was_pulled_out_is_told_of_and_the_work_stays(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    rename(carried.working, "UBND phường Mới")
    away = file.parent.rename(file.parent.with_name("pulled"))
    with pytest.raises(FileRefused, match="cắm lại thẻ"):
        carried.bring_back()
    assert not file.parent.exists()
    away.rename(file.parent)
    carried.bring_back()
    assert name_in(file) == "UBND phường Mới"


def test_two_sticks_with_the_same_names_are_two(tmp_path: Path, stick: Stick, file: Path) -> None:
    here = stick.take_out(file)
    rename(here.working, "UBND phường Thứ nhất")
    shutil.move(tmp_path / "stick", tmp_path / "first")
    shutil.copytree(tmp_path / "first", tmp_path / "stick")
    (stick.folder / MARKER).write_text("", "utf-8")
    other = stick_of(stick.folder, stick.local)
    assert other
    assert name_in(other.take_out(file).working) == "UBND phường Thử"


def test_a_working_copy_is_known_for_what_it_is(stick: Stick, file: Path) -> None:
    carried = stick.take_out(file)
    assert stick.carries(file)
    assert not stick.carries(carried.working)
    assert stick.taken(carried.working) == Carried(carried.source, carried.working)
    assert stick.taken(file) is None


def test_a_damaged_file_is_carried_as_it_is(stick: Stick, file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0 and then nothing of it")
    carried = stick.take_out(file)
    assert carried.working.read_bytes() == file.read_bytes()
    carried.bring_back()
    assert stick.take_out(file).note == ""

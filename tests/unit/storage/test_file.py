"""Creating, recognising and opening the office file."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from cchc_desktop.form.entry import Entry
from cchc_desktop.storage.answers import load_entries
from cchc_desktop.storage.file import APPLICATION_ID, copy_whole, create, open_file
from cchc_desktop.storage.migrations import STEPS
from cchc_desktop.storage.profile import load_profile
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.storage.an_office import PERIOD, PROFILE, A, make_office, number, opened, put

ROOT = Path(__file__).parents[3]


def state_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return bytes and time of every file in the folder."""
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}


def test_an_office_file_is_marked_as_ours_and_with_todays_schema(office_file: Path) -> None:
    with closing(sqlite3.connect(office_file)) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert plain.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_a_connection_waits_for_the_disk_and_leaves_one_file(office_file: Path) -> None:
    with opened(office_file) as db:
        put(db, {A: number("6")})
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert [file.name for file in office_file.parent.iterdir()] == [office_file.name]


def test_opening_and_looking_does_not_touch_the_file(office_file: Path) -> None:
    before = state_of(office_file.parent)
    with opened(office_file) as db:
        load_profile(db)
        load_entries(db, PERIOD)
    assert state_of(office_file.parent) == before


def test_an_existing_file_is_never_created_anew(office_file: Path) -> None:
    before = state_of(office_file.parent)
    with pytest.raises(OfficeFileRefused, match="Đã có tệp"):
        create(office_file)
    assert state_of(office_file.parent) == before


def test_a_file_cannot_be_created_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OfficeFileRefused, match="Không có thư mục"):
        create(tmp_path / "chưa có" / "phường.cchc")


def test_a_creation_that_fails_leaves_no_file(tmp_path: Path) -> None:
    def broken(_db: Database) -> None:
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        create(tmp_path / "phường.cchc", steps=(*STEPS, broken))
    assert list(tmp_path.iterdir()) == []


CUT_OFF = """
import os, sys
from pathlib import Path
from cchc_desktop.storage.file import create

def cut_off(db):
    db.execute("PRAGMA cache_size = 1")  # pages go to the disk before the commit
    for table in range(200):
        db.execute(f"CREATE TABLE half_{table} (text TEXT)")
    os._exit(9)

create(Path(sys.argv[1]), steps=(cut_off,))
"""


@pytest.mark.parametrize("read_only", [False, True])
def test_a_creation_cut_off_by_a_power_cut_is_an_empty_file(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "phường.cchc"
    assert subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], cwd=ROOT, check=False).returncode == 9
    assert path.stat().st_size > 0
    with pytest.raises(OfficeFileRefused, match="rỗng"):
        open_file(path, read_only=read_only)


def write_nothing(path: Path) -> None:
    path.write_bytes(b"")


def write_words(path: Path) -> None:
    path.write_text("Báo cáo cải cách hành chính quý III. " * 100, encoding="utf-8")


def write_a_few_words(path: Path) -> None:
    path.write_bytes(b"a")


def write_another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE moz_places (url TEXT)")


def write_a_database_with_a_write_ahead_log(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("CREATE TABLE moz_places (url TEXT)")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (Path.mkdir, "là thư mục"),
        (lambda _path: None, "Không tìm thấy tệp"),
        (write_nothing, "rỗng"),
        (write_words, "không phải là tệp cơ quan"),
        (write_a_few_words, "không phải là tệp cơ quan"),
        (write_another_programs_database, "của chương trình khác"),
        (write_a_database_with_a_write_ahead_log, "của chương trình khác"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_office_file_gets_its_own_sentence_and_is_left_alone(
    tmp_path: Path, make: Callable[[Path], None], sentence: str, read_only: bool
) -> None:
    make(tmp_path / "phường.cchc")
    before = {file.name for file in tmp_path.iterdir()}
    with pytest.raises(OfficeFileRefused, match=sentence) as refused:
        open_file(tmp_path / "phường.cchc", read_only=read_only)
    assert "phường.cchc" in refused.value.message
    assert "Hãy" in refused.value.message
    assert {file.name for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_file_is_refused_untouched(office_file: Path, read_only: bool) -> None:
    with closing(sqlite3.connect(office_file)) as plain:
        plain.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = state_of(office_file.parent)
    with pytest.raises(OfficeFileRefused, match="phiên bản mới hơn"):
        open_file(office_file, read_only=read_only)
    assert state_of(office_file.parent) == before


def test_a_file_opened_to_look_cannot_be_written(office_file: Path) -> None:
    db = open_file(office_file, read_only=True)
    with closing(db.conn):
        assert load_profile(db) == PROFILE
        with pytest.raises(OfficeFileRefused, match="chỉ để xem"):
            put(db, {A: number("6")})
        assert load_entries(db, PERIOD) == {}


def make_big_office(path: Path) -> bytes:
    make_office(path)
    with opened(path) as db:
        put(db, {IndicatorCode(f"PL2.{row}"): Entry(note="ghi chú " * 40) for row in range(200)})
    return path.read_bytes()


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_file_cut_short_is_called_damaged_and_left_alone(office_file: Path, kept: float) -> None:
    office_file.unlink()
    whole = make_big_office(office_file)
    office_file.write_bytes(whole[: int(len(whole) * kept)])
    before = state_of(office_file.parent)
    with pytest.raises(OfficeFileRefused, match="bị hỏng"):
        open_file(office_file)
    assert state_of(office_file.parent) == before


def test_a_file_with_a_page_of_zeros_is_called_damaged_and_left_alone(office_file: Path) -> None:
    office_file.unlink()
    whole = bytearray(make_big_office(office_file))
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 4096] = bytes(4096)
    office_file.write_bytes(whole)
    before = state_of(office_file.parent)
    with pytest.raises(OfficeFileRefused, match="bị hỏng"):
        open_file(office_file)
    assert state_of(office_file.parent) == before


def test_a_file_whose_own_description_is_garbled_is_called_damaged(office_file: Path) -> None:
    whole = office_file.read_bytes()
    assert whole.count(b"prepared_by TEXT") == 1
    office_file.write_bytes(whole.replace(b"prepared_by TEXT", b"prepared_bz TEXT"))
    with pytest.raises(OfficeFileRefused, match="bị hỏng"):
        open_file(office_file)


@pytest.fixture(scope="module")
def big_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "phường.cchc"
    make_big_office(path)
    return path


NOISE = st.tuples(
    st.one_of(st.integers(0, 200), st.integers(0, 200_000)), st.binary(min_size=1, max_size=300)
)


@settings(max_examples=150)
@given(st.lists(NOISE, min_size=1, max_size=3))
def test_whatever_happened_to_the_bytes_the_file_is_read_or_refused(
    big_office: Path, noises: list[tuple[int, bytes]]
) -> None:
    spoilt = bytearray(big_office.read_bytes())
    for start, noise in noises:
        place = start % len(spoilt)
        spoilt[place : place + len(noise)] = noise
    with TemporaryDirectory() as folder:
        path = Path(folder) / "phường.cchc"
        path.write_bytes(spoilt)
        with suppress(OfficeFileRefused), opened(path) as db:
            load_entries(db, PERIOD)
        assert path.read_bytes() == spoilt
        assert len(list(path.parent.iterdir())) == 1


def test_a_copy_holds_everything_and_no_copy_is_left_half(office_file: Path) -> None:
    with opened(office_file) as db:
        put(db, {A: number("6")})
        copy_whole(db, office_file.with_name("bản sao.cchc"))
    with opened(office_file.with_name("bản sao.cchc")) as copy:
        assert load_entries(copy, PERIOD) == {A: number("6")}
    assert len(list(office_file.parent.iterdir())) == 2


def test_a_copy_that_cannot_be_finished_is_not_there(db: Database, tmp_path: Path) -> None:
    (tmp_path / "bản sao.cchc").mkdir()
    with pytest.raises(OfficeFileRefused, match=r"bản sao\.cchc"):
        copy_whole(db, tmp_path / "bản sao.cchc")
    assert not list(tmp_path.glob("*.dang-chep"))


def test_the_library_is_loaded_only_when_a_file_is_opened() -> None:
    looking = "import sys, cchc_desktop.storage.file; sys.exit('sqlite_utils' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", looking], cwd=ROOT, check=False).returncode == 0


def test_a_file_held_by_another_program_is_said_to_be_in_use(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc_desktop.storage.file._PATIENCE", 0.05)
    with opened(office_file) as db, closing(sqlite3.connect(office_file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OfficeFileRefused, match="đang được chương trình khác dùng"):
            put(db, {A: number("6")})
        with pytest.raises(OfficeFileRefused, match="đang được chương trình khác dùng"):
            load_profile(db)
        with pytest.raises(OfficeFileRefused, match="đang được chương trình khác dùng"):
            open_file(office_file)
        other.execute("ROLLBACK")
        assert put(db, {A: number("6")}) == {A}


def test_a_connection_stays_in_the_thread_that_opened_it(db: Database) -> None:
    with ThreadPoolExecutor(1) as threads, pytest.raises(sqlite3.ProgrammingError, match="thread"):
        threads.submit(load_profile, db).result()

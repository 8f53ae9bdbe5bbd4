"""What can be read of a damaged office file comes into a new one; the damaged one is only read."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.form.entry import Entry
from cchc_desktop.storage.answers import load_entries
from cchc_desktop.storage.file import open_file
from cchc_desktop.storage.migrations import STEPS
from cchc_desktop.storage.profile import load_profile
from cchc_desktop.storage.prose import save_prose
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.storage.reports import list_reports
from cchc_desktop.storage.salvage import TABLES, Salvage, salvage
from cchc_desktop.storage.sets import list_sets
from cchc_desktop.template.files import digest
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.source import Source
from tests.unit.storage.an_office import HEAD, NOW, PERIOD, PROFILE, make_office, number, opened, put

PAGE = 4096
SPARE = {("X25", "2025.1"): {"set.toml": b"id = 'X25'\n"}}
ANSWERS = {IndicatorCode(f"PL2.{row}"): Entry(number("1").answer, note="ghi chú " * 20) for row in range(150)}
Damage = Callable[[Path], None]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "phường.cchc"
    make_office(path)
    with opened(path) as db:
        put(db, ANSWERS)
        db.execute("UPDATE template_set SET digest = ?", (digest(SPARE["X25", "2025.1"]),))
        save_prose(db, PERIOD, "I.1", "lời văn " * 50, who="Mẫu", source=Source.TYPED, now=NOW)
    return path


@pytest.fixture
def damaged(tmp_path: Path, whole: Path) -> Path:
    path = tmp_path / "phường.cchc"
    path.write_bytes(whole.read_bytes())
    return path


def saved(damaged: Path) -> Salvage:
    """Salvage the file and check what always holds: it was only read, and the new file opens whole."""
    before, out = damaged.read_bytes(), damaged.with_name("đọc lại.cchc")
    found = salvage(damaged, out, NOW, SPARE)
    assert damaged.read_bytes() == before
    assert {file.name for file in damaged.parent.iterdir()} == {damaged.name, out.name}
    with opened(out) as db:
        whole = db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert whole or any("cài lại" in sentence for sentence in found.lost)
        assert disagreements(db) == ()
        load_profile(db)
        for head in list_reports(db):
            load_entries(db, head.period)
    return found


def answers_in(file: Path) -> dict[IndicatorCode, Entry]:
    with opened(file) as db:
        return load_entries(db, PERIOD)


def pages_of(file: Path, table: str) -> int:
    with closing(sqlite3.connect(file)) as plain:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(plain.execute(sql, (table,)).fetchone()[0])


def zero(file: Path, page: int) -> None:
    content = bytearray(file.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    file.write_bytes(content)


def test_a_whole_file_comes_through_whole(damaged: Path) -> None:
    found = saved(damaged)
    assert found.lost == ()
    assert answers_in(found.path) == ANSWERS
    with opened(found.path) as db:
        assert load_profile(db) == PROFILE
        assert list_reports(db) == (HEAD,)


def test_the_tables_are_those_of_the_office_file(damaged: Path) -> None:
    with opened(damaged) as db:
        assert set(TABLES) == set(db.table_names())


@pytest.mark.parametrize("table", ["answer", "report", "profile", "prose"])
def test_a_lost_table_is_taken_out_of_the_journal_and_that_is_said(damaged: Path, table: str) -> None:
    zero(damaged, pages_of(damaged, table))
    found = saved(damaged)
    assert answers_in(found.path) == ANSWERS
    assert any("không đọc được" in sentence for sentence in found.lost)
    assert any("nhật ký" in sentence for sentence in found.lost)
    with opened(found.path) as db:
        assert load_profile(db) == PROFILE
        assert list_reports(db) == (HEAD,)


@pytest.mark.parametrize("table", ["template_set", "template_file"])
def test_a_lost_form_set_is_taken_from_the_program_and_that_is_said(damaged: Path, table: str) -> None:
    zero(damaged, pages_of(damaged, table))
    found = saved(damaged)
    assert "Bộ biểu mẫu X25 phiên bản 2025.1: đã lấy lại từ chương trình." in found.lost
    with opened(found.path) as db:
        assert [kept.digest for kept in list_sets(db)] == [digest(SPARE["X25", "2025.1"])]


def test_a_form_set_nobody_has_is_named(damaged: Path) -> None:
    zero(damaged, pages_of(damaged, "template_file"))
    found = salvage(damaged, damaged.with_name("đọc lại.cchc"), NOW, {})
    assert any("X25" in sentence and "cài lại" in sentence for sentence in found.lost)
    assert answers_in(found.path) == ANSWERS


def test_with_the_journal_lost_the_figures_stand(damaged: Path) -> None:
    zero(damaged, pages_of(damaged, "journal"))
    found = saved(damaged)
    assert answers_in(found.path) == ANSWERS
    assert "Bảng nhật ký: có đoạn không đọc được." in found.lost


def overwrite_the_header(file: Path) -> None:
    file.write_bytes(bytes(100) + file.read_bytes()[100:])


def overwrite_the_first_page(file: Path) -> None:
    zero(file, 1)


def garble_a_definition(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"CREATE TABLE answer", b"CREATE TXBLE answer"))


def cut_off_the_end(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * 0.9)])


@pytest.mark.parametrize(
    "damage", [overwrite_the_header, overwrite_the_first_page, garble_a_definition, cut_off_the_end]
)
def test_whatever_part_of_the_file_is_gone_the_figures_are_read(damaged: Path, damage: Damage) -> None:
    damage(damaged)
    with pytest.raises(OfficeFileRefused):
        open_file(damaged)
    assert answers_in(saved(damaged).path) == ANSWERS


def test_a_spoilt_figure_is_taken_out_of_the_journal(damaged: Path) -> None:
    with closing(sqlite3.connect(damaged)) as plain, plain:
        plain.execute("UPDATE answer SET value = '1x' WHERE code = 'PL2.7'")
        plain.execute("UPDATE answer SET note = CAST(x'ff20' AS TEXT) WHERE code = 'PL2.8'")
    found = saved(damaged)
    assert answers_in(found.path) == ANSWERS
    assert "Báo cáo quý III năm 2026, PL2.7: đã lấy lại từ nhật ký. Hãy đối chiếu." in found.lost
    assert "Bảng số liệu: 1 dòng hỏng nên bỏ qua." in found.lost


def test_a_write_that_was_cut_off_is_taken_back_on_the_copy_only(damaged: Path) -> None:
    damaged.with_name(f"{damaged.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    before = damaged.read_bytes()
    out = damaged.with_name("đọc lại.cchc")
    salvage(damaged, out, NOW, SPARE)
    assert damaged.read_bytes() == before
    assert damaged.with_name(f"{damaged.name}-journal").exists()
    assert answers_in(out) == ANSWERS


def foreign_database(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("CREATE TABLE moz_places (url TEXT)")


def words(file: Path) -> None:
    file.write_text("Báo cáo cải cách hành chính. " * 500, "utf-8")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as plain:
        plain.execute(f"PRAGMA user_version = {len(STEPS) + 1}")


@pytest.mark.parametrize("make", [foreign_database, words, newer, Path.unlink])
def test_where_nothing_can_be_read_there_is_no_new_file(damaged: Path, make: Damage) -> None:
    make(damaged)
    before = set(damaged.parent.iterdir())
    with pytest.raises(OfficeFileRefused, match="Hãy"):
        salvage(damaged, damaged.with_name("đọc lại.cchc"), NOW, SPARE)
    assert set(damaged.parent.iterdir()) == before


def test_a_file_that_is_there_is_never_replaced(damaged: Path) -> None:
    with pytest.raises(OfficeFileRefused, match="Đã có tệp"):
        salvage(damaged, damaged, NOW, SPARE)
    assert answers_in(damaged) == ANSWERS


NOISE = st.tuples(st.integers(0, 10_000_000), st.binary(min_size=1, max_size=3000))


@settings(max_examples=40)
@given(st.lists(NOISE, min_size=1, max_size=4), st.floats(0.3, 1))
def test_whatever_happened_to_the_bytes_what_is_made_is_an_office_file(
    whole: Path, noises: list[tuple[int, bytes]], kept: float
) -> None:
    spoilt = bytearray(whole.read_bytes())
    for start, noise in noises:
        place = start % len(spoilt)
        spoilt[place : place + len(noise)] = noise
    with TemporaryDirectory() as folder, suppress(OfficeFileRefused):
        damaged = Path(folder) / "phường.cchc"
        damaged.write_bytes(spoilt[: int(len(spoilt) * kept)])
        saved(damaged)

"""The journal in words: every kind of change, with nothing of how the file keeps it."""

import csv
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cchc_desktop.errors import FileRefused
from cchc_desktop.form.cover import Cover
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.profile import Profile
from cchc_desktop.form.review import Review
from cchc_desktop.office.figures.locking import lock, unlock
from cchc_desktop.office.journal.exporting import export_journal, journal_of
from cchc_desktop.office.journal.telling import Told, tell
from cchc_desktop.office.journal.words import SUBJECT_WORDS
from cchc_desktop.office.keeping.verification import verify
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.covers import set_cover
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.settings import Settings
from cchc_desktop.storage.cells import compact
from cchc_desktop.storage.journal import Change, Subject
from cchc_desktop.storage.packages import Outcome
from cchc_desktop.storage.transactions import writing
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from tests.unit.office.an_office import Q3, WARD

_RAW = re.compile(r'[{}"\[\]\\]|\b[a-z]+_[a-z]+\b|\d{4}-\d\d-\d\d')
"""What no person should meet: JSON, names of columns, days as machines write them."""


def last(office: Office, period: Period | None = None) -> Told:
    """Return the last change in words."""
    return journal_of(office, period)[-1]


def change(subject: Subject, key: str, old: str, new: str, period: Period | None = None) -> Change:
    """Return a row of the journal."""
    return Change(datetime(2026, 9, 15, tzinfo=UTC), "Mẫu", period, subject, key, old, new, Source.TYPED, "")


def test_a_figure_is_told_with_its_row_and_both_values(office: Office, report: OpenReport) -> None:
    report.enter("PL2.4.1", "1200")
    report.enter("PL2.4.1", "1250")
    told = last(office)
    assert told.about.startswith("Số liệu PL2.4.1 Tổng số nhiệm vụ")
    assert (told.before, told.after, told.source) == ("1.200", "1.250", "nhập")
    assert (told.who, told.period) == ("Trần Thị Mẫu", "quý III năm 2026")


def test_why_figures_were_opened_again_stands_in_the_journal(office: Office, full: OpenReport) -> None:
    lock(office, Q3)
    unlock(full, "Sở đề nghị bổ sung")
    told = last(office)
    assert (told.about, told.before) == ("Thông tin chung (bước)", "Đã chốt số liệu")
    assert told.reason == "Sở đề nghị bổ sung"


def test_nothing_is_told_as_the_file_keeps_it(office: Office, report: OpenReport) -> None:
    report.enter("PL2.3.3.1", "khong phat sinh")
    report.write("I.1", "Một câu dài để chỉ một chữ của nó đổi, có {PL2.1}.".replace("{PL2.1}", "số"))
    report.write("I.1", "Một câu dài để chỉ một từ của nó đổi, có số.")
    office.registers.add("documents", {"code": "05/KH-UBND", "issued": "9/2/2026"})
    office.registers.change("vb1", {"code": "06/KH-UBND"})
    office.offices.add({"name": "UBND xã Mẫu", "first": "1/7/2025"})
    office.set_settings(Settings(decimals=1))
    changes = tuple(journal_of(office))
    assert len(changes) >= 7
    for told in changes:
        for text in (told.about, told.before, told.after):
            assert not _RAW.search(text), told


def test_a_note_is_told_where_it_changed_and_only_there(office: Office, report: OpenReport) -> None:
    report.enter("PL2.4.1", "12")
    report.annotate("PL2.4.1", "cả việc chuyển tiếp")
    assert (last(office).before, last(office).after) == ("12", "12, ghi chú “cả việc chuyển tiếp”")
    report.enter("PL2.4.1", "13")
    assert (last(office).before, last(office).after) == ("12", "13")


def test_of_a_line_only_the_columns_that_changed_are_told(office: Office) -> None:
    office.registers.add("documents", {"code": "05/KH-UBND", "issued": "9/2/2026"})
    office.registers.change("vb1", {"code": "06/KH-UBND"})
    assert (last(office).before, last(office).after) == (
        "Số, ký hiệu: 05/KH-UBND",
        "Số, ký hiệu: 06/KH-UBND",
    )


def test_the_group_of_an_office_goes_by_its_heading(office: Office) -> None:
    office.offices.add({"name": "UBND xã Mẫu"})
    office.offices.change("dv1", {"group": "Miền núi"})
    assert (last(office).before, last(office).after) == ("", "Nhóm: Miền núi")


def test_a_text_that_no_figure_could_be_read_from_is_told_as_it_was_written(
    office: Office, report: OpenReport
) -> None:
    row = report.indicator("PL2.4.1")
    report.put({row.code: Entry(said="chừng 12")}, Source.IMPORTED)
    assert (last(office).before, last(office).after) == ("trống", "“chừng 12” (chưa đọc được)")


@pytest.mark.parametrize("subject", Subject)
def test_every_subject_has_its_words(subject: Subject) -> None:
    assert SUBJECT_WORDS[subject]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            change(Subject.REPORT, "deadline", compact("2026-09-16"), compact("2026-09-18"), Q3),
            ("Thông tin chung (hạn gửi)", "16/9/2026", "18/9/2026"),
        ),
        (
            change(
                Subject.COVER, "recipients", compact('["Như trên;"]'), compact('["Như trên;","Lưu: VT."]'), Q3
            ),
            ("Phần đầu và ký (nơi nhận)", "Như trên;", "Như trên;; Lưu: VT."),
        ),
        (
            change(Subject.PROFILE, "level", compact("commune"), compact("province")),
            ("Thông tin cơ quan (cấp)", Level.COMMUNE.label, Level.PROVINCE.label),
        ),
        (
            change(Subject.PROSE_MARK, "I.1", compact(""), compact("done"), Q3),
            ("Tình trạng mục I.1", "", "Đã xong"),
        ),
        (
            change(Subject.OUTLINE, "2026-Q3", compact(""), '"[{\\"id\\":\\"I.1\\"}]"', Q3),
            ("Đề cương", "của bộ biểu mẫu", "do cơ quan sắp xếp"),
        ),
        (
            change(Subject.KEPT_FINDING, "R9-PL2.4.1", compact(""), compact("chưa đến hạn"), Q3),
            ("Giải trình R9-PL2.4.1", "", "chưa đến hạn"),
        ),
        (
            change(
                Subject.ANNEX,
                "a1",
                "{}",
                '{"place":1,"title":"Danh sách","text":"| a |","photos":[["abc","Hội nghị"]]}',
                Q3,
            ),
            ("Phụ lục thêm a1", "", "tên: Danh sách\nlời: | a |\nảnh: Hội nghị\nthứ tự: 1"),
        ),
        (
            change(Subject.SETTING, "decimals", compact("2"), compact("0")),
            ("Thiết lập “Số thập phân của tỷ lệ”", "Hai chữ số (42,42%)", "Không có (42%)"),
        ),
        (
            change(Subject.SPECIAL_CASE, "dv9", "{}", '{"excused":1,"reason":"mới lập"}', Q3),
            ("Ngoại lệ của đơn vị dv9", "", "được miễn: có\nlý do: mới lập"),
        ),
        (
            change(Subject.RECEIVED, "dv9", "null", '{"package":3,"stage":"accepted"}', Q3),
            ("Báo cáo nhận được dv9", "", f"{Review.ACCEPTED.label}, tệp số 3"),
        ),
        (
            change(Subject.PACKAGE, "3.outcome", compact("questions"), compact(Outcome.ACCEPTED.value), Q3),
            ("Tệp số 3 (kết quả nhận)", "Chờ xem", "Đã nhận"),
        ),
        (
            change(Subject.FILE, "restored", "null", compact("ban-sao.cchc")),
            ("Tệp cơ quan (khôi phục từ bản sao lưu)", "", "ban-sao.cchc"),
        ),
        (
            change(Subject.KNOWN_KEY, "H52.101", "null", compact("0a0b")),
            ("Khóa của cơ quan H52.101", "", "0a0b"),
        ),
    ],
)
def test_a_change_reads_as_a_person_says_it(office: Office, row: Change, told: tuple[str, str, str]) -> None:
    words = tell(office.archive, row)
    assert (words.about, words.before, words.after) == told


@pytest.mark.usefixtures("report")
def test_the_own_part_of_a_total_is_told_with_its_row(office: Office) -> None:
    row = change(Subject.OWN_FIGURE, "PL2.4.1", "{}", '{"state":"number","value":"1200"}', Q3)
    words = tell(office.archive, row)
    assert (words.before, words.after) == ("trống", "1.200")


def test_every_field_that_is_kept_has_its_words(office: Office, report: OpenReport) -> None:
    office.set_profile(
        Profile(
            "UBND phường Khác",
            Level.COMMUNE,
            code="H52.101.114",
            superior=WARD.superior,
            on_behalf_of="UBND tỉnh",
            place="Mẫu",
            notation="UBND",
            signing=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            signer="Mẫu",
            recipients=("Lưu: VT.",),
            prepared_by="Mẫu",
        )
    )
    cover = Cover("5", date(2026, 9, 15), "Mẫu", ("CHỦ TỊCH",), "Mẫu", ("UBND tỉnh",), ("Lưu: VT.",))
    set_cover(report, cover)
    changes = tuple(journal_of(office))
    assert len(changes) > 2
    for told in changes:
        assert "_" not in told.about, "a field without its words is told by its raw name"
        assert told.about.endswith(")") or "PL" in told.about, told


def test_a_spoilt_row_is_told_as_it_stands_and_stops_nothing(office: Office) -> None:
    with writing(office.archive.db):
        office.archive.db.execute(
            "INSERT INTO journal (at, who, period, subject, key, old, new, source, reason)"
            " VALUES ('2026-09-15T08:30:00+00:00', 'Mẫu', '', 'answer', 'PL9.9', '{', 'x', 'typed', '')"
        )
    told = last(office)
    assert (told.about, told.before, told.after) == ("Số liệu PL9.9", "{", "x")


def test_the_journal_is_a_workbook_with_one_row_a_change(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    report.write("I.1", "=1+1")
    sheet = load_workbook(export_journal(office, tmp_path / "nk.xlsx")).active
    assert sheet is not None
    rows = [*sheet.iter_rows(values_only=True)]
    assert rows[0][:5] == ("Ngày", "Giờ", "Người thay đổi", "Kỳ báo cáo", "Thay đổi")
    assert len(rows) == 1 + len(journal_of(office))
    assert rows[-1][6] == "=1+1"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.usefixtures("report")
def test_the_journal_of_one_report_leaves_the_others_out(office: Office, tmp_path: Path) -> None:
    office.start(Q3.previous)
    table = export_journal(office, tmp_path / "nk.csv", Q3.previous).read_text(encoding="utf-8-sig")
    assert {row["Kỳ báo cáo"] for row in csv.DictReader(table.splitlines())} == {"quý II năm 2026"}


def test_another_ending_is_refused_by_name(office: Office, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"nk\.txt.*\.xlsx hoặc \.csv"):
        export_journal(office, tmp_path / "nk.txt")


def test_a_register_line_that_differs_from_the_journal_is_told_by_the_thorough_look(
    office: Office, office_file: Path
) -> None:
    office.registers.add("documents", {"code": "05/KH-UBND"})
    office.archive.db.execute('UPDATE register_entry SET fields = \'{"code":"06/KH-UBND"}\'')
    office.archive.db.conn.commit()
    office.close()
    assert any(
        "Dòng sổ theo dõi vb1" in each or "dòng sổ theo dõi vb1" in each
        for each in verify(office_file).problems
    )

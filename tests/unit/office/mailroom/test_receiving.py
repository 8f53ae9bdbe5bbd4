"""Receiving reports: what is taken, what waits, what is refused, and what never changes twice."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest

from cchc_desktop.exchange.messages import Comment
from cchc_desktop.form.review import Review
from cchc_desktop.office.mailroom.answering import hand_back
from cchc_desktop.office.mailroom.deciding import set_aside, settle, waiting
from cchc_desktop.office.mailroom.decision import Decision, DecisionRefused
from cchc_desktop.office.mailroom.line import Verdict
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.mailroom.reviewing import (
    ReviewRefused,
    accept,
    correct_arrival,
    step_back,
    under_review,
)
from cchc_desktop.office.mailroom.whereabouts import whereabouts_below
from cchc_desktop.storage.packages import Outcome, content_of, list_packages, load_package
from cchc_desktop.storage.received import load_received
from cchc_desktop.storage.refusals import OfficeFileRefused
from cchc_desktop.storage.standings import load_standings
from tests.unit.office.an_office import NOW, Q3
from tests.unit.office.mailroom.a_mailroom import put, received, sample_file, superior


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return the folder in which files come."""
    return tmp_path / "đến"


def test_a_good_file_is_stored_with_its_bytes_and_counts(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        (line,) = received(office, put(inbox, "a.xlsx", sample_file(1)))
        assert (line.verdict, line.office, line.sequence, line.changed) == (
            Verdict.ACCEPTED,
            "H99.00.001",
            1,
            0,
        )
        assert content_of(office.archive.db, line.package) == sample_file(1)
        (counts,) = load_received(office.archive.db, Q3)
        assert (counts.package, counts.stage) == (line.package, Review.RECEIVED)
        assert [each.name for each in office.offices.all()] == ["UBND xã Mẫu 1 (SỐ LIỆU MẪU)"]


def test_the_same_file_again_changes_nothing(tmp_path: Path, inbox: Path) -> None:
    file = put(inbox, "a.xlsx", sample_file(1))
    with superior(tmp_path / "a.cchc") as office:
        (first,) = received(office, file)
        before = list(office.archive.db.conn.iterdump())
        (again,) = received(office, file)
        assert (again.verdict, again.new, again.same) == (Verdict.ACCEPTED, 0, first.new)
        assert list(office.archive.db.conn.iterdump()) == before


def test_an_older_sequence_is_refused_and_the_newer_keeps_the_older_readable(
    tmp_path: Path, inbox: Path
) -> None:
    older, newer = put(inbox, "1.xlsx", sample_file(1)), put(inbox, "2.xlsx", sample_file(1, 2))
    with superior(tmp_path / "a.cchc") as office:
        first, second = received(office, older, newer)
        (again,) = received(office, older)
        assert again.verdict is Verdict.REFUSED
        assert "Đã nhận lần 2" in again.reason
        assert load_received(office.archive.db, Q3)[0].package == second.package
        assert content_of(office.archive.db, first.package) == sample_file(1)


def test_another_key_for_a_known_office_waits_for_a_person(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        received(office, put(inbox, "1.xlsx", sample_file(1)))
        (forged,) = received(office, put(inbox, "2.xlsx", sample_file(1, 2, "other")))
        assert forged.verdict is Verdict.QUESTIONS
        assert "khóa khác lần trước" in forged.reason
        assert load_received(office.archive.db, Q3)[0].package != forged.package
        set_aside(office, forged.package, "Tệp giả")
        assert waiting(office) == ()
        (again,) = received(office, inbox / "2.xlsx")
        assert again.verdict is Verdict.REFUSED


def test_a_forger_who_leaves_the_code_out_is_still_known_by_the_name(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        received(office, put(inbox, "1.xlsx", sample_file(1)))
        nameless = replace(office.offices.all().get("dv1"), code="")
        assert nameless.name in {each.name for each in office.offices.all()}
        (line,) = received(office, put(inbox, "2.xlsx", sample_file(1, 2, "nameless")))
        assert line.verdict is Verdict.QUESTIONS


def test_a_forger_is_known_where_the_list_has_the_sender_without_its_code(
    tmp_path: Path, inbox: Path
) -> None:
    with superior(tmp_path / "a.cchc") as office:
        office.offices.add({"name": "UBND xã Mẫu 1 (SỐ LIỆU MẪU)"})
        (first,) = received(office, put(inbox, "1.xlsx", sample_file(1)))
        assert (first.verdict, first.office_id) == (Verdict.ACCEPTED, "dv1")
        (forged,) = received(office, put(inbox, "2.xlsx", sample_file(1, 2, "other")))
        assert forged.verdict is Verdict.QUESTIONS
        assert "khóa khác lần trước" in forged.reason
        keys = office.known_keys()
        assert keys["H99.00.001"] == keys["UBND xã Mẫu 1 (SỐ LIỆU MẪU)"]
        settle(office, forged.package, Decision("Đã đối chiếu mã qua điện thoại"))
        (third,) = received(office, put(inbox, "3.xlsx", sample_file(1, 3, "other")))
        assert third.verdict is Verdict.ACCEPTED


def test_a_confirmed_new_key_is_trusted_from_then_on(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        received(office, put(inbox, "1.xlsx", sample_file(1)))
        (line,) = received(office, put(inbox, "2.xlsx", sample_file(1, 2, "new PC")))
        with pytest.raises(DecisionRefused, match="lý do"):
            settle(office, line.package, Decision(" "))
        settle(office, line.package, Decision("Đã đối chiếu mã qua điện thoại"))
        assert load_received(office.archive.db, Q3)[0].package == line.package
        (third,) = received(office, put(inbox, "3.xlsx", sample_file(1, 3, "new PC")))
        assert third.verdict is Verdict.ACCEPTED
        with pytest.raises(DecisionRefused, match="không chờ xem"):
            settle(office, line.package, Decision("Nữa"))


def test_without_leave_an_unknown_office_waits_and_is_taken_once_it_is_known(
    tmp_path: Path, inbox: Path
) -> None:
    file = put(inbox, "a.xlsx", sample_file(1))
    with superior(tmp_path / "a.cchc") as office:
        (line,) = receive(office, [file])
        assert (line.verdict, line.office_id) == (Verdict.QUESTIONS, "")
        assert "danh sách đơn vị" in line.reason
        office.offices.add({"name": "UBND xã Mẫu 1", "level": "commune", "code": "H99.00.001"})
        (again,) = receive(office, [file])
        assert (again.verdict, again.package) == (Verdict.ACCEPTED, line.package)
        assert [each.outcome for each in list_packages(office.archive.db)] == [Outcome.ACCEPTED]


def test_one_bad_file_never_stops_the_others_and_leaves_nothing(tmp_path: Path, inbox: Path) -> None:
    whole = sample_file(1)
    bad = {
        "1 hỏng.xlsx": whole[: len(whole) // 2],
        "2 rỗng.xlsx": b"",
        "3 ảnh.xlsx": b"\x89PNG",
        "4 word.docx": b"PK no document",
        "5 cũ.xls": bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600),
    }
    for name, content in bad.items():
        put(inbox, name, content)
    put(inbox, "9 tốt.xlsx", whole)
    with superior(tmp_path / "a.cchc") as office:
        *refused, good = received(office, inbox)
        assert good.verdict is Verdict.ACCEPTED
        assert {each.verdict for each in refused} == {Verdict.REFUSED}
        assert all(each.reason.endswith(".") for each in refused)
        assert len(list_packages(office.archive.db)) == 1


def test_a_workbook_that_is_no_report_is_called_so(tmp_path: Path, inbox: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Danh sách")["A1"] = "Họ và tên"
    inbox.mkdir()
    book.save(inbox / "danh sách.xlsx")
    with superior(tmp_path / "a.cchc") as office:
        (line,) = received(office, inbox)
        assert line.verdict is Verdict.REFUSED
        assert "không phải báo cáo" in line.reason


def test_a_note_that_was_written_on_the_sheet_is_asked_about(tmp_path: Path, inbox: Path) -> None:
    file = put(inbox, "a.xlsx", sample_file(1))
    book = openpyxl.load_workbook(file)
    book["Phụ lục 2"]["E5"] = "Ghi tay"
    book.save(file)
    with superior(tmp_path / "a.cchc") as office:
        (line,) = received(office, file)
        assert (line.verdict, line.differences) == (Verdict.QUESTIONS, ())
        assert "Ghi chú trên trang tính ở PL2.1 khác" in line.reason


def test_the_file_is_backed_up_once_before_a_batch(tmp_path: Path, inbox: Path) -> None:
    for number in (1, 2, 3):
        put(inbox, f"{number}.xlsx", sample_file(number))
    with superior(tmp_path / "a.cchc") as office:
        received(office, inbox)
        received(office, inbox)
    copies = [each.name for each in (tmp_path / "sao-luu").iterdir()]
    assert sum("truoc-khi-nhan" in name for name in copies) == 1


def test_a_cancelled_batch_ends_after_the_file_in_hand(tmp_path: Path, inbox: Path) -> None:
    for number in (1, 2, 3):
        put(inbox, f"{number}.xlsx", sample_file(number))
    told: list[tuple[int, int]] = []
    with superior(tmp_path / "a.cchc") as office:
        lines = [
            *receive(
                office,
                [inbox],
                may_register=True,
                progress=lambda done, count: told.append((done, count)),
                is_cancelled=lambda: len(told) > 2,
            )
        ]
        assert len(lines) == 2
        assert told == [(0, 3), (1, 3), (2, 3)]
        assert len(load_received(office.archive.db)) == 2


def test_a_review_takes_one_step_or_two_and_goes_back_with_a_reason(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        received(office, put(inbox, "a.xlsx", sample_file(1)))
        assert accept(office, "H99.00.001", Q3) is Review.ACCEPTED
        assert step_back(office, "H99.00.001", Q3, "Nhầm") is Review.RECEIVED
        office.set_settings(replace(office.settings, review_steps=2))
        assert accept(office, "dv1", Q3) is Review.REVIEWED
        assert accept(office, "dv1", Q3) is Review.ACCEPTED
        with pytest.raises(ReviewRefused, match="lý do"):
            step_back(office, "dv1", Q3, "")
        with pytest.raises(ReviewRefused, match="Danh sách đơn vị"):
            accept(office, "không có", Q3)


def test_under_review_a_report_shows_its_form_and_what_the_rules_find(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        (line,) = received(office, put(inbox, "a.xlsx", sample_file(1)))
        found = under_review(office, "dv1", Q3)
        assert found.form is not None
        assert found.payload is not None
        told = {code: cell.answer for code, cell in found.payload.cells.items() if not cell.answer.is_blank}
        assert {code: found.form.answer(code).state for code in found.form.answers if code in told} == {
            code: answer.state for code, answer in told.items()
        }
        assert found.findings == tuple(found.findings)
        assert found.package.id == line.package
        with pytest.raises(ReviewRefused, match="không có dòng PL9"):
            hand_back(office, "dv1", Q3, [Comment(cell="PL9.9", section="", quote="", text="?")], tmp_path)
        assert whereabouts_below(office, "dv1", Q3).what == "Đã nhận"


def test_a_return_that_cannot_be_remembered_whole_is_not_remembered_at_all(
    tmp_path: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OfficeFileRefused("Ổ đĩa đã đầy. Hãy dọn bớt.")

    with superior(tmp_path / "a.cchc") as office:
        received(office, put(inbox, "a.xlsx", sample_file(1)))
        with monkeypatch.context() as patch:
            patch.setattr("cchc_desktop.office.mailroom.answering.save_step", full)
            with pytest.raises(OfficeFileRefused):
                hand_back(office, "dv1", Q3, [], tmp_path / "tl", text="Sửa")
        assert [each.kind for each in list_packages(office.archive.db)] == ["report"]
        assert load_received(office.archive.db)[0].stage is Review.RECEIVED
        hand_back(office, "dv1", Q3, [], tmp_path / "tl", text="Sửa")
        assert [each.kind for each in list_packages(office.archive.db)] == ["report", "return"]
        assert load_received(office.archive.db)[0].stage is Review.RETURNED


def test_when_a_report_really_came_is_corrected_with_a_reason(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        (line,) = received(office, put(inbox, "a.xlsx", sample_file(1)))
        earlier = NOW - timedelta(days=2)
        correct_arrival(office, "dv1", Q3, earlier, "Thư đến hôm trước")
        assert load_package(office.archive.db, line.package).came == earlier
        with pytest.raises(ReviewRefused, match="lý do"):
            correct_arrival(office, "dv1", Q3, NOW, "")
        with pytest.raises(ReviewRefused, match="tương lai"):
            correct_arrival(office, "dv1", Q3, NOW + timedelta(hours=1), "Nhầm")


def test_of_a_report_that_was_sent_again_the_first_arrival_is_corrected(tmp_path: Path, inbox: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        first, second = received(
            office, put(inbox, "1.xlsx", sample_file(1)), put(inbox, "2.xlsx", sample_file(1, 2))
        )
        earlier = NOW - timedelta(days=2)
        correct_arrival(office, "dv1", Q3, earlier, "Thư đến hôm trước")
        assert load_package(office.archive.db, first.package).came == earlier
        assert load_package(office.archive.db, second.package).came == NOW
        assert load_standings(office.archive.db)["dv1", Q3].came == earlier

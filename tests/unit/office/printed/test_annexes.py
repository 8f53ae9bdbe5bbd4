"""Further appendices: kept, ordered, printed after those of the set; their photos never travel."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from cchc_desktop.documents.content import BulletItem, Picture, Table
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.form.annex import Annex
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.exported.producing import write_exchange_file, write_word_report
from cchc_desktop.office.findings.in_prose import silent_in_annexes
from cchc_desktop.office.lengths import TooLong
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed import annexes
from cchc_desktop.office.printed.annexes import (
    add_annex,
    add_photo,
    annex_of,
    annexes_of,
    move_annex,
    put_annexes,
    remove_annex,
    remove_photo,
    set_annex,
    set_caption,
)
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.office.received import inspect_file
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.office.settings import AppendixNumerals, Settings
from cchc_desktop.storage.annexes import image_sizes
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Level
from cchc_desktop.values.image import ImageRefused
from cchc_desktop.values.period import Period
from tests.unit.office.an_office import Q3, reopened
from tests.unit.values.photos import a_jpeg, a_png

LIST = "Gồm {PL2.1 dv}:\n- một\n\n| TT | Đơn vị |\n|---|---|\n| 1 | Phòng Mẫu |"


def test_an_appendix_prints_after_those_of_the_set_with_live_figures(report: OpenReport) -> None:
    report.enter("PL2.1", "6")
    key, changes = add_annex(report, "  Danh sách  đơn vị ", LIST)
    assert changes.annexes == {key}
    (printed,) = printed_report(report).annexes
    assert (printed.title, printed.name_lines) == ("Phụ lục 9", ("Danh sách đơn vị",))
    assert "Kèm theo" in printed.attached
    assert [type(block) for block in printed.blocks[1:]] == [BulletItem, Table]
    assert "6 văn bản" in repr(printed.blocks[0])


def test_everything_is_there_when_the_file_is_opened_again(office: Office, report: OpenReport) -> None:
    key, _ = add_annex(report, "Ảnh ngày hội", "Đoạn.")
    add_photo(report, key, "a.png", a_png(), "Bàn tiếp nhận")
    before, printed = annexes_of(report), printed_report(report)
    with reopened(office.path) as again:
        assert annexes_of(again.report(Q3)) == before
        assert printed_report(again.report(Q3)).annexes == printed.annexes
        assert disagreements(again.archive.db) == ()


def test_photos_print_with_their_captions_in_order(report: OpenReport) -> None:
    key, _ = add_annex(report, "Ảnh")
    add_photo(report, key, "a.png", a_png(4, 3), "Một")
    add_photo(report, key, "b.jpg", a_jpeg(40, 30), "Hai")
    add_photo(report, key, "c.png", a_png(5, 3))
    set_caption(report, key, 3, "Ba")
    remove_photo(report, key, 2)
    photos = [block for block in printed_report(report).annexes[0].blocks if isinstance(block, Picture)]
    assert [(photo.width, photo.caption) for photo in photos] == [(4, "Một"), (5, "Ba")]


def test_a_photo_that_a_damaged_file_lost_is_told_of(report: OpenReport) -> None:
    key, _ = add_annex(report, "Ảnh")
    add_photo(report, key, "a.png", a_png(), "Một")
    report.archive.db.execute("DELETE FROM image")
    assert "Một (Không còn ảnh này trong tệp cơ quan.)" in repr(printed_report(report).annexes)


def test_the_order_is_the_offices(report: OpenReport) -> None:
    first, second, third = (add_annex(report, title)[0] for title in ("Một", "Hai", "Ba"))
    move_annex(report, third, 1)
    assert list(annexes_of(report)) == [third, first, second]
    assert move_annex(report, third, 1).annexes == frozenset()
    move_annex(report, third, 2)
    assert list(annexes_of(report)) == [first, third, second]
    move_annex(report, first, 99)
    assert list(annexes_of(report)) == [third, second, first]
    titles = [each.title for each in printed_report(report).annexes]
    assert titles == ["Phụ lục 9", "Phụ lục 10", "Phụ lục 11"]


def test_the_key_of_an_appendix_that_is_gone_is_not_given_again_and_an_undo_brings_all_back(
    report: OpenReport,
) -> None:
    key, _ = add_annex(report, "Ảnh")
    add_photo(report, key, "a.png", a_png(), "Một")
    before = annexes_of(report)
    remove_annex(report, key)
    assert printed_report(report).annexes == ()
    assert add_annex(report, "Khác")[0] != key
    put_annexes(report, before)
    assert annexes_of(report)[key] == before[key]
    assert isinstance(printed_report(report).annexes[0].blocks[-1], Picture)


def test_numbers_follow_the_offices_way_and_the_only_appendix_has_none(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    add_annex(report, "Một")
    office.set_settings(Settings(appendix_numerals=AppendixNumerals.ROMAN))
    assert printed_report(report).annexes[0].title == "Phụ lục IX"
    with Office.create(tmp_path / "so.cchc", Profile("Sở Mẫu", Level.DEPARTMENT)) as department:
        bare = department.start(Period.read("2025"))
        add_annex(bare, "Danh sách")
        assert [each.title for each in printed_report(bare).annexes] == ["Phụ lục"]
        add_annex(bare, "Ảnh")
        assert [each.title for each in printed_report(bare).annexes] == ["Phụ lục 1", "Phụ lục 2"]


def test_the_exchange_file_says_that_there_are_photos_and_carries_none(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    office.registers.add("documents", {"direction": "đi", "code": "07/KH-UBND", "subject": "Kế hoạch"})
    key, _ = add_annex(report, "Ảnh ngày hội", "Theo kế hoạch[^vb1].")
    add_photo(report, key, "a.png", a_png(), "Bàn tiếp nhận")
    written = write_exchange_file(office, Q3, tmp_path)
    found = inspect_file(written.path, {}, [shipped().get("X25")])
    assert isinstance(found.payload, ReportPayload)
    assert isinstance(found.payload.annexes, tuple)
    assert [(each.title, each.photos) for each in found.payload.annexes] == [("Ảnh ngày hội", "1")]
    assert [each.CodeNumber for each in found.payload.citations] == ["07"]
    cover = list(load_workbook(written.path)["Thông tin"].iter_rows(max_col=2, values_only=True))
    assert ("Phụ lục thêm", "Ảnh ngày hội (1 ảnh, chỉ in trong báo cáo)") in cover
    word = write_word_report(office, Q3, tmp_path / "a.docx")
    photos = [[name for name in ZipFile(path).namelist() if "media" in name] for path in (written.path, word)]
    assert photos == [[], ["word/media/image1.png"]]


def test_an_unknown_appendix_or_photo_is_refused_with_what_there_is(report: OpenReport) -> None:
    with pytest.raises(ReportRefused, match="chưa có phụ lục nào"):
        annex_of(report, "pl1")
    key, _ = add_annex(report, "Ảnh")
    with pytest.raises(ReportRefused, match=key):
        set_annex(report, "pl9", title="Khác")
    with pytest.raises(ReportRefused, match="có 0 ảnh"):
        remove_photo(report, key, 1)


def test_what_does_not_fit_is_refused_and_nothing_changes(
    report: OpenReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _ = add_annex(report, "Ảnh")
    before = annexes_of(report)
    with pytest.raises(ReportRefused, match="chưa có tên"):
        set_annex(report, key, title=" ")
    with pytest.raises(TooLong, match="Tên phụ lục"):
        set_annex(report, key, title="x" * 301)
    with pytest.raises(ImageRefused):
        add_photo(report, key, "a.gif", b"GIF89a")
    monkeypatch.setattr(annexes, "MOST_BYTES", 100)
    with pytest.raises(ReportRefused, match=r"chưa thêm ảnh to\.png"):
        add_photo(report, key, "to.png", a_png(900, 900))
    monkeypatch.setattr(annexes, "MOST_PHOTOS", 0)
    with pytest.raises(ReportRefused, match="Hãy bỏ bớt"):
        add_photo(report, key, "a.png", a_png())
    monkeypatch.setattr(annexes, "MOST_ANNEXES", 1)
    with pytest.raises(ReportRefused, match="nhiều nhất"):
        add_annex(report, "Thêm")
    assert annexes_of(report) == before
    assert image_sizes(report.archive.db) == {}


def test_what_cannot_print_as_meant_is_told_with_the_name_of_the_appendix(report: OpenReport) -> None:
    key, _ = add_annex(report, "Danh sách", "Đủ.\nGồm {PL2.1 dv}.")
    (silent,) = silent_in_annexes(report)
    assert silent.section == key
    assert silent.words.message.startswith("Phụ lục thêm “Danh sách”, dòng 2: {PL2.1 dv}")
    report.enter("PL2.1", "6")
    assert silent_in_annexes(report) == ()


def test_an_empty_text_and_no_photo_still_make_an_appendix(report: OpenReport) -> None:
    put_annexes(report, {"pl1": Annex("Trống", place=1)})
    assert printed_report(report).annexes[0].blocks == ()

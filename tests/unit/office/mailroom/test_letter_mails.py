"""The words of the mail with each kind of letter: to whom, about what, until when."""

from datetime import date
from pathlib import Path

from cchc_desktop.office.mailroom.answering import hand_back, write_receipt
from cchc_desktop.office.mailroom.contributions import ask_colleague
from cchc_desktop.office.mailroom.letter_mails import mail_with
from cchc_desktop.office.mailroom.remarks import on_cells
from cchc_desktop.office.mailroom.requests_out import Request, write_request
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.office.an_office import Q3
from tests.unit.office.mailroom.a_mailroom import put, received, sample_file, superior

COMMENTS = on_cells({IndicatorCode("PL2.1"): "Xem lại"})


def test_a_request_goes_to_every_office_of_its_level_that_has_an_address(tmp_path: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        for number, level in enumerate(("commune", "commune", "department"), 1):
            given = {"name": f"Đơn vị {number}", "level": level, "email": f"{number}@mau.example"}
            office.offices.add(given)
        office.offices.add({"name": "Đơn vị 4"})
        asked = Request(Q3, Level.COMMUNE, deadline=date(2026, 9, 18), text="Gửi đúng hạn.")
        sent = write_request(office, asked, tmp_path)
        mail = mail_with(office, sent)
        assert mail.address == "1@mau.example; 2@mau.example"
        assert mail.subject == "UBND tỉnh Mẫu: Yêu cầu gửi Báo cáo CCHC quý III năm 2026"
        assert "trước ngày 18/9/2026.\nGửi đúng hạn.\n" in mail.text
        assert mail.text.endswith(f"Tệp kèm theo: {sent.path.name}\n\nNgười nhận mẫu")


def test_what_goes_back_to_an_office_goes_to_its_address(tmp_path: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        received(office, put(tmp_path, "a.xlsx", sample_file(1)))
        office.offices.change("dv1", {"email": "xa1@mau.example"})
        receipt = mail_with(office, write_receipt(office, "dv1", Q3, tmp_path))
        due = date(2026, 9, 20)
        returned = mail_with(office, hand_back(office, "dv1", Q3, COMMENTS, tmp_path, deadline=due))
        assert {receipt.address, returned.address} == {"xa1@mau.example"}
        assert "đã nhận được Báo cáo CCHC quý III năm 2026, lần gửi 1." in receipt.text
        assert returned.text.startswith("Kính gửi UBND xã Mẫu 1 (SỐ LIỆU MẪU),")
        assert (
            "1 góp ý ghi trong tệp kèm theo.\nĐề nghị sửa và gửi lại trước ngày 20/9/2026." in returned.text
        )


def test_a_colleague_has_no_address_and_is_told_how_many_rows(tmp_path: Path) -> None:
    with superior(tmp_path / "a.cchc") as office:
        office.start(Q3)
        mail = mail_with(office, ask_colleague(office, Q3, ["PL2.1"], "Phòng Nội vụ", tmp_path))
        assert (mail.address, mail.text.split("\n")[0]) == ("", "Kính gửi Phòng Nội vụ,")
        assert "Đề nghị điền 1 dòng trong tệp kèm theo rồi gửi lại chính tệp này." in mail.text

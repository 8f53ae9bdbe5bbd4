"""A past report read from its own file: counted first, then there in one step."""

from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.office.exported.producing import write_exchange_file, write_word_report
from cchc_desktop.office.figures.importing import PeriodUnsaid, plan_past
from cchc_desktop.office.office import Office, OfficeRefused
from cchc_desktop.office.prose.prose import offered_from_last_period, text_as_printed
from cchc_desktop.office.samples.samples import make_sample
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.template.model import Template
from cchc_desktop.values.answer import BLANK
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from tests.journeys.word_files import typed_anew
from tests.unit.office.an_office import Q3, WARD, clock

HEADER = "phu_luc\tstt\tchi_tieu\tdon_vi_tinh\tso_lieu\tghi_chu\n"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the exchange file of the sample ward's quarter III/2026."""
    folder = tmp_path_factory.mktemp("gửi")
    with Office.open(make_sample("phuong-mau", folder / "mẫu.cchc"), clock=clock) as office:
        return write_exchange_file(office, Q3, folder).path


def a_table(folder: Path, template: Template, *figures: tuple[str, str]) -> Path:
    rows = template.indicators
    lines = [
        f"{template.appendix_of(IndicatorCode(code)).title}\t{rows[IndicatorCode(code)].stt}\t"
        f"{rows[IndicatorCode(code)].label}\t\t{figure}\t\n"
        for code, figure in figures
    ]
    file = folder / "kỳ trước.tsv"
    file.write_text(HEADER + "".join(lines), "utf-8")
    return file


def test_an_exchange_file_says_its_period_and_nothing_is_written_before_it_is_applied(
    office: Office, sent: Path
) -> None:
    plan = plan_past(office, sent)
    assert (plan.prepared.head.period, plan.remark) == (Q3, "")
    assert plan.filling.new >= 74
    assert (plan.filling.changed, plan.filling.unread) == (0, ())
    assert office.reports() == ()
    assert office.archive.db.execute("SELECT count(*) FROM template_set").fetchone() == (0,)


def test_what_was_sent_is_there_in_one_step(office: Office, sent: Path, tmp_path: Path) -> None:
    report = plan_past(office, sent).apply(office)
    with Office.open(make_sample("phuong-mau", tmp_path / "mẫu.cchc")) as origin:
        assert report.form.answers == origin.report(Q3).form.answers
    assert {each.source for each in history(office.archive.db, Q3, "PL2.1")} == {Source.IMPORTED}
    assert office.start(Q3.following).previous == report.form


def test_the_days_that_were_counted_come_along(office: Office, tmp_path: Path) -> None:
    with Office.open(make_sample("huong-tra", tmp_path / "mẫu.cchc")) as origin:
        file = write_exchange_file(origin, Period.read("2023-Q1"), tmp_path).path
        window = origin.reports()[0].window
    plan = plan_past(office, file)
    assert plan.prepared.head.window == window != Period.read("2023-Q1").window
    assert plan.prepared.form.template.id == "D21"
    assert "báo cáo của UBND thị xã Hương Trà" in plan.remark


def test_another_period_than_the_file_s_own_is_refused(office: Office, sent: Path) -> None:
    with pytest.raises(FileRefused, match="là báo cáo quý III năm 2026, không phải quý II năm 2026"):
        plan_past(office, sent, Q3.previous)


def test_a_period_that_has_its_report_is_refused(office: Office, sent: Path) -> None:
    office.start(Q3)
    with pytest.raises(OfficeRefused, match="Đã có báo cáo quý III"):
        plan_past(office, sent)


def test_a_table_is_read_into_the_period_that_is_named(office: Office, tmp_path: Path) -> None:
    template = office.catalogue().get("X25")
    file = a_table(tmp_path, template, ("PL2.1", "12"), ("PL2.2.1", "không rõ"))
    with pytest.raises(FileRefused, match="không ghi kỳ báo cáo"):
        plan_past(office, file)
    plan = plan_past(office, file, Q3)
    assert len(plan.filling.unread) == 1
    report = plan.apply(office)
    assert report.form.number(IndicatorCode("PL2.1")) == 12
    assert report.form.entry(IndicatorCode("PL2.2.1")).said == "không rõ"


@pytest.mark.parametrize(("sample", "period"), [("phuong-mau", "2026-Q3"), ("huong-tra", "2023-Q1")])
def test_a_word_report_is_read_by_its_own_set_with_its_period_and_days(
    office: Office, tmp_path: Path, sample: str, period: str
) -> None:
    with Office.open(make_sample(sample, tmp_path / "mẫu.cchc")) as origin:
        report = origin.report(Period.read(period))
        file = write_word_report(origin, report.head.period, tmp_path / "báo cáo.docx")
        sent, head = report.form, report.head
    plan = plan_past(office, file)
    assert (plan.prepared.head.period, plan.prepared.head.window) == (head.period, head.window)
    assert plan.prepared.form.template.id == sent.template.id
    assert plan.filling.unread == ()
    read = plan.apply(office).form
    assert {code: read.answer(code) for code in sent.answers} == sent.answers
    with pytest.raises(FileRefused, match=f"là báo cáo {head.period.name}, không phải"):
        plan_past(office, file, head.period.previous)


def test_a_word_reports_words_come_along_with_their_notes_and_without_the_closing_sentence(
    office: Office, tmp_path: Path
) -> None:
    with Office.open(make_sample("phuong-mau", tmp_path / "mẫu.cchc")) as origin:
        report = origin.report(Q3)
        file = write_word_report(origin, Q3, tmp_path / "báo cáo.docx")
        written, printed = set(report.prose), text_as_printed(report, report.prose["I.1"])
    plan = plan_past(office, file)
    assert set(plan.prose) == written
    past = plan.apply(office)
    assert text_as_printed(past, past.prose["I.1"]) == printed
    assert "{" not in past.prose["I.1"]
    assert "[^1]: Công văn số 418/SNV-CCHC" in past.prose["II.2.c"]
    assert past.prose["V"].endswith("thủ tục hành chính.")
    assert {each.source for each in history(office.archive.db, Q3, "V", Subject.PROSE)} == {Source.IMPORTED}
    assert offered_from_last_period(office.start(Q3.following))


def test_a_letterhead_that_writes_the_offices_name_out_is_the_offices_own(
    office: Office, tmp_path: Path
) -> None:
    office.start(Q3)
    file = write_word_report(office, Q3, tmp_path / "báo cáo.docx")
    for name, remark in ((WARD.name, ""), ("UBND phường Khác", "Tệp này là báo cáo của")):
        with Office.create(tmp_path / f"{name}.cchc", replace(WARD, name=name), clock=clock) as other:
            assert plan_past(other, file).remark.startswith(remark)
            assert bool(plan_past(other, file).remark) == bool(remark)


def test_a_word_report_without_a_period_asks_for_it(office: Office, tmp_path: Path) -> None:
    row = office.catalogue().get("X25").indicators[IndicatorCode("PL2.1")]
    heads = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu")
    tables = {"Phụ lục 2": [heads, (row.stt, row.label, row.unit, "12")]}
    prose = (
        "*I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "*1. Về kế hoạch cải cách hành chính",
        "Đã ban hành kế hoạch.",
        "*2. Công tác chỉ đạo, điều hành",
        "Đã họp giao ban.",
        "*3. Kỷ luật, kỷ cương hành chính",
        "Đã nhắc nhở.",
    )
    file = typed_anew(tmp_path / "báo cáo.docx", "Kết quả cải cách hành chính", prose, tables)
    with pytest.raises(PeriodUnsaid, match=r"báo cáo\.docx không ghi kỳ báo cáo"):
        plan_past(office, file)
    assert plan_past(office, file, Q3).apply(office).form.number(IndicatorCode("PL2.1")) == 12


def test_nothing_is_proposed_for_the_past_the_file_is_its_record(office: Office, tmp_path: Path) -> None:
    half = Period.read("2026-H1")
    for name in ("2026-Q1", "2026-Q2"):
        office.start(Period.read(name)).enter("PL2.1", "5")
    file = a_table(tmp_path, office.catalogue().get("X25"), ("PL2.2.1", "3"))
    report = plan_past(office, file, half).apply(office)
    assert report.form.answer(IndicatorCode("PL2.1")) == BLANK
    assert report.past.shorter is not None
    assert report.past.shorter.parts


def test_a_file_that_is_none_leaves_everything_as_it_was(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "ảnh.xlsx"
    file.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(CchcError, match=r"ảnh\.xlsx"):
        plan_past(office, file, Q3)
    assert office.reports() == ()


def test_a_step_that_fails_leaves_no_empty_report(
    office: Office, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_past(office, sent)

    def failing(*_: object, **__: object) -> None:
        raise OSError("đĩa hỏng")

    monkeypatch.setattr("cchc_desktop.office.beginning.save_entries", failing)
    with pytest.raises(OSError, match="đĩa hỏng"):
        plan.apply(office)
    assert office.reports() == ()
    with Office.look(office.path) as other:
        assert other.reports() == ()


def test_a_file_under_another_name_is_remarked_on(tmp_path: Path, sent: Path) -> None:
    with Office.create(tmp_path / "khác.cchc", replace(WARD, name="UBND phường Khác"), clock=clock) as office:
        assert "chỉ đọc vào nếu đó là tên cũ" in plan_past(office, sent).remark.lower()

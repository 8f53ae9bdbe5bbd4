"""Prose checked by command line: what its sentences say is reckoned, told, and kept with a reason."""

from pathlib import Path

from tests.journeys.calling import SAMPLES, Cchc

Report = tuple[str, str, str, str]
TEXT = """Phường thực hiện 23/25 nội dung của kế hoạch, đạt 82%.
Ban hành Kế hoạch số 1.138/KH-UBND.
Tiếp nhận 120 hồ sơ, đã giải quyết 100 hồ sơ, đang giải quyết 25 hồ sơ."""


def test_what_a_sentence_reckons_wrongly_is_told_kept_with_a_reason_and_gone_once_mended(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    cchc("fill", *report, SAMPLES / "phuong-mau-2026-q3.tsv")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    told = cchc("prose", *report, "I.2", tmp_path / "a.txt")
    assert "Ghi 82%, nhưng 23/25 cho ra 92%" in told.out
    found = [each for each in cchc("check", *report, "--json").json.rows("findings") if each.get("place")]
    assert [(str(each["code"])[:6], each["place"], each["cell"]) for each in found] == [
        ("R1-I.2", "I.2", ""),
        ("R12-I.", "I.2", ""),
        ("R4-I.2", "I.2", ""),
    ]
    code = str(found[0]["code"])
    kept = cchc("keep", *report, code, "Tính theo kế hoạch đã điều chỉnh.")
    assert (kept.status, kept.err) == (0, "")
    assert "không có phát hiện" in cchc("keep", *report, "R1-I.2-0000", "Lý do").err
    (tmp_path / "a.txt").write_text(
        TEXT.replace("82%", "92%").replace("1.138", "1138").replace("25 hồ sơ", "20 hồ sơ"), "utf-8"
    )
    cchc("prose", *report, "I.2", tmp_path / "a.txt")
    findings = cchc("check", *report, "--json").json.rows("findings")
    assert not [each for each in findings if each.get("place")]

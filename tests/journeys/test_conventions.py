"""The conventions every command keeps: streams, JSON, exit statuses, refusals that change nothing."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.__main__ import main
from tests.journeys.calling import ROOT, SAMPLES, Cchc, child

Report = tuple[str, str, str, str]
_NUMBER = re.compile(r"(0|[1-9]\d*)(\.\d*[1-9])?")


def test_show_gives_every_cell_in_the_promised_shape(cchc: Cchc, report: Report) -> None:
    cchc("fill", *report, SAMPLES / "phuong-mau-2026-q3.tsv")
    cchc("set", *report, "PL2.2.1", "33", "--note", "Kế hoạch số 12")
    cchc("set", *report, "PL2.2.2", "14")
    cchc("set", *report, "PL2.2", "100%")
    cchc("set", *report, "PL7.1.1", "30.162,50")
    cchc("set", *report, "PL7.2.4", "9", "--reason", "Theo quyết định mới")
    document = cchc("show", *report, "--json").json
    assert (document["office"], document["period"], document["template"]) == (
        "UBND phường Mẫu",
        "2026-Q3",
        "X25",
    )
    assert document.at("cells", "PL2.2.1") == {
        "state": "number",
        "value": "33",
        "stated": None,
        "computed": False,
        "overridden": False,
        "note": "Kế hoạch số 12",
    }
    assert document.at("cells", "PL2.2", "value") == "42.42"
    assert document.at("cells", "PL2.2", "stated") == "100"
    assert document.at("cells", "PL7.1.1", "value") == "30162.5"
    assert document.at("cells", "PL7.2.4", "overridden") is True
    assert document.at("cells", "PL7.2.4", "value") == "9"


def test_numbers_are_plain_strings_and_absent_ones_null(cchc: Cchc, report: Report) -> None:
    cchc("fill", *report, SAMPLES / "phuong-mau-2026-q3.tsv")
    cells = cchc("show", *report, "--json").json["cells"]
    assert isinstance(cells, dict)
    assert {"number", "not-competent"} <= {cell["state"] for cell in cells.values()}
    for cell in cells.values():
        assert (cell["value"] is not None) == (cell["state"] == "number")
        assert cell["value"] is None or _NUMBER.fullmatch(cell["value"])
        assert (
            not cell["computed"] or "." not in (cell["value"] or "") or len(cell["value"].split(".")[1]) <= 2
        )


@pytest.mark.parametrize(
    ("value", "state"),
    [("0", "number"), ("kps", "not-arisen"), ("ktq", "not-competent"), ("bcs", "later"), ("", "blank")],
)
def test_each_state_is_set_and_shown(value: str, state: str, cchc: Cchc, report: Report) -> None:
    cchc("set", *report, "PL2.1", "6")
    assert cchc("set", *report, "PL2.1", value).status == 0
    assert cchc("show", *report, "--json").json.at("cells", "PL2.1", "state") == state


def test_setting_shows_the_row_and_its_findings(cchc: Cchc, report: Report) -> None:
    cchc("set", *report, "PL2.2.1", "33")
    done = cchc("set", *report, "PL2.2.2", "34")
    assert done.status == 0
    assert "R5-PL2.2.2" in done.out


def test_a_dot_groups_thousands_in_a_row_that_counts(cchc: Cchc, report: Report) -> None:
    assert cchc("set", *report, "PL2.1", "1.234").status == 0
    assert cchc("show", *report, "--json").json.at("cells", "PL2.1", "value") == "1234"


@pytest.mark.parametrize(
    ("key", "value", "readings"),
    [("PL2.1", "1,234", ("1234", "1,2340")), ("PL7.1.1", "30,162", ("30162", "30,1620"))],
)
def test_what_reads_two_ways_is_refused_with_both_readings(
    key: str, value: str, readings: tuple[str, str], cchc: Cchc, office: Path, report: Report
) -> None:
    before = office.read_bytes()
    refused = cchc("set", *report, key, value)
    assert (refused.status, refused.out) == (3, "")
    assert all(reading in refused.err for reading in readings)
    assert office.read_bytes() == before


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("command", ["show", "check", "fill", "export"])
def test_json_is_one_document_on_stdout_and_nothing_else(
    command: str, filled: bool, cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    if filled:
        cchc("fill", *report, SAMPLES / "huong-tra-2023-q1.tsv")
    more: dict[str, tuple[str | Path, ...]] = {
        "fill": (SAMPLES / "huong-tra-2023-q1.tsv",),
        "export": ("--out", tmp_path),
    }
    called = child([command, *report, *more.get(command, ()), "--json"])
    assert isinstance(json.loads(called.out), dict)
    assert called.err == ""
    assert called.status in (0, 1)


@pytest.mark.parametrize("words", [("templates", "list"), ("templates", "show", "X25")])
def test_sets_are_told_in_json_too(words: tuple[str, ...], cchc: Cchc, office: Path) -> None:
    for more in ((), ("--office", str(office))):
        called = cchc(*words, *more, "--json")
        assert called.status == 0
        assert json.loads(called.out)


def test_check_names_every_finding_with_all_its_keys(cchc: Cchc, report: Report) -> None:
    cchc("set", *report, "PL2.2.1", "33")
    cchc("set", *report, "PL2.2.2", "34")
    called = cchc("check", *report, "--json")
    assert called.status == 1
    (finding,) = called.json.rows("findings")
    assert {"code", "title", "severity", "cell", "found", "expected", "related", "message", "remedy"} <= set(
        finding
    )
    assert (finding["code"], finding["severity"], finding["cell"]) == ("R5-PL2.2.2", "block", "PL2.2.2")
    assert (finding["found"], finding["expected"], finding["related"]) == ("34", "33", ["PL2.2.1"])


def test_a_warning_does_not_make_check_end_with_1(cchc: Cchc, report: Report) -> None:
    cchc("set", *report, "PL2.2.1", "33")
    cchc("set", *report, "PL2.2.2", "14")
    cchc("set", *report, "PL2.2", "100%")
    assert cchc("check", *report).status == 0


def test_showing_never_writes(cchc: Cchc, office: Path, report: Report) -> None:
    cchc("set", *report, "PL2.1", "6")
    before, names = office.read_bytes(), sorted(office.parent.iterdir())
    for words in (["show", *report], ["check", *report], ["templates", "list", "--office", office]):
        for more in ([], ["--json"]):
            assert cchc(*words, *more).status == 0
    assert office.read_bytes() == before
    assert sorted(office.parent.iterdir()) == names


_WRONG_USE = (
    (),
    ("nope",),
    ("set",),
    ("set", "--office", "F", "--period", "2026-Q3", "PL2.1"),
    ("show", "--office", "F"),
    ("show", "--office", "F", "--period", "2026-Q3", "thừa"),
    ("show", "--office", "F", "--period", "2026-Q3", "--nope"),
    ("init", "--office", "F", "--name", "A", "--level", "xã"),
    ("fill", "--office", "F", "--period", "2026-Q3", "a.tsv", "--thousands", "x"),
    ("report", "--office", "F", "--period", "2026-Q3"),
    ("report", "--office", "F", "--period", "2026-Q3", "--out"),
    ("templates",),
    ("templates", "nope"),
    ("demo",),
    ("sho", "--office", "F", "--period", "2026-Q3"),
    ("show", "--off", "F", "--period", "2026-Q3"),
)


@pytest.mark.parametrize("words", _WRONG_USE, ids=" ".join)
def test_wrong_use_ends_with_2_and_shows_the_use(words: tuple[str, ...], cchc: Cchc) -> None:
    called = cchc(*words)
    assert (called.status, called.out) == (2, "")
    assert called.err.startswith("Cách dùng:")
    assert "--help" in called.err
    assert "usage" not in called.err
    assert "error" not in called.err


@pytest.mark.parametrize(
    "words",
    [
        "set REPORT XX 1",
        "set REPORT PL2.1 -5",
        "set REPORT PL2.1 +5",
        "set REPORT PL2.1 NaN",
        "set REPORT PL2.1 1e5",
        "set REPORT PL2.1 ５",
        "set REPORT PL2.1 0,5",
        "set REPORT PL2.3 5",
        "set REPORT PL2.5 9",
        "set REPORT PL2.1 5 --reason x",
        "set OTHER PL2.1 5",
        "fill REPORT missing.tsv",
        "fill REPORT missing.xlsx",
        "fill REPORT FOLDER",
        "fill REPORT OFFICE_FILE",
        "fill REPORT TEXT",
        "prose REPORT I.1 missing.txt",
        "prose REPORT I.1 FOLDER",
        "prose REPORT I.1 OFFICE_FILE",
        "prose REPORT XX TEXT",
        "prose REPORT II TEXT",
        "new REPORT",
        "new OTHER --templates XX",
        "new OTHER --from 15/9/2026",
        "new OTHER --to 9999-12-31",
        "new OTHER --from 0001-01-01",
        "new OTHER --from 2026-12-14 --to 2026-09-15",
        "new OFFICE --period 2019-Q4",
        "show OTHER",
        "check OTHER",
        "report OTHER --out OUT",
        "report REPORT --out FOLDER",
        "report REPORT --out .",
        "report REPORT --out /",
        "report REPORT --out OFFICE_FILE",
        "report REPORT --out TEXT/a.docx",
        "export REPORT --out TEXT",
        "export OTHER --out OUT",
        "inspect missing.xlsx",
        "inspect TEXT",
        "inspect FOLDER",
        "inspect OFFICE_FILE",
        "init OFFICE --name A --level commune",
        "init --office OUT --name A --level commune --code bad",
        "init --office OUT --name A --level commune --templates XX",
        "init --office OUT --name A --level commune --authority KT.",
        "init --office OUT --name  --level commune",
        "init --office TEXT/a.cchc --name A --level commune",
        "templates show XX",
        "templates export XX --out OUT",
        "templates install OFFICE FOLDER",
        "templates install OFFICE TEXT",
        "templates list --office TEXT",
        "demo TEXT/xem",
        "demo OUT --sample XX",
        "show --office missing.cchc --period 2026-Q3",
        "show --office TEXT --period 2026-Q3",
        "show --office FOLDER --period 2026-Q3",
    ],
)
def test_a_refused_command_says_one_thing_and_changes_nothing(
    words: str, cchc: Cchc, office: Path, report: Report, tmp_path: Path
) -> None:
    (tmp_path / "thư mục").mkdir()
    (tmp_path / "tệp.txt").write_bytes(b"")
    places: dict[str, tuple[str, ...]] = {
        "REPORT": report,
        "OFFICE": report[:2],
        "OTHER": (*report[:2], "--period", "2026-Q4"),
        "OFFICE_FILE": (str(office),),
        "FOLDER": (str(tmp_path / "thư mục"),),
        "TEXT": (str(tmp_path / "tệp.txt"),),
        "TEXT/a.docx": (str(tmp_path / "tệp.txt" / "a.docx"),),
        "TEXT/a.cchc": (str(tmp_path / "tệp.txt" / "a.cchc"),),
        "TEXT/xem": (str(tmp_path / "tệp.txt" / "xem"),),
        "OUT": (str(tmp_path / "mới"),),
    }
    cchc("set", *report, "PL2.1", "6")  # the day's first change makes the day's backup
    before = _all_in(tmp_path)
    called = cchc(*(part for word in words.split(" ") for part in places.get(word, (word,))))
    assert (called.status, called.out) == (3, "")
    assert called.err.endswith(".\n")
    assert "Traceback" not in called.err
    after = _all_in(tmp_path)
    assert list(after) == list(before)
    assert after == before


def _all_in(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder with what the file holds."""
    paths = sorted(folder.rglob("*"))
    return {str(path): path.read_bytes() if path.is_file() else None for path in paths}


_COMMANDS = st.sampled_from(
    (
        "set",
        "show",
        "check",
        "fill",
        "report",
        "export",
        "new",
        "init",
        "prose",
        "inspect",
        "demo",
        "templates",
    )
)
_COMMON_WORDS = st.sampled_from(
    ("F", "--office", "--period", "2026-Q3", "2026", "--out", "--json", "--reason", "--name", "PL2.1", "list")
)
_ANY_WORDS = st.text(st.characters(exclude_characters="/\x00", codec="utf-8"), max_size=8)
_CALLS = st.builds(
    lambda command, common, more: [command, *common, *more],
    _COMMANDS,
    st.sampled_from(((), ("--office", "F"), ("--office", "F", "--period", "2026-Q3"))),
    st.lists(st.one_of(_COMMON_WORDS, _ANY_WORDS), max_size=5),
)


@given(words=_CALLS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_at_all_end_in_a_traceback(
    words: list[str], office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.parent)
    shutil.copyfile(office, "F")
    try:
        status = main(words)
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else -1
    assert status in (0, 1, 2, 3)


@pytest.mark.parametrize("where", ["before", "after"])
def test_verbose_adds_the_cause(where: str, cchc: Cchc, report: Report) -> None:
    words = ("fill", *report, "missing.tsv")
    plain = cchc(*words)
    told = cchc("--verbose", *words) if where == "before" else cchc(*words, "--verbose")
    assert told.status == 3
    assert told.err.startswith(plain.err)
    assert "FileNotFoundError" in told.err


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist on Linux only")
def test_a_file_name_that_is_no_text_is_no_trouble(report: Report, tmp_path: Path) -> None:
    name = tmp_path / b"b\xe1o c\xe1o.docx".decode("utf-8", "surrogateescape")
    done = child(["report", *report, "--out", name])
    assert (done.status, done.err) == (0, "")
    assert name.is_file()


def test_streams_are_utf8_whatever_the_console_says(office: Path, report: Report) -> None:
    done = child(["show", *report], {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.status == 0
    assert "UBND phường Mẫu" in done.out
    assert office.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device to write to")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_full_disk_under_the_output_is_said_in_a_sentence(form: list[str], report: Report) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cchc_desktop", "show", *report, *form],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("Lệnh đã chạy nhưng không in được kết quả")
    assert "Traceback" not in done.stderr.decode()


def test_help_is_vietnamese_for_every_command(cchc: Cchc) -> None:
    top = cchc("--help")
    assert top.status == 0
    for command in (
        "demo",
        "init",
        "new",
        "set",
        "fill",
        "show",
        "check",
        "prose",
        "report",
        "export",
        "inspect",
    ):
        assert command in top.out
        told = cchc(command, "--help")
        assert told.status == 0
        assert "Cách dùng:" in told.out
        assert "show this help" not in told.out


def test_the_program_says_which_version_it_is(cchc: Cchc) -> None:
    told = cchc("--version")
    released = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert (told.status, told.out, told.err) == (0, f"CCHC Desktop {released}\n", "")

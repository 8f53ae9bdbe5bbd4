"""The worked example of docs/exchange-format.md: its commands write a file, and its thirty lines read it."""

import json
import re
import shlex
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.journeys.calling import ROOT, Cchc

PAGE = (ROOT / "docs" / "exchange-format.md").read_text("utf-8").partition("## 8. ")[2]
Reader = Callable[[Path], tuple[dict[str, object], list[str]]]


def block(language: str) -> str:
    """Return the one block of the example that is written in that language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


@pytest.fixture(scope="module")
def read() -> Reader:
    """Return the reader that the page prints."""
    names: dict[str, Reader] = {}
    exec(compile(block("python"), "docs/exchange-format.md", "exec"), names)
    return names["read"]


@pytest.fixture
def file(cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that the commands of the page write."""
    monkeypatch.chdir(tmp_path)
    for line in block("sh").splitlines():
        called = cchc(*shlex.split(line)[1:])
        assert called.status in {0, 1}, (line, called.err)
    (written,) = (tmp_path / "gui").glob("*.xlsx")
    return written


def alike(whole: object, part: object) -> object:
    """Return what the whole has where the part has something."""
    if isinstance(part, Mapping) and isinstance(whole, Mapping):
        return {key: alike(whole.get(key), each) for key, each in part.items()}
    return whole


def test_the_reader_of_the_page_reads_what_the_page_says(read: Reader, file: Path) -> None:
    payload, changed = read(file)
    told = json.loads(block("json"))
    assert alike(payload, told) == told
    assert changed == []


def test_the_reader_of_the_page_sees_a_sheet_that_was_changed(
    read: Reader, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "sua.xlsx"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b"<v>6</v>", b"<v>60</v>"))
    payload, changed = read(other)
    assert payload == read(file)[0]
    assert [name for name in changed if name.startswith("xl/worksheets/")] == changed != []

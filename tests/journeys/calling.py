"""Calling `cchc`: in this process for speed, as a child process where streams and exit matter."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from cchc_desktop.__main__ import main

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"


@dataclass(frozen=True)
class Called:
    """What a command left: its exit status and its two streams."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> "Document":
        """Return the one JSON document on stdout."""
        return Document(json.loads(self.out))


class Document(dict[str, object]):
    """A JSON object, read by path: `document.at("cells", "PL2.1", "value")`."""

    def at(self, *path: str | int) -> object:
        found: object = self
        for step in path:
            if isinstance(step, int):
                assert isinstance(found, list)
                found = found[step]
            else:
                assert isinstance(found, dict)
                found = found[step]
        return found

    def rows(self, key: str) -> "list[Document]":
        """Return the objects of a list."""
        found = self[key]
        assert isinstance(found, list)
        return [Document(each) for each in found]


class Cchc:
    """The program, called within this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Called:
        self._capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else -1
        out, err = self._capsys.readouterr()
        return Called(status, out, err)


def child(words: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Called:
    """Call `python -m cchc_desktop` as somebody's script would."""
    done = subprocess.run(
        [sys.executable, "-m", "cchc_desktop", *map(str, words)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
    )
    return Called(done.returncode, done.stdout.decode(), done.stderr.decode())

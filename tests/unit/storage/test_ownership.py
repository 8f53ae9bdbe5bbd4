"""One office file, one writer: told across processes, taken over from the dead."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.storage.ownership import Holder, claim
from cchc_desktop.storage.refusals import OfficeFileInUse, OfficeFileLeftOpen, OfficeFileRefused
from cchc_desktop.storage.side_file import locked, side_file_of

ROOT = Path(__file__).parents[3]

OTHER_PROCESS = """
import sys
from pathlib import Path
from cchc_desktop.storage.ownership import claim

owned = claim(Path(sys.argv[1]))
print("owned", flush=True)
sys.stdin.read()
owned.release()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "phường Mẫu.cchc"
    path.touch()
    return path


@contextmanager
def owned_elsewhere(file: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Let another process own the file; end of input makes it give the file back."""
    other = subprocess.Popen(
        [sys.executable, "-c", OTHER_PROCESS, str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None
    assert other.stdin is not None
    with other.stdout, other.stdin:
        assert other.stdout.readline() == b"owned\n"
        yield other
    assert other.wait(10) in (0, -signal.SIGKILL)


def left_by(file: Path, **said: object) -> None:
    """Leave a side file as another PC would."""
    content = {"machine": "VT-07", "person": "lan", "process": 4711, "since": "2026-09-15T01:30:00+00:00"}
    side_file_of(file).write_text(json.dumps({**content, **said}), "utf-8")


def test_an_owner_leaves_no_side_file(file: Path) -> None:
    ownership = claim(file)
    assert side_file_of(file).name == ".~lock.phường Mẫu.cchc#"
    assert side_file_of(file).exists()
    ownership.release()
    ownership.release()
    assert list(file.parent.iterdir()) == [file]


def test_the_connections_of_one_process_share_the_file(file: Path) -> None:
    window, worker = claim(file), claim(file)
    window.release()
    with owned_elsewhere_is_refused(file):
        worker.release()
    claim(file).release()


@contextmanager
def owned_elsewhere_is_refused(file: Path) -> Iterator[None]:
    """Check that another process is refused the file before the block gives it back."""
    trial = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS, str(file)], cwd=ROOT, capture_output=True, check=False
    )
    assert b"OfficeFileInUse" in trial.stderr
    yield


def test_a_link_to_the_file_is_the_same_file(file: Path) -> None:
    link = file.parent / "lối tắt.cchc"
    link.symlink_to(file)
    ownership = claim(link)
    with owned_elsewhere_is_refused(file):
        ownership.release()


def test_a_second_process_is_told_who_has_the_file_and_since_when(file: Path) -> None:
    with owned_elsewhere(file), pytest.raises(OfficeFileInUse, match="đang mở để sửa ở máy") as refused:
        claim(file)
    assert file.name in refused.value.message
    assert "từ " in refused.value.message
    assert "mở chỉ để xem" in refused.value.message
    claim(file).release()


def test_nobody_can_take_over_from_an_owner_that_lives(file: Path) -> None:
    with owned_elsewhere(file), pytest.raises(OfficeFileInUse):
        claim(file, take_over=True)


def test_a_killed_owner_is_recognised_and_the_next_one_takes_over(file: Path) -> None:
    with owned_elsewhere(file) as other:
        other.kill()
        other.wait()
        assert side_file_of(file).exists()
        claim(file).release()
    assert list(file.parent.iterdir()) == [file]


def test_a_short_owner_is_waited_for(file: Path) -> None:
    with owned_elsewhere(file) as other:
        assert other.stdin is not None
        done = threading.Timer(0.2, other.stdin.close)
        done.start()
        began = time.monotonic()
        claim(file, patience=5).release()
        assert time.monotonic() - began >= 0.15
        done.join()


def test_another_pcs_side_file_stops_until_a_person_takes_over(file: Path) -> None:
    left_by(file)
    with pytest.raises(OfficeFileLeftOpen, match=r"máy VT-07 \(lan\), từ .* ngày 15/9/2026") as refused:
        claim(file)
    assert side_file_of(file).name in refused.value.message
    claim(file, take_over=True).release()
    claim(file).release()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\x00", b"[1]", b'{"machine": "VT-07"}', b"7"])
def test_a_side_file_cut_off_while_written_stops_nobody(file: Path, content: bytes) -> None:
    side_file_of(file).write_bytes(content)
    claim(file).release()
    assert list(file.parent.iterdir()) == [file]


def test_a_side_file_with_a_garbled_moment_is_still_told(file: Path) -> None:
    left_by(file, since="hôm qua", person="")
    with pytest.raises(OfficeFileLeftOpen, match=r"ở máy VT-07\. Hãy"):
        claim(file)


def test_who_wants_to_be_alone_is_refused_while_this_process_has_the_file_open(file: Path) -> None:
    window = claim(file)
    with pytest.raises(OfficeFileInUse, match="trong chính chương trình này"):
        claim(file, alone=True)
    window.release()
    claim(file, alone=True).release()


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(OfficeFileRefused, match="Không tìm thấy"):
        claim(tmp_path / "chưa có" / "phường.cchc")


def test_a_folder_that_cannot_be_written_offers_to_look(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(OfficeFileRefused, match="chỉ mở để xem được"):
        claim(file)
    left_by(file)
    with pytest.raises(OfficeFileInUse, match="VT-07"):
        claim(file)


def test_an_owner_without_a_name_has_words() -> None:
    assert Holder().words == "máy không rõ tên"


def test_a_side_file_taken_away_while_it_was_being_opened_is_not_held(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, opened = side_file_of(file), os.open

    def opened_too_late(*arguments: Any) -> int:
        monkeypatch.setattr(os, "open", opened)
        descriptor = opened(*arguments)
        place.unlink()  # its owner leaves now
        return descriptor

    monkeypatch.setattr(os, "open", opened_too_late)
    with locked(place) or pytest.fail("nobody holds it") as held:
        assert os.path.samestat(os.fstat(held.fileno()), place.stat())


RACE = """
import sys
from pathlib import Path
from cchc_desktop.storage.ownership import claim
from cchc_desktop.storage.refusals import OfficeFileInUse

file, count = Path(sys.argv[1]), Path(sys.argv[2])
for _ in range(60):
    try:
        owned = claim(file, patience=20)
    except OfficeFileInUse:
        sys.exit("waited in vain")
    count.write_text(str(int(count.read_text()) + 1))
    owned.release()
"""


def test_many_who_open_and_close_at_once_never_own_the_file_together(file: Path, tmp_path: Path) -> None:
    count = tmp_path / "count"
    count.write_text("0")
    racers = [
        subprocess.Popen([sys.executable, "-c", RACE, str(file), str(count)], cwd=ROOT) for _ in range(3)
    ]
    assert [racer.wait(60) for racer in racers] == [0, 0, 0]
    assert count.read_text() == "180"
    assert {left.name for left in tmp_path.iterdir()} == {file.name, "count"}

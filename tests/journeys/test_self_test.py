"""`cchc self-test`: both halves of the program say that they are whole."""

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


def test_both_halves_say_that_they_are_whole() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "cchc_desktop", "self-test"],
        cwd=CHECKOUT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    lines = ran.stdout.splitlines()
    assert all(line.startswith("tốt") for line in lines)
    assert "tốt   đọc lại tệp trao đổi" in lines
    assert "tốt   cửa sổ với mẫu phuong-mau: 7 phụ lục" in lines

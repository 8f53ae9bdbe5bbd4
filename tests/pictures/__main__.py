"""Write a picture of every page and dialog to `build/pictures/`: `python -m tests.pictures`.

With `docs`, also what is kept of them: pictures of README and help, the pages of all keys and all findings.
With `check` those that are kept are compared with the new ones: what is old is named, status 1.

Light and dark at 1366 × 768, and once more at 150 %. The window is painted without a display. Sizes are those
a maximised window has on a notebook with a task bar.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.pictures.comparing import is_old

CHECKOUT = Path(__file__).parents[2]
DOCS = CHECKOUT / "docs"
KEPT = ("trang-bao-cao-light-100",)
"""What `docs/pictures` has."""
HELP = CHECKOUT / "resources" / "help"
SHOWN = (
    *("tong-quan", "so-lieu", "loi-van", "so-theo-doi", "kiem-tra", "bao-cao", "gui-nhan"),
    *("tinh-hinh-gui", "tong-hop", "xem-xet"),
)
"""What the help shows of the light pictures, in `resources/help/hinh`."""
OUT = CHECKOUT / "build" / "pictures"
SCENES = (("light", 1.0), ("dark", 1.0), ("light", 1.5), ("dark", 1.5))
PATIENCE = 180
"""Seconds for one scene, also on a machine that has other work."""


def main(arguments: list[str]) -> int:
    """Take the pictures of one scene, or have each scene taken by a process of its own."""
    if len(arguments) > 1:
        theme, percent = arguments
        return take(theme, int(percent))
    OUT.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    running = [_scene(theme, factor) for theme, factor in SCENES]
    try:
        failed = [process.wait(PATIENCE) for process in running]
    finally:
        for process in running:
            process.kill()  # whoever is done already does not notice
    made = len(list(OUT.glob("*.png")))
    sys.stdout.write(f"{made} hình trong {OUT}, {time.monotonic() - begun:.0f} giây.\n")
    if arguments == ["docs"]:
        keep()
    if arguments == ["check"]:
        return max(*failed, tell_old())
    return max(failed)


def tell_old() -> int:
    """Name the kept pictures that show an older window; return the exit status."""
    old = [place for picture, place in kept_pictures() if is_old(QImage(str(place)), QImage(str(picture)))]
    for place in old:
        sys.stdout.write(f"Hình cũ: {place.relative_to(CHECKOUT)}\n")
    if old:
        sys.stdout.write("Chụp lại bằng: .venv/bin/python -m tests.pictures docs\n")
    return 1 if old else 0


def keep() -> None:
    """Put the pictures and pages that the documents and the help show where they are kept."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for picture, place in kept_pictures():
        place.parent.mkdir(exist_ok=True)
        few_colours = QImage(str(picture)).convertToFormat(
            QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither
        )
        few_colours.save(str(place))
    from cchc_desktop.office.findings_guide import findings_page

    (HELP / "phat-hien.md").write_text(findings_page(), encoding="utf-8")
    from tests.pictures.scenes import Scenes
    from ui.keyboard import keyboard_page

    with tempfile.TemporaryDirectory() as scratch:
        scenes = Scenes("light", 100, Path(scratch))
        (DOCS / "phim-tat.md").write_text(keyboard_page(scenes.window), encoding="utf-8")
        scenes.close()


def kept_pictures() -> list[tuple[Path, Path]]:
    """Return each kept picture: where `make pictures` puts it, and where it is kept."""
    documents = [(OUT / f"{name}.png", DOCS / "pictures" / f"{name}.png") for name in KEPT]
    return documents + [(OUT / f"{name}-light-100.png", HELP / "hinh" / f"{name}.png") for name in SHOWN]


def _scene(theme: str, factor: float) -> subprocess.Popen[bytes]:
    scaled = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(factor)}
    command = [sys.executable, "-m", "tests.pictures", theme, str(round(factor * 100))]
    return subprocess.Popen(command, cwd=CHECKOUT, env={**os.environ, **scaled})


def take(theme: str, percent: int) -> int:
    """Take the pictures in this process, whose scaling Qt knows from the environment."""
    from tests.pictures.scenes import Scenes

    with tempfile.TemporaryDirectory() as scratch:
        scenes = Scenes(theme, percent, Path(scratch))
        for name, picture in scenes.pictures():
            if not picture.save(str(OUT / f"{name}-{theme}-{percent}.png")):
                sys.stderr.write(f"Không ghi được hình {name}.\n")
                return 1
        scenes.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

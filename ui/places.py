"""Where the program keeps what is not an office's: settings, logs, sample offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from pathlib import Path

    from cchc_desktop.office.keeping.portable import Stick

APP_NAME = "cchc-desktop"


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one person on one machine, or of a stick."""

    settings: Path
    log: Path
    samples: Path
    stick: Stick | None = None
    """The stick that the program runs from, if it does."""


def places_of(program: Path | None) -> Places:
    """Return the places of a bundled program in that folder; None: of an installed one, or a checkout."""
    data = platformdirs.user_data_path(APP_NAME, appauthor=False)
    if program:
        from cchc_desktop.office.keeping.portable import stick_of

        if stick := stick_of(program, data):
            return Places(stick.settings, stick.settings, stick.settings, stick)
    return Places(
        platformdirs.user_config_path(APP_NAME, appauthor=False),
        platformdirs.user_log_path(APP_NAME, appauthor=False),
        data,
    )

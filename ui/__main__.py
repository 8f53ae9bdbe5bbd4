"""Starts the window: `cchc-desktop [FILE …] [--sample [NAME]] [--self-test]`.

A child process of the window begins here too: Qt and the window are loaded only where they are shown.
"""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; return the exit status."""
    if hasattr(sys, "frozen"):  # only a bundled program starts its children through itself
        from multiprocessing import freeze_support

        freeze_support()
    from ui.program import run

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())

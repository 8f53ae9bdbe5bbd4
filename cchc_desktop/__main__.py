"""The program `cchc`, also `python -m cchc_desktop`."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from cchc_desktop.command_line.parser import build_parser, command_of
from cchc_desktop.errors import CchcError, OutputLost

DONE, NEEDS_A_PERSON, REFUSED = 0, 1, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit status: 0 done, 1 needs a person, 2 wrong use, 3 refused."""
    if hasattr(sys, "frozen"):  # only a bundled program starts its children through itself
        import multiprocessing

        multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # a file's name may be no text
    arguments = build_parser().parse_args(argv)
    try:
        status = command_of(arguments)(arguments)
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has read enough: `cchc show … | head`
        sys.stdout = None
        return DONE
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu.\n")
        return NEEDS_A_PERSON
    except CchcError as refusal:
        sys.stderr.write(f"{refusal.message}\n")
        if arguments.verbose and refusal.__cause__ is not None:
            sys.stderr.write(f"Nguyên nhân: {refusal.__cause__!r}\n")
        return NEEDS_A_PERSON if isinstance(refusal, OutputLost) else REFUSED
    return status


if __name__ == "__main__":
    sys.exit(main())

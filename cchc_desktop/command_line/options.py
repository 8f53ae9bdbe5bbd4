"""What many commands take alike: office file, period, JSON."""

import sys
from argparse import SUPPRESS, Action, ArgumentParser, ArgumentTypeError, _SubParsersAction
from typing import TYPE_CHECKING

from cchc_desktop.command_line.vietnamese import VietnameseParser

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("commune", "district", "province", "department")
"""What an office can be, as `--level` takes it: the values of `Level`, which `--help` does without."""


def command(
    commands: "_SubParsersAction[VietnameseParser]", name: str, run: str, about: str, prog: str = "cchc"
) -> VietnameseParser:
    """Return the parser of a new command; `run` is `module:function` of what carries it out."""
    described = about[:1].upper() + about[1:]
    parser = commands.add_parser(name, help=about, description=described, prog=f"{prog} {name}")
    parser.set_defaults(run=run)
    verbose(parser, default=SUPPRESS)  # what was said before the command stands
    return parser


def verbose(parser: VietnameseParser, default: bool | str) -> None:
    """Let the command be asked for the cause of a refusal."""
    parser.add_argument(
        "--verbose", action="store_true", default=default, help="nói thêm nguyên nhân khi từ chối"
    )


class _TellVersion(Action):
    """Says which version this is, for help by telephone, and ends the program."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        from cchc_desktop.office.parts import version

        sys.stdout.write(f"CCHC Desktop {version() or 'chạy từ mã nguồn'}\n")
        parser.exit()


def version(parser: VietnameseParser) -> None:
    """Let the program be asked which version it is."""
    parser.add_argument("--version", action=_TellVersion, nargs=0, help="hiện phiên bản của chương trình")


def office(parser: VietnameseParser) -> None:
    """Let the command name its office file."""
    parser.add_argument("--office", required=True, metavar="F", type=path, help="tệp cơ quan")


def period(parser: VietnameseParser) -> None:
    """Let the command name its period."""
    parser.add_argument(
        "--period",
        required=True,
        metavar="P",
        type=written_period,
        help="kỳ báo cáo: 2026-Q3, 2026-H1, 2026-9M, 2026, 2026-03",
    )


def path(text: str) -> "Path":
    """Return the path that a text names."""
    from pathlib import Path  # `--help` does without

    return Path(text)


def written_period(text: str) -> str:
    """Return the text if it names a period; anything else is wrong use of the command."""
    from cchc_desktop.values.period import Period, PeriodRefused  # `--help` and most commands start without

    try:
        Period.read(text)
    except PeriodRefused as refusal:
        raise ArgumentTypeError(refusal.message) from refusal
    return text


def written_count(text: str) -> int:
    """Return how many, at least one; anything else is wrong use of the command."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” không phải là một số đếm từ 1 trở lên.")
    return int(text)


def report(parser: VietnameseParser) -> None:
    """Let the command name a report: its office file and its period."""
    office(parser)
    period(parser)


def json_answer(parser: VietnameseParser) -> None:
    """Let the command be asked for JSON."""
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

"""An argument parser whose help and refusals are Vietnamese."""

import argparse
import re
import sys
from typing import NoReturn

WRONG_USE = 2
_SIGNED_FIGURE = re.compile(r"-\d[\d.,\s]*%?")
"""A figure of Vietnamese writing with a sign is no option: the command refuses it as a figure."""
_USAGE = "Cách dùng:"
_REFUSALS = (
    (r"the following arguments are required: (.+)", "Lệnh còn thiếu: {0}."),
    (r"unrecognized arguments: (.+)", "Lệnh không biết: {0}."),
    (r"argument (.+?): invalid choice: (.+?) \(.*", "{0} không nhận {1}."),
    (r"argument (.+?): expected (?:one|at least one) argument", "{0} cần một giá trị đi kèm."),
    (r"argument (.+?): invalid .+ value: (.+)", "{0} không nhận {1}."),
    (r"argument (.+?): not allowed with argument (.+)", "Không dùng {0} cùng lúc với {1}."),
    (r"argument --period: (.+)", "{0}"),
)


class VietnameseParser(argparse.ArgumentParser):
    """`argparse` with Vietnamese headings, help option and refusals."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title = "phải có"
        self._optionals.title = "tùy chọn"
        self._negative_number_matcher = _SIGNED_FIGURE
        self.add_argument("-h", "--help", action="help", help="hiện trợ giúp này")

    def format_usage(self) -> str:
        """Return how the command is called, with a Vietnamese heading."""
        return super().format_usage().replace("usage:", _USAGE, 1)

    def format_help(self) -> str:
        """Return the whole help, with a Vietnamese heading."""
        return super().format_help().replace("usage:", _USAGE, 1)

    def error(self, message: str) -> NoReturn:
        """Say in Vietnamese what is wrong with the call and how it is used, and leave with status 2."""
        sys.stderr.write(self.format_usage())
        self.exit(WRONG_USE, f"{_translated(message)} Xem “{self.prog} --help”.\n")


def _translated(message: str) -> str:
    for pattern, sentence in _REFUSALS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*found.groups())
    return "Lệnh dùng chưa đúng."

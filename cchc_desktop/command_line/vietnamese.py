"""An argument parser whose help and refusals are Vietnamese."""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG_USE = 2
_SIGNED_FIGURE = re.compile(r"-\d[\d.,\s]*%?")
"""A figure of Vietnamese writing with a sign is no option: the command refuses it as a figure."""
_USAGE = "Cách dùng:"
_LATER = argparse.Action((), "later")
"""Stands for an argument that is taken and not yet made."""
_REFUSALS = (
    (r"the following arguments are required: (.+)", "Lệnh còn thiếu: {0}."),
    (r"unrecognized arguments: (.+)", "Lệnh không biết: {0}."),
    (r"argument (.+?): invalid choice: (.+?) \(.*", "{0} không nhận {1}."),
    (r"argument (.+?): expected (?:one|at least one) argument", "{0} cần một giá trị đi kèm."),
    (r"argument (.+?): invalid .+ value: (.+)", "{0} không nhận {1}."),
    (r"argument (.+?): not allowed with argument (.+)", "Không dùng {0} cùng lúc với {1}."),
    (r"argument --period: (.+)", "{0}"),
    (r"argument (--\S+): (“.+)", "{0}: {1}"),  # what our own readers of an argument say is Vietnamese
    (r"(“.+)", "{0}"),
)


class VietnameseParser(argparse.ArgumentParser):
    """`argparse` with Vietnamese headings, help option and refusals.

    It is put together when it is first asked: the help names a hundred commands, one is called, and to put
    all of them together took longer than all the rest.
    """

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        self._named = prog, description
        self._taken: list[Callable[[], object]] = []

    def add_argument(self, *names: str, **said: Any) -> argparse.Action:
        """Take an argument as `argparse` does; returns `_LATER` before the parser is put together."""
        if self._is_made:
            return super().add_argument(*names, **said)
        self._taken.append(partial(super().add_argument, *names, **said))
        return _LATER

    def set_defaults(self, **said: Any) -> None:
        """Set what holds where nothing is said, as `argparse` does."""
        if self._is_made:
            super().set_defaults(**said)
        else:
            self._taken.append(partial(super().set_defaults, **said))

    def later(self, tell: Callable[[VietnameseParser], object]) -> None:
        """Have more told of the command once somebody asks: what actions it has."""
        self._taken.append(partial(tell, self))

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

    @property
    def _is_made(self) -> bool:
        return "_named" not in vars(self)

    def __getattr__(self, name: str) -> Any:
        """Return what is there only once the parser is put together."""
        if self._is_made:
            raise AttributeError(name)
        self._make()
        return getattr(self, name)

    def _make(self) -> None:
        prog, description = vars(self).pop("_named")
        epilog = vars(self).get("epilog")
        super().__init__(prog, description=description, epilog=epilog, add_help=False, allow_abbrev=False)
        self._positionals.title = "phải có"
        self._optionals.title = "tùy chọn"
        self._negative_number_matcher = _SIGNED_FIGURE
        self.add_argument("-h", "--help", action="help", help="hiện trợ giúp này")
        for take in self._taken:
            take()


def _translated(message: str) -> str:
    for pattern, sentence in _REFUSALS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*found.groups())
    return "Lệnh dùng chưa đúng."

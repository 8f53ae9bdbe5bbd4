"""The parser of `cchc`: every command is known, and only what is asked for is put together."""

import argparse
from collections.abc import Iterator, Mapping

from cchc_desktop.command_line.parser import build_parser, command_of
from cchc_desktop.command_line.vietnamese import VietnameseParser


def commands_of(parser: VietnameseParser) -> Mapping[str, VietnameseParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return action.choices
    return {}


def every_command(parser: VietnameseParser) -> Iterator[VietnameseParser]:
    for command in commands_of(parser).values():
        yield command
        yield from every_command(command)


def test_the_help_names_every_command_and_puts_none_together() -> None:
    parser = build_parser()
    told = parser.format_help()
    commands = commands_of(parser)
    assert {line.split()[0] for line in told.splitlines() if line.strip()} >= commands.keys()
    assert not any(command._is_made for command in commands.values())


def test_a_command_that_is_called_is_the_only_one_put_together() -> None:
    parser = build_parser()
    said = parser.parse_args(["sections", "hide", "I.2", "--office", "a.cchc", "--period", "2026-Q3"])
    assert (said.run, said.id, said.with_text, said.json) == ("sections:hide", "I.2", False, False)
    made = [name for name, command in commands_of(parser).items() if command._is_made]
    assert made == ["sections"]
    inside = commands_of(commands_of(parser)["sections"])
    assert [name for name, command in inside.items() if command._is_made] == ["hide"]


def test_every_command_has_a_vietnamese_help_and_does_something_that_is_there() -> None:
    for command in every_command(build_parser()):
        assert command.format_help().startswith("Cách dùng: cchc ")
        if run := command.get_default("run"):
            assert callable(command_of(argparse.Namespace(run=run)))


def test_an_epilog_given_before_the_parser_is_asked_stands() -> None:
    parser = VietnameseParser("cchc thử")
    parser.epilog = "Lời cuối."
    assert parser.format_help().endswith("Lời cuối.\n")


def test_a_parser_has_nothing_that_argparse_has_not() -> None:
    parser = VietnameseParser("cchc thử")
    assert not hasattr(parser, "nothing_like_it")
    assert parser.prog == "cchc thử"

"""`cchc settings`: what an office set, and another choice."""

from argparse import Namespace
from enum import Enum

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, answer
from cchc_desktop.errors import CchcError
from cchc_desktop.office.office import Office
from cchc_desktop.office.settings import SCHEMA, Setting, Settings, Value


class SettingRefused(CchcError):
    """There is no such setting, or no such choice."""


def settings(arguments: Namespace) -> int:
    """Show every setting with its choices; set those that are given first."""
    with (to_write if arguments.choices else Office.look)(arguments.office) as office:
        found = office.settings
        for word in arguments.choices:
            found = _set(found, word)
        if arguments.choices:
            office.set_settings(found)
    document = {setting.name: _word(setting.value_in(found)) for setting in SCHEMA}
    answer(arguments, {"settings": document}, [_line(setting, found) for setting in SCHEMA])
    return DONE


def _set(found: Settings, word: str) -> Settings:
    name, _, chosen = (part.strip() for part in word.partition("="))
    setting = next((each for each in SCHEMA if each.name == name), None)
    if setting is None:
        names = ", ".join(each.name for each in SCHEMA)
        raise SettingRefused(f"Không có cài đặt “{name}”. Các cài đặt: {names}.")
    values = {_word(value): value for value in setting.choices}
    if chosen not in values:
        raise SettingRefused(f"Cài đặt {name} không nhận “{chosen}”. Các lựa chọn: {', '.join(values)}.")
    return setting.set_in(found, values[chosen])


def _line(setting: Setting, found: Settings) -> str:
    value = setting.value_in(found)
    choices = ", ".join(_word(each) for each in setting.choices)
    return f"{setting.name}={_word(value)}\t{setting.title}: {setting.choices[value]}\t({choices})"


def _word(value: Value) -> str:
    """The choice as it is typed and read: `roman`, `2`, `true`."""
    return str(value.value if isinstance(value, Enum) else value).lower()

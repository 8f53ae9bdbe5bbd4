"""The one door to the shipped files: the same in a checkout, in an installed wheel and in the bundle."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

_ROOT = "resources"


def resource(*names: str) -> Traversable:
    """Return the shipped file or folder of that path below `resources/`."""
    return files(_ROOT).joinpath(*names)


def templates() -> Iterator[Traversable]:
    """Yield the folder of every shipped form set, in order of their names."""
    folders = (folder for folder in resource("templates").iterdir() if folder.is_dir())
    yield from sorted(folders, key=lambda folder: folder.name)


def sample(name: str) -> Traversable:
    """Return the sample file of that name; `samples.toml` lists what there is."""
    return resource("samples", name)


def calendar() -> Traversable:
    """Return the file of public days off and weekend days worked in exchange."""
    return resource("calendar", "holidays.toml")

# What the benchmarks use of docxtpl, which ships no types.
from collections.abc import Mapping
from os import PathLike
from typing import IO

class DocxTemplate:
    def __init__(self, template_file: str | PathLike[str] | IO[bytes]) -> None: ...
    def render(
        self, context: Mapping[str, object], jinja_env: None = None, autoescape: bool = False
    ) -> None: ...
    def save(self, filename: str | PathLike[str] | IO[bytes]) -> None: ...
